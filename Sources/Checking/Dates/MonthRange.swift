import Localization

/// Months before a year: *June–December 2021*, *tammi–kesäkuussa 2021*, *in August 2021*.
struct MonthRange {
  let first: Int
  let last: Int
  /// Indices of lexemes.
  let lexemes: Range<Int>
}

/// The months that stand before the lexeme at an index, a year or the end of their phrase.
func monthRange(before index: Int, _ lexemes: [Lexeme], _ language: Language) -> MonthRange? {
  guard index >= 2, lexemes[index - 1].kind == .space else { return nil }
  return monthRange(endingAt: index - 2, lexemes, language)
}

/// The months of which the last is the lexeme at an index.
func monthRange(endingAt index: Int, _ lexemes: [Lexeme], _ language: Language) -> MonthRange? {
  guard lexemes.indices.contains(index), lexemes[index].kind == .word,
    let last = language.month(named: lexemes[index].text)
  else { return nil }
  func month(at index: Int) -> Int? {
    guard lexemes.indices.contains(index), lexemes[index].kind == .word else { return nil }
    return language.month(named: lexemes[index].text)
      ?? language.month(shortened: lexemes[index].text)
  }
  var before = index - 1
  func skipSpaces() { while before > 0, lexemes[before].kind == .space { before -= 1 } }
  skipSpaces()
  guard before > 0 else { return MonthRange(first: last, last: last, lexemes: index..<(index + 1)) }
  let joins = ["–", "-", "to", "and", "till", "och", "ja"]
  if joins.contains(lexemes[before].text.lowercased()) {
    before -= 1
    skipSpaces()
    if let first = month(at: before) {
      return MonthRange(first: first, last: last, lexemes: before..<(index + 1))
    }
  }
  return MonthRange(first: last, last: last, lexemes: index..<(index + 1))
}

extension Language {
  /// The *tammi* of *tammi–kesäkuu*.
  fileprivate func month(shortened word: String) -> Int? {
    self == .fi ? month(named: word + "kuu") : nil
  }
}
