import Localization

/// Number words of a language in every form a sentence bends them into, with their values.
struct NumberWordScan: Sendable {
  private let language: Language
  private let values: [String: Int]
  /// What a longer number begins with, the longest first.
  private let hundreds: [(word: String, value: Int)]

  init(language: Language) {
    self.language = language
    var values: [String: Int] = [:]
    for number in Array(2...100) + Array(stride(from: 200, through: 900, by: 100)) {
      for form in NumberCase.allCases {
        guard let word = language.words(for: number, in: form) else { continue }
        values[word.replacing(" ", with: "")] = number
        if language == .fi, form == .adessive {
          values[word.bent("lla", "llä", to: "lta", "ltä")] = number
          values[word.bent("lla", "llä", to: "lle", "lle")] = number
        }
        if language == .fi, form == .inessive {
          values[word.bent("ssa", "ssä", to: "ksi", "ksi")] = number
        }
      }
    }
    if language == .fi {
      let others = [
        ["kahteen", "kahtena"], ["kolmeen", "kolmena"], ["neljään", "neljänä"],
        ["viiteen", "viitenä"], ["kuuteen", "kuutena"], ["seitsemään", "seitsemänä"],
        ["kahdeksaan", "kahdeksana"], ["yhdeksään", "yhdeksänä"], ["kymmeneen", "kymmenenä"],
      ]
      for (index, words) in others.enumerated() { for word in words { values[word] = index + 2 } }
    }
    let thousands =
      switch language {
      case .fi: ["tuhat", "tuhannen", "tuhatta", "tuhannella"]
      case .sv: ["tusen", "ettusen"]
      case .en: ["thousand"]
      }
    for word in thousands { values[word] = 1000 }
    var hundreds = values.filter { $0.value >= 100 && $0.value.isMultiple(of: 100) }
    if language == .sv {
      hundreds["etthundra"] = 100
      values["etthundra"] = 100
    }
    for number in 2...9 {
      guard language != .en, let unit = language.words(for: number) else { continue }
      let word = unit + (language == .fi ? "tuhatta" : "tusen")
      hundreds[word] = number * 1000
      values[word] = number * 1000
    }
    self.hundreds = hundreds.map { ($0.key, $0.value) }
      .sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
    self.values = values
  }

  /// The numbers written as words: their value and their lexemes.
  func numbers(in lexemes: [Lexeme]) -> [(value: Int, lexemes: Range<Int>)] {
    var numbers: [(value: Int, lexemes: Range<Int>)] = []
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

  /// *Three*, *forty-five*, *one hundred and nine*, *kaksisataayhdeksän*.
  private func number(at start: Int, in lexemes: [Lexeme]) -> (value: Int, lexemes: Range<Int>)? {
    func word(_ index: Int) -> String? {
      lexemes.indices.contains(index) && lexemes[index].kind == .word
        ? lexemes[index].text.lowercased() : nil
    }
    func small(at index: Int) -> (value: Int, end: Int)? {
      guard let first = word(index) else { return nil }
      // Forty-five is one number of three lexemes; a word such as “two-year-old” begins with one.
      if index + 1 < lexemes.count, lexemes[index + 1].text == "-", let second = word(index + 2),
        let value = values["\(first)-\(second)"]
      {
        return (value, index + 3)
      }
      return self.value(of: first).map { ($0, index + 1) }
    }
    guard language == .en else {
      return small(at: start).map { ($0.value, start..<$0.end) }
    }
    var value: Int
    var end: Int
    if let first = small(at: start) {
      (value, end) = first
    } else if ["a", "one"].contains(word(start) ?? ""),
      ["hundred", "thousand"].contains(word(start + 2) ?? "")
    {
      (value, end) = (1, start + 1)
    } else {
      return nil
    }
    for (name, factor) in [("thousand", 1000), ("hundred", 100)]
    where value < 1000 && word(end + 1) == name {
      value *= factor
      end += 2
    }
    if value >= 100, value.isMultiple(of: 100) {
      let next = word(end + 1) == "and" ? end + 3 : end + 1
      if let rest = small(at: next), rest.value < 100, word(end + 1) == "and" {
        value += rest.value
        end = rest.end
      }
    }
    return (value, start..<end)
  }

  /// Finnish and Swedish write a number as one word, its hundreds first.
  private func value(of word: String) -> Int? {
    if let value = values[word] { return value }
    guard language != .en, word.contains("sa") || word.contains("hundra") || word.contains("tu")
    else { return nil }
    for (hundred, value) in hundreds where word.hasPrefix(hundred) {
      let rest = String(word.dropFirst(hundred.count))
      if let small = values[rest], small < (value >= 1000 ? 1000 : 100) { return value + small }
    }
    return nil
  }

  /// *One* is mostly no number; *only one client* is.
  private func onlyOne(at start: Int, in lexemes: [Lexeme]) -> (value: Int, lexemes: Range<Int>)? {
    let words: (only: Set<String>, one: Set<String>) =
      switch language {
      case .en: (["only", "just", "exactly", "single"], ["one"])
      case .fi: (["vain", "ainoastaan", "tasan"], ["yksi", "yhden", "yhtä", "yhdellä", "yhdessä"])
      case .sv: (["bara", "endast", "enbart", "exakt"], ["en", "ett"])
      }
    guard start + 2 < lexemes.count, words.only.contains(lexemes[start].text.lowercased()),
      lexemes[start + 1].kind == .space, words.one.contains(lexemes[start + 2].text.lowercased())
    else { return nil }
    return (1, (start + 2)..<(start + 3))
  }
}

extension String {
  /// Every part of the number bends: *kahdellakymmenellä*, *kahdellekymmenelle*.
  fileprivate func bent(_ back: String, _ front: String, to newBack: String, _ newFront: String)
    -> String
  {
    replacing(back, with: newBack).replacing(front, with: newFront)
  }
}
