import Diagnostics

extension StatisticsDeclaration {
  /// Records that do not hang together.
  ///
  /// Days that run backwards, a column that a record of its kind needs, an answer before what it
  /// answers: places and columns are named, never what stands there.
  func connectionFindings(
    on records: [String: Records], coded: [String: CodedRecords], paths: [String: String]
  ) -> [Diagnostic] {
    recordSets.flatMap { set -> [Diagnostic] in
      guard let own = records[set.id], let coded = coded[set.id], let path = paths[set.id] else {
        return []
      }
      var findings = RecordFindings(path: path)
      for (first, second) in zip(set.order, set.order.dropFirst()) {
        guard let earlier = own.days[first], let later = own.days[second] else { continue }
        for row in 0..<own.count
        where earlier[row] > 0 && later[row] > 0 && later[row] < earlier[row] {
          findings.add(.runsBackwards(first, second, at: place(row, of: own, path)))
        }
      }
      for need in set.needs {
        guard let words = own.words[need.column] else { continue }
        let holds = rows(where: need.conditions, in: coded.columns, count: own.count)
        for row in 0..<own.count where holds[row] && words[row].isEmpty {
          findings.add(.needed(need.column, at: place(row, of: own, path)))
        }
      }
      for rule in set.implied {
        for row in breaks(of: rule, in: coded) {
          findings.add(.contradicts(rule, at: place(row, of: own, path)))
        }
      }
      for answer in set.answers {
        for row in early(answer, own, records) {
          findings.add(.tooEarly(answer, at: place(row, of: own, path)))
        }
      }
      return findings.all
    }
  }

  /// The rows in which what goes together does not.
  func breaks(of rule: RecordSet.Implied, in coded: CodedRecords) -> [Int] {
    let holds = rows(where: rule.when, in: coded.columns, count: coded.count)
    let follows = rows(where: rule.then, in: coded.columns, count: coded.count)
    return holds.indices.filter { holds[$0] && !follows[$0] }
  }

  private func place(_ row: Int, of records: Records, _ path: String) -> SourceLocation {
    SourceLocation(path: path, line: Int(records.lines[row]))
  }

  /// The rows whose day lies before that of the record they name; one that is not in the file is
  /// of another period.
  private func early(
    _ answer: RecordSet.Answer, _ own: Records, _ records: [String: Records]
  ) -> [Int] {
    guard let other = records[answer.recordSet], let names = own.words[answer.column],
      let days = own.days[answer.day], let otherDays = other.days[answer.otherDay],
      let set = recordSets.first(where: { $0.id == answer.recordSet }),
      let identifier = set.columns.first(where: { $0.type == .identifier }),
      let identifiers = other.words[identifier.name]
    else { return [] }
    var rows: [String: Int] = [:]
    for (row, name) in identifiers.enumerated() { rows[name] = row }
    return (0..<own.count).filter { row in
      guard let found = rows[names[row]] else { return false }
      return days[row] > 0 && days[row] < otherDays[found]
    }
  }
}

extension Diagnostic {
  fileprivate static func runsBackwards(
    _ first: String, _ second: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .recordOrder, at: location, "“\(second)” lies before “\(first)” in this row",
      help: "correct one of the two days in the case-management system")
  }

  fileprivate static func needed(_ column: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .recordOrder, at: location, "A record of this kind needs the column “\(column)”",
      help: "fill it in in the case-management system")
  }

  fileprivate static func contradicts(
    _ rule: RecordSet.Implied, at location: SourceLocation
  ) -> Diagnostic {
    let when = rule.when.map(\.text).joined(separator: " ")
    let then = rule.then.map(\.text).joined(separator: " ")
    return Diagnostic(
      .recordImplied, at: location, "Where “\(when)” holds, “\(then)” has to hold too",
      help:
        "correct one of the two columns in the case-management system, or take the rule out of statistics.yaml"
    )
  }

  fileprivate static func tooEarly(
    _ answer: RecordSet.Answer, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .recordOrder, at: location,
      "“\(answer.day)” lies before “\(answer.otherDay)” of the record that “\(answer.column)” names",
      help: "correct one of the two days in the case-management system")
  }
}

extension Dataset {
  func breaks(of rule: RecordSet.Implied, in set: RecordSet) -> [Int] {
    coded[set.id].map { declaration.breaks(of: rule, in: $0) } ?? []
  }
}
