import Composition
import Diagnostics
import Localization
import Periods
import Statistics

/// Finds times that are given to numbers of the edition and lie outside its period.
struct PeriodChecks {
  let language: Language
  let settings: EditionSettings

  func findings(on checked: CheckedPassage, in prose: Prose) -> [Diagnostic] {
    let passage = checked.passage
    let days = writtenDays(in: passage.lexemes, language: language)
    return ranges(days, checked, prose)
      + checked.clauses.flatMap { clause -> [Diagnostic] in
        let queries = checked.queries(in: clause) + checked.context
        let isTitle = passage.isTitle && prose.isStatistical
        guard isOfThePeriod(queries, orTitle: isTitle),
          !clause.text.contains("\(language.comparisons.than) ")
        else {
          return []
        }
        return years(in: clause, except: days, passage, prose)
          + months(in: clause, except: days, passage, prose)
          + dates(in: clause, days, passage, prose)
      }
  }

  /// The sentence cites counts of this period, or stands above them, and compares them with no other.
  private func isOfThePeriod(_ queries: [CitationQuery], orTitle isTitle: Bool) -> Bool {
    var hasCount = isTitle
    for query in queries {
      guard case .cell = query.subject else { continue }
      hasCount = true
      for function in query.functions {
        switch function {
        case .previous, .change, .difference, .direction: return false
        case .claim(.more), .claim(.fewer), .claim(.multiplied): return false
        default: break
        }
      }
    }
    return hasCount
  }

  /// A range that begins or ends with the period and is not it, or is its half in another year.
  private func ranges(
    _ days: [WrittenDay], _ checked: CheckedPassage, _ prose: Prose
  ) -> [Diagnostic] {
    let period = settings.period
    var findings: [Diagnostic] = []
    let passage = checked.passage
    for range in writtenRanges(days, in: passage.lexemes, language: language) {
      let (first, second) = (range.first, range.second)
      guard let year = second.year ?? first.year else { continue }
      let starts = first.day == period.start.day && first.month == period.start.month
      let ends = second.day == period.end.day && second.month == period.end.month
      let isCompared = settings.compared.contains { $0.year == year }
      let isOwnYear = year == period.year
      guard starts != ends ? isOwnYear : (starts && ends && !isOwnYear && !isCompared) else {
        continue
      }
      findings.append(
        .outside(language.range(period), prose, passage.range(of: range.lexemes), passage))
    }
    return findings
  }

  /// *In 2020* beside a count of 2021.
  private func years(
    in clause: Sentence, except days: [WrittenDay], _ passage: Passage, _ prose: Prose
  ) -> [Diagnostic] {
    let leads: Set<String> =
      switch language {
      case .en: ["in", "during", "of", "for", "june", "december", "year"]
      case .fi: ["vuonna", "vuoden", "vuodelta", "kesäkuussa", "joulukuussa", "lopussa"]
      case .sv: ["år", "under", "i", "juni", "december", "av"]
      }
    return passage.lexemes.indices.compactMap { index -> Diagnostic? in
      let lexeme = passage.lexemes[index]
      guard let year = lexeme.year, year != settings.period.year,
        clause.range.contains(lexeme.range.lowerBound),
        !days.contains(where: { $0.lexemes.contains(index) }), index >= 2,
        leads.contains(passage.lexemes[index - 2].text.lowercased()),
        !isSpan(around: index, passage.lexemes)
      else { return nil }
      return .outside(language.range(settings.period), prose, lexeme.range, passage)
    }
  }

  /// *In August 2021*, *heinä–joulukuussa 2021* beside a count of the first half.
  private func months(
    in clause: Sentence, except days: [WrittenDay], _ passage: Passage, _ prose: Prose
  ) -> [Diagnostic] {
    let lexemes = passage.lexemes
    let own = settings.period.firstMonth...settings.period.lastMonth
    return lexemes.indices.compactMap { index -> Diagnostic? in
      guard lexemes[index].year == settings.period.year,
        clause.range.contains(lexemes[index].range.lowerBound),
        !days.contains(where: { $0.lexemes.contains(index) }),
        let months = monthRange(before: index, lexemes, language),
        !own.contains(months.first) || !own.contains(months.last)
      else { return nil }
      return .outside(
        language.range(settings.period), prose,
        passage.range(of: months.lexemes.lowerBound..<(index + 1)), passage)
    }
  }

  /// 2014–2020 is a span of years, such as a programme’s.
  private func isSpan(around index: Int, _ lexemes: [Lexeme]) -> Bool {
    let before = index > 0 ? lexemes[index - 1].text : ""
    let after = index + 1 < lexemes.count ? lexemes[index + 1].text : ""
    return ["–", "-"].contains(before) || ["–", "-"].contains(after)
  }

  /// A day beside a count that is not of the period.
  private func dates(
    in clause: Sentence, _ days: [WrittenDay], _ passage: Passage, _ prose: Prose
  ) -> [Diagnostic] {
    days.compactMap { day in
      guard let real = day.calendarDay, day.year != nil,
        clause.range.contains(passage.lexemes[day.lexemes.lowerBound].range.lowerBound),
        real < settings.period.start || real > settings.period.end
      else { return nil }
      return .outside(
        language.range(settings.period), prose, passage.range(of: day.lexemes), passage)
    }
  }
}

extension Diagnostic {
  fileprivate static func outside(
    _ period: String, _ prose: Prose, _ range: Range<Int>, _ passage: Passage
  ) -> Diagnostic {
    Diagnostic(
      .dateOutsidePeriod, at: prose.location(of: range, in: passage),
      "“\(passage.words(in: range))” lies outside the period of the numbers in this sentence",
      help:
        "the numbers are of \(period); write {{period}} or {{reference date}}, or cite “previous”")
  }
}
