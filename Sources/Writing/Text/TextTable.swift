import DocumentModel

/// A table in columns: labels at the left, numbers at the right, at most `width` columns wide.
///
/// Labels that are too long go on over several lines, the numbers beside the last. A table that leaves
/// its labels too little room comes as records instead, each number on a line with its name.
package func alignedText(of table: DataTable, width: Int) -> [String] {
  let numbers = table.columns.indices.map { column in
    let cells = table.rows.map { $0.values.indices.contains(column) ? $0.values[column] : "" }
    let widest = (cells + longestWords(of: table.columns[column])).map { displayWidth($0) }.max()
    return min(14, max(widest ?? 0, min(10, displayWidth(table.columns[column]))))
  }
  let taken = numbers.reduce(0) { $0 + $1 + 2 }
  let room = width - taken
  let fits = zip(table.columns.indices, numbers).allSatisfy { column, width in
    table.rows.allSatisfy {
      !$0.values.indices.contains(column) || displayWidth($0.values[column]) <= width
    }
  }
  guard fits, room >= 16 else { return records(of: table, width: width) }
  let labels = table.rows.map(\.label) + [table.stubHead]
  let stub = min(room, labels.map { displayWidth($0) }.max() ?? 0)
  var lines = head(of: table, stub: stub, numbers: numbers)
  let rule = String(repeating: "-", count: stub + taken)
  lines.append(rule)
  for row in table.rows {
    if row.isTotal, table.rows.count > 1 { lines.append(rule) }
    let label = filled(row.label, width: stub)
    lines += label.dropLast().map { trimmedEnd($0) }
    var line = padded(label.last ?? "", to: stub)
    for (value, width) in zip(row.values, numbers) {
      line += "  " + padded(value, to: width, onTheLeft: true)
    }
    lines.append(trimmedEnd(line))
  }
  return lines
}

private func longestWords(of text: String) -> [String] {
  text.split(separator: " ").map(String.init)
}

/// Column heads stand at the bottom of their lines, over the numbers.
private func head(of table: DataTable, stub: Int, numbers: [Int]) -> [String] {
  let cells =
    [filled(table.stubHead, width: stub)]
    + zip(table.columns, numbers).map { filled($0, width: $1) }
  let height = cells.map(\.count).max() ?? 1
  return (0..<height).map { line in
    var text = ""
    for (index, cell) in cells.enumerated() {
      let skipped = height - cell.count
      let part = line >= skipped ? cell[line - skipped] : ""
      text +=
        index == 0
        ? padded(part, to: stub) : "  " + padded(part, to: numbers[index - 1], onTheLeft: true)
    }
    return trimmedEnd(text)
  }
}

private func records(of table: DataTable, width: Int) -> [String] {
  var lines: [String] = []
  for (index, row) in table.rows.enumerated() {
    if index > 0 { lines.append("") }
    lines += filled(row.label, width: width)
    for (column, value) in zip(table.columns, row.values) {
      lines += filled("\(column): \(value)", width: width, first: "  ", rest: "    ")
    }
  }
  return lines
}
