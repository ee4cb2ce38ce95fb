import DocumentModel
import Foundation
import Localization

/// A passage as it is put together: words, published values and numbers of order.
struct PassageText {
  private(set) var bytes: [UInt8] = []
  private(set) var values: [(value: PublishedValue, range: Range<Int>)] = []
  /// Plain text has its letters composed, as `TextWriter` writes them.
  private let isComposed: Bool

  init(isComposed: Bool) {
    self.isComposed = isComposed
  }

  mutating func add(_ text: String) {
    bytes += visible(isComposed ? text.precomposedStringWithCanonicalMapping : text)
  }

  mutating func add(_ value: PublishedValue) {
    let start = bytes.count
    add(value.text)
    values.append((value, start..<bytes.count))
  }

  /// A number that stands above or below the line and joins no word.
  mutating func addApart(_ text: String) {
    bytes.append(1)
    add(text)
    bytes.append(1)
  }
}

/// UTF-8 without soft hyphens and spaces of no width, which no reader sees.
private func visible(_ text: String) -> [UInt8] {
  var text = text
  guard text.utf8.contains(where: { $0 >= 0xC2 }) else { return Array(text.utf8) }
  text.unicodeScalars.removeAll { scalar in
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }
  return Array(text.utf8)
}

extension PassageText {
  /// The statements of the passage: its numbers, and the values that are none.
  ///
  /// `stated` are values that the text holds without saying where; each number that reads like one of
  /// them is that one.
  func statements(
    in language: Language, stated: [PublishedValue]
  ) -> [(statement: LedgerEntry.Statement, text: String, reading: String?, range: Range<Int>)] {
    var statements:
      [(statement: LedgerEntry.Statement, text: String, reading: String?, range: Range<Int>)] = []
    var told: Set<Int> = []
    let candidates = stated.compactMap { value -> (reading: String, fact: Fact)? in
      let numbers = language.numbers(in: Array(value.text.utf8))
      guard numbers.count == 1, let fact = value.fact else { return nil }
      return (numbers[0].reading, fact)
    }
    for number in language.numbers(in: bytes) {
      let index = values.firstIndex { $0.range.overlaps(number.range) }
      if let index { told.insert(index) }
      let fact =
        index.flatMap { values[$0].value.fact }
        ?? candidates.first { $0.reading == number.reading }?.fact
      statements.append(
        (
          fact.map { .fact($0) } ?? .literal, String(decoding: bytes[number.range], as: UTF8.self),
          number.reading, number.range
        ))
    }
    for (index, value) in values.enumerated() {
      // The names of empty categories tell more than the numbers among their words.
      guard let fact = value.value.fact, !told.contains(index) || fact.form == .empty else {
        continue
      }
      let text = String(decoding: bytes[value.range], as: UTF8.self)
      statements.append((.fact(fact), text, nil, value.range))
    }
    return statements.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
