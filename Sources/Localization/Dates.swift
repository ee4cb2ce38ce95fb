import Periods

/// How each language writes days and periods.
extension Language {
  /// *30 June 2021*, *30 juni 2021*, *30.6.2021*.
  package func day(_ day: Day) -> String {
    switch self {
    case .fi: "\(day.day).\(day.month).\(day.year)"
    case .sv: "\(day.day) \(months[day.month - 1]) \(day.year)"
    case .en: "\(day.day) \(months[day.month - 1]) \(day.year)"
    }
  }

  /// *30 June*, for a series whose years stand beside it.
  package func dayWithoutYear(_ day: Day) -> String {
    switch self {
    case .fi: "\(day.day).\(day.month)."
    case .sv, .en: "\(day.day) \(months[day.month - 1])"
    }
  }

  /// *1 January – 30 June 2021*, *1 januari–30 juni 2021*, *1.1.–30.6.2021*.
  package func range(_ period: Period) -> String {
    let start = dayWithoutYear(period.start)
    let end = day(period.end)
    return switch self {
    case .fi, .sv: "\(start)–\(end)"
    case .en: "\(start) – \(end)"
    }
  }

  /// *January–June 2021*, *januari–juni 2021*, *tammi–kesäkuu 2021*; a whole year is its number.
  package func months(of period: Period) -> String {
    period.span == .year ? "\(period.year)" : "\(monthsWithoutYear(of: period)) \(period.year)"
  }

  /// *January–June*, for a series whose years stand beside it.
  package func monthsWithoutYear(of period: Period) -> String {
    let first = months[period.firstMonth - 1]
    let last = months[period.lastMonth - 1]
    if first == last { return last }
    switch self {
    case .fi: return "\(first.dropLast(3))–\(last)"
    case .sv, .en: return "\(first)–\(last)"
    }
  }

  private var months: [String] {
    switch self {
    case .fi:
      [
        "tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu",
        "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu",
      ]
    case .sv:
      [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober", "november", "december",
      ]
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    }
  }
}
