/// Stocks of which one is a part of another: who was met is among those who came, until both leave.
///
/// The rules say that one day is never before another, so that each group of the one is in the same group of the
/// other; those who are in the larger one alone are a group of persons too.
struct NestedStocks {
  let declaration: StatisticsDeclaration
  /// By record set.
  let implications: [String: Implications]
  let excepted: Excepted

  func add(
    to model: inout AuditModel, _ network: FactNetwork, protects: (Region) -> Bool
  ) {
    for (part, whole) in pairs {
      guard let implied = implications[part.recordSet] else { continue }
      func told(_ basis: Region.Basis) -> StatedRegions {
        var told = StatedRegions()
        for place in network.places where place.region.basis == basis {
          told.state(Region(basis: part, codes: implied.canonical(place.region).codes), place.count)
        }
        return told
      }
      var (smaller, larger) = (told(part), told(whole))
      var met: Set<Region> = []
      for region in (smaller.stated + larger.stated).map(\.region)
      where met.insert(region).inserted {
        guard let inner = smaller.cell(of: region, &model),
          let outer = larger.cell(of: region, &model), fits(inner, in: outer, network)
        else { continue }
        let isProtected =
          protects(region) && !excepted.contains(region.codes, byAnyOf: [part, whole])
        let note = "\(model.cells[outer].id) without \(model.cells[inner].id)"
        model.cells.append(.init(id: note, value: nil, role: isProtected ? .joint : .derived))
        model.sums.append(.init(total: outer, parts: [inner, model.cells.count - 1], note: note))
      }
    }
  }

  /// A record that breaks the order is reported, and counted all the same.
  private func fits(_ inner: Int, in outer: Int, _ network: FactNetwork) -> Bool {
    guard network.counts.indices.contains(inner), network.counts.indices.contains(outer) else {
      return true
    }
    return network.counts[inner].tally.count <= network.counts[outer].tally.count
  }

  private var pairs: [(part: Region.Basis, whole: Region.Basis)] {
    let stocks = declaration.turnovers.map(\.stock)
    return stocks.flatMap { part in
      stocks.filter { whole in isPart(part, of: whole) }.map { (part, $0) }
    }
  }

  private func isPart(_ part: Region.Basis, of whole: Region.Basis) -> Bool {
    guard part.recordSet == whole.recordSet, case .stock(let met, let end) = part.time,
      case .stock(let came, let last) = whole.time, end == last,
      let set = declaration.recordSets.first(where: { $0.id == part.recordSet }),
      set.column(came)?.isRequired == true, let first = set.order.firstIndex(of: came),
      let second = set.order.firstIndex(of: met)
    else { return false }
    return first < second
  }
}
