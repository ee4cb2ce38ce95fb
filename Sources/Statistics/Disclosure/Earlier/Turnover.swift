/// A stock with those who come into it and those who leave it.
struct Turnover {
  let stock: Region.Basis
  let came: Region.Basis
  /// Where the day of coming may be missing, of those who have one.
  let left: Region.Basis
  /// The first measure that counts the stock.
  let measure: String
}

extension StatisticsDeclaration {
  /// Each once.
  var turnovers: [Turnover] {
    var turnovers: [Turnover] = []
    for measure in measures {
      let stock = Region.Basis(recordSet: measure.recordSet, time: measure.time)
      guard case .stock(let from, let until) = measure.time,
        !turnovers.contains(where: { $0.stock == stock })
      else { continue }
      func flow(_ column: String, with other: String? = nil) -> Region.Basis {
        Region.Basis(
          recordSet: measure.recordSet, time: .flow(column: column, with: other))
      }
      // Whoever never came does not leave.
      let isCertain = recordSet(of: measure)?.column(from)?.isRequired == true
      turnovers.append(
        Turnover(
          stock: stock, came: flow(from), left: flow(until, with: isCertain ? nil : from),
          measure: measure.id))
    }
    return turnovers
  }
}
