import Composition
import Diagnostics
import DocumentModel
import Localization
import Periods
import Statistics
import Writing

/// One table of an edition as it may be published, in each form that it can be printed in.
package struct PublishedTable: Sendable {
  let table: ProtectedTable
  let edition: ProtectedEdition
  let threshold: Int
  let compared: Period?
  let words: [Language: Words]

  private var data: DataRows {
    DataRows(
      of: table,
      comparison: PeriodComparison(table, in: edition, with: compared, threshold: threshold),
      period: edition.period)
  }

  package var csv: String { data.csv }

  package var json: String {
    let data = data
    let cells = data.rows.map { codes, cell -> JSON in
      .object(
        Array(zip(data.dimensions, codes.map { JSON.text($0) })) + [
          ("value", cell.value.map { .number($0) } ?? .null), ("status", .text(cell.status)),
        ])
    }
    return JSON.object([
      ("figure", .text(table.id)), ("edition", .text(edition.period.id)),
      ("measure", .text(table.measure.id)),
      ("dimensions", .list(data.dimensions.map { .text($0) })), ("cells", .list(cells)),
    ]).written
  }

  /// What it counts, the numbers in columns, and what the marks mean.
  package func text(in language: Language) -> String {
    guard let words = words[language] else { return "" }
    let printed = FigureText(
      table, of: edition, words: words, threshold: threshold, compared: compared)
    var lines = filled(printed.measureLine, width: 72) + [""]
    lines += alignedText(of: printed.table, width: 72)
    if !printed.notes.isEmpty { lines.append("") }
    for note in printed.notes { lines += filled(note, width: 72) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Project {
  /// Protects one edition without reading its articles; nil when its data has errors.
  package func table(_ figure: String, of id: String) throws -> Diagnosed<PublishedTable?> {
    var findings: [Diagnostic] = []
    guard let content = try readEdition(id, languages: []).reporting(to: &findings),
      !findings.hasErrors
    else { return Diagnosed(nil, findings: findings) }
    let edition = protect(content).reporting(to: &findings)
    let table = edition.table(figure).map {
      PublishedTable(
        table: $0, edition: edition, threshold: publication.policy.threshold,
        compared: content.settings.compared.first, words: words)
    }
    return Diagnosed(table, findings: findings)
  }
}
