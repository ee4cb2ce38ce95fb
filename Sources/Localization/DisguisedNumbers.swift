/// Numerals that are written so that a reader sees them and a scan of words would not.
extension NumberScan {
  /// *F our*, *fou r*: a numeral with a space within it, or the same letter again and again, as in *I I I I*.
  ///
  /// False where there is none.
  mutating func readSpaced(_ word: Range<Int>) -> Bool {
    if word.count == 1, readStrokes(from: word.lowerBound) { return true }
    let next = afterSpace(word.upperBound)
    guard next == word.upperBound + 1, next < text.count else { return false }
    let end = wordEnd(from: next)
    guard end > next, min(word.count, end - next) <= 3, word.count + end - next <= 14 else {
      return false
    }
    let joined = lowered(word) + lowered(next..<end)
    guard joined.count >= 4, let value = lexicon.value(of: joined) else { return false }
    numbers.append(
      WrittenNumber(
        range: word.lowerBound..<end, reading: String(decoding: joined, as: UTF8.self),
        value: value, style: .disguised))
    index = end
    return true
  }

  /// One letter three times or more, with spaces between.
  private mutating func readStrokes(from start: Int) -> Bool {
    var count = 0
    var end = start
    var place = start
    while place < text.count, text[place] == text[start], wordEnd(from: place) == place + 1 {
      count += 1
      end = place + 1
      place = afterSpace(end)
    }
    guard count >= 3 else { return false }
    let reading = String(
      repeating: String(decoding: [text[start]], as: UTF8.self), count: count)
    numbers.append(
      WrittenNumber(range: start..<end, reading: reading, value: count, style: .disguised))
    index = end
    return true
  }

  /// *ｆｏｕｒ*: letters of full width, small, raised, in circles or boxes, of mathematics or Braille, which
  /// no sentence needs.
  ///
  /// A Greek or Cyrillic letter within a word of ours is one of them. False where there are none.
  mutating func readOtherLetters() -> Bool {
    let rest = String(decoding: text[index..<min(text.count, index + 64)], as: UTF8.self)
    let letters = rest.unicodeScalars.prefix { scalar in
      switch scalar.value {
      case 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x249C...0x24E9, 0x1D400...0x1D7CB,
        0x1F110...0x1F149, 0x1F150...0x1F169, 0x1F170...0x1F189, 0x1F1E6...0x1F1FF,
        0x02B0...0x02B8, 0x02E0...0x02E4, 0x1D00...0x1D6A, 0x1D9B...0x1DBF, 0x2800...0x28FF:
        return true
      case 0x0370...0x052F:
        let end = index + String(scalar).utf8.count
        return index > 0 && isLetter(text[index - 1]) || end < text.count && isLetter(text[end])
      default: return false
      }
    }
    guard !letters.isEmpty else { return false }
    let reading = String(String.UnicodeScalarView(letters))
    let end = index + reading.utf8.count
    numbers.append(
      WrittenNumber(range: index..<end, reading: reading, value: nil, style: .disguised))
    index = end
    return true
  }
}
