import Diagnostics

/// The records and earlier observations of an edition, closed to everyone outside.
///
/// What it holds can be asked for through `protect` alone.
package struct Dataset: Sendable {
  package internal(set) var declaration: StatisticsDeclaration
  let records: [String: Records]
  let coded: [String: CodedRecords]
  let history: History
  /// Of the files of records, by record set.
  let paths: [String: String]

  /// Reads the files of records, by record set, and the earlier observations.
  ///
  /// The value is nil when there are errors; every file is read before that is decided.
  package static func read(
    _ declaration: StatisticsDeclaration, records files: [String: SourceFile],
    history historyFile: SourceFile?
  ) -> Diagnosed<Dataset?> {
    var findings: [Diagnostic] = []
    var records: [String: Records] = [:]
    for set in declaration.recordSets {
      guard let file = files[set.id] else { continue }
      let isAnswered = declaration.recordSets.contains { other in
        other.answers.contains { $0.recordSet == set.id }
      }
      records[set.id] =
        set.read(file, codeLists: declaration.codeLists, isAnswered: isAnswered)
        .reporting(to: &findings)
    }
    let history =
      historyFile.map { History.read($0, declaration).reporting(to: &findings) } ?? History()
    guard !findings.hasErrors else { return Diagnosed(nil, findings: findings) }
    var coded: [String: CodedRecords] = [:]
    for set in declaration.recordSets {
      let columns = records[set.id] ?? Records()
      coded[set.id] = CodedRecords(
        count: columns.count, columns: declaration.codedDimensions(of: columns, in: set))
    }
    let paths = files.mapValues(\.path)
    findings += declaration.connectionFindings(on: records, coded: coded, paths: paths)
    let dataset = Dataset(
      declaration: declaration, records: records, coded: coded, history: history, paths: paths)
    return Diagnosed(dataset, findings: findings)
  }
}

/// The dimensions of the records of one set, by column.
struct CodedRecords: Sendable {
  let count: Int
  let columns: [String: [UInt16]]
}
