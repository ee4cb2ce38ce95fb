/// A day of the Gregorian calendar, which exists.
///
/// Its own arithmetic, since the system's calendar turns 31 June into 1 July without a word.
package struct Day: Sendable, Hashable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil for a day that does not exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.count(ofMonth: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private init(knownYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func firstDay(of year: Int, month: Int) -> Day {
    Day(knownYear: year, month: month, day: 1)
  }

  package static func lastDay(of year: Int, month: Int) -> Day {
    Day(knownYear: year, month: month, day: count(ofMonth: month, in: year))
  }

  /// The day before.
  package var dayBefore: Day {
    if day > 1 { return Day(knownYear: year, month: month, day: day - 1) }
    return month > 1
      ? .lastDay(of: year, month: month - 1) : Day(knownYear: year - 1, month: 12, day: 31)
  }

  package var dayAfter: Day {
    if day < Day.count(ofMonth: month, in: year) {
      return Day(knownYear: year, month: month, day: day + 1)
    }
    return month < 12 ? .firstDay(of: year, month: month + 1) : .firstDay(of: year + 1, month: 1)
  }

  package static func count(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
  }

  /// Grows by one a day; for comparing and sorting columns of days.
  package var ordinal: Int32 { Int32(year * 372 + month * 31 + day) }

  /// The same day `years` later; the 29th of February becomes the 28th where there is none.
  package func adding(years: Int) -> Day {
    let target = year + years
    return Day(
      knownYear: target, month: month, day: min(day, Day.count(ofMonth: month, in: target)))
  }

  package static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2021-06-30`.
  package var description: String {
    let digits = [(year, 4), (month, 2), (day, 2)].map { value, width in
      let text = String(value)
      return String(repeating: "0", count: width - text.count) + text
    }
    return digits.joined(separator: "-")
  }
}

extension Day {
  /// What a text that should be a day turned out to be.
  package enum Reading: Sendable, Hashable {
    case day(Day)
    /// Written like a day, but the calendar has none such.
    case nonexistent
    case unreadable
  }

  /// Reads `2021-06-30` and `30.6.2021`.
  package static func reading(_ text: some StringProtocol) -> Reading {
    var text = String(text)
    return text.withUTF8 { reading($0) }
  }

  /// The same, for bytes of a file: a large one holds millions, so nothing is allocated.
  package static func reading(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    var parts = (0, 0, 0)
    var widths = (0, 0, 0)
    var part = 0
    var separator: UInt8?
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        let digit = Int(byte - 0x30)
        switch part {
        case 0: (parts.0, widths.0) = (parts.0 * 10 + digit, widths.0 + 1)
        case 1: (parts.1, widths.1) = (parts.1 * 10 + digit, widths.1 + 1)
        default: (parts.2, widths.2) = (parts.2 * 10 + digit, widths.2 + 1)
        }
        guard max(widths.0, widths.1, widths.2) <= 4 else { return .unreadable }
      case 0x2D, 0x2E:
        guard separator == nil || separator == byte, part < 2 else { return .unreadable }
        separator = byte
        part += 1
      default:
        return .unreadable
      }
    }
    let found: Day?
    switch (separator, widths) {
    case (0x2D, (4, 2, 2)):
      found = Day(year: parts.0, month: parts.1, day: parts.2)
    case (0x2E, (1...2, 1...2, 4)):
      found = Day(year: parts.2, month: parts.1, day: parts.0)
    default:
      return .unreadable
    }
    return found.map(Reading.day) ?? .nonexistent
  }
}
