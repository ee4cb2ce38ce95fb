import Composition
import Statistics

/// Whether cited numbers bear out what words claim.
struct ClaimEvidence: Sendable {
  let edition: ProtectedEdition

  enum Verdict {
    case follows
    case refuted
    /// The sentence cites nothing that could tell.
    case unknown
  }

  /// - `than`: where the word for *than* stands, in code points of the passage.
  func verdict(
    on claim: StatedClaim, _ queries: [CitationQuery], _ quantities: [Quantity], than: Int? = nil
  ) -> Verdict {
    let cells = queries.compactMap { query -> CellReference? in
      if case .cell(let cell) = query.subject { cell } else { nil }
    }
    switch claim {
    case .mostly:
      return queries.isEmpty ? .unknown : .follows
    case .majority:
      let shares = shares(in: queries)
      if shares.contains(where: { $0 > 0.5 }) { return .follows }
      let facts = quantities.filter { quantity in
        if case .fact = quantity.origin { !quantity.isPercent } else { false }
      }
      if let part = facts.first?.value, let whole = facts.dropFirst().map(\.value).max() {
        return min(part, whole) * 2 > max(part, whole) ? .follows : .refuted
      }
      return shares.isEmpty ? .unknown : .refuted
    case .fraction(let percent):
      let shares = shares(in: queries)
      let range = Double(percent - 5) / 100...Double(percent + 5) / 100
      if shares.contains(where: range.contains) { return .follows }
      return shares.isEmpty ? .unknown : .refuted
    case .quantified:
      let shares = shares(in: queries)
      if shares.contains(where: { $0 >= 0.9 }) { return .follows }
      return shares.isEmpty ? .unknown : .refuted
    case .equal, .extreme, .vague: return .unknown
    case .more, .fewer, .multiplied, .halved:
      return compared(claim, queries, cells, sides: sides(of: than, quantities))
    }
  }

  /// The parts that a sentence cites: each of its measure, or of the whole it names.
  private func shares(in queries: [CitationQuery]) -> [Double] {
    queries.compactMap { query -> Double? in
      guard case .cell(let cell) = query.subject else { return nil }
      switch query.functions.first {
      case .top, .distinct: return nil
      case .share(let base?): return share(of: cell, in: base)
      default: return share(of: cell)
      }
    }
    .filter { $0 < 1 }
  }

  /// The counts right before and right after the word for *than*.
  private func sides(of than: Int?, _ quantities: [Quantity]) -> (Int, Int)? {
    guard let than else { return nil }
    let counts = quantities.filter { $0.isCited && !$0.isPercent }
    guard let left = counts.last(where: { $0.range.lowerBound < than }),
      let right = counts.first(where: { $0.range.lowerBound > than })
    else { return nil }
    return (left.value, right.value)
  }

  private func compared(
    _ claim: StatedClaim, _ queries: [CitationQuery], _ cells: [CellReference],
    sides: (Int, Int)?
  ) -> Verdict {
    func bearsOut(_ now: Int, _ before: Int) -> Bool {
      switch claim {
      case .more: now > before
      case .fewer: now < before
      case .multiplied(let factor): Double(now) >= Double(before) * (Double(factor) - 0.1)
      case .halved: Double(now) <= Double(before) * 0.55
      default: false
      }
    }
    let isCompared = queries.contains { query in
      query.functions.contains { function in
        switch function {
        case .previous, .change, .difference: true
        default: false
        }
      }
    }
    // Two groups set side by side: more women than men.
    if let sides, !isCompared { return bearsOut(sides.0, sides.1) ? .follows : .refuted }
    let pairs = cells.compactMap { cell in pair(of: cell, queries) }
    if pairs.contains(where: bearsOut) { return .follows }
    if !pairs.isEmpty { return .refuted }
    let values = Set(cells).compactMap { edition.count(.count($0)).value }
    if values.count >= 2, !isCompared { return .follows }
    return .unknown
  }

  /// The count now and in the compared period, when the sentence or a series tells both.
  private func pair(of cell: CellReference, _ queries: [CitationQuery]) -> (now: Int, before: Int)?
  {
    guard let now = edition.count(.count(cell)).value else { return nil }
    for query in queries where query.subject == .cell(cell) {
      if case .previous(let period?) = query.functions.first,
        let before = edition.count(.earlier(cell, period)).value
      {
        return (now, before)
      }
    }
    guard cell.conditions.isEmpty,
      let series = edition.tables.first(where: {
        $0.measure.id == cell.measure && $0.declaration.sinceYear != nil
      }), let axis = series.axes.first
    else { return nil }
    let place = axis.categories.firstIndex {
      if case .period(let period, _) = $0 {
        period == edition.period.adding(years: -1)
      } else {
        false
      }
    }
    guard let place, series.axes.count == 1, let before = series[[place]].value else { return nil }
    return (now, before)
  }

  /// Of its whole measure.
  private func share(of cell: CellReference) -> Double? {
    let measure = CellReference(measure: cell.measure, conditions: [])
    return share(of: cell, in: measure)
      ?? edition.tables.first {
        $0.measure.id == cell.measure && $0.declaration.filter.isEmpty
      }?.total?.value.flatMap { share(of: cell, whole: $0) }
  }

  private func share(of cell: CellReference, in base: CellReference) -> Double? {
    edition.count(.count(base)).value.flatMap { share(of: cell, whole: $0) }
  }

  private func share(of cell: CellReference, whole: Int) -> Double? {
    guard whole > 0, let part = edition.count(.count(cell)).value else { return nil }
    return Double(part) / Double(whole)
  }

  /// Nil for what is not counted by age.
  func mayHoldMinors(_ cell: CellReference) -> Bool? {
    let declaration = edition.declaration
    var isCountedByAge = false
    for dimension in declaration.dimensions {
      let codes = declaration.codeList(of: dimension).codes
      let adults = Set(codes.filter { Int($0.attributes["min"] ?? "") ?? 0 >= 18 }.map(\.code))
      let isAge = codes.contains { $0.attributes["max"].flatMap(Int.init) ?? .max < 18 }
      guard isAge, declaration.isCounted(cell.measure, by: dimension) else { continue }
      isCountedByAge = true
      let named = cell.conditions.first { $0.dimension == dimension.id && $0.attribute == nil }
      if let named, named.values.allSatisfy(adults.contains) { return false }
    }
    return isCountedByAge ? true : nil
  }
}
