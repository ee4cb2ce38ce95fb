/// Numbers that no lexicon holds: Roman numerals, and tallies.
extension NumberScan {
  /// *IV*, *xii*, *IIII*; a single letter where it is no word, as Swedish *I* and English *I* are.
  mutating func readNumeral(_ range: Range<Int>) {
    let word = text[range]
    guard let first = word.first, NumberScan.numerals.contains(first) else { return }
    let isTally = word.count > 1 && word.allSatisfy { $0 == first }
    let isNumeral =
      word.count == 1
      ? [0x56, 0x58].contains(first) || first == 0x49 && language == .fi
      : isTally && NumberScan.strokes.contains(first) && (first == 0x49 || word.count > 2)
        || romanValue(of: word) != nil && !(language == .sv && word.elementsEqual("vi".utf8))
    guard isNumeral else { return }
    numbers.append(
      WrittenNumber(
        range: range, reading: String(decoding: word, as: UTF8.self),
        value: romanValue(of: word) ?? (isTally ? word.count : nil), style: .roman))
  }

  /// The letters of numerals, and *l*, which looks like a stroke.
  private static let numerals: Set<UInt8> = Set("IVXLCDMivxl".utf8)
  private static let strokes: Set<UInt8> = Set("IXixl".utf8)

  /// The same sign two to twenty times, as strokes are drawn one for each: `||||`, `●●●`.
  ///
  /// Longer rows are rules. False where no tally begins.
  mutating func readTally() -> Bool {
    guard let sign = tallySign(at: index) else { return false }
    var end = index
    var last = index
    var count = 0
    while end + sign.count <= text.count, text[end..<(end + sign.count)].elementsEqual(sign) {
      count += 1
      end += sign.count
      last = end
      while end < text.count, text[end] == 0x20 || text[end] == 0x0A { end += 1 }
    }
    if (2...20).contains(count) || NumberScan.isPip(sign) {
      let reading = String(repeating: String(decoding: sign, as: UTF8.self), count: count)
      numbers.append(
        WrittenNumber(range: index..<last, reading: reading, value: count, style: .sign))
    }
    index = last
    return true
  }

  private func tallySign(at place: Int) -> [UInt8]? {
    let byte = text[place]
    if byte < 0x80 {
      // The slashes of https:// count nothing.
      let isAddress = byte == 0x2F && place > 0 && text[place - 1] == 0x3A
      return NumberScan.tallySigns.contains(byte) && !isAddress ? [byte] : nil
    }
    guard byte >= 0xC2 else { return nil }
    let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let sign = Array(text[place..<min(text.count, place + width)])
    guard let scalar = String(decoding: sign, as: UTF8.self).unicodeScalars.first,
      scalar.properties.numericType == nil
    else { return nil }
    switch scalar.value {
    // Lines from left to right are rules.
    case 0x2500, 0x2501, 0x2550: return nil
    case 0xB7, 0x2022, 0x2027: return sign
    default: break
    }
    switch scalar.properties.generalCategory {
    case .otherSymbol, .mathSymbol: return sign
    default: return nil
    }
  }

  /// Dice, dominoes and playing cards, one of which is enough.
  private static func isPip(_ sign: [UInt8]) -> Bool {
    guard let value = String(decoding: sign, as: UTF8.self).unicodeScalars.first?.value else {
      return false
    }
    return (0x2680...0x2685).contains(value) || (0x1F030...0x1F0FF).contains(value)
  }

  private static let tallySigns: Set<UInt8> = Set("|*+#!/\\^~".utf8)
}
