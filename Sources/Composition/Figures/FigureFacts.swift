import DocumentModel
import Statistics

extension FigureComposer {
  /// What the cells of a figure state, and what its caption, description and notes state besides.
  ///
  /// `editor` are the words that its writer added.
  func facts(
    of table: ProtectedTable, _ view: TableView, chart limit: Int?, editor: [Inline<Composed>]
  ) -> FigureFacts {
    let hasShares = table.axes.count == 1 && table.declaration.sinceYear == nil
    let cells = view.rows.map { row in
      var facts = row.cells.indices.map { column -> Fact? in
        let columnCategory = view.columns.isEmpty ? [] : [view.columns[column]]
        return fact(of: row.cells[column], at: row.categories + columnCategory, in: table)
      }
      if hasShares, let count = facts.first {
        facts.append(count.flatMap { share(from: $0, row.cells[0], in: table) })
      }
      return facts
    }
    return FigureFacts(
      cells: cells,
      others: editor.values + captionValues(of: table)
        + noteValues(on: table, view, limit: limit))
  }

  /// The whole, and how many kinds stand under one name.
  private func captionValues(of table: ProtectedTable) -> [PublishedValue] {
    var values: [PublishedValue] = []
    if let total = table.total, let value = total.value {
      let categories = table.axes.map { _ in Category.total }
      values.append(
        PublishedValue(
          text: language.number(value), fact: fact(of: total, at: categories, in: table)))
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

  private func noteValues(
    on table: ProtectedTable, _ view: TableView, limit: Int?
  ) -> [PublishedValue] {
    var values = [language.thresholdValue(threshold)]
    if let limit {
      let all = view.rows.filter { !$0.isTotal && !$0.isRest }.count
      let fact = Fact(
        subject: table.id, period: edition.period.id, form: .shownCategories, values: [limit, all])
      values += [limit, all].map { PublishedValue(text: language.number($0), fact: fact) }
    }
    return values
  }

  func fact(at position: [Int], in table: ProtectedTable) -> Fact {
    fact(
      of: table[position], at: zip(table.axes, position).map { $0.categories[$1] }, in: table)
  }

  private func fact(of cell: Cell, at categories: [Category], in table: ProtectedTable) -> Fact {
    var conditions = table.declaration.filter
    var period = edition.period.id
    var isEarlier = false
    for (axis, category) in zip(table.axes, categories) {
      switch category {
      case .total: continue
      case .period(let named, _):
        period = named.id
        isEarlier = named != edition.period
      case .code, .rest, .unknown:
        guard let dimension = axis.dimension else { continue }
        conditions.append(Condition(dimension: dimension.id, values: [category.code]))
      }
    }
    let subject = CellReference(measure: table.measure.id, conditions: conditions).text
    switch cell {
    case .published(let value):
      return Fact(
        subject: subject, period: period, form: isEarlier ? .earlierCount : .count, values: [value])
    case .suppressed: return Fact(subject: subject, period: period, form: .suppressed)
    case .missing: return Fact(subject: subject, period: period, form: .missing)
    }
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
