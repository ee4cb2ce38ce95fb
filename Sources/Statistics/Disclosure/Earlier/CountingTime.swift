import Periods

/// When the persons of a count were counted.
enum CountingTime: Sendable, Hashable {
  case during(Period)
  case on(Day)
  /// Days that are no period, as a number of history.csv may be of.
  case within(ClosedRange<Day>)

  init?(_ text: String) {
    if let period = Period(id: text) {
      self = .during(period)
    } else if case .day(let day) = Day.reading(text) {
      self = .on(day)
    } else {
      let days = text.split(separator: "/").compactMap { part -> Day? in
        if case .day(let day) = Day.reading(String(part)) { day } else { nil }
      }
      guard days.count == 2, days[0] <= days[1] else { return nil }
      self = .within(days[0]...days[1])
    }
  }

  /// A stock of a period is that of its last day.
  init?(_ text: String, of measure: Measure) {
    if measure.isStock, let period = Period(id: text) {
      self = .on(period.end)
    } else {
      self.init(text)
    }
  }

  init(_ measure: Measure, in period: Period) {
    self = measure.isStock ? .on(period.end) : .during(period)
  }

  var text: String {
    switch self {
    case .during(let period): period.id
    case .on(let day): "\(day)"
    case .within(let days): "\(days.lowerBound)/\(days.upperBound)"
    }
  }

  var days: ClosedRange<Day> {
    switch self {
    case .during(let period): period.days
    case .on(let day): day...day
    case .within(let days): days
    }
  }
}

extension Period {
  var monthCount: Int { lastMonth - firstMonth + 1 }

  /// Counted from the year 0.
  var months: Set<Int> { Set((firstMonth...lastMonth).map { year * 12 + $0 }) }

  var days: ClosedRange<Day> { start...end }
}
