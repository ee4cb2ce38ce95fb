import Periods

/// Who was there and who came are together those who are there and those who left, in every group.
///
/// The four are counts like any other: where some of them are told, of whatever day, the equation tells
/// of the others. Earlier stocks are among them as long as the records still hold all who were there.
struct StockEquations {
  private let counting: Counting
  private let implications: [String: Implications]
  private var records: BasisTallies
  /// What no edition of this archive printed.
  private let observations: [EarlierParts.Observation]

  init(
    counting: Counting, observations: [EarlierParts.Observation],
    implications: [String: Implications]
  ) {
    self.counting = counting
    self.implications = implications
    records = BasisTallies(counting.dataset)
    self.observations = observations.map { observation in
      var observation = observation
      observation.region = implications.canonical(observation.region)
      return observation
    }
  }

  mutating func add(to network: inout FactNetwork) {
    for turnover in counting.declaration.turnovers {
      guard let implied = implications[turnover.stock.recordSet] else { continue }
      add(turnover, implied, to: &network)
    }
  }

  private mutating func add(
    _ turnover: Turnover, _ implied: Implications, to network: inout FactNetwork
  ) {
    let bases = [turnover.stock, turnover.came, turnover.left]
    stateObservations(of: bases, in: &network)
    let statements = network.statements.filter { bases.contains($0.region.basis) }
    let own = counting.period.days
    let days = Set(
      statements.flatMap { statement in
        statement.region.basis.isOfStocks
          ? [statement.days.upperBound]
          : [statement.days.lowerBound.dayBefore, statement.days.upperBound]
      } + [own.lowerBound.dayBefore, own.upperBound]
    ).sorted()
    let stocks = statements.filter { $0.region.basis.isOfStocks }.map(\.days.upperBound)
    let names = ClassNames(counting.declaration, of: turnover.stock)
    var groups: [Group] = []
    var met: Set<CaseDefinitions.Box> = []
    for statement in statements {
      let codes = implied.canonical(statement.region).codes
      guard met.insert(codes).inserted else { continue }
      groups.append(
        Group(codes: codes, name: names.name(of: Region(basis: turnover.stock, codes: codes))))
    }
    for (first, last) in zip(days, days.dropFirst()) {
      let between = first.dayAfter...last
      let isLeft = statements.contains {
        $0.region.basis == turnover.left && $0.days.overlaps(between)
      }
      let (isBefore, isAfter) = (stocks.contains { $0 <= first }, stocks.contains { last <= $0 })
      // Of newcomers and one stock alone nothing follows.
      guard isBefore && isAfter || isLeft && (isBefore || isAfter) else { continue }
      add(
        groups,
        [
          .init(basis: turnover.stock, days: first...first),
          .init(basis: turnover.stock, days: last...last),
          .init(basis: turnover.came, days: between), .init(basis: turnover.left, days: between),
        ], implied, turnover.measure, to: &network)
    }
  }

  /// Numbers that no edition of this archive printed are known like any other, where the records give them.
  private mutating func stateObservations(of bases: [Region.Basis], in network: inout FactNetwork) {
    let since = counting.period.adding(years: -1).start
    for observation in observations
    where bases.contains(observation.region.basis) && observation.value > 0
      && since <= observation.days.lowerBound
      && (observation.days.upperBound < counting.period.start
        || observation.region.basis.isOfStocks
          && observation.days.upperBound < counting.period.end)
    {
      let time = Moment(basis: observation.region.basis, days: observation.days)
      let tally = records.tally(of: observation.region.codes, time.basis, in: time.days)
      guard tally.count == observation.value else { continue }
      _ = state(tally, observation.region, time, observation.name, in: &network)
    }
  }

  private struct Group {
    let codes: CaseDefinitions.Box
    /// As a stock.
    let name: String
  }

  /// - `times`: of the first stock, the second, those who came and those who left.
  private mutating func add(
    _ groups: [Group], _ times: [Moment], _ implied: Implications,
    _ name: String, to network: inout FactNetwork
  ) {
    let told = times.map { time in
      Set(
        network.statements.filter { statement in
          guard statement.region.basis == time.basis else { return false }
          return time.basis.isOfStocks
            ? statement.days.upperBound == time.days.upperBound
            : statement.days.overlaps(time.days)
        }.map { implied.canonical($0.region).codes })
    }
    for group in groups {
      let before = "\(group.name) (\(times[0].days.upperBound))"
      let names = [
        before, "\(group.name) (\(times[1].days.upperBound))", "\(before) and came",
        "\(before) and left",
      ]
      var counts: [Int] = []
      for (time, name) in zip(times, names) {
        let tally = records.tally(of: group.codes, time.basis, in: time.days)
        counts.append(
          state(tally, Region(basis: time.basis, codes: group.codes), time, name, in: &network))
      }
      network.tie(
        [counts[0], counts[2]], [counts[1], counts[3]], name: "\(before) and those who came",
        note: "\(name): those there before, those who came and those who left")
      if told.dropLast().allSatisfy({ $0.contains(group.codes) }) {
        network.leavers.append(counts[3])
      }
    }
  }

  private func state(
    _ tally: Tally, _ region: Region, _ time: Moment, _ name: String,
    in network: inout FactNetwork
  ) -> Int {
    let count = network.state(tally, region, in: time.days, name: name)
    let observed = observations.first {
      $0.days == time.days && $0.region == region && $0.value == tally.count
    }
    if observed != nil { network.mark(count, .published(tally.count)) }
    return count
  }
}
