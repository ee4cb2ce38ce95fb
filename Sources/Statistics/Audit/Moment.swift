import Periods

/// By which records somebody is counted, and on which days.
struct Moment: Sendable, Hashable {
  let basis: Region.Basis
  /// A stock is that of the last.
  let days: ClosedRange<Day>
}

extension Set<Moment> {
  /// Nobody is counted at two of them: who was there and who came after that day are others, and so are
  /// who left before a day and who was there on it; who came may have left again.
  var areOfOthers: Bool {
    guard count > 1 else { return true }
    let bases = Set<Region.Basis>(map(\.basis))
    let stocks = filter(\.basis.isOfStocks)
    guard let stock = stocks.first else { return bases.count == 1 }
    guard stocks.count == 1, case .stock(let from, let until) = stock.basis.time else {
      return false
    }
    let day = stock.days.upperBound
    let flows = subtracting(stocks)
    func all(_ column: String, _ isBeside: (ClosedRange<Day>) -> Bool) -> Bool {
      flows.allSatisfy { flow in
        guard case .flow(column, _) = flow.basis.time else { return false }
        return flow.basis.recordSet == stock.basis.recordSet && isBeside(flow.days)
      }
    }
    return all(from) { day < $0.lowerBound } || all(until) { $0.upperBound <= day }
  }
}
