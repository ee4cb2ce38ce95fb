/// The number that a word is in Roman numerals, given in UTF-8; nil for a word that is none.
///
/// Only what is written as numerals are: *IV* and *xii*, not *IIX* and no single letter. In small letters
/// those up to 39 are read, since longer ones are words.
package func romanValue(of word: some Collection<UInt8>) -> Int? {
  let isSmall = word.allSatisfy { $0 >= 0x61 }
  let values = word.compactMap { isSmall ? smallNumerals[$0] : largeNumerals[$0] }
  guard word.count >= 2, word.count <= 15, values.count == word.count else { return nil }
  var sum = 0
  for (index, value) in values.enumerated() {
    let next = index + 1 < values.count ? values[index + 1] : 0
    sum += value < next ? -value : value
  }
  return numeral(of: sum) == values ? sum : nil
}

private let largeNumerals: [UInt8: Int] = [
  0x49: 1, 0x56: 5, 0x58: 10, 0x4C: 50, 0x43: 100, 0x44: 500, 0x4D: 1000,
]

private let smallNumerals: [UInt8: Int] = [0x69: 1, 0x76: 5, 0x78: 10]

/// The only way in which a number is written.
private func numeral(of number: Int) -> [Int] {
  let steps = [
    [1000], [100, 1000], [500], [100, 500], [100], [10, 100], [50], [10, 50], [10], [1, 10], [5],
    [1, 5], [1],
  ]
  var rest = number
  var letters: [Int] = []
  for step in steps {
    let value = step.count == 1 ? step[0] : step[1] - step[0]
    while value > 0, rest >= value {
      letters += step
      rest -= value
    }
  }
  return letters
}
