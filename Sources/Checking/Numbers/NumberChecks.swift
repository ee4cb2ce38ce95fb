import Composition
import Diagnostics
import Localization

/// Finds numbers typed by hand.
struct NumberChecks {
  let language: Language
  let facts: FactIndex

  func findings(on passage: CheckedPassage, in prose: Prose) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for number in passage.numbers where !isBound(number, passage) {
      let place = prose.location(of: number.range, in: passage.passage)
      let written = passage.passage.words(in: number.range)
      if number.isForeign || number.isBroken {
        findings.append(.format(written, number, language, at: place))
      }
      findings.append(finding(on: written, number, words(around: number, passage), at: place))
    }
    findings += passage.countWords.filter { !$0.isShare }.map { word in
      .unbound(
        passage.passage.words(in: word.range),
        at: prose.location(of: word.range, in: passage.passage))
    }
    return findings
  }

  /// *Almost a thousand* beside a citation that proves it: `{{clients | is almost 1000}}`.
  private func isBound(_ number: TypedNumber, _ passage: CheckedPassage) -> Bool {
    passage.queries.contains { query in
      query.functions.contains { function in
        guard case .claim(let claim) = function else { return false }
        return claim.number.map { $0.value == number.value && $0.isPercent == number.isPercent }
          ?? false
      }
    }
  }

  private func words(around number: TypedNumber, _ passage: CheckedPassage) -> SentenceWords {
    let sentence = passage.sentences.first { $0.range.contains(number.range.lowerBound) }
    return SentenceWords(sentence?.text ?? passage.passage.lowered, language: language)
  }

  private func finding(
    on written: String, _ number: TypedNumber, _ sentence: SentenceWords, at place: SourceLocation
  ) -> Diagnostic {
    if number.isRough { return .unbound(written, at: place) }
    if number.isWhole || number.isPercent,
      let citation = facts.citation(of: number.value, isPercent: number.isPercent, in: sentence)
    {
      return number.isWhole
        ? .equal(written, citation: citation, at: place)
        : .near(written, language.percent(number.value), citation: citation, at: place)
    }
    if let near = near(number, sentence) {
      let known = number.isPercent ? language.percent(near.value) : language.number(near.value)
      return .near(written, known, citation: near.citation, at: place)
    }
    return .unbound(written, at: place)
  }

  /// *Two out of three*: a share in words that is neither cited nor borne out.
  func finding(
    on ratio: Ratio, _ words: String, _ sentence: SentenceWords, at place: SourceLocation
  ) -> Diagnostic {
    facts.citation(of: ratio.percent, isPercent: true, in: sentence)
      .map { .near(words, language.percent(ratio.percent), citation: $0, at: place) }
      ?? .unbound(words, at: place)
  }

  private func near(_ number: TypedNumber, _ sentence: SentenceWords) -> FactIndex.Offer? {
    if let digits = number.bareDigits {
      // 1.09 for 109: a separator where none belongs.
      guard !number.isPercent, digits >= 100 else { return nil }
      return facts.citation(of: digits, isPercent: false, in: sentence)
        .map { FactIndex.Offer(value: digits, citation: $0) }
    }
    // Nobody writes a round number in words by a slip of the finger.
    if number.isInWords, number.value.isMultiple(of: 10) { return nil }
    return facts.near(number.value, isPercent: number.isPercent, in: sentence)
  }
}

extension Claim {
  /// The number that the words beside the claim may say.
  var number: (value: Int, isPercent: Bool)? {
    switch self {
    case .overPercent(let percent), .underPercent(let percent): (percent, true)
    case .over(let number), .under(let number), .almost(let number), .about(let number):
      (number, false)
    case .largest, .majority, .aboutHalf, .almostHalf, .more, .fewer, .multiplied: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func equal(
    _ written: String, citation: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .numberNear, at: place, "“\(written)” is typed by hand and equals a number of the data",
      help: "write {{\(citation)}} if that is meant; cite or declare what it is otherwise")
  }

  fileprivate static func near(
    _ written: String, _ known: String, citation: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .numberNear, at: place, "“\(written)” is typed by hand and close to \(known)",
      help: "write {{\(citation)}} if that is meant; cite or declare what it is otherwise")
  }

  fileprivate static func unbound(_ written: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .numberUnbound, at: place, "“\(written)” is typed by hand and comes from nowhere",
      help:
        "cite it from the data, or declare it in facts.yaml with its source and write {{fact …}}")
  }

  fileprivate static func format(
    _ written: String, _ number: TypedNumber, _ language: Language, at place: SourceLocation
  ) -> Diagnostic {
    guard number.isWhole, number.value < .max else {
      return Diagnostic(
        .numberFormat, at: place,
        "“\(written)” is not how \(language.inMessages) writes this number",
        help: "write \(language.decimals(of: written)), or better cite it")
    }
    let value = number.isHyphenated ? -number.value : number.value
    let right = number.isPercent ? language.percent(value) : language.number(value)
    return Diagnostic(
      .numberFormat, at: place, "“\(written)” is not how \(language.inMessages) writes this number",
      help: "write \(right), or better cite it")
  }
}

extension Language {
  /// The number with the decimal sign and percent sign of this language.
  fileprivate func decimals(of written: String) -> String {
    let plain = written.filter { $0.isNumber || $0 == "." || $0 == "," }
    let swapped = plain.replacing(self == .en ? "," : ".", with: self == .en ? "." : ",")
    let signed = (written.hasPrefix("-") ? "\u{2212}" : "") + swapped
    guard written.hasSuffix("%") else { return signed }
    return signed + (self == .en ? "%" : "\u{A0}%")
  }
}
