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
