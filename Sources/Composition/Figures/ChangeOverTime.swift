import Periods
import Statistics

/// Two published counts of the same whole, the earlier one first.
struct ChangeOverTime {
  struct Count {
    let period: Period
    /// The period as the figure calls it.
    let label: String
    let value: Int
  }

  let first: Count
  let last: Count

  /// Its size, without its sign; nil where the first count is zero.
  var percent: Int? { percentage(abs(last.value - first.value), of: first.value) }
}

extension FigureComposer {
  /// From the first known year of a series to the last, or from the period that a table is compared with
  /// to the edition's own.
  func change(of table: ProtectedTable, _ view: TableView) -> ChangeOverTime? {
    if table.declaration.sinceYear != nil {
      let known = view.rows.compactMap { row -> ChangeOverTime.Count? in
        guard case .period(let period, _) = row.categories.first, let value = row.cells.last?.value
        else { return nil }
        return ChangeOverTime.Count(
          period: period, label: label(of: row, in: table), value: value)
      }
      guard let first = known.first, let last = known.last, known.count > 1 else { return nil }
      return ChangeOverTime(first: first, last: last)
    }
    guard let comparison = comparison(of: table), let total = table.total?.value,
      let before = comparison.cell(.total).value
    else { return nil }
    let labels = comparisonLabels(comparison, of: table)
    return ChangeOverTime(
      first: ChangeOverTime.Count(period: comparison.period, label: labels[0], value: before),
      last: ChangeOverTime.Count(period: edition.period, label: labels[1], value: total))
  }
}
