import DocumentModel
import Statistics

extension FigureComposer {
  var cells: CellFacts { CellFacts(period: edition.period) }

  /// What the cells of a figure state, and what its caption, description and notes state besides.
  ///
  /// `editor` are the words that its writer added.
  func facts(
    of table: ProtectedTable, _ view: TableView, chart limit: Int?, editor: [Inline<Composed>]
  ) -> FigureFacts {
    let comparison = comparison(of: table)
    let hasShares =
      table.axes.count == 1 && table.declaration.sinceYear == nil && comparison == nil
    let rows = view.rows.map { row in
      var facts = row.cells.indices.map { column -> Fact? in
        let columnCategory = view.columns.isEmpty ? [] : [view.columns[column]]
        return cells.fact(of: row.cells[column], at: row.categories + columnCategory, in: table)
      }
      if hasShares, let count = facts.first {
        facts.append(count.flatMap { share(from: $0, row.cells[0], in: table) })
      }
      if let comparison {
        facts.insert(cells.fact(of: row.categories[0], before: comparison, in: table), at: 0)
      }
      return facts
    }
    return FigureFacts(
      cells: rows,
      others: editor.values + captionValues(of: table) + changeValues(of: table, view)
        + noteValues(on: table, view, limit: limit))
  }

  /// The whole, and how many kinds stand under one name.
  private func captionValues(of table: ProtectedTable) -> [PublishedValue] {
    var values: [PublishedValue] = []
    if let total = table.total, let value = total.value {
      let categories = table.axes.map { _ in Category.total }
      values.append(
        PublishedValue(
          text: language.number(value), fact: cells.fact(of: total, at: categories, in: table)))
    }
    for axis in table.axes {
      for case .rest(let rest) in axis.categories {
        guard let kinds = rest.kinds, let dimension = axis.dimension else { continue }
        let reference = CellReference(
          measure: table.measure.id,
          conditions: table.declaration.filter + [
            Condition(dimension: dimension.id, values: ["_O"])
          ])
        values.append(
          PublishedValue(
            text: language.number(kinds),
            fact: Fact(
              subject: reference.text, period: edition.period.id,
              form: .mergedKinds(dimension: dimension.id), values: [kinds])))
      }
    }
    return values
  }

  /// How much the whole rose or fell, as the description says it.
  private func changeValues(of table: ProtectedTable, _ view: TableView) -> [PublishedValue] {
    let whole = CellReference(measure: table.measure.id, conditions: table.declaration.filter)
    guard let change = change(of: table, view), let percent = change.percent, percent > 0 else {
      return []
    }
    let fact = Fact(
      subject: whole.text, period: change.last.period.id,
      form: .change(since: change.first.period.id), values: [percent])
    return [PublishedValue(text: language.percent(percent), fact: fact)]
  }

  private func noteValues(
    on table: ProtectedTable, _ view: TableView, limit: Int?
  ) -> [PublishedValue] {
    var values = [language.thresholdValue(threshold)]
    if let limit {
      let all = view.rows.filter { !$0.isTotal && !$0.isRest }.count
      let shown = all > limit ? drawnRows(of: table, view).count : limit
      let fact = Fact(
        subject: table.id, period: edition.period.id, form: .shownCategories, values: [shown, all])
      values += [shown, all].map { PublishedValue(text: language.number($0), fact: fact) }
    }
    return values
  }

  private func share(from count: Fact, _ cell: Cell, in table: ProtectedTable) -> Fact {
    var fact = count
    let whole = CellReference(measure: table.measure.id, conditions: table.declaration.filter)
    guard let part = cell.value, let total = table.total?.value else {
      fact.form = .suppressed
      fact.values = []
      return fact
    }
    let percent = percentage(part, of: total)
    fact.form = percent == nil ? .missing : .share(of: whole.text, decimals: 0)
    fact.values = percent.map { [$0] } ?? []
    return fact
  }
}
