import Composition
import Diagnostics
import Localization
import Statistics

/// Finds parts that do not reach their whole, and shares that do not come from their counts.
struct ArithmeticChecks {
  let language: Language
  let edition: ProtectedEdition

  func findings(in prose: Prose, _ passages: [CheckedPassage]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let cells = Set(prose.tables.flatMap { $0.first..<($0.first + $0.rows.reduce(0, +)) })
    for (index, passage) in passages.enumerated() where !cells.contains(index) {
      for sentence in passage.sentences {
        if let open = openParts(in: sentence, of: passage, prose) { findings.append(open) }
        findings += wrongShares(in: sentence, of: passage, prose)
      }
    }
    for list in prose.lists {
      if let open = TypedListCheck(list: list, passages: passages).finding(in: prose) {
        findings.append(open)
      }
    }
    for table in prose.tables {
      findings += TypedTableCheck(table: table, passages: passages, language: language)
        .findings(in: prose)
    }
    return findings
  }

  /// Parts of one dimension that stand beside their whole, or typed parts that nearly reach it.
  private func openParts(
    in sentence: Sentence, of passage: CheckedPassage, _ prose: Prose
  ) -> Diagnostic? {
    let counts = sentence.quantities.filter { !$0.isPercent }
    let shares = sentence.quantities.filter(\.isPercent)
    if isOpen(shares: shares), let last = shares.last {
      return .open(at: prose.location(of: last.range, in: passage.passage))
    }
    guard counts.count >= 3, let last = counts.last else { return nil }
    let place = prose.location(of: last.range, in: passage.passage)
    if counts.contains(where: { !$0.isCited }) {
      if counts.count >= 4 { return isOpen(counts.map(\.value)) ? .open(at: place) : nil }
      guard let whole = namedWhole(of: counts, in: sentence) else { return nil }
      return isNearlyOpen(counts, whole) ? .open(at: place) : nil
    }
    return openCells(in: counts) ? .open(at: place) : nil
  }

  /// Two shares that are nearly the whole, or more of them that rounding does not explain.
  private func isOpen(shares: [Quantity]) -> Bool {
    guard shares.count >= 2, shares.contains(where: { !$0.isCited }) else { return false }
    let sum = shares.reduce(0) { $0 + min($1.value, 1000) }
    let slack = shares.count == 2 ? 0 : shares.count / 2
    return abs(sum - 100) > slack && (95...105).contains(sum)
  }

  /// The whole of two parts, where words say that it is one: *of the 109*, *109 in all*.
  private func namedWhole(of counts: [Quantity], in sentence: Sentence) -> Quantity? {
    guard let whole = counts.max(by: { $0.value < $1.value }), whole.value < .max else {
      return nil
    }
    let start = sentence.range.lowerBound
    let before = sentence.text.words(before: whole.range.lowerBound - start, count: 2)
    let after = sentence.text.words(from: whole.range.upperBound - start, count: 3)
    // Asiakkaista (992): the elative says of what the others are parts.
    let isElative =
      language == .fi && before.contains { $0.hasSuffix("ista") || $0.hasSuffix("istä") }
    let isWhole =
      isElative || before.contains(where: language.wholeWords.contains)
      || after.contains(where: language.wholeWords.contains)
    return isWhole ? whole : nil
  }

  private func isNearlyOpen(_ counts: [Quantity], _ whole: Quantity) -> Bool {
    guard counts.allSatisfy({ $0.value < 1_000_000_000 }) else { return false }
    let sum = counts.reduce(0) { $0 + $1.value } - whole.value
    return sum != whole.value && abs(sum - whole.value) * 20 <= max(whole.value, 40)
  }

  /// One number is nearly the sum of three or more others.
  ///
  /// Sums that are far from it list something else.
  private func isOpen(_ values: [Int]) -> Bool {
    guard let whole = values.max(), whole >= 10, whole < .max,
      let place = values.firstIndex(of: whole)
    else { return false }
    var parts = values
    parts.remove(at: place)
    let sum = parts.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    // Some numbers of the sentence may be no parts; any run of three that fits will do.
    for start in parts.indices {
      var run = 0
      for end in start..<parts.count {
        run += parts[end]
        if run == whole, end - start >= 1 { return false }
      }
    }
    return sum != whole && sum * 5 >= whole * 4 && sum * 5 <= whole * 6
  }

  private func openCells(in counts: [Quantity]) -> Bool {
    let cells = counts.compactMap { quantity -> (CellReference, Int)? in
      guard case .cited(let query) = quantity.origin, case .cell(let cell) = query.subject,
        query.functions.allSatisfy(\.keepsNumber)
      else { return nil }
      return (cell, quantity.value)
    }
    for (whole, total) in cells {
      var parts: [CellReference: Int] = [:]
      for (cell, value) in cells
      where cell.measure == whole.measure && cell.conditions.count == whole.conditions.count + 1
        && whole.conditions.allSatisfy(cell.conditions.contains)
      {
        parts[cell] = value
      }
      let dimensions = Set(parts.keys.flatMap { $0.conditions.map(\.dimension) })
        .subtracting(whole.conditions.map(\.dimension))
      guard dimensions.count == 1, parts.count >= 3 else { continue }
      if parts.values.reduce(0, +) != total { return true }
    }
    return false
  }

  /// A share typed beside the two counts that it should come from.
  private func wrongShares(
    in sentence: Sentence, of passage: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    let counts = sentence.quantities.filter { !$0.isPercent && $0.value < .max }
    guard counts.count >= 2, let whole = counts.map(\.value).max(), whole > 0 else { return [] }
    var findings: [Diagnostic] = []
    for share in sentence.quantities where share.isPercent && !share.isCited {
      let parts = counts.filter { $0.value < whole }
      func distance(_ quantity: Quantity) -> Int {
        min(
          abs(quantity.range.lowerBound - share.range.upperBound),
          abs(share.range.lowerBound - quantity.range.upperBound))
      }
      guard let part = parts.min(by: { distance($0) < distance($1) }),
        let right = percentage(part.value, of: whole), right != share.value
      else { continue }
      // Shares of something else stand beside counts too; a slip is near the truth.
      let isBeside = distance(part) <= 3 || counts.count == 2
      guard abs(right - share.value) <= (isBeside ? 25 : 10),
        !parts.contains(where: { percentage($0.value, of: whole) == share.value })
      else { continue }
      let place = prose.location(of: share.range, in: passage.passage)
      findings.append(
        .wrongShare(passage.passage.words(in: share.range), language.percent(right), at: place))
    }
    return findings
  }
}

extension Language {
  /// Words beside a number that make it the whole of others.
  fileprivate var wholeWords: Set<String> {
    switch self {
    case .en: ["of", "all", "total", "altogether", "together"]
    case .fi: ["yhteensä", "kaikkiaan", "joista", "asiakkaasta", "ihmisestä", "heitä"]
    case .sv: ["av", "sammanlagt", "totalt", "tillsammans", "inalles", "varav"]
    }
  }
}

extension CitationQuery.Function {
  /// The count itself is read, in digits or words.
  fileprivate var keepsNumber: Bool {
    switch self {
    case .words, .capital, .lower: true
    default: false
    }
  }
}

extension Diagnostic {
  static func open(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .partsOpen, at: place, "The parts do not reach their whole",
      help: "correct the number that is wrong, name the rest too, or leave the whole out")
  }

  static func wrongShare(_ written: String, _ right: String, at place: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      .shareWrong, at: place, "“\(written)” does not come from the counts beside it",
      help: "they give \(right); cite the share, as in {{measure … | share}}")
  }
}
