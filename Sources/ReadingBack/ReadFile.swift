import Localization

/// What was read of one built file.
package struct ReadFile: Sendable {
  package let path: String
  package var passages: [ReadPassage] = []
  package var drawings: [ReadDrawing] = []
  /// Of a page, in the order in which they begin.
  package var elements: [ReadElement] = []
  /// The page of each anchor, where a file has pages.
  package internal(set) var pages: [String: Int] = [:]
  /// Where lines begin, in bytes.
  let lineStarts: [Int]
  let bytes: [UInt8]

  /// A file with pages instead of lines: a place in it is the number of a page, from 0.
  init(path: String, pageCount: Int) {
    self.path = path
    bytes = Array(repeating: 0x20, count: pageCount)
    lineStarts = Array(0..<max(1, pageCount))
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] == 0x0A { starts.append(index + 1) }
        index += 1
      }
    }
    lineStarts = starts
  }

  /// Whether just these bytes stand at a place of the file, as they are.
  package func holds(_ text: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && offset + text.count <= bytes.count
      && bytes[offset..<(offset + text.count)].elementsEqual(text)
  }

  /// Whether the file is just this text.
  package func isJust(_ text: String) -> Bool { bytes.elementsEqual(text.utf8) }

  /// The byte behind the tag with which an element begins, where no `>` stands in its values.
  package func tagEnd(of element: ReadElement) -> Int? {
    guard let end = bytes[element.origin...].firstIndex(of: 0x3E) else { return nil }
    return end + 1
  }

  /// Line and column of a byte, both counted from 1, the column in characters.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let end = min(offset, bytes.count)
    let column = bytes[lineStarts[low]..<max(lineStarts[low], end)].reduce(1) { column, byte in
      byte & 0xC0 == 0x80 ? column : column + 1
    }
    return (low + 1, column)
  }
}

/// A paragraph, cell, attribute, label or field of a file with the numbers in it.
package struct ReadPassage: Sendable {
  package enum Kind: Sendable, Hashable {
    case text
    /// By the table of the place, its row and its column, all from 0; heads included.
    case cell(table: Int, row: Int, column: Int)
    /// The caption of a table, which repeats what stands above it.
    case tableCaption
    /// An attribute that tells something: `alt`, `title`, `aria-label`, `content`.
    case attribute(String)
    /// The title of a drawing.
    case drawingTitle
    /// The description of a drawing.
    case description
    /// A text in a drawing, by the drawing of the file and its order in it.
    case drawingText(drawing: Int, label: Int)
    case comment
    /// A style sheet, whose numbers count nothing.
    case style
    /// A script, or anything else that nobody is to read.
    case script
    /// What is written in an embedded drawing.
    case image
    /// The mark of an entry of a list on a page of paper, by the list and the entry’s place in it.
    case listLabel(list: Int, entry: Int)
    /// What stands on a page outside the document: running heads, page numbers, ornaments.
    case margin
    /// A title in the outline of a file.
    case outline
    /// A field of a data file, from 0, its head included.
    case field(row: Int, column: Int)
    /// A value or name of JSON, by its path.
    case json(String)
  }

  /// The anchor of the article, figure or section it stands in; empty outside all.
  package let place: String
  package let kind: Kind
  package let language: Language
  /// In UTF-8, with entities resolved and without marks that no reader sees.
  package let text: [UInt8]
  package let numbers: [WrittenNumber]
  /// For each number the byte of the file at which it begins.
  package let origins: [Int]
  /// The byte of the file at which the passage begins.
  package let origin: Int
  /// The bytes at which signs that no reader sees stand together; their number could tell one.
  package let unseenRuns: [Int]
}
