import Diagnostics
import Periods

extension Dataset {
  /// Days that no record of an edition has, since nobody was there yet: a slip of the finger takes the person
  /// out of every count.
  ///
  /// An export made some time after the period holds later records, but none of more than a year after it.
  func distantDays(from period: Period) -> [Diagnostic] {
    // Ordinals of days a year apart differ by 372.
    let last = period.end.ordinal + 372
    let first: Int32 = 1900 * 372
    return records.sorted { $0.key < $1.key }.flatMap { set, records -> [Diagnostic] in
      let path = paths[set] ?? set
      if records.count == 0 { return [.noRecords(at: SourceLocation(path: path, line: 1))] }
      return records.days.sorted { $0.key < $1.key }.flatMap { column, days in
        days.indices.filter { days[$0] > last || days[$0] > 0 && days[$0] < first }.map { row in
          .distant(column, at: SourceLocation(path: path, line: Int(records.lines[row])))
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func noRecords(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .recordEmpty, at: location, "The file has a head and no records",
      help: "see whether the export went through; nobody is counted from it")
  }

  fileprivate static func distant(_ column: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .recordOrder, at: location, "The day in “\(column)” lies far from the edition’s period",
      help: "correct the year; whoever it is of is not counted now")
  }
}
