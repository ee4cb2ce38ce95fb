import Diagnostics
import Periods

/// One row of `published.csv`: what an edition said, or did not say, of some persons.
///
/// Columns: `form,measure,cell,time,status,value,detail,figure`. The cell names codes, never a merged
/// rest: `form=begging+organ_removal`, `nationality=~FIN+IRQ` for all others, `_U` for not known or not
/// recognised, `_Z` for where the dimension does not apply. The time is a period, or the day of a
/// stock. Nothing that was hidden has a value.
package struct PublishedFact: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case count, share, difference, order, distinct, claim
  }

  package enum Status: String, Sendable, Hashable, CaseIterable {
    case published
    /// Counted together with others, and shown nowhere by itself.
    case merged
    case suppressed
  }

  package let form: Form
  package let measure: String
  package let cell: String
  package let time: String
  package let status: Status
  package let value: Int?
  /// What else belongs to it: the base of a share, the codes of an order.
  package let detail: String
  /// The figure that prints it; empty for a sentence.
  package let figure: String

  package init(
    form: Form, measure: String, cell: String, time: String, status: Status, value: Int?,
    detail: String = "", figure: String = ""
  ) {
    self.form = form
    self.measure = measure
    self.cell = cell
    self.time = time
    self.status = status
    self.value = value
    self.detail = detail
    self.figure = figure
  }
}

extension PublishedFact {
  static let columns = ["form", "measure", "cell", "time", "status", "value", "detail", "figure"]

  /// The file as `seal` writes it: rows in byte order, each once.
  package static func file(_ facts: [PublishedFact]) -> String {
    let rows = facts.map { fact in
      [
        fact.form.rawValue, fact.measure, fact.cell, fact.time, fact.status.rawValue,
        fact.value.map(String.init) ?? "", fact.detail, fact.figure,
      ].map(quoted).joined(separator: ",")
    }
    var kept: [String] = []
    for row in rows.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where row != kept.last {
      kept.append(row)
    }
    return ([columns.joined(separator: ",")] + kept).joined(separator: "\n") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\n".contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// Reads `published.csv` of an earlier edition.
  package static func read(_ file: SourceFile) -> Diagnosed<[PublishedFact]> {
    var findings: [Diagnostic] = []
    guard let table = SmallTable.read(file, required: columns).reporting(to: &findings) else {
      return Diagnosed([], findings: findings)
    }
    let facts = table.rows.compactMap { row -> PublishedFact? in
      let location = SourceLocation(path: file.path, line: row.line)
      guard let form = Form(rawValue: row["form"]), let status = Status(rawValue: row["status"])
      else {
        findings.append(.noPublishedFact(at: location))
        return nil
      }
      let value = Int(row["value"])
      if (value == nil) == (status == .published && form == .count) {
        findings.append(.noPublishedFact(at: location))
        return nil
      }
      return PublishedFact(
        form: form, measure: row["measure"], cell: row["cell"], time: row["time"], status: status,
        value: value, detail: row["detail"], figure: row["figure"])
    }
    return Diagnosed(facts, findings: findings)
  }
}

extension Diagnostic {
  fileprivate static func noPublishedFact(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .historyValue, at: location, "The row is no fact as “katsaus” records them",
      help: "take the file from the archive again; it is never edited")
  }
}
