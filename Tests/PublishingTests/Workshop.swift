import Diagnostics
import Foundation
import Localization
import TestSupport
import Testing

@testable import Publishing

/// A copy of the sample project in a folder of its own, to be changed and built.
struct Workshop {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "katsaus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for folder in ["Content", "Templates"] {
      try FileManager.default.copyItem(
        at: Sample.root.appending(path: folder), to: root.appending(path: folder))
    }
  }

  func close() { try? FileManager.default.removeItem(at: root) }

  var folders: ProjectFolders {
    ProjectFolders(
      content: root.appending(path: "Content").path,
      templates: root.appending(path: "Templates").path, output: output.path)
  }

  var output: URL { root.appending(path: "Output") }

  func lines(_ path: String) throws -> [String] {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What was built, as text.
  func page(_ path: String) throws -> String {
    try String(contentsOf: output.appending(path: "site/\(path)"), encoding: .utf8)
  }

  func edit(_ path: String, _ change: (String) -> String) throws {
    let file = root.appending(path: path)
    let before = try String(contentsOf: file, encoding: .utf8)
    let after = change(before)
    try #require(before != after, "the edit of \(path) changed nothing")
    try Data(after.utf8).write(to: file)
  }

  func write(_ path: String, _ text: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }

  func project() throws -> Project {
    let read = try Project.read(folders)
    return try #require(read.value, "\(read.findings.map(\.rendered))")
  }

  /// Builds as the command does; the paths in findings begin at the project’s root.
  @discardableResult
  func build(_ editions: [String]? = nil, language: Language? = nil) throws -> [Diagnostic] {
    let project = try Project.read(folders)
    guard let value = project.value else { return placed(project.findings) }
    let built = try value.build(
      editions ?? value.editions, language: language, folders: folders, waiting: {},
      progress: { _ in })
    return placed(project.findings + built.findings)
  }

  func placed(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.inStableOrder().map { finding in
      var finding = finding
      finding.location.path = finding.location.path.replacing(root.path + "/", with: "")
      return finding
    }
  }

  /// Every file of the site by its path.
  func site() throws -> [String: Data] {
    let folder = output.appending(path: "site")
    guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return [:] }
    var files: [String: Data] = [:]
    for case let path as String in walk {
      let file = folder.appending(path: path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
