import Diagnostics

/// A delimited file that is small enough to hold as text: code lists, earlier observations.
struct SmallTable {
  struct Row {
    var line: Int
    private var values: [String: String]

    init(line: Int, values: [String: String]) {
      self.line = line
      self.values = values
    }

    var columns: [String] { values.keys.sorted() }

    /// Empty where the column is missing or the cell is empty.
    subscript(column: String) -> String { values[column] ?? "" }
  }

  var path: String
  var rows: [Row]

  /// Reads a file that must have the columns `required`; columns beside them are kept too.
  static func read(_ file: SourceFile, required: [String]) -> Diagnosed<SmallTable?> {
    var findings: [Diagnostic] = []
    guard let bytes = decodedAsUTF8(file).reporting(to: &findings) else {
      return Diagnosed(nil, findings: findings)
    }
    let table = bytes.withUnsafeBufferPointer { buffer -> SmallTable? in
      var reader = DelimitedRows(buffer, delimiter: DelimitedRows.delimiter(of: buffer))
      var fields: [DelimitedRows.Field] = []
      var fault: DelimitedRows.Fault?
      guard reader.next(into: &fields, fault: &fault), fault == nil else {
        findings.append(.noHeader(at: SourceLocation(path: file.path, line: 1)))
        return nil
      }
      let header = fields.map { $0.text(in: buffer) }
      for column in required where !header.contains(column) {
        findings.append(.missingColumn(column, among: header, path: file.path))
      }
      var table = SmallTable(path: file.path, rows: [])
      while reader.next(into: &fields, fault: &fault) {
        let location = SourceLocation(path: file.path, line: reader.rowLine)
        if let fault { findings.append(.malformed(fault, at: location)) }
        if fields.count > header.count,
          fields[header.count...].contains(where: { $0.start < $0.end })
        {
          findings.append(.tooManyFields(expected: header.count, at: location))
        }
        var values: [String: String] = [:]
        for (name, field) in zip(header, fields) { values[name] = field.text(in: buffer) }
        table.rows.append(Row(line: reader.rowLine, values: values))
      }
      return table
    }
    return Diagnosed(findings.hasErrors ? nil : table, findings: findings)
  }
}

extension Diagnostic {
  static func noHeader(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .recordMissing, at: location, "The file has no header row",
      help: "put the names of the columns in the first row")
  }

  static func missingColumn(_ name: String, among header: [String], path: String) -> Diagnostic {
    let near = nearestName(to: name, among: header)
    let help: Message =
      near.map { "rename the column “\($0)” to “\(name)”" }
      ?? "add the column “\(name)” to the export"
    return Diagnostic(
      .recordMissing, at: SourceLocation(path: path, line: 1), "The column “\(name)” is missing",
      help: help)
  }

  static func malformed(
    _ fault: DelimitedRows.Fault, at location: SourceLocation
  ) -> Diagnostic {
    switch fault {
    case .quoteNotClosed:
      Diagnostic(
        .recordValue, at: location, "A quotation mark opens here and is never closed",
        help: "close the quotation mark, or double it where it belongs to the text")
    case .textAfterQuote:
      Diagnostic(
        .recordValue, at: location, "Text stands after a closing quotation mark",
        help: "double the quotation marks that belong to the text")
    }
  }

  static func tooManyFields(expected: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .recordValue, at: location, "The row has more fields than the header names (\(expected))",
      help: "put fields that hold the separator in quotation marks")
  }
}
