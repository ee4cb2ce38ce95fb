import Periods

/// Numbers of earlier periods that texts and series say again: together they tell of no small group either.
///
/// Each of them was published, but perhaps not side by side. What sealed editions said again counts too.
struct EarlierCitations {
  /// What must not be said again beside the others.
  private(set) var hidden: Set<FactRequest> = []

  private struct Citation {
    let name: String
    /// Nil for what a sealed edition said.
    let request: FactRequest?
    /// Said by a sealed edition of its own time.
    var isOfOwnTime = false
    /// A sealed edition said as much of its own time.
    var isKnown = false
    let region: Region
    let time: CountingTime
    let value: Int
  }

  /// - `earlier`: what sealed editions said.
  /// - `value`: what was published of a cell for an earlier period.
  init(
    _ requests: Set<FactRequest>, since earlier: [EarlierCounts], _ reading: RegionReading,
    _ policy: DisclosurePolicy, value: (CellReference, Period) -> Int?
  ) {
    var all = earlier.flatMap(\.saidAgain).compactMap { count in
      count.value.map {
        Citation(
          name: count.name, request: nil, region: count.region, time: count.time, value: $0)
      }
    }
    let sealed = earlier.flatMap(\.saidOfOwnTime)
    all += sealed.compactMap { count in
      count.value.map {
        Citation(
          name: count.name, request: nil, isOfOwnTime: true, region: count.region,
          time: count.time, value: $0)
      }
    }
    for request in requests {
      guard case .earlier(let reference, let period) = request, !reference.namesRest,
        let region = reading.region(of: reference), let value = value(reference, period)
      else { continue }
      let time: CountingTime = region.basis.isOfStocks ? .on(period.end) : .during(period)
      all.append(
        Citation(
          name: reference.text, request: request,
          isKnown: sealed.contains { $0.region == region && $0.time == time }, region: region,
          time: time, value: value))
    }
    // Where the edition says nothing, nothing is to be taken back.
    func isAsked(_ citations: [Citation]) -> Bool { citations.contains { $0.request != nil } }
    for citations in Dictionary(grouping: all, by: \.time).values where isAsked(citations) {
      for whole in citations { hide(partsOf: whole, citations, policy) }
    }
    for citations in Dictionary(grouping: all, by: \.region).values where isAsked(citations) {
      for whole in citations { hide(timesOf: whole, citations, policy) }
    }
  }

  /// Of the parts of a time that leave few of it, none is said again.
  private mutating func hide(
    timesOf whole: Citation, _ citations: [Citation], _ policy: DisclosurePolicy
  ) {
    guard case .during(let time) = whole.time else { return }
    let parts = citations.compactMap { part -> (period: Period, citation: Citation)? in
      guard case .during(let period) = part.time, period != time, time.contains(period) else {
        return nil
      }
      return (period, part)
    }.sorted { ($0.period.monthCount, $0.period.start) < ($1.period.monthCount, $1.period.start) }
    var apart: [(period: Period, citation: Citation)] = []
    for part in parts where !apart.contains(where: { part.period.days.overlaps($0.period.days) }) {
      apart.append(part)
    }
    if !apart.isEmpty { hide(apart.map(\.citation), of: whole, policy) }
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
      hide(apart, of: whole, policy)
    }
    var apart: [Citation] = []
    for part in parts.sorted(by: { ($1.value, $0.name) < ($0.value, $1.name) })
    where apart.allSatisfy({ $0.region.codes.isApart(from: part.region.codes) }) {
      apart.append(part)
    }
    if !apart.isEmpty { hide(apart, of: whole, policy) }
  }

  /// Where the edition says none of the parts, but the whole, that is not said again.
  private mutating func hide(_ parts: [Citation], of whole: Citation, _ policy: DisclosurePolicy) {
    let rest = whole.value - parts.reduce(0) { $0 + $1.value }
    guard rest > 0, policy.isSmall(rest) else { return }
    var own = parts.filter { $0.request != nil }
    var of = [whole]
    // What sealed editions told by themselves nobody can take back.
    if (parts + of).contains(where: \.isOfOwnTime) {
      own.removeAll(where: \.isKnown)
      of.removeAll(where: \.isKnown)
    }
    hidden.formUnion((own.isEmpty ? of : own).compactMap(\.request))
  }
}

extension EarlierCounts {
  /// Numbers of times before its own.
  fileprivate var saidAgain: [Count] {
    guard let own = Period(id: id) else { return [] }
    return counts.filter { $0.value != nil && !$0.isRest && $0.time.days.upperBound < own.start }
  }

  fileprivate var saidOfOwnTime: [Count] {
    guard let own = Period(id: id) else { return [] }
    return counts.filter { $0.value != nil && !$0.isRest && own.start <= $0.time.days.upperBound }
  }
}
