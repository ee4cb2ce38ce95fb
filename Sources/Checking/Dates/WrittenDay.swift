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
  let reading = DayReading(place: LexemePlace(lexemes: lexemes, index: index), language: language)
  return reading.monthFirst() ?? reading.iso() ?? reading.digits() ?? reading.dayFirst()
}

/// The ways in which a day can be written from a place on.
private struct DayReading {
  let place: LexemePlace
  let language: Language

  private func number(_ offset: Int) -> Int? {
    guard place.kind(offset) == .digits, place.text(offset).count <= 2 else { return nil }
    return Int(place.text(offset))
  }

  private func year(_ offset: Int) -> Int? {
    place.kind(offset) == .digits ? place.lexemes[place.index + offset].year : nil
  }

  private func month(_ offset: Int) -> Int? {
    place.kind(offset) == .word ? language.month(named: place.text(offset)) : nil
  }

  private func day(
    _ day: Int, _ month: Int, _ year: Int?, _ notation: WrittenDay.Notation, _ count: Int
  ) -> WrittenDay {
    WrittenDay(
      day: day, month: month, year: year, notation: notation,
      lexemes: place.index..<(place.index + count))
  }

  /// *July 26, 2021*, *June 31st*, *lokakuun 12 päivänä 2021*.
  func monthFirst() -> WrittenDay? {
    guard let month = month(0), place.kind(1) == .space, let number = number(2) else { return nil }
    switch language {
    case .en:
      let isOrdinal = Self.ordinals.contains(place.text(3))
      let gap = isOrdinal ? 4 : 3
      if place.text(gap) == ",", place.kind(gap + 1) == .space, let year = year(gap + 2) {
        return day(number, month, year, .words, gap + 3)
      }
      if isOrdinal { return day(number, month, nil, .words, 4) }
      return nil
    case .fi:
      guard place.text(3) == ".", place.kind(4) == .space, place.text(5).hasPrefix("päivä") else {
        return nil
      }
      let year = place.kind(6) == .space ? year(7) : nil
      return day(number, month, year, .words, year == nil ? 6 : 8)
    case .sv: return nil
    }
  }

  /// As in *2021-06-30*.
  func iso() -> WrittenDay? {
    guard place.lexeme.kind == .digits, place.text(0).count == 4, let year = place.lexeme.number,
      place.text(1) == "-", place.text(2).count == 2, let month = number(2),
      place.text(3) == "-", place.text(4).count == 2, let number = number(4)
    else { return nil }
    return day(number, month, year, .iso, 5)
  }

  /// 30.6.2021, 30.6.; where a range goes on also 1.1 and 1.
  func digits() -> WrittenDay? {
    guard let first = number(0), place.text(1) == "." else { return nil }
    if let month = number(2), place.text(3) == "." {
      let year = year(4)
      // 12.30. at the end of a sentence is a time; 31.13.2021 is meant as a day.
      guard year != nil || (1...12).contains(month) else { return nil }
      return day(first, month, year, .digits, year == nil ? 4 : 5)
    }
    if let month = number(2), (1...12).contains(month), (1...31).contains(first),
      goesOn(from: 3)
    {
      return day(first, month, nil, .digits, 3)
    }
    return nil
  }

  /// A range of days goes on here: *1.1–30.6.2021*, *1.1 till 30 juni*.
  private func goesOn(from offset: Int) -> Bool {
    var next = offset
    if place.kind(next) == .space { next += 1 }
    guard ["–", "-", "till", "to"].contains(place.text(next)) else { return false }
    next += 1
    if place.kind(next) == .space { next += 1 }
    if place.text(next) == "den", place.kind(next + 1) == .space { next += 2 }
    guard place.lexemes.indices.contains(place.index + next) else { return false }
    let rest = DayReading(place: place.at(place.index + next), language: language)
    return rest.digits() != nil || rest.dayFirst() != nil
  }

  /// *30 June 2021*, *31st of June*, *den 31:a juni*, and Finnish days with a stop.
  func dayFirst() -> WrittenDay? {
    guard let number = number(0) else { return nil }
    var gap = 1
    switch language {
    case .en:
      if Self.ordinals.contains(place.text(1)) { gap = 2 }
      if place.kind(gap) == .space, place.text(gap + 1) == "of", place.kind(gap + 2) == .space {
        gap += 2
      }
    case .sv: if place.text(1) == ":", place.kind(2) == .word { gap = 3 }
    case .fi: if place.text(1) == "." { gap = 2 }
    }
    guard place.kind(gap) == .space, let month = month(gap + 1) else { return nil }
    let year = place.kind(gap + 2) == .space ? year(gap + 3) : nil
    return day(number, month, year, .words, gap + (year == nil ? 2 : 4))
  }

  private static let ordinals: Set<String> = ["st", "nd", "rd", "th"]
}

extension Lexeme {
  /// Four digits that can be a year of our time.
  var year: Int? {
    guard text.count == 4, let number, (1900...2099).contains(number) else { return nil }
    return number
  }
}
