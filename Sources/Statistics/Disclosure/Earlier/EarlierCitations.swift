import Periods

/// Numbers of earlier periods that texts say again: together they tell of no small group either.
///
/// Each of them was published, but perhaps not side by side.
struct EarlierCitations {
  /// What must not be said again beside the others.
  private(set) var hidden: Set<FactRequest> = []

  private struct Citation {
    let name: String
    let request: FactRequest
    let region: Region
    let period: Period
    let value: Int
  }

  /// - `value`: what was published of a cell for an earlier period.
  init(
    _ requests: Set<FactRequest>, _ reading: RegionReading, _ policy: DisclosurePolicy,
    value: (CellReference, Period) -> Int?
  ) {
    var all: [Citation] = []
    for request in requests {
      guard case .earlier(let reference, let period) = request, !reference.namesRest,
        let region = reading.region(of: reference), let value = value(reference, period)
      else { continue }
      all.append(
        Citation(
          name: reference.text, request: request, region: region, period: period, value: value))
    }
    for citations in Dictionary(grouping: all, by: \.period).values {
      for whole in citations { hide(partsOf: whole, citations, policy) }
    }
    for whole in all where !whole.region.basis.isOfStocks {
      hide(timesOf: whole, all.filter { $0.region == whole.region }, policy)
    }
  }

  /// Of the parts of a time that leave few of it, none is said again.
  private mutating func hide(
    timesOf whole: Citation, _ citations: [Citation], _ policy: DisclosurePolicy
  ) {
    let parts = citations.filter {
      $0.period != whole.period && whole.period.contains($0.period)
    }.sorted { ($0.period.monthCount, $0.period.start) < ($1.period.monthCount, $1.period.start) }
    var apart: [Citation] = []
    for part in parts where !apart.contains(where: { part.period.days.overlaps($0.period.days) }) {
      apart.append(part)
    }
    let rest = whole.value - apart.reduce(0) { $0 + $1.value }
    if !apart.isEmpty, rest > 0, policy.isSmall(rest) { hidden.formUnion(apart.map(\.request)) }
  }

  /// Of the categories of one dimension that leave few of a whole, none is said again.
  private mutating func hide(
    partsOf whole: Citation, _ citations: [Citation], _ policy: DisclosurePolicy
  ) {
    let parts = citations.filter { $0.region != whole.region && $0.region.isWithin(whole.region) }
    for dimension in Set(parts.flatMap { $0.region.codes.keys }).sorted() {
      let own = parts.filter { part in
        part.region.dropping(dimension) == whole.region.dropping(dimension)
      }.sorted {
        ($0.region.codes[dimension]?.count ?? 0, $0.name)
          < ($1.region.codes[dimension]?.count ?? 0, $1.name)
      }
      var apart: [Citation] = []
      for part in own
      where apart.allSatisfy({ other in
        part.region.codes[dimension].flatMap { codes in
          other.region.codes[dimension]?.isDisjoint(with: codes)
        } ?? false
      }) {
        apart.append(part)
      }
      let rest = whole.value - apart.reduce(0) { $0 + $1.value }
      if rest > 0, policy.isSmall(rest) { hidden.formUnion(apart.map(\.request)) }
    }
  }
}
