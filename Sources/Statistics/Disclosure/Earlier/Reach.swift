import Periods

extension Counting {
  /// Since when stocks, and those who came and left, are divided like the edition’s own: a year before it at least,
  /// and longer where editions told little.
  ///
  /// What is older, and older numbers of `history.csv`, are tied by what is public alone (`StockChains`).
  func reach(over earlier: [EarlierCounts]) -> Day {
    let bases = Set(declaration.turnovers.flatMap { [$0.stock, $0.came, $0.left] })
    let told = earlier.flatMap(\.counts).filter { bases.contains($0.region.basis) }
      .map(\.time.days.lowerBound)
    var since = period.adding(years: -1).start
    for years in 2...Counting.mostYears {
      let start = period.adding(years: -years).start
      guard told.count(where: { start <= $0 && $0 < period.start }) <= Counting.mostNumbers else {
        break
      }
      since = start
    }
    return since
  }

  private static var mostYears: Int { 12 }
  private static var mostNumbers: Int { 400 }
}
