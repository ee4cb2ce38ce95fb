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
  /// The earlier period that tables with a comparison are set beside.
  let compared: Period?
  /// The figures that articles place, in reading order.
  let placed: [String]

  var names: CategoryNames { CategoryNames(words: words) }
  var language: Language { words.language }

  func number(of id: String) -> Int { (placed.firstIndex(of: id) ?? -1) + 1 }

  /// Nil where no such table is declared.
  func figure(
    _ request: FencedRequest, title: [Inline<Composed>], description: [Inline<Composed>]?,
    notes: [[Inline<Composed>]]
  ) -> Diagnosed<Figure?> {
    guard let table = edition.table(request.argument) else { return Diagnosed(nil) }
    var findings: [Diagnostic] = []
    let view = TableView(table, names: names)
    let chart =
      request.kind == .chart
      ? self.chart(request, of: table, view).reporting(to: &findings) : nil
    let measureLine = measureLine(of: table)
    let figure = Figure(
      id: table.id, number: number(of: table.id), title: title, measureLine: measureLine,
      chart: chart,
      description: describe(table, view, chart: chart, editor: description?.plain),
      table: dataTable(of: table, view, caption: measureLine),
      notes: notes
        + self.notes(on: table, view, chart: chart).map { note in
          [note.fact == nil ? .text(note.text) : .embed(note)]
        },
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
    return Diagnosed(figure, findings: findings)
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

  func comparison(of table: ProtectedTable) -> PeriodComparison? {
    PeriodComparison(table, in: edition, with: compared, threshold: threshold)
  }

  /// The earlier period and this one, as columns and series are headed.
  func comparisonLabels(_ comparison: PeriodComparison, of table: ProtectedTable) -> [String] {
    [comparison.period, edition.period].map {
      table.measure.isStock ? language.day($0.end) : language.months(of: $0)
    }
  }

  /// The part of each year that a series looks at: *30 June*, *January–June*.
  func part(of table: ProtectedTable) -> String {
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
