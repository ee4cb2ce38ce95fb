import Localization

/// Number words of a language in every form a sentence bends them into, with their values.
struct NumberWordScan: Sendable {
  private let values: [String: Int]

  init(language: Language) {
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
    values[language == .fi ? "tuhat" : language == .sv ? "tusen" : "thousand"] = 1000
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
      // Forty-five is one number of three lexemes.
      if index + 2 < lexemes.count, lexemes[index + 1].text == "-", lexemes[index + 2].kind == .word
      {
        let joined = (index...(index + 2)).map { lexemes[$0].text.lowercased() }.joined()
        if let value = values[joined] {
          numbers.append((value, index..<(index + 3)))
          index += 3
          continue
        }
        // A word such as “two-year-old” begins with one.
      }
      if let value = values[lexemes[index].text.lowercased()] {
        numbers.append((value, index..<(index + 1)))
      }
      index += 1
    }
    return numbers
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
