import Localization

/// A number that somebody typed, in digits or words.
struct TypedNumber: Sendable {
  /// Rounded to a whole number, halves up; `Int.max` when it is too long to be one.
  let value: Int
  /// In code points of the passage.
  let range: Range<Int>
  let isPercent: Bool
  /// Written as another language writes it.
  let isForeign: Bool
  /// Digits that are a number of nothing: `1, 051`.
  let isBroken: Bool
  let isInWords: Bool
  /// With decimals it equals no count, however near.
  let isWhole: Bool
  /// *Hundreds*, which nobody counted.
  var isRough = false
  /// A hyphen stands for the minus sign.
  var isHyphenated = false
  /// The digits without the signs among them: 1.09 has those of 109.
  var bareDigits: Int?
}

/// Finds the numbers of a passage that are no part of a day, a time, a year or a name.
struct TypedNumbers: Sendable {
  let language: Language
  let exemptions: Exemptions
  let words: NumberWordScan

  /// Turns of speech that count nothing, in small letters.
  private static let idioms: [Language: [String]] = [
    .en: [
      "one or two", "the two of them", "sixes and sevens", "in two minds", "seven days a week",
      "24 hours a day", "second to none", "nine to five", "four corners of", "two times a year",
      "a hundred per cent sure", "a thousand thanks", "a thousand times", "two sides of",
      "for two reasons", "two things", "three things", "takes two", "no two",
    ],
    .fi: [
      "kahden kesken", "kahden vaiheilla", "kahteen otteeseen", "molemmat kaksi",
      "seitsemänä päivänä viikossa", "viikon seitsemänä päivänä", "24 tuntia vuorokaudessa",
      "kaksi kertaa vuodessa", "sata kertaa", "tuhat kertaa", "tuhannet kiitokset",
      "viisi veisaa", "kaksi asiaa", "kahta mieltä", "kolme asiaa", "kahden tulen välissä",
      "sataprosenttisesti", "tuhansien järvien",
    ],
    .sv: [
      "en eller två", "båda två", "på tu man hand", "sju dagar i veckan", "24 timmar om dygnet",
      "två gånger om året", "tusen tack", "ett hundra procent säker", "hundra procent säker",
      "två saker", "tre saker", "de tusen sjöarnas", "på alla fyra",
    ],
  ]

  /// In the order in which they stand.
  ///
  /// - `ratios`: parts of wholes told in words, whose numbers are none of their own.
  func numbers(of passage: Passage, except ratios: [Ratio]) -> [TypedNumber] {
    let lexemes = passage.lexemes
    var numbers: [TypedNumber] = []
    let hasDigits = lexemes.contains { $0.kind == .digits }
    let exempt = hasDigits ? exemptions.exempt(in: lexemes, of: passage) : []
    var index = 0
    while hasDigits, index < lexemes.count {
      guard lexemes[index].kind == .digits, !exempt.contains(index) else {
        index += 1
        continue
      }
      let (number, end) = number(at: index, in: lexemes, except: exempt)
      numbers.append(number)
      index = end
    }
    let found = words.numbers(in: lexemes)
    guard !found.isEmpty || !numbers.isEmpty else { return [] }
    let idle = idioms(in: passage).map(\.lowerBound)
    func isInRatio(_ range: Range<Int>) -> Bool { ratios.contains { $0.range.overlaps(range) } }
    numbers.removeAll { idle.contains($0.range.lowerBound) || isInRatio($0.range) }
    for word in found
    where !idle.contains(lexemes[word.lexemes.lowerBound].range.lowerBound)
      && !isClock(word.lexemes, lexemes) && !isCompound(word.lexemes, lexemes)
      && !isInRatio(passage.range(of: word.lexemes))
      && !exemptions.isAgeOfMajority(
        LexemePlace(lexemes: lexemes, index: word.lexemes.lowerBound))
    {
      let percentEnd = percentEnd(after: word.lexemes, lexemes)
      let end = percentEnd ?? word.lexemes.upperBound
      numbers.append(
        TypedNumber(
          value: word.value, range: passage.range(of: word.lexemes.lowerBound..<end),
          isPercent: percentEnd != nil, isForeign: false, isBroken: false, isInWords: true,
          isWhole: true, isRough: word.isRough))
    }
    return numbers.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// *Klockan åtta*, *kahdeksan aikaan*, *eight o’clock*.
  private func isClock(_ number: Range<Int>, _ lexemes: [Lexeme]) -> Bool {
    let before = number.lowerBound >= 2 ? lexemes[number.lowerBound - 2].text.lowercased() : ""
    if ["klockan", "kello", "kl", "klo"].contains(before) { return true }
    let after = number.upperBound + 1
    return after < lexemes.count && ["o", "aikaan", "tiden"].contains(lexemes[after].text)
  }

  /// *Two-way support*, *a three-tier model*: what something is like, and no count.
  private func isCompound(_ number: Range<Int>, _ lexemes: [Lexeme]) -> Bool {
    let next = number.upperBound + 1
    guard next < lexemes.count, lexemes[next - 1].text == "-" else { return false }
    return ["way", "sided", "handed", "faced", "track", "tier", "dimensional"]
      .contains(lexemes[next].text.lowercased())
  }

  /// The lexemes of turns of speech that count nothing, in code points.
  func idioms(in passage: Passage) -> [Range<Int>] {
    var exempt: [Range<Int>] = []
    for idiom in TypedNumbers.idioms[language] ?? [] {
      for start in passage.lowered.offsets(of: idiom, isWhole: true) {
        let range = start..<(start + idiom.unicodeScalars.count)
        exempt += passage.lexemes.map(\.range).filter { $0.overlaps(range) }
      }
    }
    return exempt
  }

  /// Digits with the groups and decimals that follow them, and a percent sign.
  private func number(
    at start: Int, in lexemes: [Lexeme], except exempt: Set<Int>
  ) -> (TypedNumber, end: Int) {
    func isDigits(_ index: Int) -> Bool {
      lexemes.indices.contains(index) && lexemes[index].kind == .digits && !exempt.contains(index)
    }
    func text(_ index: Int) -> String { lexemes.indices.contains(index) ? lexemes[index].text : "" }
    var digits = text(start)
    var end = start + 1
    var isForeign = false
    var isBroken = false
    while end + 1 < lexemes.count, digits.count <= 9 {
      let separator = lexemes[end]
      let isComma = separator.text == ","
      if isDigits(end + 1), text(end + 1).count == 3,
        isComma || separator.text == "." || separator.kind == .space,
        digits.count <= 3 || end > start + 1
      {
        let own = language == .en ? isComma : separator.kind == .space
        isForeign = isForeign || !own
        digits += text(end + 1)
        end += 2
      } else if isComma, lexemes[end + 1].kind == .space, isDigits(end + 2), digits.count == 1,
        text(end + 2).count == 4 || (text(end + 2).count == 3 && text(end + 2).hasPrefix("0"))
      {
        isBroken = true
        digits += text(end + 2)
        end += 3
      } else if separator.kind == .space, isDigits(end + 1), text(end + 1).count <= 2,
        digits.count <= 2
      {
        // 9 92: no language divides a number so.
        isBroken = true
        digits += text(end + 1)
        end += 2
      } else {
        break
      }
    }
    var tenths: String?
    if [".", ","].contains(text(end)), isDigits(end + 1), text(end + 1).count <= 2, !isBroken {
      tenths = text(end + 1)
      isForeign = isForeign || (text(end) == ".") != (language == .en)
      end += 2
    }
    // 12500 has five digits and no group.
    if end == start + 1, digits.count >= 5 { isForeign = true }
    let isHyphenated =
      text(start - 1) == "-" && (start < 2 || lexemes[start - 2].kind == .space)
    var isPercent = false
    if text(end) == "%" {
      isPercent = true
      isForeign = isForeign || language != .en
      end += 1
    } else if end + 1 < lexemes.count, lexemes[end].kind == .space, isPercentWord(text(end + 1)) {
      isPercent = true
      isForeign = isForeign || (language == .en && text(end + 1) == "%")
      end += 2
    } else if text(end + 1) == "per", text(end + 3) == "cent" {
      isPercent = true
      end += 4
    }
    let whole = Int(digits) ?? .max
    let roundsUp = (tenths?.first).map { $0 >= "5" } ?? false
    let number = TypedNumber(
      value: roundsUp && whole < .max ? whole + 1 : whole,
      range: lexemes[isHyphenated ? start - 1 : start].range
        .lowerBound..<lexemes[end - 1].range.upperBound,
      isPercent: isPercent, isForeign: isForeign || isHyphenated, isBroken: isBroken,
      isInWords: false, isWhole: tenths == nil, isHyphenated: isHyphenated,
      bareDigits: tenths.flatMap { Int(digits + $0) })
    return (number, end)
  }

  /// *Eighty per cent*, *åttio procent*.
  private func percentEnd(after word: Range<Int>, _ lexemes: [Lexeme]) -> Int? {
    let next = word.upperBound + 1
    guard next < lexemes.count, lexemes[next - 1].kind == .space else { return nil }
    if isPercentWord(lexemes[next].text) { return next + 1 }
    let isPerCent =
      next + 2 < lexemes.count && lexemes[next].text == "per" && lexemes[next + 2].text == "cent"
    return isPerCent ? next + 3 : nil
  }

  private func isPercentWord(_ word: String) -> Bool {
    let word = word.lowercased()
    return word == "%" || word.hasPrefix("percent") || word.hasPrefix("prosent")
      || word.hasPrefix("procent")
  }
}
