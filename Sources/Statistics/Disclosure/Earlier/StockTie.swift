import Periods

/// Two stocks and those who came between them, which tell who left; or those who left, which tell who
/// came.
struct StockTie {
  private let counting: Counting
  private let turnover: Turnover
  /// After the first stock, until the second.
  private let between: ClosedRange<Day>
  private var records: BasisTallies

  init(_ turnover: Turnover, between: ClosedRange<Day>, counting: Counting) {
    self.turnover = turnover
    self.between = between
    self.counting = counting
    records = BasisTallies(counting.dataset)
  }

  /// Ties the groups that both stocks tell.
  ///
  /// - Returns: those of which the third number is told too, as codes by dimension.
  mutating func add(
    from first: [StockGroups.Part], to second: [StockGroups.Part], came arrivals: Flows,
    left departures: Flows, except divided: [[String: CodeSet]], in network: inout FactNetwork
  ) -> [[String: CodeSet]] {
    let came = arrivals.all.filter { between.holds($0.days) }
    let left = departures.all.filter { between.holds($0.days) }
    var met = divided
    tie(first, came, second, telling: turnover.left, "left", &met, in: &network)
    tie(second, left, first, telling: turnover.came, "came", &met, in: &network)
    if !came.isEmpty || !left.isEmpty {
      tieUntold(first, second, except: met, in: &network)
    }
    return Array(met.dropFirst(divided.count))
  }

  /// Once by what figures show, and once by what they hide or merge too, since nobody's leaving makes
  /// up for another's coming.
  private mutating func tie(
    _ before: [StockGroups.Part], _ flow: [Flows.Flow], _ after: [StockGroups.Part],
    telling told: Region.Basis, _ word: String, _ met: inout [[String: CodeSet]],
    in network: inout FactNetwork
  ) {
    for isWhole in [false, true] {
      let groups = StockGroups(
        before: before.filter { isWhole || $0.isTold },
        came: flow.filter { isWhole || $0.part.isTold },
        now: after.filter { isWhole || $0.isTold }, between
      ).all.filter { !met.contains($0.codes) }
      met += groups.map(\.codes)
      // What earlier editions told among themselves cannot be changed.
      var left: [Told] = []
      for group in groups where group.isKept && group.isOpen {
        left.append(tie(group, telling: told, word, in: &network))
      }
      addRemainders(of: left.filter { !$0.isStated }, word, to: &network)
    }
  }

  /// Where nothing tells who came or left of a group, its stocks tell it as soon as few did in all.
  private mutating func tieUntold(
    _ first: [StockGroups.Part], _ second: [StockGroups.Part], except met: [[String: CodeSet]],
    in network: inout FactNetwork
  ) {
    for group in StockGroups(before: first, came: nil, now: second, between).all
    where group.isOpen && !met.contains(group.codes) {
      let tally = records.tally(of: group.codes, turnover.came, in: between)
      var group = group
      group.came = [.init(codes: group.codes, value: tally.count)]
      guard records.tally(of: group.codes, turnover.left, in: between).count == group.left else {
        continue
      }
      let name = group.before.map(\.name).joined(separator: " + ")
      group.came[0].count = network.state(
        tally, Region(basis: turnover.came, codes: group.codes), in: between,
        name: "\(name) and came")
      _ = tie(group, telling: turnover.left, "left", in: &network)
    }
  }

  /// Those of a group who left, or came, as they stand in the network.
  private struct Told {
    let group: StockGroups.Group
    let count: Int
    let value: Int
    let name: String
    /// The records tell as many, so that they are divided like what is printed.
    let isStated: Bool
  }

  private mutating func tie(
    _ group: StockGroups.Group, telling told: Region.Basis, _ word: String,
    in network: inout FactNetwork
  ) -> Told {
    let note = "\(turnover.measure): those there before, those who came and those who left"
    let name = group.before.map(\.name).joined(separator: " + ")
    let was = group.before.compactMap { network.index(of: $0) }
    let came = group.came.compactMap { network.index(of: $0) }
    let now = group.now.compactMap { network.index(of: $0) }
    let tally = records.tally(of: group.codes, told, in: between)
    // Stocks that were corrected since tell of nobody in particular.
    let isStated = tally.count == group.left
    let region = Region(basis: told, codes: group.codes)
    let left =
      isStated
      ? network.state(tally, region, in: between, name: "\(name) and \(word)")
      : add(group.left, "\(name) and \(word)", region, to: &network)
    network.leavers.append(left)
    network.tie(was + came, [left] + now, name: "\(name) and those who came", note: note)
    return Told(group: group, count: left, value: group.left, name: name, isStated: isStated)
  }

  /// Those who left of a group without those of its parts by one dimension more.
  private func addRemainders(
    of told: [Told], _ word: String, to network: inout FactNetwork
  ) {
    for whole in told {
      let names = Set(whole.group.codes.keys)
      let added = Set(told.flatMap { $0.group.codes.keys }).subtracting(names).sorted()
      for dimension in added {
        let parts = told.filter { part in
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
          rest, "\(whole.name) and \(word), without \(names)\(parts.count > 3 ? " …" : "")", nil,
          to: &network)
        network.add(
          total: whole.count, parts: parts.map(\.count) + [count],
          note: "\(turnover.measure): those who \(word)")
      }
    }
  }

  private func add(
    _ value: Int, _ name: String, _ region: Region?, to network: inout FactNetwork
  ) -> Int {
    network.add(apart: Tally(count: value), region: region, days: between, name: name)
  }
}
