import Diagnostics
import Localization
import Periods

/// Finds days that cannot be, ranges that run backwards, and times that will be wrong when read later.
struct DateChecks {
  let language: Language
  let release: Day

  func findings(on passage: Passage, in prose: Prose) -> [Diagnostic] {
    let lexemes = passage.lexemes
    let days = writtenDays(in: lexemes, language: language)
    var findings: [Diagnostic] = []
    func place(_ indices: Range<Int>) -> SourceLocation {
      let range =
        lexemes[indices.lowerBound].range
        .lowerBound..<lexemes[indices.upperBound - 1].range.upperBound
      return prose.location(of: range, in: passage)
    }
    for day in days {
      guard let real = day.calendarDay else {
        findings.append(.impossible(at: place(day.lexemes)))
        continue
      }
      if day.year != nil, let named = weekday(before: day, lexemes), named != real.weekday {
        findings.append(.wrongWeekday(at: place(day.lexemes)))
      }
      if let year = day.year, year > release.year {
        findings.append(.outside(year, at: place(day.lexemes)))
      }
    }
    for (first, second) in zip(days, days.dropFirst()) where isRange(first, second, lexemes) {
      let indices = first.lexemes.lowerBound..<second.lexemes.upperBound
      if first.notation != second.notation { findings.append(.mixed(at: place(indices))) }
      let year = first.year ?? second.year
      if let year, let end = second.calendarDay, second.year != nil,
        let start = Day(year: year, month: first.month, day: first.day), end < start
      {
        findings.append(.reversed(at: place(indices)))
      }
    }
    for (index, lexeme) in lexemes.enumerated()
    where !days.contains(where: { $0.lexemes.contains(index) }) {
      if let year = lexeme.year, year > release.year {
        findings.append(.outside(year, at: place(index..<(index + 1))))
      }
    }
    return findings + phrases(in: passage, prose)
  }

  private func isRange(_ first: WrittenDay, _ second: WrittenDay, _ lexemes: [Lexeme]) -> Bool {
    guard first.lexemes.upperBound < second.lexemes.lowerBound else { return false }
    let between = lexemes[first.lexemes.upperBound..<second.lexemes.lowerBound].filter {
      $0.kind != .space
    }
    let joins = ["–", "-", "—", "to", "until", "till"]
    return between.count == 1 && joins.contains(between[0].text.lowercased())
  }

  private func weekday(before day: WrittenDay, _ lexemes: [Lexeme]) -> Int? {
    lexemes[..<day.lexemes.lowerBound].suffix(4).reversed().lazy
      .compactMap { $0.kind == .word ? language.weekday(named: $0.text) : nil }.first
  }

  /// Words whose meaning moves with the reader’s day, and comparisons that name no period.
  private func phrases(in passage: Passage, _ prose: Prose) -> [Diagnostic] {
    let text = LoweredText(passage.scalars)
    var findings: [Diagnostic] = []
    func find(_ phrases: [String], _ make: (String, SourceLocation) -> Diagnostic) {
      for phrase in phrases {
        guard let start = text.offset(of: phrase, isWhole: true) else { continue }
        let end = min(passage.scalars.count, start + phrase.unicodeScalars.count)
        findings.append(make(phrase, prose.location(of: start..<end, in: passage)))
        return
      }
    }
    find(bases) { .baseUnnamed($0, at: $1) }
    if findings.isEmpty { find(relatives) { .relative($0, at: $1) } }
    return findings
  }

  private var bases: [String] {
    switch language {
    case .en:
      ["than last year", "than the year before", "than in the previous year", "than a year ago"]
    case .fi:
      ["kuin viime vuonna", "kuin edellisvuonna", "kuin edellisenä vuonna", "kuin vuotta aiemmin"]
    case .sv: ["än förra året", "än i fjol", "än året innan", "än föregående år"]
    }
  }

  private var relatives: [String] {
    let seasons: [String]
    switch language {
    case .en:
      seasons = ["spring", "summer", "autumn", "winter", "year", "month", "week", "half-year"]
      return ["next", "this", "last"].flatMap { word in seasons.map { "\(word) \($0)" } }
        + ["recently", "currently", "tomorrow", "yesterday"]
    case .fi:
      seasons = ["keväänä", "kesänä", "syksynä", "talvena", "vuonna", "kuussa", "viikolla"]
      return ["ensi", "tänä", "viime"].flatMap { word in seasons.map { "\(word) \($0)" } }
        + ["äskettäin", "tällä hetkellä", "huomenna", "eilen"]
    case .sv:
      return [
        "nästa vår", "nästa sommar", "nästa höst", "nästa vinter", "nästa år", "nästa månad",
        "i höst", "i vår", "i sommar", "i vinter", "i våras", "i fjol", "förra året", "i år",
        "nyligen", "för närvarande", "i morgon", "i går",
      ]
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

  fileprivate static func relative(_ words: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .dateRelative, at: place, "“\(words)” will mean another time when it is read later",
      help: "name the season or month with its year")
  }

  fileprivate static func baseUnnamed(_ words: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .baseUnnamed, at: place, "“\(words)” does not say which part of the year is compared",
      help: "name the period, as in “than in January–June 2020”")
  }
}
