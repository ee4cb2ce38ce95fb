import Charting
import DocumentModel
import Statistics

extension FigureComposer {
  /// The chart a table declares; nil where no form suits, and the table speaks for itself.
  func chart(of table: ProtectedTable, _ view: TableView) -> Chart? {
    guard let form = Chart.Form(rawValue: table.declaration.chart), table.axes.count <= 2 else {
      return nil
    }
    var rows = view.rows.filter { !$0.isTotal }
    if let limit = table.declaration.drawnCategories {
      let counted = rows.filter { !$0.isRest }
      if counted.count > limit { rows = Array(counted.prefix(limit)) }
    }
    let categories = rows.map { label(of: $0, in: table) }
    if view.columns.isEmpty {
      let values = rows.map { value(of: $0.cells[0]) }
      let series = Chart.Series(name: label(of: table), values: values)
      let isWhole = form == .stackedBar && rows.count <= 4
      return Chart(
        form: form == .stackedBar && !isWhole ? .bars : form, categories: categories,
        series: [series])
    }
    let columns = view.columns.indices.filter { view.columns[$0] != .total }
    guard columns.count <= 4 else { return nil }
    let labels = columnLabels(of: table, view)
    let series = columns.map { column in
      Chart.Series(name: labels[column], values: rows.map { value(of: $0.cells[column]) })
    }
    return Chart(form: .groupedBars, categories: categories, series: series)
  }

  private func value(of cell: Cell) -> Chart.Value {
    Chart.Value(number: cell.value, label: names.text(of: cell))
  }

  /// Three layers: what the chart is, what stands out in it, what the editor adds.
  ///
  /// Source: A. Lundgard, A. Satyanarayan, Accessible visualization via natural language
  /// descriptions, IEEE TVCG 28 (2022).
  func describe(
    _ table: ProtectedTable, _ view: TableView, chart: Chart?, editor: String?
  ) -> String {
    var sentences: [String] = []
    switch chart?.form {
    case .bars: sentences.append(words[.describeBars])
    case .groupedBars: sentences.append(words[.describeGroupedBars])
    case .stackedBar: sentences.append(words[.describeStackedBar])
    case .timeSeries: sentences.append(words[.describeTimeSeries])
    case nil: break
    }
    let known = view.rows.filter { !$0.isTotal }.compactMap { row in
      row.cells.last?.value.map { (row: row, value: $0) }
    }
    if table.declaration.sinceYear != nil {
      if let first = known.first, let last = known.last, known.count > 1 {
        sentences.append(
          words(
            .describeFromTo,
            [
              "first": label(of: first.row, in: table), "firstValue": language.number(first.value),
              "last": label(of: last.row, in: table), "lastValue": language.number(last.value),
            ]))
      }
    } else {
      sentences += extremes(of: known.filter { !$0.row.isRest && $0.value > 0 }, in: table)
      if let total = table.total?.value {
        sentences.append(words(.describeTotal, ["value": language.number(total)]))
      }
    }
    if let editor { sentences.append(editor) }
    return sentences.joined(separator: " ")
  }

  /// The largest and the smallest, where every category is shown and one stands out.
  private func extremes(
    of known: [(row: TableView.Row, value: Int)], in table: ProtectedTable
  ) -> [String] {
    guard known.count > 1, !table.positions.contains(where: { table[$0] == .suppressed }) else {
      return []
    }
    let values = known.map(\.value)
    var sentences: [String] = []
    if let largest = values.max(), values.filter({ $0 == largest }).count == 1,
      let row = known.first(where: { $0.value == largest })?.row
    {
      sentences.append(
        words(
          .describeLargest,
          ["name": label(of: row, in: table), "value": language.number(largest)]))
    }
    let isWhole = !table.axes.contains { $0.categories.contains(where: \.isRest) }
    if isWhole, let smallest = values.min(), values.filter({ $0 == smallest }).count == 1,
      let row = known.first(where: { $0.value == smallest })?.row
    {
      sentences.append(
        words(
          .describeSmallest,
          ["name": label(of: row, in: table), "value": language.number(smallest)]))
    }
    return sentences
  }
}
