/// `&amp;`, `&#53;`, `&#x35;` and what they stand for.
struct CharacterReference {
  let text: [UInt8]
  /// Bytes of the reference.
  let length: Int

  /// Nil where an ampersand is only an ampersand.
  ///
  /// A name that is not known here stands for U+FFFD, followed by a digit: it may hide one, and nothing
  /// that the project writes needs it.
  init?(_ bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard let end = bytes.prefix(34).firstIndex(of: 0x3B), end > start + 1 else {
      guard let number = CharacterReference.number(bytes.dropFirst()) else { return nil }
      (text, length) = (CharacterReference.utf8(number.value), number.length + 1)
      return
    }
    let name = bytes[(start + 1)..<end]
    length = end - start + 1
    if name.first == 0x23 {
      guard let number = CharacterReference.number(name), number.length == name.count else {
        return nil
      }
      text = CharacterReference.utf8(number.value)
      return
    }
    guard name.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) })
    else {
      return nil
    }
    text = Array(
      (CharacterReference.names[String(decoding: name, as: UTF8.self)] ?? "\u{FFFD}0").utf8)
  }

  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
    "ndash": "–", "mdash": "—", "hellip": "…", "copy": "©", "laquo": "«", "raquo": "»",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "auml": "ä", "ouml": "ö", "aring": "å",
    "Auml": "Ä", "Ouml": "Ö", "Aring": "Å", "eacute": "é", "middot": "·", "bull": "•",
    "minus": "\u{2212}", "times": "×", "euro": "€", "sect": "§", "zwnj": "\u{200C}",
    "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}", "larr": "←", "rarr": "→",
  ]

  /// `#53` or `#x35`, with the bytes it takes.
  private static func number(_ bytes: ArraySlice<UInt8>) -> (value: UInt32, length: Int)? {
    guard bytes.first == 0x23 else { return nil }
    var rest = bytes.dropFirst()
    var radix = 10
    if let mark = rest.first, mark | 0x20 == 0x78 {
      radix = 16
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { byte in
      (0x30...0x39).contains(byte) || (radix == 16 && (0x61...0x66).contains(byte | 0x20))
    }
    guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: radix) else {
      return nil
    }
    return (value, digits.endIndex - bytes.startIndex)
  }

  private static func utf8(_ value: UInt32) -> [UInt8] {
    Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
  }
}
