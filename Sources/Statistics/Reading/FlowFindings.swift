import Diagnostics
import Periods

extension Dataset {
  /// Stocks that do not follow from the last one published, with those who came and those who left.
  ///
  /// Only an export that holds those who left during the period can tell; without any, nothing is said.
  /// The numbers are never named.
  func flowFindings(in period: Period) -> [Diagnostic] {
    declaration.measures.compactMap { measure -> Diagnostic? in
      guard case .stock(let from, let until) = measure.time,
        let records = records[measure.recordSet], let coded = coded[measure.recordSet],
        let starts = records.days[from], let ends = records.days[until]
      else { return nil }
      let dayBefore = period.start.dayBefore
      let key = History.Key(measure: measure.id, cell: [], start: nil, end: dayBefore)
      guard let last = history.values[key] else { return nil }
      let masks = measure.filter.compactMap { condition in
        coded.columns[condition.dimension].map {
          (column: $0, mask: declaration.mask(of: condition))
        }
      }
      let first = period.start.ordinal
      let final = period.end.ordinal
      var expected = last
      var found = 0
      var hasLeavers = false
      for row in 0..<records.count
      where masks.allSatisfy({ $0.mask[Int($0.column[row])] }) && starts[row] > 0 {
        let leaves = ends[row] >= first && ends[row] <= final
        hasLeavers = hasLeavers || leaves
        if starts[row] >= first, starts[row] <= final { expected += 1 }
        if leaves { expected -= 1 }
        if starts[row] <= final, ends[row] == 0 || ends[row] > final { found += 1 }
      }
      guard hasLeavers, found != expected else { return nil }
      return .doesNotFollow(
        measure.id, from: dayBefore,
        at: SourceLocation(path: paths[measure.recordSet] ?? measure.recordSet))
    }
  }
}

extension Diagnostic {
  fileprivate static func doesNotFollow(
    _ measure: String, from day: Day, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .recordFlow, at: location,
      "“\(measure)” does not follow from the number of \(day) in history.csv, with those who came and left",
      help: "see whether the export lacks people, or whether the earlier number was corrected since"
    )
  }
}
