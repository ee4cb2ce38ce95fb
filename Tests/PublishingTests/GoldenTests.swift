import Foundation
import TestSupport
import Testing

/// The whole sample publication as it was last looked at.
///
/// `make record` writes it anew; the difference is then read before it is committed.
@Suite("The sample publication")
struct GoldenTests {
  private let golden = Sample.root.appending(path: "Tests/Golden")

  /// Inputs are hashed in the manifest, which would change with every word.
  private func isCompared(_ path: String) -> Bool {
    !path.hasSuffix("build.json") && !path.contains("/images/") && !path.contains("/fonts/")
  }

  @Test("comes out as it did, in every format")
  func asRecorded() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    #expect(try workshop.build() == [])
    let site = try workshop.site().filter { isCompared($0.key) }
    if ProcessInfo.processInfo.environment["KATSAUS_RECORD"] == "1" {
      try? FileManager.default.removeItem(at: golden)
      for (path, content) in site {
        let file = golden.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: file)
      }
    }
    let recorded = try FileManager.default.subpathsOfDirectory(atPath: golden.path)
      .filter { !FileManager.default.isFolder(golden.appending(path: $0)) }
    #expect(Set(recorded) == Set(site.keys))
    for path in recorded.sorted() {
      let expected = try Data(contentsOf: golden.appending(path: path))
      #expect(
        site[path] == expected,
        "\(path) differs: \(firstDifference(site[path] ?? Data(), expected)); make record")
    }
  }

  private func firstDifference(_ now: Data, _ before: Data) -> String {
    let new = String(decoding: now, as: UTF8.self).split(separator: "\n")
    let old = String(decoding: before, as: UTF8.self).split(separator: "\n")
    for (number, (left, right)) in zip(new, old).enumerated() where left != right {
      return "line \(number + 1): “\(left.prefix(120))” was “\(right.prefix(120))”"
    }
    return "one is longer"
  }
}

extension FileManager {
  fileprivate func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
