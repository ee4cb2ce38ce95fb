import Diagnostics
import FactLedger
import ReadingBack

/// What a file of plain text says otherwise than the ledger: its numbers in their order, and the lists
/// and directions that tell as much.
package func reconcile(_ file: ReadFile, text ledger: Ledger) -> [Diagnostic] {
  let text = SearchedText(file.passages)
  let (expected, heads) = ledger.arranged(in: text)
  var row = NumberRow(
    file, expected: expected, read: file.passages, names: NameWords(ledger.names))
  row.columnHeads = heads
  let missing = ledger.wordsThatTell.filter { !text.contains($0.text) }
  return row.findings { $0?.place.anchor ?? "" }
    + missing.map {
      .missingWords($0.text, in: $0.place.anchor, at: SourceLocation(path: file.path))
    } + swappedRows(text, ledger, file) + unseenFindings(in: file)
}

/// Rows whose names stand beside other values than theirs.
private func swappedRows(
  _ text: SearchedText, _ ledger: Ledger, _ file: ReadFile
) -> [Diagnostic] {
  // Rows come in the order of the text, so that each is sought behind the one before; where two figures
  // hold the same row, both have to be there.
  var place = 0
  var expected: [String: Int] = [:]
  return ledger.textRows.compactMap { row in
    let (line, record) = (row.line, row.record)
    let label = String(decoding: row.label.text, as: UTF8.self)
    expected[line, default: 0] += 1
    let wanted = expected[line] ?? 1
    if wanted > 1, text.count(of: line) + text.count(of: record) < wanted {
      return .otherLabel(label, in: row.anchor, at: SourceLocation(path: file.path))
    }
    if let found = text.place(of: line, from: place, isWhole: true) {
      place = found
      return nil
    }
    let isThere = text.contains(line, isWhole: true) || text.contains(record)
    return isThere ? nil : .otherLabel(label, in: row.anchor, at: SourceLocation(path: file.path))
  }
}

extension Ledger {
  /// Orders, directions and lists of what is empty, which are words and tell what numbers would.
  var wordsThatTell: [LedgerEntry] {
    passages.flatMap(\.entries).filter { entry in
      guard entry.reading == nil, !entry.text.isEmpty else { return false }
      switch entry.fact?.form {
      case .order, .direction, .empty: return true
      default: return false
      }
    }
  }
}
