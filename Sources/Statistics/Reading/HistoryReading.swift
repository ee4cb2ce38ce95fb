import Diagnostics
import Periods

/// Published observations of earlier periods, each with its source.
struct History: Sendable {
  struct Key: Sendable, Hashable {
    let measure: String
    /// `dimension=code`, in byte order.
    let cell: [String]
    /// Nil for a stock, which has a day and no start.
    let start: Day?
    let end: Day
  }

  private(set) var values: [Key: Int] = [:]

  /// Reads `history.csv`: measure, category, place, period_start, period_end, value, source.
  ///
  /// Rows whose measure `statistics.yaml` does not map are other people’s and are left out. Two
  /// different values for one cell are an error.
  static func read(
    _ file: SourceFile, _ declaration: StatisticsDeclaration
  ) -> Diagnosed<History> {
    var findings: [Diagnostic] = []
    var history = History()
    let columns = ["measure", "category", "place", "period_start", "period_end", "value", "source"]
    guard let table = SmallTable.read(file, required: columns).reporting(to: &findings) else {
      return Diagnosed(history, findings: findings)
    }
    for row in table.rows {
      let location = SourceLocation(path: file.path, line: row.line)
      guard let name = declaration.history.measures[row["measure"]],
        let measure = declaration.measure(name.measure),
        let cell = declaration.history.cell(of: row, named: name)
      else { continue }
      guard case .day(let start) = Day.reading(row["period_start"]),
        case .day(let end) = Day.reading(row["period_end"])
      else {
        findings.append(.periodIsNoDay(at: location))
        continue
      }
      guard let value = Int(row["value"]), value >= 0 else {
        findings.append(.valueIsNoCount(at: location))
        continue
      }
      if end < start { findings.append(.periodReversed(at: location)) }
      if row["source"].isEmpty { findings.append(.sourceMissing(at: location)) }
      let key = Key(measure: measure.id, cell: cell, start: measure.isStock ? nil : start, end: end)
      if let other = history.values[key], other != value {
        findings.append(.contradiction(at: location))
      }
      history.values[key] = value
    }
    return Diagnosed(history, findings: findings)
  }
}

extension HistoryMapping {
  /// The cell a row speaks of; nil where its words are not mapped.
  fileprivate func cell(of row: SmallTable.Row, named name: Name) -> [String]? {
    var cell: [String] = []
    if !row["category"].isEmpty {
      guard let dimension = name.category else { return nil }
      cell.append("\(dimension)=\(row["category"])")
    }
    if !row["place"].isEmpty {
      guard let placeDimension, let code = places[row["place"]] else { return nil }
      cell.append("\(placeDimension)=\(code)")
    }
    return cell.sorted()
  }
}

extension Diagnostic {
  fileprivate static func periodIsNoDay(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .historyValue, at: location,
      "The columns “period_start” and “period_end” have to hold days that the calendar has",
      help: "write days as 2021-06-30")
  }

  fileprivate static func valueIsNoCount(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .historyValue, at: location, "The column “value” has to hold a whole number, 0 or more",
      help: "write the count in digits alone")
  }

  fileprivate static func periodReversed(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .historyValue, at: location, "The period ends before it starts",
      help: "swap “period_start” and “period_end”")
  }

  fileprivate static func sourceMissing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .historyValue, at: location, "An earlier observation has to name its source",
      help: "write in “source” where the number was published")
  }

  fileprivate static func contradiction(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .historyValue, at: location,
      "An earlier row gives another value for the same cell and period",
      help: "keep the row whose source is right")
  }
}
