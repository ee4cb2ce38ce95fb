import Diagnostics
import Localization
import Periods

/// Finds days that cannot be, ranges that run backwards, and times that will be wrong when read later.
struct DateChecks {
  let language: Language
  let release: Day

  func findings(on passage: Passage, in prose: Prose) -> [Diagnostic] {
    let lexemes = passage.lexemes
    guard lexemes.contains(where: { $0.kind == .digits }) else { return [] }
    let days = writtenDays(in: lexemes, language: language)
    func place(_ indices: Range<Int>) -> SourceLocation {
      prose.location(of: passage.range(of: indices), in: passage)
    }
    var findings: [Diagnostic] = []
    for day in days {
      guard let real = day.calendarDay else {
        findings.append(.impossible(at: place(day.lexemes)))
        continue
      }
      if let named = weekday(beside: day, lexemes), !isWeekday(named, of: day, real) {
        findings.append(.wrongWeekday(at: place(day.lexemes)))
      }
      if let year = day.year, year > release.year, !tellsOfALaw(passage) {
        findings.append(.outside(year, at: place(day.lexemes)))
      }
    }
    for range in writtenRanges(days, in: lexemes, language: language) {
      if range.first.notation != range.second.notation {
        findings.append(.mixed(at: place(range.lexemes)))
      }
      if isReversed(range) { findings.append(.reversed(at: place(range.lexemes))) }
    }
    for index in lexemes.indices where !days.contains(where: { $0.lexemes.contains(index) }) {
      guard let year = lexemes[index].year, !isNameOrLaw(index, lexemes) else { continue }
      if year > release.year, !isEndOfPlan(index, lexemes) {
        findings.append(.outside(year, at: place(index..<(index + 1))))
      }
      if let backwards = reversedYears(at: index, lexemes) ?? reversedMonths(at: index, lexemes) {
        findings.append(.reversed(at: place(backwards)))
      }
    }
    return findings
  }

  /// The day on which a law comes into force is known before it comes.
  private func tellsOfALaw(_ passage: Passage) -> Bool {
    ["into force", "take effect", "takes effect", "voimaan", "i kraft"]
      .contains(where: passage.lowered.contains)
  }

  private func isReversed(_ range: WrittenRange) -> Bool {
    guard let year = range.first.year ?? range.second.year,
      let end = Day(
        year: range.second.year ?? year, month: range.second.month, day: range.second.day),
      let start = Day(year: year, month: range.first.month, day: range.first.day)
    else { return false }
    return end < start
  }

  /// *2020–2014*.
  private func reversedYears(at index: Int, _ lexemes: [Lexeme]) -> Range<Int>? {
    guard let first = lexemes[index].year, index + 2 < lexemes.count,
      ["–", "-"].contains(lexemes[index + 1].text), let second = lexemes[index + 2].year,
      second < first
    else { return nil }
    return index..<(index + 3)
  }

  /// *June–January 2021*, *kesä–tammikuu 2021*.
  private func reversedMonths(at index: Int, _ lexemes: [Lexeme]) -> Range<Int>? {
    guard let months = monthRange(before: index, lexemes, language), months.first > months.last
    else { return nil }
    return months.lexemes.lowerBound..<(index + 1)
  }

  /// *Until the end of 2023*, *2021–2023*: a plan that goes on is known to.
  private func isEndOfPlan(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    if index >= 2, ["–", "-"].contains(lexemes[index - 1].text),
      let first = lexemes[index - 2].year, first <= release.year
    {
      return true
    }
    let ends = ["until", "till", "through", "loppuun", "asti", "saakka"]
    let around = lexemes[max(0, index - 8)..<min(lexemes.count, index + 4)]
    return around.contains { $0.kind == .word && ends.contains($0.text.lowercased()) }
  }

  /// Directive (EU) 2024/1712, Agenda 2030: no time is meant.
  private func isNameOrLaw(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    let place = LexemePlace(lexemes: lexemes, index: index)
    let names = ["agenda", "horizon", "horisontti", "horisont", "visio", "vision"]
    return place.text(1) == "/" || place.text(-1) == "/"
      || names.contains(place.text(-2).lowercased())
  }

  /// Before the day or, in brackets, after it.
  private func weekday(beside day: WrittenDay, _ lexemes: [Lexeme]) -> Int? {
    let before = lexemes[..<day.lexemes.lowerBound].suffix(4).reversed()
    if let named = before.lazy
      .compactMap({ $0.kind == .word ? language.weekday(named: $0.text) : nil }).first
    {
      return named
    }
    let near = before.filter { $0.kind != .space && $0.text != "." }
    if let word = near.first(where: { $0.text.lowercased() != "den" }), word.kind == .word,
      let named = language.weekday(abbreviated: word.text)
    {
      return named
    }
    let after = lexemes[day.lexemes.upperBound...].prefix(3).filter { $0.kind != .space }
    guard after.first?.text == "(", let word = after.dropFirst().first else { return nil }
    return language.weekday(named: word.text) ?? language.weekday(abbreviated: word.text)
  }

  /// A day without its year is meant near the release.
  private func isWeekday(_ named: Int, of day: WrittenDay, _ real: Day) -> Bool {
    if day.year != nil { return real.weekday == named }
    return [release.year, release.year + 1].contains { year in
      Day(year: year, month: day.month, day: day.day)?.weekday == named
    }
  }
}

extension Day {
  /// 1 for Monday.
  ///
  /// Source: C. Zeller, Kalender-Formeln, Acta Mathematica 9 (1887).
  var weekday: Int {
    let shifted = month < 3 ? month + 12 : month
    let year = month < 3 ? year - 1 : year
    let century = year / 100
    let rest = year % 100
    let saturdayBased =
      (day + 13 * (shifted + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century) % 7
    return (saturdayBased + 5) % 7 + 1
  }
}

extension Diagnostic {
  fileprivate static func impossible(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .dateImpossible, at: place, "The calendar has no such day",
      help: "correct the day; {{period end}} and {{reference date}} are always right")
  }

  fileprivate static func wrongWeekday(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .dateWeekday, at: place, "The weekday does not fit the day", help: "correct one of the two")
  }

  fileprivate static func reversed(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .dateReversed, at: place, "The range ends before it begins", help: "swap its two ends")
  }

  fileprivate static func mixed(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .dateMixed, at: place, "One range is written in two ways",
      help: "write both days in figures or both with the month’s name")
  }

  fileprivate static func outside(_ year: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .dateOutsidePeriod, at: place, "\(year) lies after the release of this edition",
      help: "correct the year, or silence the rule here with a reason")
  }
}
