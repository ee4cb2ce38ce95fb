/// A set of small numbers, of which the least can be taken out quickly.
struct StepSet {
  private var words: [UInt64]
  private var first = 0

  init(_ size: Int) { words = Array(repeating: 0, count: size / 64 + 1) }

  mutating func insert(_ number: Int) {
    words[number / 64] |= 1 << UInt64(number % 64)
    first = min(first, number / 64)
  }

  mutating func removeFirst() -> Int? {
    while first < words.count {
      let word = words[first]
      if word != 0 {
        words[first] = word & (word - 1)
        return first * 64 + word.trailingZeroBitCount
      }
      first += 1
    }
    return nil
  }
}
