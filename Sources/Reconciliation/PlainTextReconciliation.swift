import Diagnostics
import FactLedger
import ReadingBack

/// What a file of plain text says otherwise than the ledger: its numbers in their order, and the lists
/// and directions that tell as much.
package func reconcile(_ file: ReadFile, text ledger: Ledger) -> [Diagnostic] {
  var row = NumberRow(file, expected: ledger.passages, read: file.passages)
  row.columnHeads = Set(
    ledger.passages.filter { if case .columnHead = $0.role { true } else { false } }
      .flatMap(\.readings))
  let text = SearchedText(file.passages)
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
  var heads: [String] = []
  var rows: [(anchor: String, label: String, values: [String], heads: [String])] = []
  for passage in ledger.passages {
    let words = String(decoding: passage.text, as: UTF8.self)
    switch passage.role {
    case .columnHead(0): heads = [words]
    case .columnHead: heads.append(words)
    case .rowLabel: rows.append((passage.place.anchor, words, [], heads))
    case .cell: if !rows.isEmpty { rows[rows.count - 1].values.append(words) }
    default: break
    }
  }
  // Rows come in the order of the text, so that each is sought behind the one before; where two figures
  // hold the same row, both have to be there.
  var place = 0
  var expected: [String: Int] = [:]
  return rows.compactMap { row in
    // A table stands in columns, or as a record a row.
    // The space behind it ends the last value: a dot there could tell something.
    let line = "\(row.label) \(row.values.joined(separator: " ")) "
    let fields = zip(row.heads, row.values).map { "\($0): \($1)" }.joined(separator: " ") + " "
    let record = "\(row.label) \(fields)"
    expected[line, default: 0] += 1
    if let wanted = expected[line], wanted > 1,
      text.count(of: line) + text.count(of: record) < wanted
    {
      return .otherLabel(row.label, in: row.anchor, at: SourceLocation(path: file.path))
    }
    if let found = text.place(of: line, from: place, isWhole: true) {
      place = found
      return nil
    }
    let isThere = text.contains(line, isWhole: true) || text.contains(record)
    guard !isThere, text.contains("\(row.label) ") else { return nil }
    return .otherLabel(row.label, in: row.anchor, at: SourceLocation(path: file.path))
  }
}

extension Ledger {
  /// Orders and directions, which are words and tell what numbers would.
  var wordsThatTell: [LedgerEntry] {
    passages.flatMap(\.entries).filter { entry in
      guard entry.reading == nil, !entry.text.isEmpty else { return false }
      switch entry.fact?.form {
      case .order, .direction: return true
      default: return false
      }
    }
  }
}
