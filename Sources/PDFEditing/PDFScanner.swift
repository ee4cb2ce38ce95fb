/// Reads PDF syntax from bytes (ISO 32000-1, 7.2 and 7.3).
struct PDFScanner {
  let bytes: [UInt8]
  var index: Int

  init(_ bytes: [UInt8], at index: Int = 0) {
    self.bytes = bytes
    self.index = index
  }

  private func byte(_ offset: Int = 0) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  static func isSpace(_ byte: UInt8) -> Bool { [0, 9, 10, 12, 13, 32].contains(byte) }

  static func isDelimiter(_ byte: UInt8) -> Bool { "()<>[]{}/%".utf8.contains(byte) }

  mutating func skipSpace() {
    while let byte = byte() {
      if byte == UInt8(ascii: "%") {
        while let next = self.byte(), next != 10, next != 13 { index += 1 }
      } else if !PDFScanner.isSpace(byte) {
        return
      } else {
        index += 1
      }
    }
  }

  /// A run of regular characters: a number, an operator, a keyword.
  mutating func word() -> [UInt8] {
    let start = index
    while let byte = byte(), !PDFScanner.isSpace(byte), !PDFScanner.isDelimiter(byte) { index += 1 }
    return Array(bytes[start..<index])
  }

  mutating func hasWord(_ word: String) -> Bool {
    skipSpace()
    let end = index + word.utf8.count
    guard end <= bytes.count, bytes[index..<end].elementsEqual(word.utf8) else { return false }
    index = end
    return true
  }

  mutating func integer() -> Int? {
    skipSpace()
    return Int(String(decoding: word(), as: UTF8.self))
  }

  /// Nil where no value stands.
  mutating func object(depth: Int = 0) -> PDFObject? {
    skipSpace()
    guard depth < 60, let first = byte() else { return nil }
    switch first {
    case UInt8(ascii: "/"): return name().map { .name($0) }
    case UInt8(ascii: "("): return literal()
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "<"):
      return byte(1) == UInt8(ascii: "<") ? dictionary(depth: depth).map { .dictionary($0) } : hex()
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      return nil
    default: return wordOrReference()
    }
  }

  private mutating func wordOrReference() -> PDFObject? {
    let first = word()
    guard !first.isEmpty else { return nil }
    // `12 0 R` is a reference; anything else leaves the scanner where it was.
    if let number = Int(String(decoding: first, as: UTF8.self)) {
      let after = index
      if integer() != nil, hasWord("R") { return .reference(number) }
      index = after
    }
    return .verbatim(first)
  }

  private mutating func name() -> String? {
    index += 1
    return String(validating: word(), as: UTF8.self)
  }

  private mutating func literal() -> PDFObject? {
    let start = index
    var depth = 0
    while let byte = byte() {
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      if depth == 0 { return .verbatim(Array(bytes[start..<min(index, bytes.count)])) }
    }
    return nil
  }

  private mutating func hex() -> PDFObject? {
    let start = index
    while let byte = byte() {
      index += 1
      if byte == UInt8(ascii: ">") { return .verbatim(Array(bytes[start..<index])) }
    }
    return nil
  }

  private mutating func array(depth: Int) -> PDFObject? {
    index += 1
    var values: [PDFObject] = []
    while let value = object(depth: depth + 1) { values.append(value) }
    guard byte() == UInt8(ascii: "]") else { return nil }
    index += 1
    return .array(values)
  }

  private mutating func dictionary(depth: Int) -> PDFDictionary? {
    index += 2
    var entries: [(key: String, value: PDFObject)] = []
    while true {
      skipSpace()
      if byte() == UInt8(ascii: ">"), byte(1) == UInt8(ascii: ">") {
        index += 2
        return PDFDictionary(entries)
      }
      guard byte() == UInt8(ascii: "/"), let key = name(), let value = object(depth: depth + 1)
      else { return nil }
      entries.append((key, value))
    }
  }
}
