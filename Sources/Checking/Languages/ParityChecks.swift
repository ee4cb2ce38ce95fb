import Composition
import Diagnostics
import DocumentModel
import Localization

/// Finds what one language says and another does not: numbers, days, figures and links.
///
/// Words, cases and order are each language’s own; what is cited is not.
struct ParityChecks {
  /// What an article says, apart from its words: each with the place where it first stands.
  private struct Content {
    var citations: [String: [SourceLocation]] = [:]
    var days: [String: [SourceLocation]] = [:]
    /// Numbers typed by hand.
    var typed: [String: [SourceLocation]] = [:]
    var figures: [String] = []
    var links: [String: [SourceLocation]] = [:]
    let place: SourceLocation
    let language: Language
  }

  func findings(
    _ versions: [(language: Language, article: ReadArticle)]
  ) -> [Diagnostic] {
    let contents = versions.map { content(of: $0.article, $0.language) }
    var findings: [Diagnostic] = []
    for one in contents {
      for other in contents where other.language != one.language {
        findings += missing(one.citations, from: other.citations) {
          .numberMissing($0, in: other.language, at: $1)
        }
        // A number typed in one language alone is found as such; here it is another number elsewhere.
        if one.typed.count == other.typed.count {
          findings += missing(one.typed, from: other.typed) {
            .typedDiffers($0, in: other.language, at: $1)
          }
        }
        findings += missing(one.days, from: other.days) {
          .dayMissing($0, in: other.language, at: $1)
        }
        findings += missing(one.links, from: other.links) {
          .linkMissing($0, in: other.language, at: $1)
        }
      }
    }
    if let first = contents.first {
      for other in contents.dropFirst() where other.figures != first.figures {
        findings.append(.figuresDiffer(first.language, other.language, at: other.place))
      }
    }
    return findings
  }

  private func missing(
    _ mine: [String: [SourceLocation]], from theirs: [String: [SourceLocation]],
    _ finding: (String, SourceLocation) -> Diagnostic
  ) -> [Diagnostic] {
    mine.sorted { $0.key < $1.key }.compactMap { key, places in
      // A number may be repeated in one language and not in another; it has to be there.
      theirs[key] == nil ? places.first.map { finding(key, $0) } : nil
    }
  }

  private func content(
    of read: ReadArticle, _ language: Language
  ) -> Content {
    let prose = read.prose
    var content = Content(place: read.article.location, language: language)
    content.figures = read.article.text.blocks.flatMap { figures(in: $0) }
    for checked in read.passages {
      let passage = checked.passage
      for (citation, query) in zip(passage.citations, checked.parsed) {
        guard let query, let key = key(of: query) else { continue }
        content.citations[key, default: []].append(citation.location)
      }
      let lexemes = passage.lexemes
      let days = writtenDays(in: lexemes, language: language)
      for day in days {
        let text = "\(day.day).\(day.month).\(day.year.map { "\($0)" } ?? "")"
        content.days[text, default: []].append(place(of: day.lexemes, lexemes, passage, prose))
      }
      for (index, lexeme) in lexemes.enumerated() {
        guard let year = lexeme.year, !days.contains(where: { $0.lexemes.contains(index) }) else {
          continue
        }
        content.days["\(year)", default: []].append(
          place(of: index..<(index + 1), lexemes, passage, prose))
      }
      for number in checked.numbers {
        let key = "\(number.value)\(number.isPercent ? " %" : "")"
        content.typed[key, default: []].append(prose.location(of: number.range, in: passage))
      }
      for link in passage.links where link.hasPrefix("#") {
        content.links[link, default: []].append(passage.location)
      }
    }
    return content
  }

  private func place(
    of indices: Range<Int>, _ lexemes: [Lexeme], _ passage: Passage, _ prose: Prose
  ) -> SourceLocation {
    prose.location(
      of: lexemes[indices.lowerBound].range
        .lowerBound..<lexemes[indices.upperBound - 1].range.upperBound,
      in: passage)
  }

  /// The citation without what only changes its words.
  private func key(of query: CitationQuery) -> String? {
    var parts: [String] = []
    switch query.subject {
    case .cell(let cell): parts.append(cell.text)
    // Where a language puts the period into words differs from language to language.
    case .period, .periodStart, .periodEnd, .edition, .release: return nil
    case .fact(let id): parts.append("fact \(id)")
    }
    for function in query.functions {
      switch function {
      case .share(let base): parts.append("share \(base?.text ?? "")")
      case .previous(let period): parts.append("previous \(period?.id ?? "")")
      case .change: parts.append("change")
      case .difference: parts.append("difference")
      case .distinct(let dimension): parts.append("distinct \(dimension)")
      case .top(let count, let dimension): parts.append("top \(count) \(dimension)")
      // Words for a number are the language’s own matter.
      case .direction, .plural, .claim: return nil
      case .words, .ordinal, .lower, .capital, .inCase: break
      }
    }
    return parts.joined(separator: " | ")
  }

  private func figures(in block: Block<Authored>) -> [String] {
    guard case .embed(let request) = block.content, [.chart, .table].contains(request.kind) else {
      return []
    }
    return [request.argument]
  }
}

extension Diagnostic {
  fileprivate static func numberMissing(
    _ citation: String, in language: Language, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .parityNumber, at: place, "\(language.name) does not cite “\(citation)” in this article",
      help: "cite it there too, or take it out here")
  }

  fileprivate static func typedDiffers(
    _ number: String, in language: Language, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .parityNumber, at: place,
      "\(language.name) has another number than \(number) in this article",
      help: "write the same number in every language, best as a citation")
  }

  fileprivate static func dayMissing(
    _ day: String, in language: Language, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .parityNumber, at: place, "\(language.name) does not have \(day) in this article",
      help: "write the same day or year in every language")
  }

  fileprivate static func linkMissing(
    _ link: String, in language: Language, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .parityLink, at: place, "\(language.name) does not point to “\(link)” in this article",
      help: "point to the same places in every language")
  }

  fileprivate static func figuresDiffer(
    _ first: Language, _ other: Language, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .parityFigure, at: place,
      "\(other.name) places other figures, or in another order, than \(first.name)",
      help: "place the same figures in the same order in every language")
  }
}
