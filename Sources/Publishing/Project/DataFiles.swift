import Composition
import Periods
import Statistics

/// The data of a figure in long form: a column a dimension holding codes, then value and status.
///
/// A table that is set beside an earlier period has a column for the period first, as a series has.
package func dataFile(
  of table: ProtectedTable, comparison: PeriodComparison? = nil, period: Period? = nil
) -> String {
  let names = table.axes.map { $0.dimension?.id ?? "period" }
  guard let comparison, let period else {
    return written(names, table.positions.map { row(table, $0, table[$0]) })
  }
  func code(_ period: Period) -> String {
    Category.period(period, isStock: table.measure.isStock).code
  }
  let earlier = table.positions.map { position in
    [code(comparison.period)]
      + row(table, position, comparison.cell(table.axes[0].categories[position[0]]))
  }
  let now = table.positions.map { [code(period)] + row(table, $0, table[$0]) }
  return written(["period"] + names, earlier + now)
}

private func row(_ table: ProtectedTable, _ position: [Int], _ cell: Cell) -> [String] {
  zip(table.axes, position).map { $0.categories[$1].code }
    + [cell.value.map { String($0) } ?? "", cell.status]
}

private func written(_ names: [String], _ rows: [[String]]) -> String {
  ([names + ["value", "status"]] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
}

extension Cell {
  /// As data files say it.
  var status: String {
    switch self {
    case .published: "published"
    case .suppressed: "suppressed"
    case .missing(.notAvailable): "not_available"
    case .missing(.notApplicable): "not_applicable"
    }
  }
}
