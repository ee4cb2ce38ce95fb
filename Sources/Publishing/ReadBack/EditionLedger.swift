import Composition
import Diagnostics
import DocumentModel
import FactLedger
import Statistics

extension Project {
  /// Everything that an edition states: in each language on each surface in the order of reading, then
  /// in its data files.
  ///
  /// Empty when the edition has errors, which are then among the findings.
  package func ledgerEntries(of id: String) throws -> Diagnosed<[LedgerEntry]> {
    var findings: [Diagnostic] = []
    guard
      let content = try readEdition(id, languages: publication.languages)
        .reporting(to: &findings)
    else { return Diagnosed([], findings: findings) }
    let protected = protect(content).reporting(to: &findings)
    let editions = composed(content, protected).reporting(to: &findings)
    guard !findings.hasErrors else { return Diagnosed([], findings: findings) }
    let entries =
      editions.flatMap { FactLedger.ledger(of: $0.0) }
      + dataEntries(of: protected) { comparison(of: $0, in: protected, content) }
    return Diagnosed(entries, findings: findings)
  }
}

/// What the data files of an edition state, a cell a line.
func dataEntries(
  of edition: ProtectedEdition, beside comparison: (ProtectedTable) -> PeriodComparison?
) -> [LedgerEntry] {
  let facts = CellFacts(period: edition.period)
  return edition.tables.flatMap { table in
    var cells = table.positions.map { position in
      (cell: table[position], fact: facts.fact(at: position, in: table))
    }
    if let comparison = comparison(table) {
      let earlier = table.axes[0].categories.map { category in
        (
          cell: comparison.cell(category),
          fact: facts.fact(of: category, before: comparison, in: table)
        )
      }
      cells = earlier + cells
    }
    return cells.enumerated().map { line, cell in
      let text = cell.cell.value.map { String($0) } ?? ""
      return LedgerEntry(
        edition: edition.period.id, language: "", surface: .dataFile, place: .figure(table.id),
        role: .field(line + 1), statement: .fact(cell.fact), text: text,
        reading: text.isEmpty ? nil : text)
    }
  }
}
