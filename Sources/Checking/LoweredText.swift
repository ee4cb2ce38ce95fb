/// A text in small letters, to be searched for many phrases.
struct LoweredText {
  private let bytes: [UInt8]

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(scalar == "\n" ? " " : scalar) }
    bytes = Array(String(text).lowercased().utf8)
  }

  /// Where the phrase first stands, in code points; it begins a word, and ends one if `isWhole`.
  func offset(of phrase: String, isWhole: Bool = false) -> Int? {
    let sought = Array(phrase.utf8)
    guard let first = sought.first, sought.count <= bytes.count else { return nil }
    var start = 0
    while start + sought.count <= bytes.count {
      guard bytes[start] == first, bytes[start..<(start + sought.count)].elementsEqual(sought),
        !isLetter(before: start), !isWhole || !isLetter(at: start + sought.count)
      else {
        start += 1
        continue
      }
      return bytes[..<start].count { $0 & 0xC0 != 0x80 }
    }
    return nil
  }

  func contains(_ phrase: String) -> Bool { offset(of: phrase) != nil }

  /// The word that stands before a place, in code points.
  func word(before offset: Int) -> String {
    var index = 0
    var scalars = 0
    while index < bytes.count, scalars < offset {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      scalars += 1
    }
    let words = bytes[..<index].split(separator: 0x20)
    return words.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private func isLetter(before index: Int) -> Bool { index > 0 && isLetter(at: index - 1) }

  /// Every byte beyond ASCII counts as a letter: å, ä and ö are, and dashes stand between spaces.
  private func isLetter(at index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    return (0x61...0x7A).contains(bytes[index]) || bytes[index] >= 0xC3 && bytes[index] < 0xE0
  }
}
