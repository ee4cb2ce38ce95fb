import Diagnostics
import Periods

extension RecordSet {
  /// Reads the file of this record set into columns, in one walk over its bytes.
  ///
  /// Every fault is a finding that names row and column, never what stands there. A row with an
  /// unknown code or an empty cell stays; a value that is no day or number is an error.
  func read(
    _ file: SourceFile, codeLists: [String: CodeList], isAnswered: Bool
  ) -> Diagnosed<Records?> {
    var findings: [Diagnostic] = []
    guard let bytes = decodedAsUTF8(file).reporting(to: &findings) else {
      return Diagnosed(nil, findings: findings)
    }
    let lists = codeLists.mapValues { CodeLookup($0.codes.map(\.code)) }
    let (records, faults) = bytes.withUnsafeBufferPointer { buffer in
      var reading = RecordReading(
        set: self, isAnswered: isAnswered, path: file.path, bytes: buffer)
      reading.run(lists: lists)
      return (reading.records, reading.findings.all)
    }
    findings += faults
    return Diagnosed(findings.hasErrors ? nil : records, findings: findings)
  }
}

/// One walk over one file.
private struct RecordReading {
  /// What to do with a field, by its place in the row.
  private enum Slot {
    case ignored
    case text(kept: Int?, isRequired: Bool)
    case identifier(kept: Int?)
    case day(Int, isRequired: Bool)
    case integer(Int, ClosedRange<Int>, isRequired: Bool)
    case code(Int, list: Int, isRequired: Bool)

    var isRead: Bool {
      if case .ignored = self { false } else { true }
    }
  }

  let set: RecordSet
  /// Other records name records of this set.
  let isAnswered: Bool
  let path: String
  let bytes: UnsafeBufferPointer<UInt8>
  var findings: RecordFindings
  private var slots: [Slot] = []
  private var names: [String] = []
  private var days: [[Int32]] = []
  private var integers: [[Int32]] = []
  private var codes: [[UInt16]] = []
  private var words: [[String]] = []
  private var lines: [Int32] = []
  private var lookups: [CodeLookup] = []
  private var listNames: [String] = []
  private var identifiers = IdentifierSet()
  private var count = 0

  init(
    set: RecordSet, isAnswered: Bool, path: String, bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.set = set
    self.isAnswered = isAnswered
    self.path = path
    self.bytes = bytes
    findings = RecordFindings(path: path)
  }

  var records: Records {
    var records = Records(count: count, lines: lines)
    for (slot, name) in zip(slots, names) {
      switch slot {
      case .day(let index, _): records.days[name] = days[index]
      case .integer(let index, _, _): records.integers[name] = integers[index]
      case .code(let index, _, _): records.codes[name] = codes[index]
      case .text(let kept, _), .identifier(let kept):
        if let kept { records.words[name] = words[kept] }
      case .ignored: break
      }
    }
    return records
  }

  mutating func run(lists: [String: CodeLookup]) {
    var rows = DelimitedRows(bytes, delimiter: DelimitedRows.delimiter(of: bytes))
    var fields: [DelimitedRows.Field] = []
    var fault: DelimitedRows.Fault?
    guard rows.next(into: &fields, fault: &fault), fault == nil else {
      findings.add(.noHeader(at: SourceLocation(path: path, line: 1)))
      return
    }
    let header = fields.map { $0.text(in: bytes) }
    guard isHeader(header) else {
      findings.add(.noHeader(at: SourceLocation(path: path, line: 1)))
      return
    }
    readHeader(header, lists: lists)
    guard slots.contains(where: \.isRead) else { return }
    while rows.next(into: &fields, fault: &fault) {
      let place = SourceLocation(path: path, line: rows.rowLine)
      if let fault {
        findings.add(.malformed(fault, at: place))
        continue
      }
      guard fields.count >= slots.count else {
        findings.add(.tooFewFields(expected: slots.count, at: place))
        continue
      }
      if fields.count > slots.count, fields[slots.count...].contains(where: { $0.start < $0.end }) {
        findings.add(.tooManyFields(expected: slots.count, at: place))
        continue
      }
      for index in slots.indices {
        read(fields[index], at: index, line: rows.rowLine, rowStart: rows.rowStart)
      }
      lines.append(Int32(clamping: rows.rowLine))
      count += 1
    }
  }

  /// A first row without the name of a column is a record, which no message may repeat.
  private func isHeader(_ row: [String]) -> Bool {
    let expected = Set(set.columns.map { $0.name.lowercased() })
    return row.contains { expected.contains($0.lowercased()) }
  }

  private mutating func readHeader(_ header: [String], lists: [String: CodeLookup]) {
    names = header
    let expected = set.columns.map(\.name)
    for (index, name) in header.enumerated() {
      guard let column = set.column(name) else {
        slots.append(.ignored)
        if !name.isEmpty { findings.add(.unknownColumn(name, among: expected, path: path)) }
        continue
      }
      if header.firstIndex(of: name) != index { findings.add(.columnTwice(name, path: path)) }
      slots.append(slot(for: column, lists: lists))
    }
    let unknown = header.filter { set.column($0) == nil }
    for name in expected where !header.contains(name) {
      findings.add(.missingColumn(name, among: unknown, path: path))
    }
  }

  private mutating func slot(for column: RecordSet.Column, lists: [String: CodeLookup]) -> Slot {
    switch column.type {
    case .text:
      return .text(kept: keptWords(of: column.name), isRequired: column.isRequired)
    case .identifier:
      return .identifier(kept: keptWords(of: column.name))
    case .day:
      days.append([])
      return .day(days.count - 1, isRequired: column.isRequired)
    case .integer(let bounds):
      integers.append([])
      return .integer(integers.count - 1, bounds, isRequired: column.isRequired)
    case .code(let list):
      guard let lookup = lists[list] else { preconditionFailure("Lists are checked when declared") }
      codes.append([])
      lookups.append(lookup)
      listNames.append(list)
      return .code(codes.count - 1, list: lookups.count - 1, isRequired: column.isRequired)
    }
  }

  /// Where the words of a column are kept; nil when nothing compares them.
  private mutating func keptWords(of column: String) -> Int? {
    let isName = isAnswered && set.column(column)?.type == .identifier
    guard isName || set.keepsWords(of: column) else { return nil }
    words.append([])
    return words.count - 1
  }

  private mutating func read(
    _ field: DelimitedRows.Field, at index: Int, line: Int, rowStart: Int
  ) {
    let content = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
    func place() -> RecordFindings.Place {
      RecordFindings.Place(
        column: names[index],
        location: SourceLocation(path: path, line: line, column: field.start - rowStart + 1))
    }
    switch slots[index] {
    case .ignored:
      break
    case .text(let kept, let isRequired):
      if content.isEmpty, isRequired { findings.missing("text", at: place()) }
      if let kept { words[kept].append(field.text(in: bytes)) }
    case .identifier(let kept):
      if let kept { words[kept].append(field.text(in: bytes)) }
      if content.isEmpty {
        findings.missing("an identifier", at: place())
      } else if !identifiers.insert(field, in: bytes) {
        findings.duplicate(at: place())
      }
    case .day(let column, let isRequired):
      var ordinal: Int32 = 0
      if content.isEmpty {
        if isRequired { findings.missing(dayKind, at: place()) }
      } else {
        switch Day.reading(content) {
        case .day(let day): ordinal = day.ordinal
        case .nonexistent: findings.nonexistentDay(at: place())
        case .unreadable: findings.wrong(dayKind, at: place())
        }
      }
      days[column].append(ordinal)
    case .integer(let column, let bounds, let isRequired):
      var value = Records.emptyInteger
      if content.isEmpty {
        if isRequired { findings.missing(numberKind(bounds), at: place()) }
      } else if let number = integer(in: content), bounds.contains(number) {
        value = Int32(clamping: number)
      } else {
        findings.wrong(numberKind(bounds), at: place())
      }
      integers[column].append(value)
    case .code(let column, let list, let isRequired):
      var code: Int
      if content.isEmpty {
        code = codeCount(list)
        if isRequired { findings.missing("a code of “\(listNames[list])”", at: place()) }
      } else if let known = lookups[list].index(of: content) {
        code = known
      } else {
        code = codeCount(list) + 1
        findings.unknownCode(list: listNames[list], at: place())
      }
      codes[column].append(UInt16(code))
    }
  }

  private func codeCount(_ list: Int) -> Int { lookups[list].count }

  private func integer(in content: UnsafeBufferPointer<UInt8>) -> Int? {
    guard content.count <= 9, content.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return content.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

private let dayKind: Message = "a day such as 2021-06-30 or 30.6.2021"

private func numberKind(_ bounds: ClosedRange<Int>) -> Message {
  "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
}
