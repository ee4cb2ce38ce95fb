import Periods

/// Who was there and who came are together those who are there and those who left, in every group.
///
/// The four are counts like any other: where some of them are told, of whatever day, the equation tells
/// of the others. Earlier stocks are among them as long as the records still hold all who were there.
struct StockEquations {
  private let counting: Counting
  private let implications: [String: Implications]
  private var records: BasisTallies

  init(counting: Counting, implications: [String: Implications]) {
    self.counting = counting
    self.implications = implications
    records = BasisTallies(counting.dataset)
  }

  mutating func add(to network: inout FactNetwork) {
    let end = counting.period.end
    for turnover in counting.declaration.turnovers {
      guard let implied = implications[turnover.stock.recordSet] else { continue }
      let stated = network.statements.filter { $0.region.basis == turnover.stock }
        .map(\.days.upperBound)
      let days = Set(stated + [counting.period.start.dayBefore, end]).filter { $0 <= end }.sorted()
      for (first, last) in zip(days, days.dropFirst()) {
        let between = first.dayAfter...last
        add(
          [
            .init(basis: turnover.stock, days: first...first),
            .init(basis: turnover.stock, days: last...last),
            .init(basis: turnover.came, days: between), .init(basis: turnover.left, days: between),
          ], implied, turnover.measure, to: &network)
      }
    }
  }

  /// - `times`: of the first stock, the second, those who came and those who left.
  private mutating func add(
    _ times: [EarlierTies.Time], _ implied: Implications, _ name: String,
    to network: inout FactNetwork
  ) {
    var groups: [CaseDefinitions.Box] = []
    let told = times.map { time in
      let boxes = network.statements.filter { statement in
        guard statement.region.basis == time.basis else { return false }
        return time.basis.isOfStocks
          ? statement.days.upperBound == time.days.upperBound
          : statement.days.overlaps(time.days)
      }.map { implied.canonical($0.region).codes }
      groups += boxes
      return Set(boxes)
    }
    // Of newcomers and a stock at the end alone nothing follows.
    guard !told[0].isEmpty || !told[3].isEmpty, told.count(where: { !$0.isEmpty }) > 1 else {
      return
    }
    var met: Set<CaseDefinitions.Box> = []
    for group in groups where met.insert(group).inserted {
      let tallies = times.map { records.tally(of: group, $0.basis, in: $0.days) }
      let before = "\(words(for: group, times[0].basis)) (\(times[0].days.upperBound))"
      let names = [
        before, "\(words(for: group, times[1].basis)) (\(times[1].days.upperBound))",
        "\(before) and came", "\(before) and left",
      ]
      var counts: [Int] = []
      for (place, time) in times.enumerated() {
        counts.append(
          state(
            tallies[place], Region(basis: time.basis, codes: group), time, names[place],
            in: &network))
      }
      let together = network.add(
        apart: Tally(count: tallies[0].count + tallies[2].count), region: nil,
        name: "\(before) and those who came")
      let note = "\(name): those there before, those who came and those who left"
      network.add(total: together, parts: [counts[0], counts[2]], note: note)
      network.add(total: together, parts: [counts[1], counts[3]], note: note)
      if told.dropLast().allSatisfy({ $0.contains(group) }) { network.leavers.append(counts[3]) }
    }
  }

  private func words(for group: CaseDefinitions.Box, _ basis: Region.Basis) -> String {
    let declaration = counting.declaration
    return ClassNames(
      declaration,
      measures: declaration.measures.filter {
        $0.recordSet == basis.recordSet && $0.time == basis.time
      }.map { ($0.id, declaration.region(of: $0)) }, []
    ).name(of: Region(basis: basis, codes: group))
  }

  private func state(
    _ tally: Tally, _ region: Region, _ time: EarlierTies.Time, _ name: String,
    in network: inout FactNetwork
  ) -> Int {
    let own = counting.period.days
    let isOwn =
      time.basis.isOfStocks ? time.days.upperBound == own.upperBound : time.days == own
    let count = network.add(tally, region: region, days: isOwn ? nil : time.days, name: name)
    network.statements.append(
      .init(region: region, days: isOwn ? own : time.days, count: count))
    return count
  }
}

extension Region.Basis {
  var isOfStocks: Bool {
    if case .stock = time { true } else { false }
  }
}
