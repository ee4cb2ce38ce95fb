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
  private let text: String

  init(_ bytes: [UInt8]) {
    text = SearchedText.evened(String(decoding: bytes, as: UTF8.self))
  }

  func contains(_ words: String) -> Bool {
    text.contains(SearchedText.evened(words.replacing("\u{AD}", with: "")))
  }

  private static func evened(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
  }
}
