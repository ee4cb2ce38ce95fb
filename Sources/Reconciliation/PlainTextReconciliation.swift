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
  let text = file.passages.map { SearchedText($0.text) }
  let missing = ledger.wordsThatTell.filter { entry in
    !text.contains { $0.contains(entry.text) }
  }
  return row.findings { $0?.place.anchor ?? "" }
    + missing.map {
      .missingWords($0.text, in: $0.place.anchor, at: SourceLocation(path: file.path))
    } + swappedRows(text, ledger, file)
}

/// Rows whose names stand beside other values than theirs.
private func swappedRows(
  _ text: [SearchedText], _ ledger: Ledger, _ file: ReadFile
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
  return rows.compactMap { row in
    // A table stands in columns, or as a record a row.
    let line = "\(row.label) \(row.values.joined(separator: " "))"
    let fields = zip(row.heads, row.values).map { "\($0): \($1)" }.joined(separator: " ")
    let isThere = text.contains { $0.contains(line) || $0.contains("\(row.label) \(fields)") }
    guard !isThere, text.contains(where: { $0.contains("\(row.label) ") }) else { return nil }
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

/// Text in which words are sought whatever space stands between them.
struct SearchedText {
  private let bytes: [UInt8]

  init(_ text: [UInt8]) {
    bytes = SearchedText.evened(text)
  }

  func contains(_ words: String) -> Bool {
    let sought = SearchedText.evened(Array(words.replacing("\u{AD}", with: "").utf8))
    guard let first = sought.first, sought.count <= bytes.count else { return sought.isEmpty }
    return (0...(bytes.count - sought.count)).contains { start in
      bytes[start] == first && bytes[start..<(start + sought.count)].elementsEqual(sought)
    }
  }

  /// One space where there is any.
  private static func evened(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      if byte > 0x20 {
        result.append(byte)
      } else if result.last != 0x20 {
        result.append(0x20)
      }
    }
    return result
  }
}
