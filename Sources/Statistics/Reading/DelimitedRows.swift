/// Walks the rows of delimited text without copying a field.
///
/// Source: RFC 4180, with what people’s files add: semicolons and tabs, any line ending, empty lines at
/// the end, spaces around fields.
struct DelimitedRows {
  /// Where a field lies in the text, quotes and spaces around it left off.
  struct Field {
    var start: Int
    var end: Int
    /// True when doubled quotes inside stand for single ones.
    var hasDoubledQuotes: Bool
  }

  enum Fault: Hashable {
    case quoteNotClosed
    case textAfterQuote
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var position = 0
  private var line = 1

  /// The line on which the row just read began, from 1.
  private(set) var rowLine = 1
  private(set) var rowStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// The delimiter that the header uses most outside quotes; a comma when it uses none.
  static func delimiter(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline || byte == carriageReturn { break }
      if candidates.contains(byte) { counts[byte, default: 0] += 1 }
    }
    var best = candidates[0]
    for candidate in candidates where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }

  /// Fills `fields` with the next row that is not empty; false at the end.
  mutating func next(into fields: inout [Field], fault: inout Fault?) -> Bool {
    while position < bytes.count {
      fields.removeAll(keepingCapacity: true)
      fault = nil
      rowLine = line
      rowStart = position
      readRow(into: &fields, fault: &fault)
      let isEmpty = fields.allSatisfy { $0.start == $0.end }
      if !isEmpty || fault != nil { return true }
    }
    return false
  }

  private mutating func readRow(into fields: inout [Field], fault: inout Fault?) {
    while true {
      skipSpaces()
      if position < bytes.count, bytes[position] == quote {
        fields.append(readQuoted(fault: &fault))
      } else {
        fields.append(readPlain())
      }
      guard position < bytes.count else { return }
      let byte = bytes[position]
      position += 1
      if byte == delimiter {
        if position == bytes.count {
          fields.append(Field(start: position, end: position, hasDoubledQuotes: false))
        }
        continue
      }
      if byte == carriageReturn, position < bytes.count, bytes[position] == newline {
        position += 1
      }
      line += 1
      return
    }
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == space, bytes[position] != delimiter {
      position += 1
    }
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == newline || byte == carriageReturn
  }

  private mutating func readPlain() -> Field {
    let start = position
    while position < bytes.count, !endsField(bytes[position]) { position += 1 }
    var end = position
    while end > start, bytes[end - 1] == space { end -= 1 }
    return Field(start: start, end: end, hasDoubledQuotes: false)
  }

  private mutating func readQuoted(fault: inout Fault?) -> Field {
    position += 1
    var field = Field(start: position, end: position, hasDoubledQuotes: false)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == newline || (byte == carriageReturn && !isBeforeNewline(position)) { line += 1 }
      guard byte == quote else {
        position += 1
        continue
      }
      if position + 1 < bytes.count, bytes[position + 1] == quote {
        field.hasDoubledQuotes = true
        position += 2
        continue
      }
      field.end = position
      position += 1
      skipSpaces()
      if position < bytes.count, !endsField(bytes[position]) {
        fault = fault ?? .textAfterQuote
        while position < bytes.count, !endsField(bytes[position]) { position += 1 }
      }
      return field
    }
    fault = .quoteNotClosed
    field.end = position
    return field
  }

  private func isBeforeNewline(_ index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index + 1] == newline
  }
}

private let quote: UInt8 = 0x22
private let newline: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let space: UInt8 = 0x20
private let candidates: [UInt8] = [0x2C, 0x3B, 0x09]

extension DelimitedRows.Field {
  func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard hasDoubledQuotes else { return text }
    var result = ""
    var previousWasQuote = false
    for character in text.unicodeScalars {
      if character == "\"", previousWasQuote {
        previousWasQuote = false
        continue
      }
      previousWasQuote = character == "\""
      result.unicodeScalars.append(character)
    }
    return result
  }
}
