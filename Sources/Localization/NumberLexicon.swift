/// The words of a language that are numbers, in every form a sentence bends them into.
///
/// Words for *one* that are also articles (Swedish *en* and *ett*) are none.
package struct NumberLexicon: Sendable {
  private let values: [[UInt8]: Int]
  /// What a longer number begins with, the longest first: *kolmesataa*, *tvåtusen*.
  private let beginnings: [(word: [UInt8], value: Int)]
  /// Words that say how many without being numerals.
  private let quantities: [[UInt8]: QuantityKind]
  /// The first three bytes of all words, since most words of a text begin otherwise.
  private let starts: Set<Int>
  private let language: Language

  /// By language; the words are bent once.
  package static func of(_ language: Language) -> NumberLexicon {
    switch language {
    case .fi: finnish
    case .sv: swedish
    case .en: english
    }
  }

  /// Those of the other languages.
  static func others(than language: Language) -> [NumberLexicon] {
    switch language {
    case .fi: [swedish, english]
    case .sv: [finnish, english]
    case .en: [finnish, swedish]
    }
  }

  private static let finnish = NumberLexicon(.fi)
  private static let swedish = NumberLexicon(.sv)
  private static let english = NumberLexicon(.en)

  /// The number that a word in small letters is, given in UTF-8.
  func value(of word: [UInt8]) -> Int? {
    guard starts.contains(NumberLexicon.start(of: word)) else { return nil }
    if let value = values[word] { return value }
    guard language != .en else { return nil }
    for (beginning, value) in beginnings where word.starts(with: beginning) {
      let rest = Array(word.dropFirst(beginning.count))
      if let small = values[rest], small < (value >= 1000 ? 1000 : 100) { return value + small }
    }
    return nil
  }

  /// What a word in small letters tells that is no numeral: *both*, *tusina*, *dussin*.
  func quantity(of word: [UInt8]) -> QuantityKind? {
    starts.contains(NumberLexicon.start(of: word)) ? quantities[word] : nil
  }
}

extension NumberLexicon {
  private init(_ language: Language) {
    var words: [String: Int] = [:]
    for number in Array(0...100) + Array(stride(from: 200, through: 900, by: 100)) {
      if language == .sv, number == 1 { continue }
      for form in language.numberForms(of: number) where !form.contains(" ") {
        words[form] = number
      }
    }
    for (word, value) in language.roundNumberWords { words[word] = value }
    let round = words.filter { $0.value >= 100 && $0.value.isMultiple(of: 100) }
    values = Dictionary(uniqueKeysWithValues: words.map { (Array($0.key.utf8), $0.value) })
    beginnings = round.map { (Array($0.key.utf8), $0.value) }
      .sorted { left, right in
        if left.0.count != right.0.count { return left.0.count > right.0.count }
        return left.0.lexicographicallyPrecedes(right.0)
      }
    self.language = language
    quantities = Dictionary(
      language.quantityWords.flatMap { kind, words in words.map { (Array($0.utf8), kind) } },
      uniquingKeysWith: { first, _ in first })
    starts = Set((Array(values.keys) + quantities.keys).map { NumberLexicon.start(of: $0) })
  }

  private static func start(of word: [UInt8]) -> Int {
    word.prefix(3).reduce(0) { $0 << 8 | Int($1) }
  }
}

extension Language {
  fileprivate func numberForms(of number: Int) -> [String] {
    guard self == .fi else { return words(for: number).map { [$0] } ?? [] }
    let known = NumberCase.allCases.compactMap { words(for: number, in: $0) }
    guard let adessive = words(for: number, in: .adessive),
      let inessive = words(for: number, in: .inessive)
    else { return known }
    // Every part of the number bends, so that one ending is exchanged throughout.
    return known + [
      adessive.bent("lla", "llä", to: "lta", "ltä"), adessive.bent("lla", "llä", to: "lle", "lle"),
      inessive.bent("ssa", "ssä", to: "ksi", "ksi"),
    ] + [illative, essive].compactMap { $0.word(for: number) }
  }

  /// Hundreds and thousands that stand alone or at the beginning of a longer number.
  fileprivate var roundNumberWords: [(String, Int)] {
    switch self {
    case .en:
      return [("hundred", 100), ("hundreds", 100), ("thousand", 1000), ("thousands", 1000)]
    case .sv:
      let thousands = (2...9).compactMap { number in
        words(for: number).map { ($0 + "tusen", number * 1000) }
      }
      return [("etthundra", 100), ("tusen", 1000), ("ettusen", 1000)] + thousands
    case .fi:
      let thousands = (2...9).compactMap { number in
        words(for: number).map { ($0 + "tuhatta", number * 1000) }
      }
      let bent = ["tuhat", "tuhannen", "tuhatta", "tuhannessa", "tuhannesta", "tuhannella"]
      return bent.map { ($0, 1000) } + [("sataan", 100), ("satana", 100)] + thousands
    }
  }
}

/// A case whose stems differ from those of `NumberCase`: its words for 0 to 10.
private struct FinnishCase {
  let units: [String]

  func word(for number: Int) -> String? {
    switch number {
    case 0...10: return units[number]
    case 11...19: return units[number - 10] + "toista"
    case 20...99:
      let unit = number.isMultiple(of: 10) ? "" : units[number % 10]
      return units[number / 10] + units[10] + unit
    default: return nil
    }
  }
}

/// *Kolmeen*, *kahteentoista*, *kahteenkymmeneen*.
private let illative = FinnishCase(units: [
  "nollaan", "yhteen", "kahteen", "kolmeen", "neljään", "viiteen", "kuuteen", "seitsemään",
  "kahdeksaan", "yhdeksään", "kymmeneen",
])

/// *Kolmena*, *kahtenatoista*.
private let essive = FinnishCase(units: [
  "nollana", "yhtenä", "kahtena", "kolmena", "neljänä", "viitenä", "kuutena", "seitsemänä",
  "kahdeksana", "yhdeksänä", "kymmenenä",
])

extension String {
  fileprivate func bent(
    _ back: String, _ front: String, to newBack: String, _ newFront: String
  ) -> String {
    replacing(back, with: newBack).replacing(front, with: newFront)
  }
}
