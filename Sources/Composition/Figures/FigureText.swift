import DocumentModel
import Localization
import Periods
import Statistics

/// The words and numbers of a table that stands alone, outside an article.
package struct FigureText: Sendable {
  package let measureLine: String
  package let table: DataTable
  package let notes: [String]

  package init(
    _ table: ProtectedTable, of edition: ProtectedEdition, words: Words, threshold: Int,
    compared: Period?
  ) {
    let composer = FigureComposer(
      edition: edition, words: words, threshold: threshold, compared: compared,
      placed: [table.id])
    let view = TableView(table, names: composer.names)
    measureLine = composer.measureLine(of: table)
    self.table = composer.dataTable(of: table, view, caption: measureLine)
    notes = composer.notes(on: table, view, chart: nil).map(\.text)
  }
}
