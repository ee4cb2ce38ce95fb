import Periods

/// Who was there before and who came are together those who are there now and those who left.
///
/// Where a stock of the day before the period is public, and the edition states who came and who is
/// there, a reader knows how many left; nobody may be found among them either.
struct StockTies {
  private let counting: Counting
  private let earlier: [EarlierCounts]

  init(counting: Counting, earlier: [EarlierCounts]) {
    self.counting = counting
    self.earlier = earlier
  }

  func add(to network: inout FactNetwork) {
    let declaration = counting.declaration
    for stock in declaration.measures {
      guard case .stock(let from, .some) = stock.time else { continue }
      let arrivals = declaration.measures.first { flow in
        flow.recordSet == stock.recordSet && flow.time == .flow(column: from)
          && declaration.region(of: flow).codes == declaration.region(of: stock).codes
      }
      guard let arrivals else { continue }
      for before in stocks(of: stock) {
        tie(before, stock, declaration.region(of: arrivals).basis, in: &network)
      }
    }
  }

  private struct Before {
    let region: Region
    let value: Int
    let name: String
  }

  /// What was published of the day before, each definition once.
  private func stocks(of measure: Measure) -> [Before] {
    let day = counting.period.start.dayBefore
    var found: [Before] = []
    for edition in earlier {
      for count in edition.counts where count.measure == measure.id && count.time == .on(day) {
        guard let value = count.value else { continue }
        found.append(Before(region: count.region, value: value, name: count.name))
      }
    }
    let reading = RegionReading(counting: counting, rests: Rests())
    for (key, value) in counting.dataset.history.values.sorted(by: {
      $0.key.cell.lexicographicallyPrecedes($1.key.cell)
    })
    where key.measure == measure.id && key.start == nil && key.end == day {
      let conditions = key.cell.compactMap { text -> Condition? in
        let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
        return sides.count == 2 ? Condition(dimension: sides[0], values: [sides[1]]) : nil
      }
      let reference = CellReference(measure: measure.id, conditions: conditions)
      guard conditions.count == key.cell.count, let region = reading.region(of: reference) else {
        continue
      }
      found.append(Before(region: region, value: value, name: "\(reference.text) (\(day))"))
    }
    var met: Set<Region> = []
    return found.filter { met.insert($0.region).inserted }
  }

  private func tie(
    _ before: Before, _ stock: Measure, _ arriving: Region.Basis, in network: inout FactNetwork
  ) {
    func stated(_ basis: Region.Basis) -> FactNetwork.Statement? {
      network.statements.first {
        $0.region.basis == basis && $0.region.codes == before.region.codes
          && $0.period == counting.period
      }
    }
    guard let now = stated(before.region.basis), let came = stated(arriving) else { return }
    func value(_ statement: FactNetwork.Statement) -> Int {
      statement.count.map { network.counts[$0].tally.count } ?? 0
    }
    let all = before.value + value(came)
    let left = all - value(now)
    // An export that lacks people says nothing of who left.
    guard left >= 0 else { return }
    let was = add(before.value, before.name, nil, to: &network)
    network.mark(was, .published(before.value))
    let together = add(all, "\(before.name) and those who came", nil, to: &network)
    let gone = add(left, "\(before.name) and left", before.region, to: &network)
    let note = "\(stock.id): those there before, those who came and those who left"
    network.add(total: together, parts: [was] + [came.count].compactMap(\.self), note: note)
    network.add(total: together, parts: [gone] + [now.count].compactMap(\.self), note: note)
  }

  private func add(
    _ value: Int, _ name: String, _ region: Region?, to network: inout FactNetwork
  ) -> Int {
    network.add(apart: Tally(count: value), region: region, name: name)
  }
}
