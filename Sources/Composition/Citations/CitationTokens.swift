import Diagnostics
import DocumentModel

/// The words of a citation: what is cited, then what is to be done with it.
struct CitationTokens {
  struct Word: Equatable {
    var text: String
    /// It stood in quotation marks.
    var isQuoted: Bool
  }

  /// What stands between the bars; the first part is what is cited.
  var parts: [[Word]]

  /// Splits at bars and white space outside quotation marks; typographic marks are understood.
  static func read(_ citation: Citation) -> Diagnosed<CitationTokens> {
    var findings: [Diagnostic] = []
    var tokens = CitationTokens(parts: [[]])
    var word = ""
    var closing: Set<Character>?
    func flush() {
      guard !word.isEmpty else { return }
      tokens.parts[tokens.parts.count - 1].append(Word(text: word, isQuoted: false))
      word = ""
    }
    for character in citation.source {
      if let marks = closing {
        guard marks.contains(character) else {
          word.append(character)
          continue
        }
        tokens.parts[tokens.parts.count - 1].append(Word(text: word, isQuoted: true))
        word = ""
        closing = nil
        continue
      }
      switch character {
      case "\"":
        flush()
        closing = ["\""]
      case "“", "”", "„", "»", "«":
        flush()
        if findings.isEmpty { findings.append(.typographicQuotes(at: citation.location)) }
        closing = ["”", "“", "\"", "»", "«"]
      case "|":
        flush()
        tokens.parts.append([])
      case _ where character.isWhitespace:
        flush()
      default:
        word.append(character)
      }
    }
    if closing != nil { findings.append(.quoteNotClosed(at: citation.location)) }
    flush()
    return Diagnosed(tokens, findings: findings)
  }
}

extension Diagnostic {
  fileprivate static func typographicQuotes(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationQuotes, at: location, "Words in a citation stand in straight quotation marks",
      help: "write \"…\" there; the typographic marks were understood")
  }

  fileprivate static func quoteNotClosed(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationSyntax, at: location, "A quotation mark in this citation is never closed",
      help: "close it before the next bar")
  }
}
