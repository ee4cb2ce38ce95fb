import Charting
import DocumentModel
import Localization

/// Everything that one edition states in one language on one surface.
package struct Ledger: Sendable {
  package let edition: String
  package let language: Language
  package let surface: Surface
  /// In the order in which a reader meets them.
  package let passages: [LedgerPassage]
  /// Lengths and places of marks, which are read but not printed.
  package let marks: [LedgerEntry]
  /// The charts drawn, by the figure they stand in.
  package let charts: [(figure: String, chart: Chart)]
  /// The bands of the cover's art, in parts that make a whole.
  package let motif: [[Double]]
  /// The anchors of the surface.
  package let anchors: Set<String>
  /// The addresses that links lead to, as the composition has them.
  package let addresses: Set<String>

  /// The names of everything that the edition counts by, shown or not.
  package let names: [String]

  package var entries: [LedgerEntry] { passages.flatMap(\.entries) + marks }
}

/// Every statement of an edition in one language, on each surface in the order of reading.
package func ledger(of edition: ComposedEdition) -> [LedgerEntry] {
  Surface.renditions.flatMap { ledger(of: edition, on: $0).entries }
}

/// The ledger of one rendition.
///
/// - `pages`: the page of each anchor, where paper prints it beside contents and references.
package func ledger(
  of edition: ComposedEdition, on surface: Surface, pages: [String: Int] = [:]
) -> Ledger {
  var keeping = LedgerKeeping(edition: edition, surface: surface)
  keeping.pages = pages
  keeping.enterEdition()
  return Ledger(
    edition: edition.id, language: keeping.language, surface: surface, passages: keeping.passages,
    marks: keeping.marks, charts: keeping.charts,
    motif: surface == .plainText ? [] : edition.masthead.motif.map { $0.map(\.share) },
    anchors: keeping.anchors, addresses: keeping.addresses,
    names: edition.categoryNames)
}
