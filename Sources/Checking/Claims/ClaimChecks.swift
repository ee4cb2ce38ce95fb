import Composition
import Diagnostics
import DocumentModel
import Localization
import Statistics

/// Finds claims in words that no cited number bears out.
struct ClaimChecks {
  let language: Language
  let evidence: ClaimEvidence
  let numbers: NumberChecks
  let hidden: HiddenCategories
  /// Declared numbers of persons, by their names.
  let numbersOfPersons: Set<String>
  /// What no column can prove, in the words of the text, in small letters.
  let statements: [String]

  /// *Estonia: 1* says of nobody who they are.
  private static let fewWords = 4

  func findings(on checked: CheckedPassage, in prose: Prose) -> [Diagnostic] {
    checked.clauses.flatMap { clause -> [Diagnostic] in
      let found =
        approximations(in: clause, checked, prose) + adults(in: clause, checked, prose)
        + ratios(in: clause, checked, prose) + declared(in: clause, checked, prose)
      if !found.isEmpty { return found }
      if let stated = statedClaim(in: clause.text, language),
        stated.claim != .equal || hiddenName(in: clause, of: checked) != nil
      {
        return claim(stated, in: clause, of: checked, prose).map { [$0] } ?? []
      }
      let shares = shares(in: clause, checked, prose)
      return shares.isEmpty ? hints(in: clause, checked, prose) : shares
    } + checked.sentences.flatMap { minorsAmongAdults(in: $0, checked, prose) }
  }

  /// *A third held a visa*, *doubling the number of clients*: shares and multiples in other words than those
  /// of claims.
  private func shares(
    in clause: Sentence, _ checked: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    let words = checked.countWords.filter {
      $0.isShare && clause.range.contains($0.range.lowerBound)
    }
    guard !words.isEmpty, !checked.queries(in: clause).contains(where: \.provesClaim),
      !checked.ratios.contains(where: { clause.range.contains($0.range.lowerBound) }),
      !statements.contains(where: { clause.text.contains($0) })
    else { return [] }
    return words.map { word in
      unproven(
        checked.passage.words(in: word.range), in: clause, of: checked,
        at: prose.location(of: word.range, in: checked.passage))
    }
  }

  /// *A few held a visa*, *the smallest group came from Kenya*, *equally many came from Iran and Kenya*, where
  /// no table shows how many.
  private func hints(
    in clause: Sentence, _ checked: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    let text = checked.passage.words(in: clause.range)
    // What may be or has to be is said of anybody.
    guard let name = hidden.named(in: text), language.tellsOfPast(clause.text.allWords),
      !checked.queries(in: clause).contains(where: \.provesClaim),
      !statements.contains(where: { clause.text.contains($0) })
    else { return [] }
    return Checking.hints(in: clause.text, language).filter { hint in
      let end = hint.offset + hint.words.unicodeScalars.count
      let next = clause.text.word(from: end)
      return switch hint.claim {
      // *In some cases*, *some experts came*: nobody is counted.
      case .vague:
        isOfPersons(clause.text, before: hint.offset, after: end)
          && !["in", "i"].contains(clause.text.word(before: hint.offset))
      case .extreme: language.groupWords.contains(where: next.hasPrefix)
      default: true
      }
    }.prefix(1).map { hint in
      let start = clause.range.lowerBound + hint.offset
      return .hidden(
        hint.words, of: name,
        at: prose.location(
          of: start..<(start + hint.words.unicodeScalars.count), in: checked.passage))
    }
  }

  /// *A few held*, *some Kenyan women*, *kenialaisia naisia oli muutama*.
  private func isOfPersons(_ text: LoweredText, before start: Int, after end: Int) -> Bool {
    let next = text.words(from: end, count: 2)
    if language.tellsOfPerson(next.first ?? "") { return true }
    if next.count > 1 { return language.isPerson(next[1]) }
    return language == .fi && text.words(before: start, count: 2).contains(where: language.isPerson)
  }

  private func hiddenName(in clause: Sentence, of checked: CheckedPassage) -> String? {
    hidden.named(in: checked.passage.words(in: clause.range))
  }

  /// A claim of what is not shown would tell of it.
  private func unproven(
    _ words: String, in clause: Sentence, of checked: CheckedPassage, at place: SourceLocation
  ) -> Diagnostic {
    hiddenName(in: clause, of: checked).map { .hidden(words, of: $0, at: place) }
      ?? .unbound(words, at: place)
  }

  private func claim(
    _ stated: WordedClaim, in clause: Sentence, of checked: CheckedPassage, _ prose: Prose
  ) -> Diagnostic? {
    if statements.contains(where: { clause.text.contains($0) }) { return nil }
    let queries = checked.queries(in: clause)
    if queries.contains(where: \.provesClaim) { return nil }
    let start = clause.range.lowerBound + stated.offset
    let end = min(checked.passage.scalars.count, start + stated.words.unicodeScalars.count)
    let place = prose.location(of: start..<end, in: checked.passage)
    let than = stated.than.map { $0 + clause.range.lowerBound }
    return switch evidence.verdict(on: stated.claim, queries, clause.quantities, than: than) {
    case .follows: nil
    case .refuted: .untrue(stated.words, at: place)
    case .unknown: unproven(stated.words, in: clause, of: checked, at: place)
    }
  }

  /// *One in five*, *a third of*: a share in words.
  private func ratios(
    in clause: Sentence, _ checked: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    let ratios = checked.ratios.filter { clause.range.contains($0.range.lowerBound) }
    let queries = checked.queries(in: clause)
    guard !ratios.isEmpty, !queries.contains(where: \.provesClaim),
      !statements.contains(where: { clause.text.contains($0) })
    else { return [] }
    let sentence = SentenceWords(clause.text, language: language)
    return ratios.flatMap { ratio -> [Diagnostic] in
      let words = checked.passage.words(in: ratio.range)
      let place = prose.location(of: ratio.range, in: checked.passage)
      switch evidence.verdict(on: .fraction(ratio.percent), queries, clause.quantities) {
      case .follows: return []
      case .refuted: return [.untrue(words, at: place)]
      case .unknown:
        let typed =
          ratio.holdsNumber ? [numbers.finding(on: ratio, words, sentence, at: place)] : []
        return typed + [unproven(words, in: clause, of: checked, at: place)]
      }
    }
  }

  /// *{{fact visas}} held a visa*: a number of persons that is declared, of what is not shown.
  private func declared(
    in clause: Sentence, _ checked: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    clause.quantities.compactMap { quantity in
      guard case .fact(let id) = quantity.origin, numbersOfPersons.contains(id) else { return nil }
      let text = checked.passage.words(in: clause.range)
      let words = clause.text.allWords
      // A country or an authority may be that of others, such as trainers.
      let isOfTheCounted =
        words.count < ClaimChecks.fewWords || words.contains(where: language.isPerson)
      guard let name = isOfTheCounted ? hidden.named(in: text) : hidden.property(in: text) else {
        return nil
      }
      return .hidden(
        "fact \(id)", of: name, at: prose.location(of: quantity.range, in: checked.passage))
    }
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

  /// *880 adult clients*, *täysi-ikäisiä asiakkaita oli 880* of a count that may hold minors.
  private func adults(
    in clause: Sentence, _ checked: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    clause.quantities.compactMap { quantity in
      guard case .cited(let query) = quantity.origin, case .cell(let cell) = query.subject,
        let word = adultWord(beside: quantity, in: clause),
        let isOpen = evidence.mayHoldMinors(cell), isOpen
      else { return nil }
      return .minors(word, at: prose.location(of: quantity.range, in: checked.passage))
    }
  }

  private func adultWord(beside quantity: Quantity, in clause: Sentence) -> String? {
    func isAdult(_ word: String) -> Bool { language.adultWords.contains(where: word.hasPrefix) }
    let after = quantity.range.upperBound - clause.range.lowerBound
    if let word = clause.text.words(from: after, count: 2).first(where: isAdult) { return word }
    let before = quantity.range.lowerBound - clause.range.lowerBound
    return clause.text.words(before: before, count: 4).first(where: isAdult)
  }

  /// *880 adult clients, among them minors*: the sentence itself says so, whatever the number.
  private func minorsAmongAdults(
    in sentence: Sentence, _ checked: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    let among = language.amongWords.lazy.compactMap { phrase -> Int? in
      guard let place = sentence.text.offset(of: phrase) else { return nil }
      // A verb at most stands between: “including parents of children” says nothing of minors.
      let next = sentence.text.words(from: place + phrase.unicodeScalars.count, count: 2)
      let isOfMinors = next.contains { word in language.minorWords.contains(where: word.hasPrefix) }
      return isOfMinors ? place : nil
    }.first
    guard let among else { return [] }
    return sentence.quantities.compactMap { quantity in
      guard quantity.range.lowerBound < among + sentence.range.lowerBound,
        let word = adultWord(beside: quantity, in: sentence)
      else { return nil }
      return .minors(word, at: prose.location(of: quantity.range, in: checked.passage))
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

  fileprivate static func hidden(
    _ words: String, of name: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .claimHidden, at: place, "“\(words)” tells of “\(name)”, which some table does not show",
      help: "leave it out, or speak of a larger group that the edition shows")
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
