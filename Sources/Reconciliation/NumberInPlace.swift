import FactLedger
import Localization
import ReadingBack

/// A number with the words that stand around it.
struct NumberInPlace: Sendable {
  let reading: String
  let words: [UInt64]

  /// The same number, in words that can be the same.
  ///
  /// A word more or less makes no other sentence; most of them do.
  func matches(_ other: NumberInPlace) -> Bool {
    reading == other.reading && isAmongSameWords(as: other, atLeast: 3, otherwise: true)
  }

  /// Whether half of the words are common; with fewer than `least` there is nothing to go by.
  func isAmongSameWords(
    as other: NumberInPlace, atLeast least: Int, otherwise unknown: Bool
  ) -> Bool {
    let fewest = min(words.count, other.words.count)
    guard fewest >= least else { return unknown }
    return words.filter(other.words.contains).count * 2 >= fewest
  }
}

/// The words of a passage with their places, each as a hash of its small letters.
struct PassageWords {
  private let words: [(hash: UInt64, range: Range<Int>)]

  init(_ text: [UInt8]) {
    var words: [(hash: UInt64, range: Range<Int>)] = []
    var start: Int?
    // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC3 }
    for (index, byte) in text.enumerated() {
      let isPart = isLetter(byte) || (start != nil && (0x80...0xBF).contains(byte))
      if isPart {
        if start == nil {
          start = index
          hash = 0xCBF2_9CE4_8422_2325
        }
        hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      } else if let begin = start {
        words.append((hash, begin..<index))
        start = nil
      }
    }
    if let begin = start { words.append((hash, begin..<text.count)) }
    self.words = words
  }

  var all: Set<UInt64> { Set(words.map(\.hash)) }

  /// So many words on each side of a number.
  func around(_ number: Range<Int>, _ count: Int) -> [UInt64] {
    let before = words.filter { $0.range.upperBound <= number.lowerBound }.suffix(count)
    let after = words.filter { $0.range.lowerBound >= number.upperBound }.prefix(count)
    return (before + after).map(\.hash)
  }
}

extension LedgerPassage {
  /// Those of its entries that are numbers.
  var numbers: [(entry: LedgerEntry, number: NumberInPlace)] {
    let words = PassageWords(text)
    return zip(entries, ranges).compactMap { entry, range in
      entry.reading.map {
        (entry, NumberInPlace(reading: $0, words: words.around(range, 5)))
      }
    }
  }

  var readings: [String] { entries.compactMap(\.reading) }
}

extension ReadPassage {
  var numbersInPlace: [NumberInPlace] {
    guard !numbers.isEmpty else { return [] }
    let words = PassageWords(text)
    return numbers.map { NumberInPlace(reading: $0.reading, words: words.around($0.range, 8)) }
  }

  var readings: [String] { numbers.map(\.reading) }
}
