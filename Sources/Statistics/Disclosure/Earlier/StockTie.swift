import Periods

/// Two stocks and those who came between them, which tell who left.
struct StockTie {
  let counting: Counting
  let came: Region.Basis
  let leaving: Region.Basis
  /// After the first stock, until the second.
  let between: ClosedRange<Day>
  /// What the stock counts.
  let note: String

  /// Ties the groups that all three tell.
  ///
  /// Once by what figures show, and once by what they hide or merge too, since nobody's leaving makes
  /// up for another's coming. Last, groups that only the two stocks tell: how many came is divided by
  /// them as soon as few left in all.
  ///
  /// - Returns: the groups, as codes by dimension.
  func add(
    before: [StockGroups.Part], came: [Arrivals.Arrival], now: [StockGroups.Part],
    except divided: [[String: CodeSet]], to network: inout FactNetwork
  ) -> [[String: CodeSet]] {
    var met: [[String: CodeSet]] = []
    for isWhole in [false, true] {
      let groups = StockGroups(
        before: before, came: came.filter { isWhole || $0.part.isTold },
        now: now.filter { isWhole || $0.isTold }, between
      ).all.filter { !(divided + met).contains($0.codes) }
      met += groups.map(\.codes)
      // What earlier editions told among themselves cannot be changed.
      let left = groups.filter { $0.isKept && $0.isOpen }.map { tie($0, in: &network) }
      addRemainders(of: left.filter { !$0.isStated }, to: &network)
    }
    guard !came.isEmpty || network.statements.contains(where: { $0.region.basis == leaving }) else {
      return met
    }
    for group in StockGroups(before: before, came: nil, now: now, between).all
    where group.isOpen && !(divided + met).contains(group.codes) {
      let tally = tally(of: self.came, group.codes)
      var group = group
      group.came = [.init(codes: group.codes, value: tally.count)]
      guard self.tally(of: leaving, group.codes).count == group.left else { continue }
      let name = group.before.map(\.name).joined(separator: " + ")
      group.came[0].count = state(tally, self.came, group.codes, "\(name): came", in: &network)
      _ = tie(group, in: &network)
    }
    return met
  }

  private func tally(of basis: Region.Basis, _ codes: [String: CodeSet]) -> Tally {
    counting.dataset.cube(of: basis, by: Array(codes.keys), in: between).tally(within: codes)
  }

  /// A count that is divided like what is printed.
  private func state(
    _ tally: Tally, _ basis: Region.Basis, _ codes: [String: CodeSet], _ name: String,
    in network: inout FactNetwork
  ) -> Int {
    let region = Region(basis: basis, codes: codes)
    let count = network.add(
      tally, region: region, days: between == counting.period.days ? nil : between, name: name)
    network.statements.append(.init(region: region, days: between, count: count))
    return count
  }

  /// Those of a group who left, as they stand in the network.
  private struct Left {
    let group: StockGroups.Group
    let count: Int
    let value: Int
    let name: String
    /// The records tell as many, so that they are divided like what is printed.
    let isStated: Bool
  }

  private func tie(_ group: StockGroups.Group, in network: inout FactNetwork) -> Left {
    let note = "\(note): those there before, those who came and those who left"
    let name = group.before.map(\.name).joined(separator: " + ")
    let was = group.before.compactMap { network.index(of: $0) }
    let came = group.came.compactMap { network.index(of: $0) }
    let now = group.now.compactMap { network.index(of: $0) }
    let tally = tally(of: leaving, group.codes)
    // Stocks that were corrected since tell of nobody in particular.
    let isStated = tally.count == group.left
    let left =
      isStated
      ? state(tally, leaving, group.codes, "\(name) and left", in: &network)
      : add(
        group.left, "\(name) and left", Region(basis: leaving, codes: group.codes), to: &network)
    network.leavers.append(left)
    let together = add(
      group.left + group.now.reduce(0) { $0 + $1.value }, "\(name) and those who came", nil,
      to: &network)
    network.add(total: together, parts: was + came, note: note)
    network.add(total: together, parts: [left] + now, note: note)
    return Left(group: group, count: left, value: group.left, name: name, isStated: isStated)
  }

  /// Those who left of a group without those of its parts by one dimension more.
  private func addRemainders(
    of left: [Left], to network: inout FactNetwork
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
