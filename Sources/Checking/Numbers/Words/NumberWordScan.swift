import Localization

/// A number that words say.
struct SpokenNumber: Sendable {
  let value: Int
  /// True of *dozens* and *hundreds*, which nobody counted.
  var isRough = false
  /// Indices of lexemes.
  let lexemes: Range<Int>
}

/// Finds the number words of a language in every form a sentence bends them into.
struct NumberWordScan: Sendable {
  private let language: Language
  private let numerals: Numerals

  private enum Numerals: Sendable {
    case finnish(FinnishNumerals)
    case swedish(SwedishNumerals)
    case english(EnglishNumerals)
  }

  init(language: Language) {
    numerals =
      switch language {
      case .fi: .finnish(FinnishNumerals())
      case .sv: .swedish(SwedishNumerals())
      case .en: .english(EnglishNumerals())
      }
    self.language = language
  }

  /// The number that one word in small letters says.
  func value(of word: String) -> Int? {
    switch numerals {
    case .finnish(let numerals): numerals.value(of: word)
    case .swedish(let numerals): numerals.value(of: word)
    case .english(let numerals): numerals.value(of: word)
    }
  }

  /// The numbers written as words.
  func numbers(in lexemes: [Lexeme]) -> [SpokenNumber] {
    var numbers: [SpokenNumber] = []
    var index = 0
    while index < lexemes.count {
      guard lexemes[index].kind == .word else {
        index += 1
        continue
      }
      if let number = number(at: index, in: lexemes) ?? onlyOne(at: index, in: lexemes) {
        numbers.append(number)
        index = number.lexemes.upperBound
      } else {
        index += 1
      }
    }
    return numbers
  }

  private func number(at start: Int, in lexemes: [Lexeme]) -> SpokenNumber? {
    let word = lexemes[start].text.lowercased()
    switch numerals {
    case .english(let english):
      if let (value, range) = english.number(at: start, in: lexemes) {
        return SpokenNumber(value: value, lexemes: range)
      }
      return rough(english.roughValue(of: word), at: start)
    case .finnish(let finnish):
      if let value = finnish.value(of: word) {
        return SpokenNumber(value: value, lexemes: start..<(start + 1))
      }
      // Satakunta is a part of Finland.
      let isName = lexemes[start].text.first?.isUppercase == true && word == "satakunta"
      return isName ? nil : rough(finnish.roughValue(of: word), at: start)
    case .swedish(let swedish):
      if let number = separated(at: start, in: lexemes, swedish) { return number }
      if word == "sex", !isSix(start, lexemes) { return nil }
      if let value = swedish.value(of: word) {
        return SpokenNumber(value: value, lexemes: start..<(start + 1))
      }
      return rough(swedish.roughValue(of: word), at: start)
    }
  }

  private func rough(_ value: Int?, at index: Int) -> SpokenNumber? {
    value.map { SpokenNumber(value: $0, isRough: true, lexemes: index..<(index + 1)) }
  }

  /// *Ett hundra nio*: words that make one number when they are put together.
  private func separated(
    at start: Int, in lexemes: [Lexeme], _ swedish: SwedishNumerals
  ) -> SpokenNumber? {
    // Most words begin no number.
    let first = lexemes[start].text.lowercased()
    guard ["en", "ett"].contains(first) || swedish.value(of: first) != nil else { return nil }
    for count in [4, 3, 2] where start + 2 * count - 1 <= lexemes.count {
      let words = (0..<count).map { lexemes[start + 2 * $0] }
      let gaps = (1..<count).map { lexemes[start + 2 * $0 - 1] }
      guard words.allSatisfy({ $0.kind == .word }), gaps.allSatisfy({ $0.kind == .space }),
        let value = swedish.value(of: words.map { $0.text.lowercased() }.joined()), value >= 100
      else { continue }
      return SpokenNumber(value: value, lexemes: start..<(start + 2 * count - 1))
    }
    return nil
  }

  /// The Swedish word for six is also that for sex, which is bought, sold or had.
  private func isSix(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    guard index + 2 < lexemes.count, lexemes[index + 1].kind == .space,
      lexemes[index + 2].kind == .word
    else { return false }
    let before = index >= 2 ? lexemes[index - 2].text.lowercased() : ""
    let deals = ["köp", "sälj", "sål", "handel", "betala", "tjäna"]
    if deals.contains(where: before.hasPrefix) { return false }
    let after: Set<String> = [
      "och", "mot", "utan", "med", "i", "som", "är", "var", "kan", "på", "för", "eller", "men",
      "inte", "så", "om", "till", "genom", "under", "från",
    ]
    return !after.contains(lexemes[index + 2].text.lowercased())
  }

  /// *More than just one*, *inte bara en*: nothing is counted.
  private func isDenied(before index: Int, _ lexemes: [Lexeme]) -> Bool {
    let denials = ["than", "not", "än", "inte", "ei", "eikä", "kuin"]
    return index >= 2 && denials.contains(lexemes[index - 2].text.lowercased())
  }

  /// *One* is mostly no number; *only one client* is.
  private func onlyOne(at start: Int, in lexemes: [Lexeme]) -> SpokenNumber? {
    let words: (only: Set<String>, one: Set<String>) =
      switch language {
      case .en: (["only", "just", "exactly", "single"], ["one"])
      case .fi:
        (
          ["vain", "ainoastaan", "tasan"],
          ["yksi", "yhden", "yhtä", "yhdellä", "yhdeltä", "yhdelle", "yhdessä", "yhdestä"]
        )
      case .sv: (["bara", "endast", "enbart", "exakt"], ["en", "ett"])
      }
    guard start + 2 < lexemes.count, words.only.contains(lexemes[start].text.lowercased()),
      !isDenied(before: start, lexemes), lexemes[start + 1].kind == .space,
      words.one.contains(lexemes[start + 2].text.lowercased())
    else { return nil }
    return SpokenNumber(value: 1, lexemes: (start + 2)..<(start + 3))
  }
}
