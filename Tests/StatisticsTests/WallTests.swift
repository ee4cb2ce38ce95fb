import Foundation
import Periods
import Statistics
import TestSupport
import Testing

/// Source files of another target of the package, in the hands of the compiler.
@Suite("The wall around counts")
struct WallTests {
  /// Where the build that runs these tests put its modules.
  private static let modules = (Bundle.main.executableURL ?? Bundle.main.bundleURL)
    .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "Modules")

  /// As SwiftPM names it: after its folder.
  private static let package = Sample.root.lastPathComponent.lowercased()

  /// The lines of a source on which the compiler finds errors, and all that it says.
  private func errors(in lines: [String]) throws -> (lines: Set<Int>, report: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "wall-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "Outside.swift")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: source)
    let yaml = Sample.root.appending(path: ".build/checkouts/Yams/Sources/CYaml/include")
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-package-name", Self.package, "-module-name",
      "Outside", "-module-cache-path", folder.appending(path: "cache").path, "-I",
      Self.modules.path, "-Xcc", "-fmodule-map-file=\(yaml.path)/module.modulemap", source.path,
    ]
    let output = Pipe()
    compiler.standardError = output
    compiler.standardOutput = output
    try compiler.run()
    let report = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    let found = report.matches(of: /Outside\.swift:(\d+):\d+: error:/).compactMap { Int($0.1) }
    #expect((compiler.terminationStatus == 0) == found.isEmpty, "\(report)")
    return (Set(found), report)
  }

  /// The types that `Statistics` keeps to itself, as its sources declare them.
  private static func innerTypes() throws -> [String] {
    let folder = Sample.root.appending(path: "Sources/Statistics")
    let paths = try #require(FileManager.default.enumerator(atPath: folder.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
    return try paths.flatMap { path -> [String] in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return text.matches(of: /(?m)^(?:struct|enum|final class|class|actor) (\w+)/)
        .map { String($0.1) }
    }
  }

  @Test("lets nobody outside name a record, a true count or what holds them")
  func refused() throws {
    let types = try Self.innerTypes()
    for name in [
      "Records", "CodedRecords", "Cube", "Tally", "CountedTable", "FactNetwork", "Counting",
      "Concealment", "EarlierCounts", "History",
    ] {
      #expect(types.contains(name), "\(name)")
    }
    let members = [
      "dataset.records", "dataset.coded", "dataset.history", "dataset.cubes(for: [], in: period)",
      "table.cells", "ProtectedTable.init", "ProtectedEdition.init", "edition.answers",
    ]
    let head = [
      "import Periods", "import Statistics",
      "func look(_ dataset: Dataset, _ table: ProtectedTable, _ edition: ProtectedEdition, _ period: Period) {",
    ]
    let lines =
      head + members.map { "  _ = \($0)" } + ["}"]
      + types.map { "func hold(_ value: Statistics.\($0)) {}" }
    let (found, report) = try errors(in: lines)
    for (index, line) in lines.enumerated() where index >= head.count && line != "}" {
      #expect(found.contains(index + 1), "\(line) compiles")
    }
    #expect(found.allSatisfy { $0 > head.count }, "\(report)")
  }

  @Test("lets everybody in the package name what may be published")
  func allowed() throws {
    let (found, report) = try errors(in: [
      "import Periods", "import Statistics",
      "func look(_ dataset: Dataset, _ period: Period, _ policy: DisclosurePolicy) -> Cell? {",
      "  let edition: ProtectedEdition? = nil",
      "  let table: ProtectedTable? = edition?.tables.first",
      "  _ = dataset.declaration", "  return table?.total", "}",
    ])
    #expect(found == [], "\(report)")
  }

  @Test("is not climbed by what only tests may import")
  func noTestableImport() throws {
    let folder = Sample.root.appending(path: "Sources")
    let paths = try #require(FileManager.default.enumerator(atPath: folder.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    #expect(paths.count > 100)
    for path in paths {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for word in ["@testable", "@_spi", "@_private", "@_implementationOnly", "@_silgen_name"] {
        #expect(!text.contains(word), "\(path)")
      }
    }
  }

  @Test("shows nothing to whoever prints what is behind it")
  func printed() throws {
    let declaration = try #require(try Sample.declaration().value)
    let dataset = try #require(
      Dataset.read(declaration, records: try Sample.records(), history: nil).value)
    var dumped = ""
    dump(dataset, to: &dumped)
    for text in [
      "\(dataset)", String(reflecting: dataset), dumped, "\([dataset])",
      "\(Optional(dataset) as Any)",
    ] {
      #expect(text.count < 60, "\(text.prefix(200))")
    }
    #expect(Mirror(reflecting: dataset).children.isEmpty)
  }
}
