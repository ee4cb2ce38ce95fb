import DocumentModel
import Periods
import Statistics

/// What the cells of an edition's tables state.
package struct CellFacts: Sendable {
  /// That of the edition.
  let period: Period

  package init(period: Period) {
    self.period = period
  }

  package func fact(at position: [Int], in table: ProtectedTable) -> Fact {
    fact(
      of: table[position], at: zip(table.axes, position).map { $0.categories[$1] }, in: table)
  }

  /// What a row of a table is set beside: the same category in an earlier period.
  package func fact(
    of category: Category, before comparison: PeriodComparison, in table: ProtectedTable
  ) -> Fact {
    let cell = comparison.cell(category)
    var fact = CellFacts(period: comparison.period).fact(of: cell, at: [category], in: table)
    if fact.form == .count { fact.form = .earlierCount }
    return fact
  }

  /// The same records have the same subject, wherever they are counted.
  func fact(of cell: Cell, at categories: [Category], in table: ProtectedTable) -> Fact {
    var conditions = table.declaration.filter
    var named = period
    for (axis, category) in zip(table.axes, categories) {
      switch category {
      case .total: continue
      case .period(let other, _): named = other
      case .code, .rest, .unknown:
        guard let dimension = axis.dimension else { continue }
        conditions.append(Condition(dimension: dimension.id, values: [category.code]))
      }
    }
    let subject = CellReference(measure: table.measure.id, conditions: conditions).text
    switch cell {
    case .published(let value):
      let form: Fact.Form = named == period ? .count : .earlierCount
      return Fact(subject: subject, period: named.id, form: form, values: [value])
    case .suppressed: return Fact(subject: subject, period: named.id, form: .suppressed)
    case .missing: return Fact(subject: subject, period: named.id, form: .missing)
    }
  }
}
