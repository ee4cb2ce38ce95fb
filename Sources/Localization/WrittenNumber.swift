/// A number as it stands in a text, in digits or words.
package struct WrittenNumber: Sendable, Hashable {
  /// Bytes of the text.
  package let range: Range<Int>
  /// The same for every way of writing it that a language has: `1051`, `58%`, `-3`, `4.5`; a number
  /// in words is the word in small letters, so that *three* and *3* stay apart.
  package let reading: String
  /// Nil for decimals, for signs such as ½ and for words such as *both*.
  package let value: Int?
  /// How it is written.
  package var style = Style.plain

  package enum Style: Sendable, Hashable {
    /// Digits of ASCII, or a numeral of the language.
    case plain
    /// A word that says how many without being a numeral.
    case quantity(QuantityKind)
    /// A numeral of another of our languages.
    case foreign
    case roman
    /// A sign that stands for a number, such as ½ and ④, or the same sign several times.
    case sign
    /// A numeral with spaces within it, or in letters of another width, which nobody writes in good faith.
    case disguised
  }
}

extension Language {
  /// Every number of a text, given in UTF-8, in the order in which they stand.
  ///
  /// Digits are grouped and divided as the language does it; what it would not read as one number is
  /// several. Signs that no sentence needs, such as ½ and Ⅳ, are numbers too, and so are Roman
  /// numerals, tallies (`||||`), words that say how many (*both*, *a dozen*) and number words of our other languages.
  package func numbers(in text: [UInt8]) -> [WrittenNumber] {
    var scan = NumberScan(text: text, language: self)
    scan.run()
    return scan.numbers
  }
}

struct NumberScan {
  let text: [UInt8]
  let language: Language
  let lexicon: NumberLexicon
  private let others: [NumberLexicon]
  var numbers: [WrittenNumber] = []
  var index = 0

  init(text: [UInt8], language: Language) {
    self.text = text
    self.language = language
    lexicon = NumberLexicon.of(language)
    others = NumberLexicon.others(than: language)
  }

  mutating func run() {
    while index < text.count {
      let byte = text[index]
      if isDigit(byte) {
        readDigits()
      } else if isLetter(byte) {
        readWord()
      } else if byte >= 0x80 {
        readSign()
      } else if !readTally() {
        index += 1
      }
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  private func digits(from start: Int) -> Int {
    var end = start
    while end < text.count, isDigit(text[end]) { end += 1 }
    return end
  }

  private func has(_ bytes: [UInt8], at start: Int) -> Bool {
    start >= 0 && start + bytes.count <= text.count
      && text[start..<(start + bytes.count)].elementsEqual(bytes)
  }

  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]
  private static let narrowSpace: [UInt8] = [0xE2, 0x80, 0xAF]
  private static let minus: [UInt8] = [0xE2, 0x88, 0x92]

  private func groupSeparator(at place: Int) -> Int? {
    if language == .en { return has([0x2C], at: place) ? 1 : nil }
    if has(NumberScan.noBreakSpace, at: place) { return 2 }
    return has(NumberScan.narrowSpace, at: place) ? 3 : nil
  }

  private mutating func readDigits() {
    var start = index
    var end = digits(from: index)
    var reading = text[start..<end]
    var grouped = Array(reading)
    while grouped.count <= 18, reading.count <= 3, let width = groupSeparator(at: end) {
      let next = digits(from: end + width)
      guard next == end + width + 3 else { break }
      grouped += text[(end + width)..<next]
      reading = text[(end + width)..<next]
      end = next
    }
    var name = String(decoding: grouped, as: UTF8.self)
    var isWhole = true
    let point: UInt8 = language == .en ? 0x2E : 0x2C
    if end < text.count, text[end] == point {
      let next = digits(from: end + 1)
      if next > end + 1, !(next + 1 < text.count && text[next] == point && isDigit(text[next + 1]))
      {
        name += "." + String(decoding: text[(end + 1)..<next], as: UTF8.self)
        end = next
        isWhole = false
      }
    }
    if has(NumberScan.minus, at: start - 3) {
      name = "-" + name
      start -= 3
    }
    if let width = percentSign(at: end) {
      name += "%"
      end += width
    }
    let value = isWhole ? Int(String(decoding: grouped, as: UTF8.self)) : nil
    numbers.append(WrittenNumber(range: start..<end, reading: name, value: value))
    index = end
  }

  private func percentSign(at place: Int) -> Int? {
    if has([0x25], at: place) { return 1 }
    if has(NumberScan.noBreakSpace, at: place), has([0x25], at: place + 2) { return 3 }
    return language != .en && has([0x20, 0x25], at: place) ? 2 : nil
  }

  /// A run of letters; the letters of our languages outside ASCII are all of two bytes.
  func wordEnd(from start: Int) -> Int {
    var end = start
    while end < text.count {
      if isLetter(text[end]) {
        end += 1
      } else if text[end] >= 0xC3, text[end] <= 0xC9, end + 1 < text.count {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func value(_ range: Range<Int>) -> Int? {
    // No number word of our languages is shorter than two letters or longer than these.
    guard range.count >= 2, range.count <= 48 else { return nil }
    return lexicon.value(of: lowered(range))
  }

  func lowered(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var isSecond = false
    for byte in text[range] {
      if isSecond {
        // Å, Ä and Ö are 0x20 before their small letters.
        bytes.append((0x80...0x9E).contains(byte) ? byte + 0x20 : byte)
        isSecond = false
      } else {
        isSecond = byte == 0xC3
        bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      }
    }
    return bytes
  }

  private mutating func readWord() {
    let start = index
    var end = wordEnd(from: start)
    index = end
    // No word that tells a number is shorter than two letters or longer than these.
    let word = (2...48).contains(end - start) ? lowered(start..<end) : []
    guard var value = lexicon.value(of: word) ?? onlyOne(start..<end) else {
      let style =
        lexicon.quantity(of: word).map { WrittenNumber.Style.quantity($0) }
        ?? (isForeign(word) ? .foreign : nil)
      if let style {
        let reading = String(decoding: word, as: UTF8.self)
        numbers.append(
          WrittenNumber(range: start..<end, reading: reading, value: nil, style: style))
      } else if !readSpaced(start..<end) {
        readNumeral(start..<end)
      }
      return
    }
    if language == .en { (value, end) = english(value, start: start, end: end) }
    let words = lowered(start..<end).split { NumberScan.spaces.contains($0) }
    let reading = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    numbers.append(WrittenNumber(range: start..<end, reading: reading, value: value))
    index = end
  }

  /// A number in another of our languages, which readers of one often know; short words are others.
  private func isForeign(_ word: [UInt8]) -> Bool {
    word.count >= 4 && others.contains { $0.value(of: word) != nil }
  }

  /// Swedish *en* and *ett* are articles, except where there is only one.
  private func onlyOne(_ word: Range<Int>) -> Int? {
    guard language == .sv, word.count <= 3, ["en", "ett"].contains(name(word)) else { return nil }
    var end = word.lowerBound
    while end > 0, NumberScan.spaces.contains(text[end - 1]) { end -= 1 }
    var start = end
    while start > 0, isLetter(text[start - 1]) { start -= 1 }
    let isOnly = ["bara", "blott", "endast", "enbart", "exakt"].contains(name(start..<end))
    let next = afterSpace(word.upperBound)
    return isOnly || name(next..<wordEnd(from: next)) == "enda" ? 1 : nil
  }

  private func name(_ range: Range<Int>) -> String {
    String(decoding: lowered(range), as: UTF8.self)
  }

  static let spaces: Set<UInt8> = [0x20, 0x0A, 0x0D, 0x09]

  /// *Forty-five* and *one hundred and nine* are one number each.
  private func english(_ first: Int, start: Int, end: Int) -> (Int, Int) {
    var (value, end) = (first, end)
    if let unit = unit(after: value, end) { (value, end) = unit }
    for (name, factor) in [("thousand", 1000), ("hundred", 100)] where value < 1000 {
      if let next = word(name, after: end) {
        value *= factor
        end = next
      }
    }
    guard value >= 100, value.isMultiple(of: 100), let and = word("and", after: end) else {
      return (value, end)
    }
    let begin = afterSpace(and)
    let last = wordEnd(from: begin)
    guard let rest = self.value(begin..<last), rest < 100 else { return (value, end) }
    let (small, smallEnd) = unit(after: rest, last) ?? (rest, last)
    return (value + small, smallEnd)
  }

  private func unit(after tens: Int, _ end: Int) -> (Int, Int)? {
    guard tens >= 20, tens < 100, tens.isMultiple(of: 10), has([0x2D], at: end) else { return nil }
    let last = wordEnd(from: end + 1)
    guard let unit = value((end + 1)..<last), (1...9).contains(unit) else { return nil }
    return (tens + unit, last)
  }

  func afterSpace(_ place: Int) -> Int {
    var place = place
    while place < text.count, NumberScan.spaces.contains(text[place]) { place += 1 }
    return place
  }

  private func word(_ name: String, after end: Int) -> Int? {
    let begin = afterSpace(end)
    let last = wordEnd(from: begin)
    return begin > end && lowered(begin..<last).elementsEqual(name.utf8) ? last : nil
  }

  /// A letter outside ASCII begins a word; of other signs only those are of interest that count.
  private mutating func readSign() {
    if text[index] >= 0xC3, text[index] <= 0xC9 { return readWord() }
    if readOtherLetters() || readTally() { return }
    let width = text[index] >= 0xF0 ? 4 : text[index] >= 0xE0 ? 3 : 2
    let end = min(text.count, index + width)
    let bytes = Array(text[index..<end])
    if let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first,
      scalar.properties.numericType != nil
    {
      let reading = String(Character(scalar))
      numbers.append(
        WrittenNumber(range: index..<end, reading: reading, value: nil, style: .sign))
    }
    index = end
  }
}
