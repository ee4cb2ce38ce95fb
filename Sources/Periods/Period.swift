/// The time an edition speaks of: a year, a half, a quarter or a month.
package struct Period: Sendable, Hashable {
  package enum Span: Sendable, Hashable {
    case year
    case half(Int)
    case quarter(Int)
    case month(Int)
  }

  package let year: Int
  package let span: Span

  /// Reads `2021`, `2021-H1`, `2021-Q3`, `2021-07`; nil for anything else.
  package init?(id: some StringProtocol) {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Period.number(first), year > 0
    else { return nil }
    self.year = year
    guard parts.count > 1 else {
      span = .year
      return
    }
    guard parts.count == 2, parts[1].utf8.count == 2, let mark = parts[1].first else { return nil }
    let rest = parts[1].dropFirst()
    switch mark {
    case "H":
      guard let half = Period.number(rest), (1...2).contains(half) else { return nil }
      span = .half(half)
    case "Q":
      guard let quarter = Period.number(rest), (1...4).contains(quarter) else { return nil }
      span = .quarter(quarter)
    default:
      guard let month = Period.number(parts[1]), (1...12).contains(month) else { return nil }
      span = .month(month)
    }
  }

  package init(year: Int, span: Span) {
    self.year = year
    self.span = span
  }

  /// The period of certain days; nil where there is none.
  package init?(days: ClosedRange<Day>) {
    let year = days.lowerBound.year
    let spans =
      [Span.year] + (1...2).map { .half($0) } + (1...4).map { .quarter($0) }
      + (1...12).map { .month($0) }
    let found = spans.lazy.map { Period(year: year, span: $0) }.first {
      $0.start == days.lowerBound && $0.end == days.upperBound
    }
    guard let found else { return nil }
    self = found
  }

  package var id: String {
    let year = String(repeating: "0", count: max(0, 4 - String(self.year).count)) + "\(self.year)"
    switch span {
    case .year: return year
    case .half(let half): return "\(year)-H\(half)"
    case .quarter(let quarter): return "\(year)-Q\(quarter)"
    case .month(let month): return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
  }

  package var firstMonth: Int {
    switch span {
    case .year: 1
    case .half(let half): half * 6 - 5
    case .quarter(let quarter): quarter * 3 - 2
    case .month(let month): month
    }
  }

  package var lastMonth: Int {
    switch span {
    case .year: 12
    case .half(let half): half * 6
    case .quarter(let quarter): quarter * 3
    case .month(let month): month
    }
  }

  package var start: Day { .firstDay(of: year, month: firstMonth) }

  /// The last day, on which stocks are counted.
  package var end: Day { .lastDay(of: year, month: lastMonth) }

  /// Every day of the other one belongs to it.
  package func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }

  /// The same part of an earlier or later year.
  package func adding(years: Int) -> Period { Period(year: year + years, span: span) }

  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
