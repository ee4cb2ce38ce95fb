import Composition
import Diagnostics
import DocumentModel
import Localization
import Statistics

/// Finds claims in words that no cited number bears out.
struct ClaimChecks {
  let language: Language
  let evidence: ClaimEvidence
  /// What no column can prove, in the words of the text, in small letters.
  let statements: [String]

  func findings(on checked: CheckedPassage, in prose: Prose) -> [Diagnostic] {
    checked.clauses.flatMap { clause -> [Diagnostic] in
      let found = approximations(in: clause, checked, prose) + adults(in: clause, checked, prose)
      if !found.isEmpty { return found }
      return claim(in: clause, of: checked, prose).map { [$0] } ?? []
    }
  }

  private func claim(
    in clause: Sentence, of checked: CheckedPassage, _ prose: Prose
  ) -> Diagnostic? {
    guard let (words, offset, claim) = stated(in: clause.text) else { return nil }
    if statements.contains(where: { clause.text.contains($0) }) { return nil }
    let queries = checked.queries(in: clause)
    if queries.contains(where: \.provesClaim) { return nil }
    let start = clause.range.lowerBound + offset
    let end = min(checked.passage.scalars.count, start + words.unicodeScalars.count)
    let place = prose.location(of: start..<end, in: checked.passage)
    return switch evidence.verdict(on: claim, queries, clause.quantities) {
    case .follows: nil
    case .refuted: .untrue(words, at: place)
    case .unknown: .unbound(words, at: place)
    }
  }

  private func stated(
    in text: LoweredText
  ) -> (words: String, offset: Int, claim: StatedClaim)? {
    for (words, claim) in language.claimWords {
      guard let offset = text.offset(of: words) else { continue }
      let next = text.word(from: offset + words.unicodeScalars.count)
      if !language.isIdiom(words, after: text.word(before: offset), then: next) {
        return (words, offset, claim)
      }
    }
    let compared = language.comparisons
    for (list, claim) in [(compared.more, StatedClaim.more), (compared.fewer, .fewer)] {
      for words in list {
        guard let offset = text.offset(of: words, isWhole: true) else { continue }
        let rest = text.words(from: offset + words.unicodeScalars.count, count: 7)
        // More than three: a limit, not a comparison. More than that: a turn of speech.
        guard let than = rest.firstIndex(of: compared.than), than > 0 || isNamed(rest) else {
          continue
        }
        return (words, offset, claim)
      }
    }
    guard language.countedThings.contains(where: text.contains) else { return nil }
    let moved = language.movements
    for (list, claim) in [(moved.more, StatedClaim.more), (moved.fewer, .fewer)] {
      for words in list {
        if let offset = text.offset(of: words, isWhole: true) { return (words, offset, claim) }
      }
    }
    return nil
  }

  /// *Fewer than in January*, *vähemmän kuin viime vuonna*: what follows is a time.
  private func isNamed(_ rest: [String]) -> Bool {
    let times = [
      "in", "last", "a", "the", "viime", "vuonna", "edellis", "vuotta", "i", "under", "förra",
      "året", "tammi", "heinä",
    ]
    guard rest.count > 1 else { return false }
    return times.contains { rest[1] == $0 || ($0.count > 3 && rest[1].hasPrefix($0)) }
  }

  /// A cited number is exact: neither *over* nor *almost* it is true.
  private func approximations(
    in clause: Sentence, _ checked: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    let passage = checked.passage
    return clause.quantities.compactMap { quantity in
      let before = passage.scalars[clause.range.lowerBound..<quantity.range.lowerBound]
      let lead = String(String.UnicodeScalarView(before)).lowercased()
        .split(whereSeparator: \.isWhitespace).suffix(3).joined(separator: " ")
      let word = language.approximations.first { lead == $0 || lead.hasSuffix(" \($0)") }
      guard let word else { return nil }
      let start = quantity.range.lowerBound - word.unicodeScalars.count - 1
      let place = prose.location(of: max(0, start)..<quantity.range.upperBound, in: passage)
      switch quantity.origin {
      case .cited: return .exact(word, at: place)
      case .fact: return nil
      case .typed:
        let isProven = checked.queries.contains(where: \.provesClaim)
        return isProven ? nil : .unbound(word, at: place)
      }
    }
  }

  /// *880 adult clients* with minors among them.
  private func adults(
    in clause: Sentence, _ checked: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    clause.quantities.compactMap { quantity in
      guard case .cited(let query) = quantity.origin, case .cell(let cell) = query.subject
      else { return nil }
      let offset = quantity.range.upperBound - clause.range.lowerBound
      let next = clause.text.words(from: offset, count: 2)
      guard
        let word = next.first(where: { word in language.adultWords.contains(where: word.hasPrefix) }
        ), let isOpen = evidence.mayHoldMinors(cell), isOpen
      else { return nil }
      let place = prose.location(of: quantity.range, in: checked.passage)
      return .minors(word, at: place)
    }
  }
}

extension CheckedPassage {
  func queries(in sentence: Sentence) -> [CitationQuery] {
    let first = passage.scalars[..<sentence.range.lowerBound].count { $0 == Passage.mark }
    return sentence.citations.indices.compactMap { parsed[first + $0] }
  }
}

extension CitationQuery {
  /// A function that is an error when the words beside it are not true.
  var provesClaim: Bool {
    functions.contains { function in
      switch function {
      case .claim, .direction: true
      default: false
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unbound(_ words: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .claimUnbound, at: place, "“\(words)” is claimed without a number that bears it out",
      help: "add {{measure … | is majority}} or the like, or declare the statement in facts.yaml")
  }

  fileprivate static func untrue(_ words: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .claimUntrue, at: place, "“\(words)” does not follow from the numbers of this sentence",
      help: "write what the numbers bear out, or prove it with {{measure … | is majority}}")
  }

  fileprivate static func exact(_ word: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .claimUntrue, at: place, "“\(word)” stands before a number that is exact",
      help: "leave the word out, or write a round number and prove it: {{measure | is over 900}}")
  }

  fileprivate static func minors(_ word: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .claimUntrue, at: place, "“\(word)” is said of people among whom minors may be counted",
      help: "leave the word out, or cite those alone who were of age, as in {{measure age=…}}")
  }
}
