import DocumentModel
import FactLedger
import Statistics

extension AuditModel {
  /// Adds what the edition's sentences and figures tell beside counts and orders: shares.
  mutating func add(_ entries: [LedgerEntry], _ stated: StatedCells) {
    var seen: Set<Statement> = []
    for entry in entries {
      guard let fact = entry.fact else { continue }
      let figure = entry.figureOfCell
      guard seen.insert(Statement(fact: fact, figure: figure)).inserted else { continue }
      guard case .share(let base, let decimals) = fact.form,
        let part = stated.cell(fact.subject, in: figure),
        let whole = stated.cell(base, in: figure), let share = fact.values.first
      else { continue }
      shares.append(
        .init(
          part: part, whole: whole, scaled: share, decimals: decimals,
          note: "\(fact.subject) | share of \(base)"))
    }
  }

  private struct Statement: Hashable {
    let fact: Fact
    let figure: String?
  }
}

extension LedgerEntry {
  /// The figure whose table says it; nil for what an editor wrote, beside a figure too.
  fileprivate var figureOfCell: String? {
    guard case .figure(let name) = place else { return nil }
    switch role {
    case .cell, .chartLabel, .chartMark, .field: return name
    default: return nil
    }
  }

  /// The row of `published.csv` for what is no count; nil for what no later edition has to know.
  func published(_ stated: StatedCells) -> PublishedFact? {
    guard let fact, let period = fact.period,
      let subject = stated.words(fact.subject, in: figureOfCell)
    else { return nil }
    func row(_ form: PublishedFact.Form, _ detail: String) -> PublishedFact {
      PublishedFact(
        form: form, measure: subject.measure, cell: subject.cell,
        time: stated.time(period, of: fact.subject, in: figureOfCell),
        status: .published, value: fact.values.first, detail: detail)
    }
    switch fact.form {
    case .share(let base, let decimals):
      guard let whole = stated.words(base, in: figureOfCell) else { return nil }
      return row(.share, PublishedFact.Share(whole: whole, decimals: decimals).text)
    case .change(let since): return row(.difference, "percent since \(since)")
    case .difference(let since): return row(.difference, "since \(since)")
    case .direction(let since): return row(.claim, "direction since \(since)")
    case .claim(let claim): return row(.claim, claim)
    // Protection tells of what it was asked.
    case .count, .earlierCount, .distinct, .order: return nil
    case .empty, .mergedKinds, .shownCategories, .suppressed, .missing, .constant, .threshold,
      .calendar:
      return nil
    }
  }
}
