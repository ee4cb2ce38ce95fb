import FactLedger
import Localization
import ReadingBack

/// A number with the words that stand before and after it.
struct NumberInPlace: Sendable {
  let reading: String
  let before: Set<UInt64>
  let after: Set<UInt64>

  private var size: Int { before.count + after.count }

  /// The same number, in words that can be the same; `read` is what stands in a file.
  ///
  /// A word more or less makes no other sentence. Where there are few words there is nothing to go by.
  func matches(_ read: NumberInPlace) -> Bool {
    reading == read.reading && (min(size, read.size) < 3 || isInWords(of: read))
  }

  /// The same number in enough of the same words to know it anywhere.
  func isRecognised(in read: NumberInPlace) -> Bool {
    reading == read.reading && size >= 4 && isInWords(of: read)
  }

  /// About half of the words stand on the same side, one more or less of a few.
  private func isInWords(of read: NumberInPlace) -> Bool {
    let common =
      before.intersection(read.before).count + after.intersection(read.after).count
    return common * 2 >= size - 1
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

  /// A number with so many words on each side of it.
  func place(_ reading: String, at number: Range<Int>, _ count: Int) -> NumberInPlace {
    let before = words.filter { $0.range.upperBound <= number.lowerBound }.suffix(count)
    let after = words.filter { $0.range.lowerBound >= number.upperBound }.prefix(count)
    return NumberInPlace(
      reading: reading, before: Set(before.map(\.hash)), after: Set(after.map(\.hash)))
  }
}

extension LedgerPassage {
  /// Those of its entries that are numbers.
  var numbers: [(entry: LedgerEntry, number: NumberInPlace)] {
    let words = PassageWords(text)
    return zip(entries, ranges).compactMap { entry, range in
      entry.reading.map { (entry, words.place($0, at: range, 5)) }
    }
  }

  var readings: [String] { entries.compactMap(\.reading) }
}

extension ReadPassage {
  var numbersInPlace: [NumberInPlace] {
    guard !numbers.isEmpty else { return [] }
    let words = PassageWords(text)
    return numbers.map { words.place($0.reading, at: $0.range, 8) }
  }

  var readings: [String] { numbers.map(\.reading) }
}
