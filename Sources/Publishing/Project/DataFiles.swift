import Composition
import Periods
import Statistics

/// The data of a figure in long form: a code a dimension, then the cell.
///
/// A table that is set beside an earlier period has the period first, as a series has.
struct DataRows {
  let dimensions: [String]
  let rows: [(codes: [String], cell: Cell)]

  init(of table: ProtectedTable, comparison: PeriodComparison?, period: Period) {
    let names = table.axes.map { $0.dimension?.id ?? "period" }
    let now = table.positions.map { position in
      (codes: zip(table.axes, position).map { $0.categories[$1].code }, cell: table[position])
    }
    guard let comparison else {
      dimensions = names
      rows = now
      return
    }
    let periods = [comparison.period, period].map {
      Category.period($0, isStock: table.measure.isStock).code
    }
    let earlier = zip(table.positions, now).map { position, row in
      (
        codes: [periods[0]] + row.codes,
        cell: comparison.cell(table.axes[0].categories[position[0]])
      )
    }
    dimensions = ["period"] + names
    rows = earlier + now.map { (codes: [periods[1]] + $0.codes, cell: $0.cell) }
  }

  var csv: String {
    let lines =
      [dimensions + ["value", "status"]]
      + rows.map { $0.codes + [$0.cell.value.map { String($0) } ?? "", $0.cell.status] }
    return lines.map { $0.joined(separator: ",") + "\n" }.joined()
  }
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
