import Periods

/// Records that are counted by two days of theirs, of which one holds the other: who was met is among those who
/// came, until both leave, and of those who leave only some were met.
///
/// The rules say that one day is never before another, so that each group of the one is in the same group of the
/// other; those who are in the larger one alone are a group of persons too.
struct NestedBases {
  let counting: Counting
  /// By record set.
  let implications: [String: Implications]
  let excepted: Excepted
  let protects: (Region) -> Bool

  /// Ties every group that either of some stocks tells, at each time of which both are told.
  ///
  /// - `classes`: groups that what is told leaves of each other.
  func addStocks(to network: inout FactNetwork, _ classes: [FactNetwork.Statement]) {
    for (part, whole) in stocks { tie(part, whole, in: &network, classes, asksBoth: true) }
  }

  /// Ties those who left a stock to all who left, of whom some never came.
  func addLeavers(to network: inout FactNetwork, _ classes: [FactNetwork.Statement]) {
    for (part, whole) in leavers { tie(part, whole, in: &network, classes, asksBoth: false) }
  }

  private func tie(
    _ part: Region.Basis, _ whole: Region.Basis, in network: inout FactNetwork,
    _ classes: [FactNetwork.Statement], asksBoth: Bool
  ) {
    func told(_ basis: Region.Basis) -> [FactNetwork.Statement] {
      (network.statements + classes).filter { $0.region.basis == basis }
    }
    let (smaller, larger) = (told(part), told(whole))
    var times = Set(larger.map { time(of: $0) })
    if asksBoth { times.formIntersection(smaller.map { time(of: $0) }) }
    var records = BasisTallies(counting.dataset)
    for days in times.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    ) {
      var met: Set<CaseDefinitions.Box> = []
      for statement in smaller + larger where time(of: statement) == days {
        let codes = implications.canonical(statement.region).codes
        guard met.insert(codes).inserted else { continue }
        tie(codes, part, whole, days, &records, in: &network)
      }
    }
  }

  private func time(of statement: FactNetwork.Statement) -> ClosedRange<Day> {
    statement.region.basis.isOfStocks
      ? statement.days.upperBound...statement.days.upperBound : statement.days
  }

  private func tie(
    _ codes: CaseDefinitions.Box, _ part: Region.Basis, _ whole: Region.Basis,
    _ days: ClosedRange<Day>, _ records: inout BasisTallies, in network: inout FactNetwork
  ) {
    func state(_ basis: Region.Basis) -> (count: Int, tally: Tally) {
      let tally = records.tally(of: codes, basis, in: days)
      let region = Region(basis: basis, codes: codes)
      let name = ClassNames(counting.declaration, of: basis).name(of: region)
      let isOwn = network.isOwn(days, of: basis)
      return (
        network.state(
          tally, region, in: days, name: isOwn ? name : "\(name) (\(days.upperBound))"), tally
      )
    }
    let (inner, outer) = (state(part), state(whole))
    let isToldBefore = [inner, outer].allSatisfy { network.counts[$0.count].wasPublished }
    // A record that breaks the order is reported, and counted all the same.
    guard inner.tally.count <= outer.tally.count, !isToldBefore,
      protects(Region(basis: whole, codes: codes)),
      !excepted.contains(codes, byAnyOf: [part, whole])
    else { return }
    let name = "\(network.counts[outer.count].name) without \(network.counts[inner.count].name)"
    let rest = network.add(
      apart: Tally(count: outer.tally.count - inner.tally.count), region: nil, days: days,
      name: name)
    network.add(total: outer.count, parts: [inner.count, rest], note: name)
  }

  private typealias Pair = (part: Region.Basis, whole: Region.Basis)

  private var leavers: [Pair] {
    counting.declaration.turnovers.compactMap { turnover in
      guard case .flow(let until, .some) = turnover.left.time else { return nil }
      let all = Region.Basis(recordSet: turnover.left.recordSet, time: .flow(column: until))
      return (turnover.left, all)
    }
  }

  private var stocks: [Pair] {
    let stocks = counting.declaration.turnovers.map(\.stock)
    return stocks.flatMap { part in
      stocks.filter { whole in isPart(part, of: whole) }.map { (part, $0) }
    }
  }

  private func isPart(_ part: Region.Basis, of whole: Region.Basis) -> Bool {
    guard part.recordSet == whole.recordSet, case .stock(let met, let end) = part.time,
      case .stock(let came, let last) = whole.time, end == last,
      let set = counting.declaration.recordSets.first(where: { $0.id == part.recordSet }),
      set.column(came)?.isRequired == true
    else { return false }
    return ([set.order] + set.ordersBefore).contains { order in
      guard let first = order.firstIndex(of: came), let second = order.firstIndex(of: met) else {
        return false
      }
      return first < second
    }
  }
}
