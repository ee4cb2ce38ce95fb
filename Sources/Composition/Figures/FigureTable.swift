import DocumentModel
import Localization
import Statistics

extension FigureComposer {
  /// The table below a chart, or the figure itself.
  func dataTable(
    of table: ProtectedTable, _ view: TableView, caption: String
  ) -> DataTable {
    let dimensions = table.axes.count > 1 ? Array(table.axes.dropLast()) : table.axes
    let stub = dimensions.map { $0.dimension?.label[language.tag] ?? part(of: table) }
    let comparison = comparison(of: table)
    let hasShares =
      table.axes.count == 1 && table.declaration.sinceYear == nil && comparison == nil
    var columns = columnLabels(of: table, view)
    if let comparison {
      columns = comparisonLabels(comparison, of: table)
    } else if view.columns.isEmpty {
      columns = [words[.count]] + (hasShares ? [words[.share]] : [])
    }
    let rows = view.rows.map { row in
      var values = row.cells.map { names.text(of: $0) }
      if let comparison {
        values.insert(names.text(of: comparison.cell(row.categories[0])), at: 0)
      }
      if hasShares { values.append(share(of: row.cells[0], in: table.total)) }
      if let mark = mark(on: row, of: table) { values[0] += " \(mark)" }
      return DataTable.Row(label: label(of: row, in: table), values: values, isTotal: row.isTotal)
    }
    return DataTable(
      caption: caption, stubHead: capitalized(stub.joined(separator: ", ")), columns: columns,
      rows: rows)
  }

  /// A share is shown only when both its counts are.
  private func share(of cell: Cell, in total: Cell?) -> String {
    guard let part = cell.value, let whole = total?.value else {
      return names.text(of: .suppressed)
    }
    return percentage(part, of: whole).map { language.percent($0) }
      ?? names.text(of: .missing(.notApplicable))
  }

  /// What stands beside a number of a series that is not like the others.
  private func mark(on row: TableView.Row, of table: ProtectedTable) -> String? {
    guard case .period(let period, _) = row.categories.first else { return nil }
    if table.declaration.breaks.contains(where: { $0.year == period.year }) {
      return words[.markBreak]
    }
    return table.declaration.preliminaryYears.contains(period.year) ? words[.markPreliminary] : nil
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
