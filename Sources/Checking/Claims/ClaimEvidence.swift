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

  func verdict(
    on claim: StatedClaim, _ queries: [CitationQuery], _ quantities: [Quantity]
  ) -> Verdict {
    let cells = queries.compactMap { query -> CellReference? in
      if case .cell(let cell) = query.subject { cell } else { nil }
    }
    let facts = quantities.filter { quantity in
      if case .fact = quantity.origin { !quantity.isPercent } else { false }
    }
    switch claim {
    case .mostly:
      return queries.isEmpty ? .unknown : .follows
    case .majority:
      if cells.contains(where: { share(of: $0).map { $0 > 0.5 } ?? false }) { return .follows }
      if let part = facts.first?.value, let whole = facts.dropFirst().map(\.value).max() {
        return min(part, whole) * 2 > max(part, whole) ? .follows : .refuted
      }
      return cells.isEmpty ? .unknown : .refuted
    case .fraction(let percent):
      let shares = cells.compactMap { share(of: $0) }.filter { $0 < 1 }
      let range = Double(percent - 5) / 100...Double(percent + 5) / 100
      if shares.contains(where: range.contains) { return .follows }
      return shares.isEmpty ? .unknown : .refuted
    case .quantified:
      let shares = cells.compactMap { share(of: $0) }.filter { $0 < 1 }
      if shares.contains(where: { $0 >= 0.9 }) { return .follows }
      return shares.isEmpty ? .unknown : .refuted
    case .more, .fewer, .multiplied:
      return compared(claim, queries, cells)
    }
  }

  private func compared(
    _ claim: StatedClaim, _ queries: [CitationQuery], _ cells: [CellReference]
  ) -> Verdict {
    let isCompared = queries.contains { query in
      query.functions.contains { function in
        switch function {
        case .previous, .change, .difference: true
        default: false
        }
      }
    }
    let pairs = cells.compactMap { cell in pair(of: cell, queries) }
    let isTrue = pairs.contains { now, before in
      switch claim {
      case .more: now > before
      case .fewer: now < before
      case .multiplied(let factor): Double(now) >= Double(before) * (Double(factor) - 0.1)
      default: false
      }
    }
    if isTrue { return .follows }
    if !pairs.isEmpty { return .refuted }
    // Two groups set side by side: more women than men.
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
    guard let part = edition.count(.count(cell)).value else { return nil }
    let whole =
      edition.count(.count(CellReference(measure: cell.measure, conditions: []))).value
      ?? edition.tables.first {
        $0.measure.id == cell.measure && $0.declaration.filter.isEmpty
      }?.total?.value
    guard let whole, whole > 0 else { return nil }
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
