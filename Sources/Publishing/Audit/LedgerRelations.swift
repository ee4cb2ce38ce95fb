import DocumentModel
import FactLedger
import Statistics

extension AuditModel {
  /// Adds what the edition's sentences and figures tell beside counts: shares and orders.
  mutating func add(_ entries: [LedgerEntry], cells: [String: Int]) {
    var seen: Set<Fact> = []
    for fact in entries.compactMap(\.fact) where seen.insert(fact).inserted {
      switch fact.form {
      case .share(let base, let decimals):
        guard let part = cells[fact.subject], let whole = cells[base], let share = fact.values.first
        else { continue }
        shares.append(
          .init(
            part: part, whole: whole, scaled: share, decimals: decimals,
            note: "\(fact.subject) | share of \(base)"))
      case .order(let dimension, let codes):
        let listed = codes.compactMap { code in
          cells[subject(fact.subject, adding: "\(dimension)=\(code)")]
        }
        if listed.count > 1 { orders.append(listed) }
      default: continue
      }
    }
  }

  /// Conditions stand in the order of their dimensions.
  private func subject(_ subject: String, adding condition: String) -> String {
    let words = subject.split(separator: " ").map(String.init)
    return (words.prefix(1) + (words.dropFirst() + [condition]).sorted()).joined(separator: " ")
  }
}

extension Fact {
  /// The row of `published.csv` for what is no count; nil for what no later edition has to know.
  var published: PublishedFact? {
    guard let period else { return nil }
    let words = subject.split(separator: " ", maxSplits: 1).map(String.init)
    guard let measure = words.first else { return nil }
    func fact(_ form: PublishedFact.Form, _ detail: String) -> PublishedFact {
      PublishedFact(
        form: form, measure: measure, cell: words.dropFirst().joined(), time: period,
        status: .published, value: values.first, detail: detail)
    }
    switch form {
    case .share(let base, let decimals): return fact(.share, "of \(base); decimals \(decimals)")
    case .change(let since): return fact(.difference, "percent since \(since)")
    case .difference(let since): return fact(.difference, "since \(since)")
    case .direction(let since): return fact(.claim, "direction since \(since)")
    case .distinct(let dimension): return fact(.distinct, dimension)
    case .order(let dimension, let codes):
      return fact(.order, "\(dimension): \(codes.joined(separator: " "))")
    case .claim(let claim): return fact(.claim, claim)
    case .count, .earlierCount, .empty, .mergedKinds, .shownCategories, .suppressed, .missing,
      .constant,
      .threshold, .calendar:
      return nil
    }
  }
}
