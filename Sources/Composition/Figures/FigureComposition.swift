import Charting
import Diagnostics
import DocumentModel
import Localization
import Periods
import Statistics

/// Makes figures of protected tables in one language.
struct FigureComposer {
  let edition: ProtectedEdition
  let words: Words
  let threshold: Int
  /// The figures that articles place, in reading order.
  let placed: [String]

  var names: CategoryNames { CategoryNames(words: words) }
  var language: Language { words.language }

  func number(of id: String) -> Int { (placed.firstIndex(of: id) ?? -1) + 1 }

  /// Nil where no such table is declared.
  func figure(
    _ request: FencedRequest, title: [Inline<Composed>], description: [Inline<Composed>]?,
    notes: [[Inline<Composed>]]
  ) -> Figure? {
    guard let table = edition.table(request.argument) else { return nil }
    let view = TableView(table, names: names)
    let chart = request.kind == .chart ? chart(of: table, view) : nil
    let measureLine = measureLine(of: table)
    return Figure(
      id: table.id, number: number(of: table.id), title: title, measureLine: measureLine,
      chart: chart,
      description: describe(table, view, chart: chart, editor: description?.plain),
      table: dataTable(of: table, view, caption: measureLine),
      notes: notes + self.notes(on: table, view, chart: chart).map { [.text($0)] },
      source: words(
        .source,
        [
          "source": table.measure.source[language.tag] ?? "",
          "date": language.day(edition.period.end),
        ]),
      dataPath: "data/\(table.id).csv",
      facts: facts(
        of: table, view, chart: chart.flatMap { _ in table.declaration.drawnCategories },
        editor: description ?? []))
  }

  /// What is counted, in a few words: *New clients by gender*.
  func label(of table: ProtectedTable) -> String {
    if let label = table.declaration.label?[language.tag] { return label }
    let measure = table.measure.label[language.tag] ?? table.measure.id
    let dimensions = table.axes.compactMap { $0.dimension?.label[language.tag] }
    guard !dimensions.isEmpty else { return measure }
    return words(.measureBy, ["measure": measure, "dimensions": language.list(dimensions)])
  }

  /// Measure, period and n.
  func measureLine(of table: ProtectedTable) -> String {
    let label = label(of: table)
    if table.declaration.sinceYear != nil {
      return words(
        .measureLineSeries,
        ["label": label, "part": part(of: table), "years": years(of: table)])
    }
    let period =
      table.measure.isStock ? language.day(edition.period.end) : language.range(edition.period)
    guard case .published(let n) = table.total else {
      return words(.measureLineWithoutTotal, ["label": label, "period": period])
    }
    return words(
      .measureLine, ["label": label, "period": period, "n": language.number(n)])
  }

  /// The part of each year that a series looks at: *30 June*, *January–June*.
  private func part(of table: ProtectedTable) -> String {
    if table.measure.isStock { return language.dayWithoutYear(edition.period.end) }
    return edition.period.span == .year
      ? words[.period] : language.monthsWithoutYear(of: edition.period)
  }

  private func years(of table: ProtectedTable) -> String {
    let labels = table.axes[0].categories.map { names.label(of: $0, in: nil) }
    guard let first = labels.first, let last = labels.last, first != last else {
      return labels.first ?? ""
    }
    return "\(first)–\(last)"
  }

  func label(of row: TableView.Row, in table: ProtectedTable) -> String {
    if row.isTotal { return words[.total] }
    return zip(row.categories, table.axes)
      .map { names.label(of: $0, in: $1.dimension) }
      .joined(separator: ", ")
  }

  func columnLabels(of table: ProtectedTable, _ view: TableView) -> [String] {
    view.columns.map { names.label(of: $0, in: table.axes.last?.dimension) }
  }

  func dataTable(
    of table: ProtectedTable, _ view: TableView, caption: String
  ) -> DataTable {
    let dimensions = table.axes.count > 1 ? Array(table.axes.dropLast()) : table.axes
    let stub = dimensions.map { $0.dimension?.label[language.tag] ?? part(of: table) }
    let hasShares = table.axes.count == 1 && table.declaration.sinceYear == nil
    var columns = columnLabels(of: table, view)
    if view.columns.isEmpty { columns = [words[.count]] + (hasShares ? [words[.share]] : []) }
    let rows = view.rows.map { row in
      var values = row.cells.map { names.text(of: $0) }
      if hasShares { values.append(share(of: row.cells[0], in: table.total)) }
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

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  func notes(
    on table: ProtectedTable, _ view: TableView, chart: Chart?
  ) -> [String] {
    let cells = view.rows.flatMap(\.cells)
    let categories = table.axes.flatMap(\.categories)
    var notes: [String] = []
    if let chart, let limit = table.declaration.drawnCategories, chart.categories.count == limit {
      let all = view.rows.filter { !$0.isTotal && !$0.isRest }.count
      notes.append(
        words(
          .noteLargest,
          ["shown": language.number(limit), "all": language.number(all)]))
    }
    if !view.absent.isEmpty {
      let absent = view.absent.map { category in
        names.label(
          of: category, in: table.axes.first { $0.categories.contains(category) }?.dimension)
      }
      notes.append(words(.noteZeros, ["names": language.list(absent)]))
    }
    let isMerged = categories.contains(where: \.isRest)
    if isMerged { notes.append(words(.noteMerged, ["threshold": language.number(threshold)])) }
    if cells.contains(where: { $0.value.map { (1..<threshold).contains($0) } ?? false }),
      table.declaration.sinceYear == nil
    {
      notes.append(
        words(
          .noteException,
          ["threshold": language.number(threshold), "imprint": words[.imprint]]))
    }
    if cells.contains(.suppressed) { notes.append(words[.noteSuppressed]) }
    if cells.contains(.missing(.notAvailable)) { notes.append(words[.noteNotAvailable]) }
    if table.total == .published(0) { notes.append(words[.noteNotApplicable]) }
    return notes
  }
}

extension TableView.Row {
  var isRest: Bool {
    categories.contains { category in
      switch category {
      case .rest, .unknown: true
      case .code(let code): !code.isCounted
      case .total, .period: false
      }
    }
  }
}
