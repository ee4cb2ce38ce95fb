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
      add(
        basis, came: .init(recordSet: stock.recordSet, time: .flow(column: from)),
        left: .init(recordSet: stock.recordSet, time: .flow(column: until)), implied,
        note: stock.id, to: &network)
    }
  }

  private func add(
    _ basis: Region.Basis, came: Region.Basis, left leaving: Region.Basis,
    _ implied: Implications, note: String, to network: inout FactNetwork
  ) {
    let end = counting.period.end
    let days = Set(times(basis).map(\.upperBound).filter { $0 < end } + [end]).sorted()
    guard days.count > 1 else { return }
    func parts(_ basis: Region.Basis, _ days: ClosedRange<Day>) -> [StockGroups.Part] {
      EarlierParts(counting: counting, earlier: earlier, basis: basis, days: days).parts.map {
        .init(codes: implied.canonical($0.region).codes, value: $0.value, name: $0.name)
      }
    }
    var arrivals = Arrivals(
      stated: stated(came, implied, in: network),
      earlier: times(came).flatMap { days in
        parts(came, days).map { Arrivals.Arrival(part: $0, days: days) }
      })
    arrivals.addRests(cutAt: days, to: &network)
    let stocks = days.map { day in
      day == end
        ? stated(basis, implied, in: network).filter { $0.days.upperBound == end }.map(\.part)
        : parts(basis, day...day)
    }
    var met: [Span: [[String: CodeSet]]] = [:]
    for distance in stocks.indices.dropFirst() {
      for first in stocks.indices.dropLast(distance) {
        let last = first + distance
        let between = days[first].dayAfter...days[last]
        let came = arrivals.all.filter { between.holds($0.days) }
        // Where a stock between them divides the time, both parts of it tell more.
        let divided = (first + 1..<last).flatMap { middle in
          let before = met[Span(first: first, last: middle)] ?? []
          let after = met[Span(first: middle, last: last)] ?? []
          return before.filter(after.contains)
        }
        met[Span(first: first, last: last)] =
          divided
          + tie(
            stocks[first], came, stocks[last], between, except: divided, leaving, note: note,
            in: &network)
      }
    }
  }

  /// From one stock to another, as places in their order.
  private struct Span: Hashable {
    let first: Int
    let last: Int
  }

  /// Ties two stocks and those who came between them: once by what figures show, and once by what
  /// they hide or merge too, since nobody's leaving makes up for another's coming.
  ///
  /// - Returns: the groups by which all three are stated.
  private func tie(
    _ before: [StockGroups.Part], _ came: [Arrivals.Arrival], _ now: [StockGroups.Part],
    _ between: ClosedRange<Day>, except divided: [[String: CodeSet]], _ leaving: Region.Basis,
    note: String, in network: inout FactNetwork
  ) -> [[String: CodeSet]] {
    var met: [[String: CodeSet]] = []
    for isWhole in [false, true] {
      let groups = StockGroups(
        before: before, came: came.filter { isWhole || $0.part.isTold },
        now: now.filter { isWhole || $0.isTold }, between
      ).all.filter { !(divided + met).contains($0.codes) }
      met += groups.map(\.codes)
      // What earlier editions told among themselves cannot be changed.
      let left = groups.filter { $0.isKept && $0.isOpen }.map {
        tie($0, between, leaving, note: note, in: &network)
      }
      addRemainders(of: left.filter { !$0.isStated }, note: note, in: &network)
    }
    return met
  }

  private func times(_ basis: Region.Basis) -> [ClosedRange<Day>] {
    EarlierParts.times(counting: counting, earlier: earlier, basis: basis)
  }

  /// What is stated of the edition's period, hidden and merged away or not.
  private func stated(
    _ basis: Region.Basis, _ implied: Implications, in network: FactNetwork
  ) -> [Arrivals.Arrival] {
    network.statements.filter { statement in
      statement.region.basis == basis
    }.map { statement in
      Arrivals.Arrival(
        part: .init(
          codes: implied.canonical(statement.region).codes,
          value: statement.count.map { network.counts[$0].tally.count } ?? 0,
          count: statement.count, name: statement.count.map { network.counts[$0].name } ?? "",
          isTold: statement.count.map { network.counts[$0].isPublic } ?? true),
        days: statement.days)
    }
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

  private func tie(
    _ group: StockGroups.Group, _ between: ClosedRange<Day>, _ leaving: Region.Basis,
    note: String, in network: inout FactNetwork
  ) -> Left {
    let note = "\(note): those there before, those who came and those who left"
    let name = group.before.map(\.name).joined(separator: " + ")
    let was = group.before.compactMap { network.index(of: $0) }
    let came = group.came.compactMap { network.index(of: $0) }
    let now = group.now.compactMap { network.index(of: $0) }
    let region = Region(basis: leaving, codes: group.codes)
    let tally = counting.dataset.cube(of: leaving, by: Array(group.codes.keys), in: between)
      .tally(within: group.codes)
    // Stocks that were corrected since tell of nobody in particular.
    let isStated = tally.count == group.left
    let left =
      isStated
      ? network.add(
        tally, region: region, days: between == counting.period.days ? nil : between,
        name: "\(name) and left")
      : add(group.left, "\(name) and left", region, to: &network)
    if isStated {
      network.statements.append(.init(region: region, days: between, count: left))
    }
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
    of left: [Left], note: String, in network: inout FactNetwork
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

extension FactNetwork.Count {
  /// It is printed, unless it has to be hidden, or was.
  fileprivate var isPublic: Bool {
    if case .published = earlier { return true }
    return isPrinted
  }
}
