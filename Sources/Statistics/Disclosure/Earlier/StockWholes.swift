import Periods

/// Groups that a stock of another day tells, and of which the edition tells a part.
///
/// How many they are at most follows from those who were there and those who came since: what the edition
/// says of a part leaves few of the others then.
struct StockWholes {
  let counting: Counting
  let earlier: EarlierParts
  /// By record set.
  let implications: [String: Implications]

  /// So many dimensions of one group are left out in all ways.
  private static let mostDimensions = 6

  /// Adds those of the edition’s last day, that they are divided like what it tells.
  ///
  /// - Returns: their definitions.
  func add(to network: inout FactNetwork) -> [Region] {
    var added: [Region] = []
    for turnover in counting.declaration.turnovers {
      add(turnover.stock, to: &network, &added)
    }
    return added
  }

  private func add(
    _ stock: Region.Basis, to network: inout FactNetwork, _ added: inout [Region]
  ) {
    let end = counting.period.end
    var own = StatedRegions(implications)
    for statement in network.statements
    where statement.region.basis == stock && statement.days.upperBound == end {
      own.state(implications.canonical(statement.region), own.stated.count)
    }
    var days: [StatedRegions] = []
    for day in earlier.times(stock) where day.upperBound < end {
      var told = StatedRegions(implications)
      for part in earlier.parts(stock, day) {
        told.state(implications.canonical(part.region), told.stated.count)
      }
      days.append(told)
    }
    guard !days.isEmpty else { return }
    let names = ClassNames(counting.declaration, of: stock)
    var records = BasisTallies(counting.dataset)
    var met: Set<Region> = []
    let told = days.flatMap { $0.stated.map(\.region) }
    for part in own.stated.map(\.region) {
      for whole in told.filter(part.isWithin)
        + part.wider(mostDimensions: StockWholes.mostDimensions)
      where met.insert(whole).inserted && !own.tells(whole)
        && days.indices.contains(where: { days[$0].tells(whole) })
      {
        let tally = records.tally(of: whole.codes, stock, in: end...end)
        guard tally.count > 0 else { continue }
        _ = network.state(tally, whole, in: end...end, name: names.name(of: whole))
        added.append(whole)
      }
    }
  }
}
