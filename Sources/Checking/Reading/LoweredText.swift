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
    place(of: Array(phrase.utf8), from: 0, isWhole).map(offset(of:))
  }

  /// Every place where the phrase stands, in code points.
  func offsets(of phrase: String, isWhole: Bool = false) -> [Int] {
    let sought = Array(phrase.utf8)
    var offsets: [Int] = []
    var start = 0
    while let place = place(of: sought, from: start, isWhole) {
      offsets.append(offset(of: place))
      start = place + sought.count
    }
    return offsets
  }

  private func place(of sought: [UInt8], from start: Int, _ isWhole: Bool) -> Int? {
    guard let first = sought.first, sought.count <= bytes.count else { return nil }
    var start = start
    while start + sought.count <= bytes.count {
      guard bytes[start] == first, bytes[start..<(start + sought.count)].elementsEqual(sought),
        !isLetter(before: start), !isWhole || !isLetter(at: start + sought.count)
      else {
        start += 1
        continue
      }
      return start
    }
    return nil
  }

  private func offset(of place: Int) -> Int { bytes[..<place].count { $0 & 0xC0 != 0x80 } }

  /// The byte at which a code point begins.
  private func place(at offset: Int) -> Int {
    var index = 0
    var scalars = 0
    while index < bytes.count, scalars < offset {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      scalars += 1
    }
    return index
  }

  func contains(_ phrase: String) -> Bool { offset(of: phrase) != nil }

  /// The word that stands before a place, in code points.
  func word(before offset: Int) -> String {
    let index = place(at: offset)
    // A citation, U+FFFC, ends a word as a space does.
    let words = bytes[..<index].split { $0 == 0x20 || $0 >= 0xE0 }
    return words.last.map { word in
      String(decoding: word.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self)
    } ?? ""
  }

  /// Up to so many words before a place, in code points, none of them before a mark or citation.
  func words(before offset: Int, count: Int) -> [String] {
    var words: [String] = []
    let index = place(at: offset)
    for word in bytes[..<index].split(separator: 0x20).reversed().prefix(count) {
      let letters = word.filter { $0 < 0x80 ? ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D : $0 < 0xE0 }
      guard letters.count == word.count || words.isEmpty && word.last != 0x2C else { break }
      words.append(String(decoding: letters, as: UTF8.self))
    }
    return words
  }

  /// The words after a place, in code points, without the marks around them.
  func words(from offset: Int, count: Int) -> [String] {
    var index = place(at: offset)
    var words: [String] = []
    while index < bytes.count, words.count < count {
      while index < bytes.count, !isLetter(at: index) {
        // A stop ends what the words before it say.
        if ".:;!?".utf8.contains(bytes[index]) { return words }
        index += 1
      }
      let start = index
      while index < bytes.count,
        isLetter(at: index) || bytes[index] == 0x2D || bytes[index] & 0xC0 == 0x80
      {
        index += 1
      }
      if start < index { words.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
    }
    return words
  }

  /// Every word, whatever marks stand between them.
  var allWords: [String] {
    bytes.split { !((0x61...0x7A).contains($0) || $0 == 0x2D || (0x80..<0xE0).contains($0)) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The word after a place, in code points.
  func word(from offset: Int) -> String { words(from: offset, count: 1).first ?? "" }

  private func isLetter(before index: Int) -> Bool { index > 0 && isLetter(at: index - 1) }

  /// Every byte beyond ASCII counts as a letter: å, ä and ö are, and dashes stand between spaces.
  private func isLetter(at index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    return (0x61...0x7A).contains(bytes[index]) || bytes[index] >= 0xC3 && bytes[index] < 0xE0
  }
}
