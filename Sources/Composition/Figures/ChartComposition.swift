import Charting
import Diagnostics
import DocumentModel
import Statistics

extension FigureComposer {
  /// The chart that a block asks for or its table declares.
  ///
  /// Nil where no form suits, and the table speaks for itself. A form that does not suit is replaced
  /// by bars, with a finding.
  func chart(
    _ request: FencedRequest, of table: ProtectedTable, _ view: TableView
  ) -> Diagnosed<Chart?> {
    guard table.axes.count <= 2 else { return Diagnosed(nil) }
    var findings: [Diagnostic] = []
    let asked = request.field("form")
    let name = asked?.words ?? table.declaration.chart
    let form = Chart.Form(rawValue: name)
    if form == nil, let asked {
      findings.append(.unknownForm(name, at: asked.location))
    }
    let rows = drawnRows(of: table, view)
    let categories = rows.map { label(of: $0, in: table) }
    let series = self.series(of: table, view, rows: rows)
    let plain: Chart.Form =
      table.declaration.sinceYear != nil ? .timeSeries : series.count > 1 ? .groupedBars : .bars
    var chosen = form ?? plain
    if chosen == .bars, series.count > 1 { chosen = .groupedBars }
    let isSeries = table.declaration.sinceYear != nil
    if isSeries != (chosen == .timeSeries)
      || !Chart.suits(chosen, categories: categories.count, series: series.count)
    {
      // A declared form may cease to suit when a group comes or goes; an asked one never did.
      let place = asked?.location ?? request.location
      findings.append(.unsuitable(chosen, at: place))
      chosen = plain
    }
    guard Chart.suits(chosen, categories: categories.count, series: series.count) else {
      return Diagnosed(nil, findings: findings)
    }
    var chart = Chart(form: chosen, categories: categories, series: series)
    if chosen == .timeSeries {
      chart.breaks = places(of: table.declaration.breaks.map(\.year), in: table)
      chart.preliminary = places(of: table.declaration.preliminaryYears, in: table)
      chart.ticks = countTicks(upTo: chart.largest).map {
        Chart.Value(number: $0, label: language.number($0))
      }
    }
    if chosen == .unitRows {
      let size = unitSize(upTo: chart.largest)
      let words = words(.unitRow, ["size": language.number(size)])
      chart.unit = Chart.Unit(size: size, label: words)
    }
    return Diagnosed(chart, findings: findings)
  }

  /// At most as many categories as the table wants drawn; what it counts together is left out then.
  func drawnRows(of table: ProtectedTable, _ view: TableView) -> [TableView.Row] {
    let rows = view.rows.filter { !$0.isTotal }
    guard let limit = table.declaration.drawnCategories else { return rows }
    let counted = rows.filter { !$0.isRest }
    guard counted.count > limit else { return rows }
    guard counted.contains(where: \.isHidden) else { return Array(counted.prefix(limit)) }
    // Rows stand in the order of the code list then; the largest of those that are shown are drawn.
    let largest = counted.indices.filter { !counted[$0].isHidden }
      .sorted { (counted[$1].largest, $0) < (counted[$0].largest, $1) }.prefix(limit)
    return largest.sorted().map { counted[$0] }
  }

  private func series(
    of table: ProtectedTable, _ view: TableView, rows: [TableView.Row]
  ) -> [Chart.Series] {
    if let comparison = comparison(of: table) {
      let names = comparisonLabels(comparison, of: table)
      let earlier = rows.map { value(of: comparison.cell($0.categories[0])) }
      return [
        Chart.Series(name: names[0], values: earlier),
        Chart.Series(name: names[1], values: rows.map { value(of: $0.cells[0]) }),
      ]
    }
    guard !view.columns.isEmpty else {
      return [Chart.Series(name: label(of: table), values: rows.map { value(of: $0.cells[0]) })]
    }
    let labels = columnLabels(of: table, view)
    return view.columns.indices.filter { view.columns[$0] != .total }.map { column in
      Chart.Series(name: labels[column], values: rows.map { value(of: $0.cells[column]) })
    }
  }

  private func value(of cell: Cell) -> Chart.Value {
    Chart.Value(number: cell.value, label: names.text(of: cell))
  }

  private func places(of years: [Int], in table: ProtectedTable) -> [Int] {
    table.axes[0].categories.indices.filter { index in
      if case .period(let period, _) = table.axes[0].categories[index] {
        years.contains(period.year)
      } else {
        false
      }
    }
  }
}

extension FencedRequest {
  func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

extension Diagnostic {
  fileprivate static func unknownForm(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .blockField, at: location, "“\(name)” is not among the forms of a chart",
      help: suggestion(for: name, among: Chart.Form.allCases.map(\.rawValue), kind: "forms"))
  }

  fileprivate static func unsuitable(
    _ form: Chart.Form, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .chartForm, at: location, "The table cannot be drawn as “\(form.rawValue)”",
      help: form.need)
  }
}

extension Chart.Form {
  /// What a table has to be like to be drawn so.
  fileprivate var need: Message {
    switch self {
    case .bars, .tiles, .unitRows: "choose a table by one dimension, or another form"
    case .timeSeries: "choose a table over years, or another form"
    case .groupedBars: "choose a table with at most four columns, or another form"
    case .stackedBar: "choose a table with at most four parts, or another form"
    case .pyramid, .dotPlot: "choose a table with two columns or two periods, or another form"
    case .slope: "choose a table with two columns and at most seven rows, or another form"
    case .smallMultiples: "choose a table by two dimensions, or another form"
    }
  }
}
