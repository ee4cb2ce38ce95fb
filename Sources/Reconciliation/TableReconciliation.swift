import Diagnostics
import FactLedger
import ReadingBack

extension PageReconciliation {
  /// The table of a figure, cell by cell.
  func tableFindings(
    _ stated: [LedgerPassage], _ read: [ReadPassage], in anchor: String
  ) -> [Diagnostic] {
    let grid = ReadGrid(read)
    let rows = StatedGrid(stated)
    guard grid.rows.count == rows.lines.count,
      zip(grid.rows, rows.lines).allSatisfy({ $0.count == $1.cells.count })
    else {
      let origin = (grid.rows.first?.first?.passages.first ?? read.first)?.origin ?? 0
      return [.otherRows(in: anchor, at: file.location(origin))]
    }
    let names = rows.names
    return zip(grid.rows, rows.lines).flatMap { read, stated in
      zip(read, stated.cells).compactMap { cell, expected -> Diagnostic? in
        let origin = cell.passages.first?.origins.first ?? cell.passages.first?.origin ?? 0
        if cell.readings == expected.readings,
          !expected.isMark || holdsNothingBut(expected.text, cell.passages)
        {
          // Another name gives the values to others.
          guard expected.isName, !isName(cell.text, expected.text, among: names) else { return nil }
          return .otherLabel(expected.text, in: anchor, at: file.location(origin))
        }
        return .otherCell(
          expected.text, row: stated.label, in: anchor, at: file.location(origin))
      }
    }
  }
}

extension PageReconciliation {
  /// Between the tags of a cell stands the mark, without a space, an element or a comment beside it; in
  /// a file without tags it is all that the cell says.
  private func holdsNothingBut(_ mark: String, _ passages: [ReadPassage]) -> Bool {
    guard passages.count == 1, let origin = passages.first?.origin else { return false }
    if file.elements.isEmpty { return passages[0].text == Array(mark.utf8) }
    let tag = file.elements.last { $0.origin < origin }
    return tag?.name == "td" && file.holds(Array(">\(mark)</td>".utf8), at: origin - 1)
      && tag.map { file.tagEnd(of: $0) } == origin
  }
}

/// The cells that were read, row by row.
private struct ReadGrid {
  struct Cell {
    var passages: [ReadPassage]

    var readings: [String] { passages.flatMap(\.readings) }

    var text: String {
      passages.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " ")
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private(set) var rows: [[Cell]] = []

  init(_ passages: [ReadPassage]) {
    var last: (table: Int, row: Int, column: Int)?
    for passage in passages {
      guard case .cell(let table, let row, let column) = passage.kind else { continue }
      if let last, last == (table, row, column) {
        rows[rows.count - 1][rows[rows.count - 1].count - 1].passages.append(passage)
      } else if let last, last.table == table, last.row == row {
        rows[rows.count - 1].append(Cell(passages: [passage]))
      } else {
        rows.append([Cell(passages: [passage])])
      }
      last = (table, row, column)
    }
  }
}

/// The cells that the ledger has: the heads first, then a line a row.
private struct StatedGrid {
  struct Cell {
    let text: String
    let readings: [String]
    /// A mark stands for a value, and nothing else may stand beside it.
    let isMark: Bool
    /// It says what values of its row or column are.
    let isName: Bool
  }

  struct Line {
    let label: String
    var cells: [Cell]
  }

  private(set) var lines: [Line] = []

  var names: Set<String> { Set(lines.flatMap(\.cells).filter(\.isName).map(\.text)) }

  init(_ passages: [LedgerPassage]) {
    var stub = Cell(text: "", readings: [], isMark: false, isName: true)
    for passage in passages {
      let text = String(decoding: passage.text, as: UTF8.self)
      let form = passage.entries.first?.fact?.form
      var isName = true
      if case .cell = passage.role { isName = false }
      let cell = Cell(
        text: text, readings: passage.readings,
        isMark: !isName && (form == .suppressed || form == .missing), isName: isName)
      switch passage.role {
      case .stubHead: stub = cell
      case .columnHead:
        if lines.isEmpty { lines.append(Line(label: "", cells: [stub])) }
        lines[0].cells.append(cell)
      case .rowLabel: lines.append(Line(label: text, cells: [cell]))
      case .cell: if !lines.isEmpty { lines[lines.count - 1].cells.append(cell) }
      default: break
      }
    }
  }
}
