import Composition
import Diagnostics
import Localization

/// The arithmetic of a table that somebody typed: totals and shares.
struct TypedTableCheck {
  private let cells: [[CheckedPassage]]
  private let values: [[Quantity?]]
  private let language: Language

  init(table: TypedTable, passages: [CheckedPassage], language: Language) {
    self.language = language
    var index = table.first
    var cells: [[CheckedPassage]] = []
    for count in table.rows {
      cells.append(Array(passages[index..<(index + count)]))
      index += count
    }
    self.cells = cells
    values = cells.enumerated().map { row, cells in
      cells.enumerated().map { column, cell in
        // The first row and column hold names, which may have digits in them.
        let quantities = cell.sentences.flatMap(\.quantities)
        return row > 0 && column > 0 && quantities.count == 1 ? quantities[0] : nil
      }
    }
  }

  func findings(in prose: Prose) -> [Diagnostic] {
    guard cells.count > 2, let width = cells.first?.count, width > 1 else { return [] }
    var findings: [Diagnostic] = []
    let totalRow = cells.indices.dropFirst().last { isTotal(cells[$0][0].passage) }
    let totalColumn = (1..<width).last { isTotal(cells[0][$0].passage) }
    for column in 1..<width {
      let rows = cells.indices.dropFirst().filter { $0 != totalRow }
      let parts = rows.compactMap { cells[$0].count > column ? values[$0][column] : nil }
      guard parts.count == rows.count, parts.count >= 2 else { continue }
      if let totalRow, let total = values[totalRow][column], isOpen(parts, total) {
        findings.append(.open(at: place(totalRow, column, prose)))
      } else if totalRow == nil, let named = wholeNamed(in: cells[0][column]),
        isOpen(parts, named)
      {
        findings.append(.open(at: place(0, column, prose)))
      }
      findings += wrongShares(in: column, rows, totalRow, prose)
    }
    if let totalColumn, width > 3 {
      for row in cells.indices.dropFirst() where cells[row].count == width {
        let parts = (1..<width).filter { $0 != totalColumn }.compactMap { values[row][$0] }
        let isOneKind = parts.allSatisfy { !$0.isPercent }
        if parts.count == width - 2, isOneKind, let total = values[row][totalColumn],
          isOpen(parts, total)
        {
          findings.append(.open(at: place(row, totalColumn, prose)))
        }
      }
    }
    return findings
  }

  /// Rounded shares may miss their hundred by half a point each.
  private func isOpen(_ parts: [Quantity], _ total: Quantity) -> Bool {
    guard (parts + [total]).allSatisfy({ $0.value < 1_000_000_000 }) else { return false }
    let sum = parts.reduce(0) { $0 + $1.value }
    return total.isPercent ? abs(sum - total.value) * 2 > parts.count : sum != total.value
  }

  /// A column of shares beside a column of counts.
  private func wrongShares(
    in column: Int, _ rows: [Int], _ totalRow: Int?, _ prose: Prose
  ) -> [Diagnostic] {
    guard column > 1,
      rows.allSatisfy({ values[$0][column]?.isPercent ?? false || isShare(column) }),
      rows.allSatisfy({ values[$0][column - 1].map { !$0.isPercent } ?? false })
    else { return [] }
    let counts = rows.compactMap { values[$0][column - 1]?.value }
    let total = totalRow.flatMap { values[$0][column - 1]?.value } ?? counts.reduce(0, +)
    return rows.compactMap { row in
      guard let share = values[row][column], let count = values[row][column - 1],
        !share.isCited, let right = percentage(count.value, of: total), right != share.value
      else { return nil }
      let written = cells[row][column].passage.words(in: share.range)
      return .wrongShare(written, language.percent(right), at: place(row, column, prose))
    }
  }

  private func isShare(_ column: Int) -> Bool {
    let head = cells[0][column].passage.lowered
    return ["%", "share", "percent", "osuus", "prosent", "andel", "procent"].contains(
      where: head.contains)
  }

  /// The 139 of a head that says “n = 139”.
  private func wholeNamed(in head: CheckedPassage) -> Quantity? {
    let quantities = head.sentences.flatMap(\.quantities)
    guard quantities.count == 1 else { return nil }
    let lead = head.passage.words(in: 0..<quantities[0].range.lowerBound).lowercased()
      .filter { !$0.isWhitespace }
    return lead.hasSuffix("n=") ? quantities[0] : nil
  }

  private func isTotal(_ passage: Passage) -> Bool {
    let words =
      ["total", "all", "in all", "altogether", "sum", "yhteensä", "kaikki", "kaikkiaan"]
      + ["summa", "totalt", "alla", "sammanlagt", "tillsammans"]
    let text = passage.text.lowercased().filter { $0.isLetter || $0 == " " }
    return words.contains { text == $0 || text.hasPrefix("\($0) ") }
  }

  private func place(_ row: Int, _ column: Int, _ prose: Prose) -> SourceLocation {
    let cell = cells[row][column]
    let range = values[row][column]?.range ?? 0..<cell.passage.scalars.count
    return prose.location(of: range, in: cell.passage)
  }
}
