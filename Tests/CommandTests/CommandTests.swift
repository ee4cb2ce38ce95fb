import Foundation
import TestSupport
import Testing

/// The program as its users run it.
@Suite("The command line")
struct CommandTests {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program lies beside the tests.
  private static let program: URL = {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let program = folder.appending(path: "katsaus")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return program
      }
      folder.deleteLastPathComponent()
    }
    return Sample.root.appending(path: ".build/debug/katsaus")
  }()

  private func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = Sample.root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = FileManager.default.temporaryDirectory.appending(
      path: "katsaus-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  private func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "katsaus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("build is quiet in a pipe and ends with 0; another zone, locale and folder change nothing")
  func build() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var manifests: [String] = []
    for (name, environment) in [
      ("a", ["TZ": "UTC", "LC_ALL": "C"]),
      ("b", ["TZ": "Pacific/Kiritimati", "LC_ALL": "fi_FI.UTF-8", "LANG": "fi_FI.UTF-8"]),
    ] {
      let output = folder.appending(path: name)
      let outcome = try run(["build", "--output", output.path], environment: environment)
      #expect(outcome.status == 0)
      #expect(outcome.output == "" && outcome.errors == "")
      manifests.append(
        try String(contentsOf: output.appending(path: "site/2021-H1/build.json"), encoding: .utf8))
    }
    #expect(manifests[0] == manifests[1])
  }

  @Test("table prints codes and counts as they may be published")
  func table() throws {
    let csv = try run(["table", "exploited-in-finland-by-form", "--format", "csv"])
    #expect(csv.status == 0)
    #expect(csv.output.hasPrefix("form,value,status\nforced_labour,22,published\n"))
    let json = try run(["table", "new-clients-by-gender", "2021-H1", "--format", "json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["figure"] as? String == "new-clients-by-gender")
    #expect((object["cells"] as? [Any])?.count == 5)
    let text = try run(["table", "new-clients-by-gender", "--language", "en"])
    #expect(text.output.contains("Women and girls      63    58%"))
  }

  @Test(
    "wrong usage ends with 64 and offers the nearest name",
    arguments: [
      (["build", "2021-H3"], "There is no edition “2021-H3”; there are: 2021-H1"),
      (["build", "--language", "de"], "de"),
      (["table", "new-clients-by-gendre"], "write “new-clients-by-gender”"), (["tabel"], "tabel"),
      (["table", "new-clients", "--format", "xml"], "xml"),
    ])
  func usage(arguments: [String], words: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test("errors end with 1 and two lines each on standard error")
  func errors() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: Sample.root.appending(path: "Content"), to: folder.appending(path: "Content"))
    let article = folder.appending(path: "Content/2021-H1/en/foreword.md")
    let text = try String(contentsOf: article, encoding: .utf8)
    try Data((text + "\n{{new_clints}} and <br>\n").utf8).write(to: article)
    let outcome = try run([
      "build", "--content", folder.appending(path: "Content").path, "--output",
      folder.appending(path: "Output").path,
    ])
    #expect(outcome.status == 1)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0].contains("foreword.md:"))
    #expect(lines[0].hasSuffix("[citation-unknown]"))
    #expect(lines[1] == "    write “new_clients”")
    #expect(lines[4] == "2 errors, 0 warnings")
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Output/site").path))
  }

  @Test("audit says which dimensions of its tables the policy leaves out")
  func unprotected() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = folder.appending(path: "Content")
    try FileManager.default.copyItem(at: Sample.root.appending(path: "Content"), to: content)
    let file = content.appending(path: "publication.yaml")
    let line = "persons: in publication.yaml leaves out "
    let arguments = [
      "audit", "2021-H1", "--content", content.path, "--output",
      folder.appending(path: "Output").path,
    ]
    #expect(try !run(arguments).output.contains(line))
    try String(contentsOf: file, encoding: .utf8)
      .replacing("  threshold: 5\n", with: "  threshold: 5\n  persons: [nationality, residence]\n")
      .write(to: file, atomically: true, encoding: .utf8)
    let said = try run(arguments).output.split(separator: "\n").filter { $0.hasPrefix(line) }
    #expect(said.count == 1)
    #expect(said.allSatisfy { $0.contains("gender") && !$0.contains("residence") })
  }

  @Test("a folder that cannot be written ends with 74")
  func unwritable() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "file")
    try Data("x".utf8).write(to: file)
    let outcome = try run(["build", "--output", file.appending(path: "Output").path])
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("Not a directory") || outcome.errors.contains("not a folder"))
  }

  @Test("a content folder that is not there is said once, with what to do")
  func noContent() throws {
    let outcome = try run(["build", "--content", "Nowhere"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("Nowhere/publication.yaml: error: The file is not there"))
  }
}
