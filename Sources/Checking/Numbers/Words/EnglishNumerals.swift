/// English number words: *three*, *forty-five*, *one hundred and nine*.
struct EnglishNumerals: Sendable {
  private let values: [String: Int]

  init() {
    let small = [
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var values: [String: Int] = [:]
    for (index, word) in small.enumerated() { values[word] = index + 2 }
    for (index, ten) in tens.enumerated() {
      values[ten] = (index + 2) * 10
      for (unit, word) in (["one"] + small.prefix(8)).enumerated() {
        values["\(ten)-\(word)"] = (index + 2) * 10 + unit + 1
      }
    }
    self.values = values
  }

  func value(of word: String) -> Int? { values[word] }

  /// *Hundreds*, *a dozen*: a number that nobody counted.
  func roughValue(of word: String) -> Int? {
    switch word {
    case "dozen", "dozens": 12
    case "hundreds": 100
    case "thousands": 1000
    default: nil
    }
  }

  /// The number that begins at a lexeme.
  func number(at start: Int, in lexemes: [Lexeme]) -> (value: Int, lexemes: Range<Int>)? {
    func word(_ index: Int) -> String? {
      lexemes.indices.contains(index) && lexemes[index].kind == .word
        ? lexemes[index].text.lowercased() : nil
    }
    func small(at index: Int) -> (value: Int, end: Int)? {
      guard let first = word(index) else { return nil }
      // Forty-five is one number of three lexemes; “two-year-old” only begins with one.
      if index + 1 < lexemes.count, lexemes[index + 1].text == "-", let second = word(index + 2),
        let value = values["\(first)-\(second)"]
      {
        return (value, index + 3)
      }
      return values[first].map { ($0, index + 1) }
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
      // One hundred and nine; one hundred nine.
      let next = word(end + 1) == "and" ? end + 3 : end + 1
      if let rest = small(at: next), rest.value < 100 {
        value += rest.value
        end = rest.end
      }
    }
    return (value, start..<end)
  }
}
