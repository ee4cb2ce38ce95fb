import Diagnostics
import Foundation
import Statistics
import TestSupport
import Testing

@testable import Publishing

/// Editions one after the other, each with the files of those before it, as the commands make them.
@Suite("Editions in a row")
struct EditionSeriesTests {
  /// Writes what `audit --published` writes.
  private func seal(_ id: String, _ workshop: Workshop) throws -> [PublishedFact] {
    let outcome = try workshop.project().audit(id, withInsiders: false)
    #expect(!outcome.findings.hasErrors, "\(outcome.findings.map(\.rendered))")
    try workshop.write("Content/\(id)/published.csv", PublishedFact.file(outcome.published))
    return outcome.published
  }

  private static let sentences = """

    {{new_clients form=forced_labour | share}}, {{new_clients form=forced_labour place=FI | share of place=FI}};
    {{referrals | previous}}, {{referrals | difference}}, {{referrals | change}},
    {{referrals | direction "more" "fewer" "as many"}}; {{clients_of_record | distinct nationality}};
    {{new_clients | top 4 nationality}}; {{new_clients form=forced_labour | is largest}}are shown.

    """

  /// The second half of the year, by the same records under other days.
  private func addSecondHalf(_ workshop: Workshop) throws {
    let content = workshop.root.appending(path: "Content")
    try FileManager.default.copyItem(
      at: content.appending(path: "2021-H1"), to: content.appending(path: "2021-H2"))
    try? workshop.remove("Content/2021-H2/published.csv")
    try workshop.edit("Content/2021-H2/edition.yaml") {
      $0.replacing("period: 2021-H1", with: "period: 2021-H2")
        .replacing("release: 2021-07-21", with: "release: 2022-01-21")
    }
  }

  @Test("the file of the sample is read back whole, and the next edition knows it")
  func sample() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/new-clients.md") { $0 + Self.sentences }
    }
    let facts = try seal("2021-H1", workshop)
    #expect(Set(facts.map(\.form)) == Set(PublishedFact.Form.allCases))
    // What a series says of earlier years is told as well.
    #expect(facts.contains { $0.measure == "referrals" && $0.time == "2016-H1" && $0.value != nil })
    let read = PublishedFact.read(
      SourceFile(path: "published.csv", text: PublishedFact.file(facts)))
    #expect(read.findings == [], "\(read.findings.map(\.rendered))")
    #expect(Set(read.value) == Set(facts))
    // No row speaks of a rest, whose categories differ from edition to edition.
    #expect(facts.allSatisfy { !$0.cell.contains("_O") && !$0.detail.contains("=_O") })
    try addSecondHalf(workshop)
    let found = try workshop.project().check(["2021-H2"])
    #expect(!found.contains { $0.rule == .historyValue })
  }

  @Test("a build stops at whatever the audit would find, and so does a check")
  func audited() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    // 46 − 16 − (35 − 8) = 3 women who were exploited abroad otherwise.
    let sentences = """

      {{new_clients gender=female place=FI}}, {{new_clients gender=male place=FI}} and
      {{new_clients gender=female place=ABROAD form=forced_labour}}.

      """
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/all-clients.md") { $0 + sentences }
    }
    let project = try workshop.project()
    let outcome = try project.audit("2021-H1", withInsiders: false)
    let isLeaking = try !#require(outcome.report).leaks(accepting: outcome.accepted).isEmpty
    func leaks(_ findings: [Diagnostic]) -> Bool {
      let rules: Set<Rule> = [.disclosureExact, .disclosureNarrow, .disclosureImplied]
      return findings.contains { rules.contains($0.rule) }
    }
    let (checked, built) = (try project.check(["2021-H1"]), try workshop.build())
    #expect(leaks(checked) == isLeaking)
    #expect(leaks(built) == isLeaking)
    #expect(FileManager.default.fileExists(atPath: workshop.output.path) == !built.hasErrors)
  }

  @Test("a half that is built after its sealed year does not tell of the other half")
  func afterTheYear() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let content = workshop.root.appending(path: "Content")
    try FileManager.default.copyItem(
      at: content.appending(path: "2021-H1"), to: content.appending(path: "2021"))
    try workshop.edit("Content/2021/edition.yaml") {
      $0.replacing("period: 2021-H1", with: "period: 2021")
    }
    let half = try workshop.project().audit("2021-H1", withInsiders: false)
    let count = try #require(
      half.published.first { $0.measure == "new_clients" && $0.cell.isEmpty }?.value)
    for (added, isTold) in [(40, true), (3, false)] {
      let year = PublishedFact(
        form: .count, measure: "new_clients", cell: "", time: "2021", status: .published,
        value: count + added)
      try workshop.write("Content/2021/published.csv", PublishedFact.file([year]))
      let found = try workshop.project().audit("2021-H1", withInsiders: false).findings
      #expect(found.hasErrors != isTold, "\(added): \(found.map(\.rendered))")
    }
  }

  @Test(
    "an exception tells of its own day: as many half a year later are not computed from two totals")
  func laterDay() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    _ = try seal("2021-H1", workshop)
    try addSecondHalf(workshop)
    // The victims are a table of their own, since witnesses have no form; 770 − 767 would be witnesses.
    for language in ["fi", "sv", "en"] {
      try workshop.write(
        "Content/2021-H2/\(language)/all-clients.md",
        """
        ---
        title: X
        ---

        ```table all-clients-by-nationality
        title: X
        ```

        ```table all-clients-by-form
        title: X
        ```

        """)
    }
    func possible(_ exceptions: String) throws -> Int {
      try workshop.edit("Content/2021-H2/edition.yaml") { text in
        text.replacing(#/articles:\n(  - .*\n)+/#, with: "articles: [all-clients]\n")
          .replacing(#/(?s)exceptions:.*/#, with: exceptions)
      }
      let outcome = try workshop.project().audit("2021-H2", withInsiders: false)
      #expect(!outcome.findings.hasErrors, "\(outcome.findings.map(\.rendered))")
      let report = try #require(outcome.report)
      let index = try #require(
        report.model.cells.firstIndex { $0.id == "clients_of_record role=witness" })
      guard report.model.cells[index].value == nil else { return 1 }
      let interval = try #require(report.result.intervals[index])
      return interval.upper.map { $0 - interval.lower + 1 } ?? .max
    }
    #expect(try possible("exceptions: []") >= 3)
    let excepted = "[{cell: clients_of_record role=witness, reason: X, decided_by: X}]"
    #expect(try possible("exceptions: \(excepted)") == 1)
  }

  @Test("an edition that is built again hides what it hid before")
  func builtAgain() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let sealed = try seal("2021-H1", workshop)
    #expect(try seal("2021-H1", workshop) == sealed)
    func isShown() throws -> Bool {
      try workshop.project().audit("2021-H1", withInsiders: false).published.contains {
        $0.measure == "new_clients" && $0.cell == "gender=female" && $0.status == .published
      }
    }
    #expect(try isShown())
    let hidden = PublishedFact(
      form: .count, measure: "new_clients", cell: "gender=female", time: "2021-H1",
      status: .suppressed, value: nil)
    try workshop.write("Content/2021-H1/published.csv", PublishedFact.file([hidden]))
    #expect(try !isShown())
  }

  @Test("an earlier edition with errors is named, unless it is sealed")
  func unread() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try addSecondHalf(workshop)
    func named() throws -> [Diagnostic] {
      try workshop.project().check(["2021-H2"]).filter { $0.rule == .disclosureUnread }
    }
    #expect(try named().isEmpty)
    _ = try seal("2021-H1", workshop)
    try workshop.remove("Content/2021-H1/records/clients.csv")
    #expect(try named().isEmpty)
    try workshop.remove("Content/2021-H1/published.csv")
    let found = try named()
    #expect(found.count == 1)
    #expect(found.first?.location.path.hasSuffix("Content/2021-H1/edition.yaml") == true)
  }

  @Test("a number of a sealed edition is said again by its own file")
  func previous() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try addSecondHalf(workshop)
    _ = try seal("2021-H1", workshop)
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H2/\(language)/all-clients.md") {
        $0 + "\n{{new_clients form=forced_labour | previous 2021-H1}}.\n"
      }
    }
    let found = try workshop.project().check(["2021-H2"])
    #expect(!found.contains { $0.rule == .citationUnavailable }, "\(found.map(\.rendered))")
  }

  @Test(
    "who names the largest says that all others are smaller",
    arguments: [
      "{{new_clients gender=male | top 1 form}} are the most.",
      "{{new_clients gender=male form=forced_labour | is largest}}Most were in forced labour.",
    ])
  func largest(sentence: String) throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/all-clients.md") {
        $0 + "\n\(sentence)\n"
      }
    }
    let outcome = try workshop.project().audit("2021-H1", withInsiders: false)
    let model = try #require(outcome.report).model
    let orders = model.relations.map(\.note)
    #expect(
      orders.contains(
        "new_clients form=forced_labour gender=male > new_clients form=forced_marriage gender=male"),
      "\(orders)")
  }

  @Test("shares belong to the counts of their own figure")
  func shares() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    // Where no sentence names all clients of record, the figure by form is the first that does: it
    // leaves out the witnesses.
    for language in ["fi", "sv", "en"] {
      let tables = ["all-clients-by-form", "all-clients-by-gender", "all-clients-by-nationality"]
        .map { "\n```table \($0)\ntitle: Table\n```\n" }.joined()
      try workshop.write(
        "Content/2021-H1/\(language)/all-clients.md", "---\ntitle: Tables\n---\n\nText.\n" + tables)
      for name in try FileManager.default.contentsOfDirectory(
        atPath: workshop.root.appending(path: "Content/2021-H1/\(language)").path)
      where name != "all-clients.md" {
        try workshop.remove("Content/2021-H1/\(language)/\(name)")
      }
    }
    try workshop.edit("Content/2021-H1/edition.yaml") { text in
      text.replacing(#/articles:\n(  - .*\n)+/#, with: "articles:\n  - all-clients\n")
    }
    let outcome = try workshop.project().audit("2021-H1", withInsiders: false)
    let model = try #require(outcome.report).model
    #expect(model.shares.count > 20)
    for share in model.shares {
      let part = try #require(model.cells[share.part].value, "\(share.note)")
      let whole = try #require(model.cells[share.whole].value, "\(share.note)")
      #expect((part * 200 + whole) / (whole * 2) == share.scaled, "\(share.note)")
    }
  }
}
