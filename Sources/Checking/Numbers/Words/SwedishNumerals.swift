/// Swedish number words, alone and put together: *tjugotre*, *etthundranio*, *två tusen*.
struct SwedishNumerals: Sendable {
  private static let units: [(String, Int)] = [
    ("en", 1), ("ett", 1), ("två", 2), ("tre", 3), ("fyra", 4), ("fem", 5), ("sex", 6), ("sju", 7),
    ("åtta", 8), ("nio", 9),
  ]
  private static let teens: [(String, Int)] = [
    ("tio", 10), ("elva", 11), ("tolv", 12), ("tretton", 13), ("fjorton", 14), ("femton", 15),
    ("sexton", 16), ("sjutton", 17), ("arton", 18), ("nitton", 19),
  ]
  private static let tens: [(String, Int)] = [
    ("tjugo", 20), ("trettio", 30), ("fyrtio", 40), ("femtio", 50), ("sextio", 60),
    ("sjuttio", 70), ("åttio", 80), ("nittio", 90),
  ]

  private let belowHundred: [String: Int]

  init() {
    var words: [String: Int] = [:]
    for (word, value) in Self.units + Self.teens + Self.tens { words[word] = value }
    for (ten, tenValue) in Self.tens {
      for (unit, value) in Self.units { words[ten + unit] = tenValue + value }
    }
    belowHundred = words
  }

  /// The number that a word in small letters says; *en* and *ett* alone are articles and say none.
  func value(of word: String) -> Int? {
    guard let first = word.first, "efhnstå".contains(first), word.count >= 3,
      let value = number(word[...]), value > 1
    else { return nil }
    return value
  }

  /// *Hundratal*, *tusentals*, *dussin*: a number that nobody counted.
  func roughValue(of word: String) -> Int? {
    if ["dussin", "dussintal", "dussintals"].contains(word) { return 12 }
    for ending in ["tals", "tal"] where word.hasSuffix(ending) {
      if let value = number(word.dropLast(ending.count)), value >= 10 { return value }
    }
    return nil
  }

  private func number(_ word: Substring) -> Int? {
    if let small = belowHundred[String(word)] { return small }
    // Thousands first: femhundratusen has both.
    return large(word, "tusen", 1000) ?? large(word, "hundra", 100)
  }

  private func large(_ word: Substring, _ name: String, _ factor: Int) -> Int? {
    var place = word.startIndex
    while place < word.endIndex, !word[place...].hasPrefix(name) {
      place = word.index(after: place)
    }
    guard place < word.endIndex else { return nil }
    let before = word[..<place]
    let after = word[word.index(place, offsetBy: name.count)...]
    let many = before.isEmpty ? 1 : number(before)
    let rest = after.isEmpty ? 0 : number(after)
    guard let many, let rest, many < 1000, rest < factor else { return nil }
    return many * factor + rest
  }
}
