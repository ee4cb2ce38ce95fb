import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("The site on disk, read back")
struct SiteReadBackTests {
  private func findings(_ workshop: Workshop) throws -> [Diagnostic] {
    let project = try #require(try Project.read(workshop.folders).value)
    return workshop.placed(try project.readBack("2021-H1", output: workshop.folders.output))
  }

  @Test("says what the edition says, until somebody touches a file")
  func touched() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    #expect(try findings(workshop).map(\.message) == ["A file that the build makes is not there"])
    try workshop.build()
    #expect(try findings(workshop).map(\.rendered) == [])

    // On the cover and in the article.
    let page = "Output/site/2021-H1/en/index.html"
    let line = try #require(try workshop.lines(page).firstIndex { $0.contains("109</dd>") }) + 1
    try workshop.edit(page) { $0.replacing("109</dd>", with: "107</dd>") }
    try workshop.write("Output/site/2021-H1/en/draft.html", "<p>Nothing</p>")
    try workshop.write("Output/site/notes/plan.txt", "Nothing")
    try workshop.remove("Output/site/2021-H1/data/all-clients.csv")
    try FileManager.default.createSymbolicLink(
      atPath: workshop.output.appending(path: "site/2021-H1/link.csv").path,
      withDestinationPath: "data/new-clients.csv")
    let found = try findings(workshop)
    #expect(
      found.map(\.location.path) == [
        "Output/site/2021-H1/data/all-clients.csv", "Output/site/2021-H1/en/draft.html", page, page,
        "Output/site/2021-H1/link.csv", "Output/site/notes/plan.txt",
      ], "\(found.map(\.rendered))")
    #expect(found.allSatisfy { $0.rule == .disclosureUnledgered })
    #expect(found.first { $0.location.path == page }?.location.line == line)
    try workshop.build()
    #expect(try findings(workshop).map(\.location.path) == [])
  }

  @Test("says so when the content was changed after it was built")
  func stale() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.build()
    try workshop.edit("Content/2021-H1/records/clients.csv") {
      $0.replacing(",IRQ,", with: ",SOM,")
    }
    let found = try findings(workshop)
    // One of each file, and how many more there are.
    let paths = Set(found.map(\.location.path))
    #expect(paths.count == found.count)
    #expect(found.count { $0.message.contains(" more places hold something else") } == 1)
    #expect(paths.contains("Output/site/2021-H1/build.json"))
    #expect(paths.contains("Output/site/2021-H1/data/all-clients-by-nationality.csv"))
    #expect(paths.contains("Output/site/2021-H1/fi/review.txt"))
  }

  @Test("may hold one language and other editions")
  func parts() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.build(language: .sv)
    #expect(try findings(workshop).map(\.rendered) == [])
    try workshop.write("Output/site/2020-H1/sv/index.html", "<p>An older edition, 3 persons</p>")
    try workshop.build(language: .en)
    #expect(try findings(workshop).map(\.rendered) == [])
  }

  @Test("a template that says a number of its own stops the build, and nothing is written")
  func template() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Templates/web/page.mustache") {
      $0.replacing("<div class=\"body\">", with: "<div class=\"body\"><p>Only 3 persons</p>")
    }
    let found = try workshop.build()
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.rule == .disclosureUnledgered && $0.location.line > 0 })
    #expect(try workshop.site().isEmpty)
  }
}
