import Diagnostics

/// Findings about the rows of one file: places and kinds of value, never what stands in a row.
///
/// A fault that a whole column shares is said so many times and no more, which also keeps a message
/// from telling how many rows share it.
struct RecordFindings {
  struct Place {
    var column: String
    var location: SourceLocation
  }

  let path: String
  private(set) var all: [Diagnostic] = []
  private var times: [String: Int] = [:]

  private static let limit = 20

  init(path: String) {
    self.path = path
  }

  var hasErrors: Bool { all.hasErrors }

  mutating func add(_ finding: Diagnostic) {
    add(finding, key: "\(finding.rule.rawValue) \(finding.message)")
  }

  private mutating func add(_ finding: Diagnostic, key: String) {
    let met = times[key, default: 0]
    times[key] = met + 1
    if met < RecordFindings.limit { all.append(finding) }
    if met == RecordFindings.limit { all.append(.andMore(like: finding)) }
  }

  private mutating func add(_ finding: Diagnostic, at place: Place) {
    add(finding, key: "\(finding.rule.rawValue) \(place.column)")
  }

  mutating func wrong(_ kind: Message, at place: Place) {
    add(
      Diagnostic(
        .recordValue, at: place.location, "The column “\(place.column)” has to hold \(kind)",
        help: "correct this cell in the case-management system and export again"),
      at: place)
  }

  mutating func nonexistentDay(at place: Place) {
    add(
      Diagnostic(
        .recordValue, at: place.location,
        "The column “\(place.column)” has to hold a day that the calendar has",
        help: "correct the day; it is never moved to the next month"),
      at: place)
  }

  mutating func missing(_ kind: Message, at place: Place) {
    add(
      Diagnostic(
        .recordMissing, at: place.location,
        "The column “\(place.column)” must not be empty and has to hold \(kind)",
        help: "fill in this cell in the case-management system and export again"),
      at: place)
  }

  mutating func duplicate(at place: Place) {
    add(
      Diagnostic(
        .recordDuplicate, at: place.location,
        "The identifier in the column “\(place.column)” stands in an earlier row too",
        help: "export again with one row for each identifier"),
      at: place)
  }

  mutating func unknownCode(list: String, at place: Place) {
    add(
      Diagnostic(
        .recordCode, at: place.location,
        "The column “\(place.column)” holds a code that the list “\(list)” does not have",
        help: "correct the code, or add it to codelists/\(list).csv; until then the row is counted "
          + "as not recognised"),
      at: place)
  }
}

extension Diagnostic {
  fileprivate static func andMore(like finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      finding.rule, at: SourceLocation(path: finding.location.path),
      "More rows have the same fault", help: "mend the export rather than each row")
  }

  static func unknownColumn(_ name: String, among expected: [String], path: String) -> Diagnostic {
    let near = nearestName(to: name, among: expected)
    return Diagnostic(
      .recordColumn, at: SourceLocation(path: path, line: 1),
      "The column “\(name)” is not declared and was left out",
      help: near.map { "rename it to “\($0)” if that is what it holds" }
        ?? "declare it in statistics.yaml if it is needed")
  }

  static func columnTwice(_ name: String, path: String) -> Diagnostic {
    Diagnostic(
      .recordFormat, at: SourceLocation(path: path, line: 1),
      "The column “\(name)” stands twice in the header", help: "keep one of the two")
  }

  static func tooFewFields(expected: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .recordValue, at: location, "The row has fewer fields than the header names (\(expected))",
      help: "check that no row is cut off, and export again")
  }
}
