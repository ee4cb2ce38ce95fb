import FactLedger
import ReadingBack

/// A row of a figure's table as plain text has it: in columns, or as a record of lines.
struct TextRow {
  let anchor: String
  let label: LedgerPassage
  var cells: [LedgerPassage] = []
  let heads: [LedgerPassage]

  /// The row in columns.
  ///
  /// The space behind it ends the last value: a dot there could tell something.
  var line: String { "\(label.words) \(cells.map(\.words).joined(separator: " ")) " }

  /// The row as a record: each value on a line with the head of its column.
  var record: String {
    let fields = zip(heads, cells).map { "\($0.words): \($1.words)" }
    return "\(label.words) \(fields.joined(separator: " ")) "
  }

  /// In the order in which a record is read.
  fileprivate var passages: [LedgerPassage] { [label] + zip(heads, cells).flatMap { [$0, $1] } }
}

extension Ledger {
  /// The rows of all tables of figures.
  var textRows: [TextRow] {
    var heads: [LedgerPassage] = []
    var rows: [TextRow] = []
    for passage in passages {
      switch passage.role {
      case .columnHead(0): heads = [passage]
      case .columnHead: heads.append(passage)
      case .rowLabel:
        rows.append(TextRow(anchor: passage.place.anchor, label: passage, heads: heads))
      case .cell: if !rows.isEmpty { rows[rows.count - 1].cells.append(passage) }
      default: break
      }
    }
    return rows
  }

  /// The passages in the order in which this text has them: a table too wide for its columns comes as
  /// records, where each value stands behind the head of its column.
  ///
  /// - `heads`: the numbers in heads that stand in columns, where they may be broken into lines.
  func arranged(in text: SearchedText) -> (passages: [LedgerPassage], heads: Set<String>) {
    let rows = textRows
    var records: [LedgerEntry.Place: [LedgerPassage]] = [:]
    for row in rows where row.heads.contains(where: { !$0.readings.isEmpty }) {
      let place = row.label.place
      guard records[place] != nil || text.contains(row.record) else { continue }
      records[place, default: []] += row.passages
    }
    var arranged: [LedgerPassage] = []
    var heads: Set<String> = []
    for passage in passages {
      switch passage.role {
      case .columnHead:
        guard records[passage.place] == nil else { continue }
        heads.formUnion(passage.readings)
        arranged.append(passage)
      case .rowLabel(0) where records[passage.place] != nil:
        arranged += records[passage.place] ?? []
      case .rowLabel, .cell:
        if records[passage.place] == nil { arranged.append(passage) }
      default: arranged.append(passage)
      }
    }
    return (arranged, heads)
  }
}
