import Diagnostics
import Foundation
import Periods
import Statistics
import YAMLReading

/// The sample edition's files, as the repository holds them.
package enum Sample {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static let period = Period(year: 2021, span: .half(1))

  /// A file of the repository; the tests cannot run without it.
  package static func file(_ path: String) throws -> SourceFile {
    let data = try Data(contentsOf: root.appending(path: path))
    return SourceFile(path: path, bytes: Array(data))
  }

  package static func codeLists() throws -> [CodeList] {
    let folder = root.appending(path: "Content/codelists")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".csv") }.sorted().compactMap { name in
      CodeList.read(
        try file("Content/codelists/\(name)"), id: String(name.dropLast(4)), languages: ["en"]
      ).value
    }
  }

  /// The records of the sample with its observations of other periods; nil where they cannot be read.
  package static func dataset(_ declaration: StatisticsDeclaration) throws -> Dataset? {
    Dataset.read(
      declaration, records: try records(), history: try file("Content/2021-H1/history.csv")
    ).value
  }

  /// The sample's declaration, changed by `edit`.
  package static func declaration(
    edit: (String) -> String = { $0 }
  ) throws -> Diagnosed<StatisticsDeclaration?> {
    let source = try file("Content/statistics.yaml")
    let text = edit(String(decoding: source.bytes, as: UTF8.self))
    return StatisticsDeclaration.read(
      SourceFile(path: source.path, text: text), codeLists: try codeLists(), languages: ["en"])
  }

  /// The sample's files of records by record set, each changed by `edit`.
  package static func records(
    edit: (_ set: String, _ text: String) -> String = { $1 }
  ) throws -> [String: SourceFile] {
    var files: [String: SourceFile] = [:]
    for set in ["clients", "referrals", "decisions"] {
      let source = try file("Content/2021-H1/records/\(set).csv")
      let text = edit(set, String(decoding: source.bytes, as: UTF8.self))
      files[set] = SourceFile(path: source.path, text: text)
    }
    return files
  }

  /// The exceptions of the sample edition.
  package static func exceptions(
    _ declaration: StatisticsDeclaration
  ) -> [DisclosureException] {
    [
      "new_clients form=criminal_activity", "new_clients form=criminal_activity place=FI",
      "clients role=witness", "new_clients form=_O by place",
    ].compactMap { exception($0, declaration) }
  }

  package static func exception(
    _ text: String, _ declaration: StatisticsDeclaration
  ) -> DisclosureException? {
    let words = text.split(separator: " ").map(String.init)
    let cell = words.prefix { $0 != "by" }
    let location = SourceLocation(path: "edition.yaml", line: 1)
    let reference = declaration.cellReference(Array(cell), at: location, rule: .disclosureException)
    return reference.value.map {
      DisclosureException(
        reference: $0, by: Array(words.dropFirst(cell.count + 1)),
        reason: LocalizedText(["en": "Published."]),
        decidedBy: LocalizedText(["en": "The authority"]), location: location)
    }
  }
}
