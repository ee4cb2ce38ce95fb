import Periods

/// Who was there before and who came are together those who are there now and those who left.
///
/// Where two stocks are public, of whatever days, and who came between them, a reader knows how many
/// left, and from those who left how many came; nobody may be found among them either. Figures may
/// divide the three in different ways: what all of them add up to is tied, for each set of dimensions.
struct StockTies {
  private let counting: Counting
  private let earlier: EarlierParts
  private let implications: [String: Implications]
  /// Times that are divided into classes: what lies between their stocks is tied elsewhere.
  private let divided: Set<Moment>

  init(
    counting: Counting, earlier: EarlierParts, implications: [String: Implications],
    except divided: Set<Moment>
  ) {
    self.divided = divided
    self.counting = counting
    self.earlier = earlier
    self.implications = implications
  }

  func add(to network: inout FactNetwork) {
    for turnover in counting.declaration.turnovers {
      guard let implied = implications[turnover.stock.recordSet] else { continue }
      add(turnover, implied, to: &network)
    }
  }

  private func add(
    _ turnover: Turnover, _ implied: Implications, to network: inout FactNetwork
  ) {
    let end = counting.period.end
    let days = Set(earlier.times(turnover.stock).map(\.upperBound) + [end])
      .sorted()
    guard days.count > 1 else { return }
    func parts(_ basis: Region.Basis, _ days: ClosedRange<Day>) -> [StockGroups.Part] {
      earlier.parts(basis, days).map {
        .init(codes: implied.canonical($0.region).codes, value: $0.value, name: $0.name)
      }
    }
    func flows(_ basis: Region.Basis) -> Flows {
      var flows = Flows(
        stated: stated(basis, implied, in: network),
        earlier: earlier.times(basis).flatMap { days in
          parts(basis, days).map { Flows.Flow(part: $0, days: days) }
        })
      flows.addRests(cutAt: days, to: &network)
      return flows
    }
    let (came, left) = (flows(turnover.came), flows(turnover.left))
    let stocks = days.map { day in
      day == end
        ? stated(turnover.stock, implied, in: network).filter { $0.days.upperBound == end }.map(
          \.part)
        : parts(turnover.stock, day...day)
    }
    var met: [Span: [[String: CodeSet]]] = [:]
    for distance in stocks.indices.dropFirst() {
      for first in stocks.indices.dropLast(distance) {
        let last = first + distance
        let between = days[first].dayAfter...days[last]
        guard !isDivided(turnover, from: days[first], between) else { continue }
        // Where a stock between them divides the time, both parts of it tell more.
        let divided = (first + 1..<last).flatMap { middle in
          let before = met[Span(first: first, last: middle)] ?? []
          let after = met[Span(first: middle, last: last)] ?? []
          return before.filter(after.contains)
        }
        var tie = StockTie(turnover, between: between, counting: counting)
        met[Span(first: first, last: last)] =
          divided
          + tie.add(
            from: stocks[first], to: stocks[last], came: came, left: left, except: divided,
            in: &network)
      }
    }
  }

  private func isDivided(
    _ turnover: Turnover, from day: Day, _ between: ClosedRange<Day>
  ) -> Bool {
    divided.contains(.init(basis: turnover.stock, days: day...day))
      && [turnover.came, turnover.left].allSatisfy { basis in
        earlier.times(basis).allSatisfy { days in
          !between.holds(days) || divided.contains(.init(basis: basis, days: days))
            || counting.period.days.holds(days)
        }
      }
  }

  /// From one stock to another, as places in their order.
  private struct Span: Hashable {
    let first: Int
    let last: Int
  }

  /// What is stated of the edition's period, hidden and merged away or not.
  private func stated(
    _ basis: Region.Basis, _ implied: Implications, in network: FactNetwork
  ) -> [Flows.Flow] {
    network.statements.filter { statement in
      statement.region.basis == basis
    }.map { statement in
      Flows.Flow(
        part: .init(
          codes: implied.canonical(statement.region).codes,
          value: statement.count.map { network.counts[$0].tally.count } ?? 0,
          count: statement.count,
          isFixed: statement.count.map { network.counts[$0].wasPublished } ?? false,
          name: statement.count.map { network.counts[$0].name } ?? "",
          isTold: statement.count.map { network.counts[$0].isPublic } ?? true),
        days: statement.days)
    }
  }
}
