import Diagnostics
import Foundation
import Statistics
import TestSupport
import Testing

@testable import Publishing

/// Numbers of earlier times that are said again, and those that became others since.
@Suite("Numbers said again")
struct RetoldNumberTests {
  @Test("numbers of an earlier period are not said again where their difference is small")
  func again() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/all-clients.md") {
        $0 + "\n{{new_clients | previous}}, {{new_clients place=FI | previous}} in Finland.\n"
      }
    }
    func isRefused() throws -> Bool {
      try workshop.project().check(["2021-H1"]).contains { $0.rule == .citationSuppressed }
    }
    #expect(try !isRefused())
    // 108 − 105 = 3.
    try workshop.edit("Content/2021-H1/history.csv") {
      $0.replacing(
        "new_clients,,Finland,half,2020-01-01,2020-06-30,48,",
        with: "new_clients,,Finland,half,2020-01-01,2020-06-30,105,")
    }
    #expect(try isRefused())
  }

  @Test("numbers of an earlier period are not said again by a series beside others that leave few")
  func series() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/statistics.yaml") {
      $0.replacing(
        "  all-clients-over-time:\n",
        with: """
            new-clients-over-time:
              measure: new_clients
              since: 2018
            exploited-here-over-time:
              measure: new_clients
              where: {place: FI}
              since: 2018
            all-clients-over-time:

          """)
    }
    func told() throws -> Cell? {
      let read = try workshop.project().table("exploited-here-over-time", of: "2021-H1")
      return read.value?.table[[2]]
    }
    #expect(try told() == .published(48))
    try workshop.edit("Content/2021-H1/history.csv") {
      $0.replacing(
        "new_clients,,Finland,half,2020-01-01,2020-06-30,48,",
        with: "new_clients,,Finland,half,2020-01-01,2020-06-30,105,")
    }
    // 108 − 105 = 3 in the first half of 2020.
    #expect(try told() == .suppressed)
  }

  @Test("history.csv tells of parts of the period, and of parts of a year that are said together")
  func history() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    func text(of path: String) throws -> String {
      String(decoding: try Sample.file(path).bytes, as: UTF8.self)
    }
    /// - `rows`: up to the number.
    func isRefused(_ citations: String, _ rows: [String]) throws -> Bool {
      for language in ["fi", "sv", "en"] {
        let path = "Content/2021-H1/\(language)/all-clients.md"
        try workshop.write(path, text(of: path) + "\n\(citations)\n")
      }
      let path = "Content/2021-H1/history.csv"
      let more = rows.map { "\($0),persons,original,https://example.org/,\n" }
      try workshop.write(path, text(of: path) + more.joined())
      return try workshop.project().check(["2021-H1"]).contains { $0.rule == .citationSuppressed }
    }
    func isRefused(of referrer: String, _ winter: Int, _ may: Int) throws -> Bool {
      let cell = "referrals referrer=\(referrer)"
      return try isRefused(
        "{{\(cell)}}, {{\(cell) | previous 2021-Q1}}, {{\(cell) | previous 2021-05}}.",
        [
          "referrals,\(referrer),,other,2021-01-01,2021-03-31,\(winter)",
          "referrals,\(referrer),,other,2021-05-01,2021-05-31,\(may)",
        ])
    }
    #expect(try !isRefused(of: "immigration_service", 18, 6))
    // 22 − 13 − 7 = 2 in April and June.
    #expect(try isRefused(of: "reception_centre", 13, 7))
    let both = "{{referrals | previous 2010}}, {{referrals | previous 2010-H1}}."
    let year = "referrals,,,year,2010-01-01,2010-12-31,60"
    #expect(try !isRefused(both, [year, "referrals,,,half,2010-01-01,2010-06-30,30"]))
    #expect(try isRefused(both, [year, "referrals,,,half,2010-01-01,2010-06-30,57"]))
  }

  @Test("numbers of an earlier time are not said beside what a sealed edition said of a part of it")
  func sealed() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/all-clients.md") {
        $0 + "\n{{referrals | previous 2010}}.\n"
      }
    }
    try workshop.edit("Content/2021-H1/history.csv") {
      $0 + "referrals,,,year,2010-01-01,2010-12-31,60,persons,original,https://example.org/,\n"
    }
    func isRefused(_ sealed: Int) throws -> Bool {
      try workshop.write("Content/2010-H1/edition.yaml", "period: 2010-H1\n")
      try workshop.write(
        "Content/2010-H1/published.csv",
        PublishedFact.file([
          PublishedFact(
            form: .count, measure: "referrals", cell: "", time: "2010-H1", status: .published,
            value: sealed)
        ]))
      return try workshop.project().check(["2021-H1"]).contains { $0.rule == .citationSuppressed }
    }
    #expect(try !isRefused(30))
    // 60 − 57 = 3 in the second half.
    #expect(try isRefused(57))
  }

  @Test("what history.csv gives away by itself stops no build")
  func givenAway() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    // 9 − 7 = 2 in April and June, whatever the edition says.
    let rows = [
      "referrals,reception_centre,,quarter,2021-04-01,2021-06-30,9",
      "referrals,reception_centre,,other,2021-05-01,2021-05-31,7",
    ].map { "\($0),persons,original,https://example.org/,\n" }
    try workshop.edit("Content/2021-H1/history.csv") { $0 + rows.joined() }
    let found = try workshop.project().check(["2021-H1"])
    #expect(!found.hasErrors, "\(found.map(\.rendered))")
  }

  @Test("what was published is not written over, and what was published again is known beside it")
  func secondFile() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let project = try workshop.project()
    let folder = workshop.root.appending(path: "Content/2021-H1")
    let output = workshop.root.appending(path: "Output").path
    func write(_ name: String, _ value: Int) throws {
      let fact = PublishedFact(
        form: .count, measure: "new_clients", cell: "", time: "2021-H1", status: .published,
        value: value)
      try project.export(
        PublishedFact.file([fact]), to: folder.appending(path: name).path, output: output)
    }
    try write("published.csv", 107)
    try write("published.csv", 107)
    let failure = #expect(throws: FileFailure.self) { try write("published.csv", 106) }
    #expect(failure?.reason.contains("published-2.csv") == true)
    #expect(throws: FileFailure.self) { try write("published-x.csv", 106) }
    try write("published-2.csv", 106)
    // The records give 109: two persons, or three, were registered late.
    let found = try project.check(["2021-H1"]).filter { $0.rule == .disclosureCorrected }
    #expect(found.count == 1, "\(found.map(\.rendered))")
    #expect(found.first?.message.contains("“new_clients (2021-H1) 107 ≠ 109”") == true)
    var inputs: [SourceFile] = []
    var findings: [Diagnostic] = []
    let editions = try project.editions(before: "2021-H1", inputs: &inputs, &findings)
    #expect(editions.map { $0.facts.map(\.value) } == [[107], [106]])
  }
}
