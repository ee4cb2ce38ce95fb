import Localization
import Periods

/// A day as somebody wrote it, which may not exist.
struct WrittenDay {
  enum Notation {
    /// 30.6.2021
    case digits
    /// 30 June 2021
    case words
    /// 2021-06-30
    case iso
  }

  let day: Int
  let month: Int
  let year: Int?
  let notation: Notation
  /// Indices of lexemes.
  let lexemes: Range<Int>

  /// Nil for a day that the calendar does not have; in a year that is not written, one that no year has.
  var calendarDay: Day? { Day(year: year ?? 2020, month: month, day: day) }
}

/// The days written in a passage, in order.
func writtenDays(in lexemes: [Lexeme], language: Language) -> [WrittenDay] {
  var days: [WrittenDay] = []
  var index = 0
  while index < lexemes.count {
    if let day = writtenDay(at: index, in: lexemes, language) {
      days.append(day)
      index = day.lexemes.upperBound
    } else {
      index += 1
    }
  }
  return days
}

private func writtenDay(at index: Int, in lexemes: [Lexeme], _ language: Language) -> WrittenDay? {
  func at(_ offset: Int) -> Lexeme? {
    lexemes.indices.contains(index + offset) ? lexemes[index + offset] : nil
  }
  func isSign(_ offset: Int, _ sign: String) -> Bool { at(offset)?.text == sign }
  guard let first = at(0) else { return nil }
  if first.kind == .word, language == .en, let month = language.month(named: first.text),
    at(1)?.kind == .space, let day = at(2)?.number, at(2)?.text.count ?? 3 <= 2
  {
    // July 26, 2021
    if isSign(3, ","), at(4)?.kind == .space, let year = at(5)?.year {
      return WrittenDay(
        day: day, month: month, year: year, notation: .words, lexemes: index..<(index + 6))
    }
    return nil
  }
  guard let number = first.number else { return nil }
  if first.text.count == 4, isSign(1, "-"), let month = at(2)?.number, at(2)?.text.count == 2,
    isSign(3, "-"), let day = at(4)?.number, at(4)?.text.count == 2
  {
    return WrittenDay(
      day: day, month: month, year: number, notation: .iso, lexemes: index..<(index + 5))
  }
  guard first.text.count <= 2 else { return nil }
  if isSign(1, "."), let month = at(2)?.number, at(2)?.text.count ?? 3 <= 2, isSign(3, ".") {
    let year = at(4)?.year
    // 12.30. at the end of a sentence is a time; 31.13.2021 is meant as a day.
    guard year != nil || (1...12).contains(month) else { return nil }
    return WrittenDay(
      day: number, month: month, year: year, notation: .digits,
      lexemes: index..<(index + (year == nil ? 4 : 5)))
  }
  let gap = isSign(1, ".") ? 2 : 1
  if at(gap)?.kind == .space, let word = at(gap + 1), let month = language.month(named: word.text) {
    let year = at(gap + 2)?.kind == .space ? at(gap + 3)?.year : nil
    let count = gap + (year == nil ? 2 : 4)
    return WrittenDay(
      day: number, month: month, year: year, notation: .words, lexemes: index..<(index + count))
  }
  return nil
}

extension Lexeme {
  /// Four digits that can be a year of our time.
  var year: Int? {
    guard text.count == 4, let number, (1900...2099).contains(number) else { return nil }
    return number
  }
}
