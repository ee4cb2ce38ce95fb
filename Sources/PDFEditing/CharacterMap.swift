/// Which letters the codes of a font stand for (ISO 32000-1, 9.10.3; Adobe Technical Note 5411).
struct CharacterMap: Sendable {
  private var letters: [Int: String] = [:]

  /// Reads a `ToUnicode` stream whose codes are two bytes long, as browsers write them.
  init(_ bytes: [UInt8]) {
    var scanner = PDFScanner(bytes)
    var operands: [PDFObject] = []
    while true {
      scanner.skipSpace()
      guard scanner.index < bytes.count, let object = scanner.object() else { return }
      guard case .verbatim(let word) = object else {
        operands.append(object)
        continue
      }
      switch String(decoding: word, as: UTF8.self) {
      case "beginbfchar", "beginbfrange": operands = []
      case "endbfchar": addCharacters(operands)
      case "endbfrange": addRanges(operands)
      default: operands.append(object)
      }
    }
  }

  /// Nil for a code whose letter the font does not tell.
  subscript(code: Int) -> String? { letters[code] }

  private mutating func addCharacters(_ operands: [PDFObject]) {
    for pair in stride(from: 0, to: operands.count - 1, by: 2) {
      guard let code = operands[pair].code, let text = operands[pair + 1].utf16Text else {
        continue
      }
      letters[code] = text
    }
  }

  private mutating func addRanges(_ operands: [PDFObject]) {
    for triple in stride(from: 0, to: operands.count - 2, by: 3) {
      guard let first = operands[triple].code, let last = operands[triple + 1].code,
        first <= last, last <= 0xFFFF
      else { continue }
      for code in first...last {
        if let texts = operands[triple + 2].array {
          letters[code] = texts.indices.contains(code - first) ? texts[code - first].utf16Text : nil
        } else if let start = operands[triple + 2].code,
          let letter = Unicode.Scalar(UInt32(start + code - first))
        {
          letters[code] = String(Character(letter))
        }
      }
    }
  }
}

extension PDFObject {
  /// The bytes of a string, between `(` and `)` or in hexadecimal digits; nil for anything else.
  var stringBytes: [UInt8]? {
    guard case .verbatim(let written) = self, let first = written.first else { return nil }
    if first == UInt8(ascii: "<") { return PDFObject.hexadecimal(written) }
    return first == UInt8(ascii: "(") ? PDFObject.literal(written.dropFirst().dropLast()) : nil
  }

  /// A text outside of pages: UTF-16 where it says so, else one byte a letter (ISO 32000-1, 7.9.2.2).
  var text: String? {
    guard let bytes = stringBytes else { return nil }
    if bytes.starts(with: [0xFE, 0xFF]) { return PDFObject.utf16(bytes.dropFirst(2)) }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  fileprivate var utf16Text: String? { stringBytes.map { PDFObject.utf16($0[...]) } }

  fileprivate var code: Int? {
    stringBytes.flatMap { $0.count <= 4 ? $0.reduce(0) { $0 << 8 | Int($1) } : nil }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>) -> String {
    let bytes = Array(bytes)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func hexadecimal(_ written: [UInt8]) -> [UInt8] {
    var digits = written.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    if !digits.count.isMultiple(of: 2) { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  /// Source: ISO 32000-1, table 3.
  private static func literal(_ written: ArraySlice<UInt8>) -> [UInt8] {
    let escapes: [UInt8: UInt8] = [0x6E: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12]
    var bytes: [UInt8] = []
    var rest = written
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      if (0x30...0x37).contains(next) {
        var value = Int(next - 0x30)
        for _ in 0..<2 {
          guard let digit = rest.first, (0x30...0x37).contains(digit) else { break }
          value = value << 3 | Int(digit - 0x30)
          rest = rest.dropFirst()
        }
        bytes.append(UInt8(truncatingIfNeeded: value))
      } else if next != 10, next != 13 {
        bytes.append(escapes[next] ?? next)
      }
    }
    return bytes
  }
}
