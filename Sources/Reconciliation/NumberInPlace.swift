import FactLedger
import Localization
import ReadingBack

/// A number with the words that stand before and after it.
struct NumberInPlace: Sendable {
  let reading: String
  let before: Set<UInt64>
  let after: Set<UInt64>
  var names = NamesInPlace()

  private var size: Int { before.count + after.count }

  /// The same number, in words that can be the same; `read` is what stands in a file.
  ///
  /// A word more or less makes no other sentence. Where there are few words there is nothing to go by.
  func matches(_ read: NumberInPlace) -> Bool {
    reading == read.reading && (min(size, read.size) < 3 || isInWords(of: read))
      && names.agree(with: read.names)
  }

  /// The same number in enough of the same words to know it anywhere.
  func isRecognised(in read: NumberInPlace) -> Bool {
    reading == read.reading && size >= 4 && isInWords(of: read)
      && names.agree(with: read.names)
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
  /// `stem` is the hash of the first five letters, in which forms of one word mostly agree.
  let words: [(hash: UInt64, stem: UInt64, range: Range<Int>)]

  init(_ text: [UInt8]) {
    var words: [(hash: UInt64, stem: UInt64, range: Range<Int>)] = []
    var start: Int?
    // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var stem = hash
    var letters = 0
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC3 }
    for (index, byte) in text.enumerated() {
      let isPart = isLetter(byte) || (start != nil && (0x80...0xBF).contains(byte))
      if isPart {
        if start == nil {
          start = index
          hash = 0xCBF2_9CE4_8422_2325
          letters = 0
        }
        if byte & 0xC0 != 0x80 { letters += 1 }
        hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        if letters <= 5 { stem = hash }
      } else if let begin = start {
        words.append((hash, stem, begin..<index))
        start = nil
      }
    }
    if let begin = start { words.append((hash, stem, begin..<text.count)) }
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
  func numbers(among names: NameWords) -> [(entry: LedgerEntry, number: NumberInPlace)] {
    let words = PassageWords(text)
    let names = names.names(in: words, of: text)
    return zip(entries, ranges).compactMap { entry, range in
      guard let reading = entry.reading else { return nil }
      var number = words.place(reading, at: range, 5)
      number.names = names.place(at: range)
      return (entry, number)
    }
  }

  var readings: [String] { entries.compactMap(\.reading) }

  var words: String { String(decoding: text, as: UTF8.self) }
}

extension ReadPassage {
  func numbersInPlace(among names: NameWords) -> [NumberInPlace] {
    guard !numbers.isEmpty else { return [] }
    let words = PassageWords(text)
    let names = names.names(in: words, of: text)
    return numbers.map { number in
      var place = words.place(number.reading, at: number.range, 8)
      place.names = names.place(at: number.range)
      return place
    }
  }

  var readings: [String] { numbers.map(\.reading) }

  var words: String { String(decoding: text, as: UTF8.self) }
}
