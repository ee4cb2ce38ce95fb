import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("The output folder")
struct OutputTests {
  @Test("the same input gives the same bytes in another folder, and in another order of files")
  func deterministic() throws {
    let first = try Workshop()
    let second = try Workshop()
    defer {
      first.close()
      second.close()
    }
    // Write files again in reverse order, so that the folder lists them otherwise.
    let folder = second.root.appending(path: "Content/codelists")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().reversed()
    for name in names {
      let content = try Data(contentsOf: folder.appending(path: name))
      try FileManager.default.removeItem(at: folder.appending(path: name))
      try content.write(to: folder.appending(path: name))
    }
    try first.build()
    try second.build()
    #expect(try first.site() == second.site())
    #expect(try first.site().count > 20)
  }

  @Test("the order of the rows of records makes no difference")
  func rowOrder() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.build()
    let before = try workshop.site()
    try workshop.edit("Content/2021-H1/records/clients.csv") { text in
      let rows = text.split(separator: "\n")
      return (rows.prefix(1) + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    try workshop.build()
    let after = try workshop.site()
    #expect(
      after.filter { !$0.key.hasSuffix("build.json") }
        == before.filter { !$0.key.hasSuffix("build.json") })
  }

  /// A second edition, of the year before, from the same records.
  private func addEdition(_ workshop: Workshop) throws {
    let content = workshop.root.appending(path: "Content")
    try FileManager.default.copyItem(
      at: content.appending(path: "2021-H1"), to: content.appending(path: "2020-H2"))
    try workshop.edit("Content/2020-H2/edition.yaml") { text in
      let cut = text.split(separator: "articles:")[0]
      return cut.replacing("2021-H1", with: "2020-H2") + "articles: [foreword]\ncompared: []\n"
    }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2020-H2/\(language)/foreword.md") {
        $0.replacing("[](#training)", with: "Training")
      }
      for name in [
        "coaching", "half-year", "new-clients", "exploited-in-finland", "all-clients",
        "training", "personnel", "contact",
      ] {
        try workshop.remove("Content/2020-H2/\(language)/\(name).md")
      }
    }
  }

  @Test("building one edition keeps the others to the byte")
  func oneEdition() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try addEdition(workshop)
    let found = try workshop.build()
    #expect(!found.hasErrors, "\(found.map(\.rendered))")
    let before = try workshop.site()
    #expect(before.keys.contains("2020-H2/en/index.html"))
    try workshop.edit("Content/2021-H1/en/foreword.md") {
      $0.replacing("One trainee", with: "A trainee")
    }
    try workshop.edit("Content/2020-H2/en/foreword.md") {
      $0.replacing("One trainee", with: "A trainee")
    }
    try workshop.build(["2021-H1"])
    let after = try workshop.site()
    #expect(
      after.filter { $0.key.hasPrefix("2020-H2/") }
        == before.filter { $0.key.hasPrefix("2020-H2/") })
    #expect(after["2021-H1/en/index.html"] != before["2021-H1/en/index.html"])
    #expect(after["index.html"] == before["index.html"])
  }

  @Test("an edition that is gone from the content is gone after a whole build, which says so")
  func removedEdition() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try addEdition(workshop)
    try workshop.build()
    try workshop.remove("Content/2020-H2")
    let found = try workshop.build()
    #expect(found.map(\.rule) == [.editionGone])
    #expect(found.first?.location.path.hasSuffix("Output/site/2020-H2") == true)
    #expect(try !workshop.site().keys.contains { $0.hasPrefix("2020-H2/") })
  }

  @Test("a folder that Katsaus did not make is refused and left as it is")
  func foreignFolder() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.write("Output/thesis.txt", "Years of work")
    #expect(throws: FileFailure.self) { try workshop.build() }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workshop.output.path) == ["thesis.txt"])
  }

  @Test("a folder that holds only what a repository keeps there is taken")
  func neutralFolder() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.write("Output/README.md", "Nothing here is edited.")
    try workshop.build()
    #expect(try !workshop.site().isEmpty)
  }

  @Test("what a killed build left behind is cleared away")
  func leftovers() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.build()
    let before = try workshop.site()
    try workshop.write("Output/.site-being-built/2021-H1/en/half.html", "<html")
    try workshop.build()
    #expect(try workshop.site() == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: workshop.output.path)
    #expect(!names.contains(".site-being-built"))
  }

  @Test("when the disk fails in the middle, the site stays as it was")
  func failingDisk() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.build()
    let before = try workshop.site()
    let site = SiteFolder(output: workshop.output.path)
    #expect(throws: FileFailure.self) {
      try site.replace(waiting: {}, owned: { _ in true }) { _ in
        // The second file has a folder’s name for a folder that is a file.
        [Rendition(path: "index.html", text: "new"), Rendition(path: "index.html/x", text: "new")]
      }
    }
    #expect(try workshop.site() == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: workshop.output.path)
    #expect(!names.contains(".site-being-built"))
  }

  @Test("two builds at once give one whole site")
  func atOnce() async throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { try workshop.build() } }
      try await group.waitForAll()
    }
    let alone = try Workshop()
    defer { alone.close() }
    try alone.build()
    #expect(try workshop.site() == alone.site())
  }

  @Test("a symbolic link in the content does not lead out of it")
  func linkOut() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.write("private.md", "---\ntitle: Private\n---\nSecret words.\n")
    try workshop.remove("Content/2021-H1/en/foreword.md")
    try FileManager.default.createSymbolicLink(
      at: workshop.root.appending(path: "Content/2021-H1/en/foreword.md"),
      withDestinationURL: workshop.root.appending(path: "private.md"))
    #expect(try workshop.build().map(\.rule).contains(.pathOutside))
  }

  @Test("a file that cannot be read is a failure of the disk, not of the author")
  func unreadable() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.remove("Content/publication.yaml")
    try FileManager.default.createDirectory(
      at: workshop.root.appending(path: "Content/publication.yaml"),
      withIntermediateDirectories: false)
    #expect(throws: FileFailure.self) { try workshop.build() }
  }

  @Test("the digest is that of the standard")
  func digests() {
    #expect(
      digest(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      digest(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("the manifest holds no path of this machine and no time of day")
  func manifest() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.build()
    let manifest = String(
      decoding: try #require(try workshop.site()["2021-H1/build.json"]), as: UTF8.self)
    #expect(!manifest.contains(workshop.root.path))
    #expect(manifest.contains("\"path\": \"Content/2021-H1/records/clients.csv\""))
    #expect(manifest.contains("\"path\": \"Templates/web/page.mustache\""))
    #expect(!manifest.contains(#/\d\d:\d\d/#))
  }
}
