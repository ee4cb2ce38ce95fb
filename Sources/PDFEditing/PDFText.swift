/// What a PDF says, in the order of its structure tree, as a screen reader says it.
package struct PDFText: Sendable {
  /// A paragraph, heading, cell or label of the document.
  package struct Block: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case paragraph
      /// By table, row and column, from 0.
      case cell(table: Int, row: Int, column: Int)
      /// A drawing or picture, with the text in it.
      case figure
      /// The mark of an entry of a list, by the list and the entry’s place in it, from 0.
      case listLabel(list: Int, entry: Int)
    }

    package var kind: Kind
    /// From 1.
    package var page: Int
    package var text: String
  }

  /// The words for a picture, with the page it stands on.
  package struct Alternative: Sendable, Hashable {
    package var page: Int
    package var text: String
  }

  package internal(set) var blocks: [Block] = []
  package internal(set) var alternatives: [Alternative] = []
  /// What is painted outside the document, a page each.
  package internal(set) var artifacts: [String] = []
  /// The titles of the outline, in order.
  package internal(set) var outline: [String] = []
  package internal(set) var title = ""
}

extension PrintedPDF {
  /// Everything that the file says; nil where some of it cannot be read, or is painted in an element that
  /// the document does not have.
  package var text: PDFText? {
    var reading = TaggedReading(file)
    guard !reading.pages.contains(where: \.isUnreadable), reading.run() else { return nil }
    var text = reading.text
    text.artifacts = reading.pages.map { $0.artifacts.joined(separator: "\n") }
    text.outline = file.outline.map(\.title)
    text.title = file.resolved(file.trailer["Info"])?.dictionary?["Title"]?.text ?? ""
    return text
  }
}
