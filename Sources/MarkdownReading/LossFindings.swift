import Diagnostics

/// What cmark leaves out without a word is found in the source.
extension BlockReader {
  /// Cells beyond the columns of a table are dropped.
  func surplusCells(from first: Int, to last: Int, columns: Int) -> [Diagnostic] {
    guard first > 0, first <= last else { return [] }
    return (first...last).compactMap { number in
      guard number <= lines.count else { return nil }
      let cells = cells(in: lines[number - 1])
      return cells > columns ? .surplusCells(columns: columns, at: place(number)) : nil
    }
  }

  private func cells(in line: Substring) -> Int {
    let inner = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    var cells = 1
    var isEscaped = false
    for (index, character) in inner.enumerated() {
      if character == "|", !isEscaped, index > 0 { cells += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    let trimmed = inner.reversed().drop { $0 == " " || $0 == "\t" }
    return trimmed.first == "|" ? cells - 1 : cells
  }

  /// Notes that no text refers to are dropped, and references to no note are left as they stand.
  func lostNotes(kept: Int) -> [Diagnostic] {
    var defined: [String: Int] = [:]
    var referred: [String: Int] = [:]
    var isFenced = false
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") || line.hasPrefix("~~~") { isFenced.toggle() }
      guard !isFenced else { continue }
      for label in noteLabels(in: line) {
        if label.isDefinition {
          defined[label.name] = defined[label.name] ?? index + 1
        } else {
          referred[label.name] = referred[label.name] ?? index + 1
        }
      }
    }
    let unread = defined.filter { referred[$0.key] == nil }
    let missing = referred.filter { defined[$0.key] == nil }
    return unread.map { .noteUnread($0.key, at: place($0.value)) }
      + missing.map { .noteMissing($0.key, at: place($0.value)) }
  }

  private func noteLabels(in line: Substring) -> [(name: String, isDefinition: Bool)] {
    var labels: [(name: String, isDefinition: Bool)] = []
    var rest = line
    while let open = rest.range(of: "[^") {
      let isFirst =
        rest.startIndex == line.startIndex && rest[..<open.lowerBound].allSatisfy(\.isWhitespace)
      rest = rest[open.upperBound...]
      guard let close = rest.firstIndex(of: "]") else { break }
      let name = rest[..<close]
      rest = rest[rest.index(after: close)...]
      guard !name.isEmpty, !name.contains(where: \.isWhitespace) else { continue }
      labels.append((String(name), isFirst && rest.hasPrefix(":")))
    }
    return labels
  }
}

extension Diagnostic {
  fileprivate static func surplusCells(columns: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .markdownLoss, at: location, "The row has more cells than the table has columns (\(columns))",
      help: "add a column to the head of the table, or write \\| for a bar that belongs to the text"
    )
  }

  fileprivate static func noteUnread(_ label: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .markdownLoss, at: location, "No text refers to the note “\(label)”",
      help: "put [^\(label)] where it belongs, or remove the note")
  }

  fileprivate static func noteMissing(_ label: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .markdownLoss, at: location, "The note “\(label)” is not written",
      help: "add a line “[^\(label)]: …”")
  }
}
