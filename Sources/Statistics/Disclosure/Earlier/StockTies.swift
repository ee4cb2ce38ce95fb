import Periods

/// Who was there before and who came are together those who are there now and those who left.
///
/// Where stocks of the day before the period are public, and the edition states who came and who is
/// there, a reader knows how many left; nobody may be found among them either. Figures may divide the
/// three in different ways: what all of them add up to is tied, for each set of dimensions.
struct StockTies {
  private let counting: Counting
  private let earlier: [EarlierCounts]
  private let implications: [String: Implications]

  init(
    counting: Counting, earlier: [EarlierCounts], implications: [String: Implications]
  ) {
    self.counting = counting
    self.earlier = earlier
    self.implications = implications
  }

  func add(to network: inout FactNetwork) {
    var done: [Region.Basis] = []
    for stock in counting.declaration.measures {
      let basis = Region.Basis(recordSet: stock.recordSet, time: stock.time)
      guard case .stock(let from, .some(let until)) = stock.time, !done.contains(basis),
        let implied = implications[stock.recordSet]
      else { continue }
      done.append(basis)
      func canonical(_ region: Region) -> [String: CodeSet] { implied.canonical(region).codes }
      func stated(_ basis: Region.Basis) -> [StockGroups.Part] {
        network.statements.filter { statement in
          // What is merged away is not told apart.
          statement.region.basis == basis && statement.period == counting.period
            && statement.count.map { network.counts[$0].isPrinted } ?? true
        }.map {
          .init(
            codes: canonical($0.region),
            value: $0.count.map { network.counts[$0].tally.count } ?? 0, count: $0.count)
        }
      }
      let before = EarlierStocks(counting: counting, earlier: earlier, basis: basis)
      let groups = StockGroups(
        before: before.parts.map { part in
          .init(codes: canonical(part.region), value: part.value, name: part.name)
        },
        came: stated(.init(recordSet: stock.recordSet, time: .flow(column: from))),
        now: stated(basis)
      ).all
      let leaving = Region.Basis(recordSet: stock.recordSet, time: .flow(column: until))
      var left: [Left] = []
      for group in groups {
        left.append(tie(group, leaving, note: stock.id, in: &network))
      }
      addRemainders(of: left, leaving, note: stock.id, in: &network)
    }
  }

  /// Those of a group who left, as they stand in the network.
  private struct Left {
    let group: StockGroups.Group
    let count: Int
    let value: Int
    let name: String
  }

  private func tie(
    _ group: StockGroups.Group, _ leaving: Region.Basis, note: String,
    in network: inout FactNetwork
  ) -> Left {
    let note = "\(note): those there before, those who came and those who left"
    let name = group.before.map(\.name).joined(separator: " + ")
    let was = group.before.map { part in
      let count = add(part.value, part.name, nil, to: &network)
      network.mark(count, .published(part.value))
      return count
    }
    let left = add(
      group.left, "\(name) and left", Region(basis: leaving, codes: group.codes), to: &network)
    network.leavers.append(left)
    let together = add(
      group.left + group.now.reduce(0) { $0 + $1.value }, "\(name) and those who came", nil,
      to: &network)
    network.add(total: together, parts: was + group.came.compactMap(\.count), note: note)
    network.add(total: together, parts: [left] + group.now.compactMap(\.count), note: note)
    return Left(group: group, count: left, value: group.left, name: name)
  }

  /// Those who left of a group without those of its parts by one dimension more.
  private func addRemainders(
    of left: [Left], _ leaving: Region.Basis, note: String, in network: inout FactNetwork
  ) {
    for whole in left {
      let names = Set(whole.group.codes.keys)
      let added = Set(left.flatMap { $0.group.codes.keys }).subtracting(names).sorted()
      for dimension in added {
        let parts = left.filter { part in
          part.group.codes.count == names.count + 1 && part.group.codes[dimension] != nil
            && names.allSatisfy { name in
              part.group.codes[name].flatMap { codes in
                whole.group.codes[name].map { codes.isSubset(of: $0) }
              } ?? false
            }
        }
        let rest = whole.value - parts.reduce(0) { $0 + $1.value }
        guard !parts.isEmpty, rest >= 0 else { continue }
        let names = parts.prefix(3).map(\.name).joined(separator: ", ")
        let count = add(
          rest, "\(whole.name) and left, without \(names)\(parts.count > 3 ? " …" : "")", nil,
          to: &network)
        network.add(
          total: whole.count, parts: parts.map(\.count) + [count],
          note: "\(note): those who left")
      }
    }
  }

  private func add(
    _ value: Int, _ name: String, _ region: Region?, to network: inout FactNetwork
  ) -> Int {
    network.add(apart: Tally(count: value), region: region, name: name)
  }
}
