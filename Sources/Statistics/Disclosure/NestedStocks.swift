import Periods

/// Stocks of which one is a part of another: who was met is among those who came, until both leave.
///
/// The rules say that one day is never before another, so that each group of the one is in the same group of the
/// other; those who are in the larger one alone are a group of persons too.
struct NestedStocks {
  let counting: Counting
  /// By record set.
  let implications: [String: Implications]
  let excepted: Excepted
  let protects: (Region) -> Bool

  /// Ties every group of the edition’s last day that either of them tells.
  ///
  /// - `classes`: groups that what is told leaves of each other.
  func add(to network: inout FactNetwork, _ classes: [FactNetwork.Statement]) {
    var records = BasisTallies(counting.dataset)
    for (part, whole) in pairs {
      func told(_ basis: Region.Basis) -> [FactNetwork.Statement] {
        (network.statements + classes).filter {
          $0.region.basis == basis && $0.days.upperBound == counting.period.end
        }
      }
      let (smaller, larger) = (told(part), told(whole))
      guard !smaller.isEmpty, !larger.isEmpty else { continue }
      var met: Set<CaseDefinitions.Box> = []
      for statement in smaller + larger {
        let codes = implications.canonical(statement.region).codes
        guard met.insert(codes).inserted else { continue }
        tie(codes, part, whole, &records, in: &network)
      }
    }
  }

  private func tie(
    _ codes: CaseDefinitions.Box, _ part: Region.Basis, _ whole: Region.Basis,
    _ records: inout BasisTallies, in network: inout FactNetwork
  ) {
    let end = counting.period.end
    func state(_ basis: Region.Basis) -> (count: Int, tally: Tally) {
      let tally = records.tally(of: codes, basis, in: end...end)
      let region = Region(basis: basis, codes: codes)
      let name = ClassNames(counting.declaration, of: basis).name(of: region)
      let count = network.add(tally, region: region, name: name)
      network.statements.append(
        .init(region: region, days: counting.period.days, count: count))
      return (count, tally)
    }
    let (inner, outer) = (state(part), state(whole))
    // A record that breaks the order is reported, and counted all the same.
    guard inner.tally.count <= outer.tally.count, protects(Region(basis: whole, codes: codes)),
      !excepted.contains(codes, byAnyOf: [part, whole])
    else { return }
    let name = "\(network.counts[outer.count].name) without \(network.counts[inner.count].name)"
    let rest = network.add(
      apart: Tally(count: outer.tally.count - inner.tally.count), region: nil, name: name)
    network.add(total: outer.count, parts: [inner.count, rest], note: name)
  }

  private var pairs: [(part: Region.Basis, whole: Region.Basis)] {
    let stocks = counting.declaration.turnovers.map(\.stock)
    return stocks.flatMap { part in
      stocks.filter { whole in isPart(part, of: whole) }.map { (part, $0) }
    }
  }

  private func isPart(_ part: Region.Basis, of whole: Region.Basis) -> Bool {
    guard part.recordSet == whole.recordSet, case .stock(let met, let end) = part.time,
      case .stock(let came, let last) = whole.time, end == last,
      let set = counting.declaration.recordSets.first(where: { $0.id == part.recordSet }),
      set.column(came)?.isRequired == true, let first = set.order.firstIndex(of: came),
      let second = set.order.firstIndex(of: met)
    else { return false }
    return first < second
  }
}
