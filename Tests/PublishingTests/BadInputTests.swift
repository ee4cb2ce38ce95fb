import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// What people’s files break, one thing at a time and all together.
@Suite("Bad input")
struct BadInputTests {
  struct Fault: Sendable {
    let name: String
    let spoil: @Sendable (Workshop) throws -> Void
    let path: String
    let rule: Rule
    let message: String

    init(
      _ name: String, _ path: String, _ rule: Rule, _ message: String,
      _ spoil: @escaping @Sendable (Workshop) throws -> Void
    ) {
      self.name = name
      self.spoil = spoil
      self.path = path
      self.rule = rule
      self.message = message
    }
  }

  private static let clients = "Content/2021-H1/records/clients.csv"
  private static let edition = "Content/2021-H1/edition.yaml"
  private static let halfYear = "Content/2021-H1/en/half-year.md"
  private static let newClients = "Content/2021-H1/en/new-clients.md"

  static let faults: [Fault] = [
    Fault(
      "a day that does not exist", clients, .recordValue,
      "The column “admitted_on” has to hold a day that the calendar has"
    ) { try $0.edit(clients) { $0.replacing("2011-07-21", with: "31.6.2011") } },
    Fault(
      "a missing column", clients, .recordMissing, "The column “gender” is missing"
    ) { try $0.edit(clients) { $0.replacing(",gender,", with: ",sukupuoli,") } },
    Fault(
      "an Excel workbook in place of a file", "Content/2021-H1/records/clients.xlsx", .recordFormat,
      "This is an Excel workbook, not a CSV file"
    ) {
      try $0.remove(clients)
      try $0.write("Content/2021-H1/records/clients.xlsx", "PK\u{3}\u{4}and so on")
    },
    Fault(
      "records that are not there", "Content/2021-H1/records/referrals.csv", .fileMissing,
      "The file is not there"
    ) { try $0.remove("Content/2021-H1/records/referrals.csv") },
    Fault(
      "a misspelt measure", halfYear, .citationUnknown,
      "“new_clints” is not among the names that can be cited"
    ) { try $0.edit(halfYear) { $0.replacing("{{new_clients}} new", with: "{{new_clints}} new") } },
    Fault(
      "a misspelt code", halfYear, .citationUnknown,
      "“force_labour” is not among the codes of “form”"
    ) {
      try $0.edit(halfYear) { $0.replacing("form=forced_labour}}", with: "form=force_labour}}") }
    },
    Fault(
      "a dimension that the records do not tell", halfYear, .citationUnknown,
      "“referrals” cannot be counted by “form”: its records do not tell it"
    ) {
      try $0.edit(halfYear) {
        $0.replacing("were {{referrals}}", with: "were {{referrals form=begging}}")
      }
    },
    Fault(
      "a number that must not be told", halfYear, .citationSuppressed,
      "“new_clients nationality=NPL” must not be told, so that nobody is found"
    ) { try $0.edit(halfYear) { $0 + "\n{{new_clients nationality=NPL}} people.\n" } },
    Fault(
      "the rest of a number that must not be told", halfYear, .citationSuppressed,
      "“new_clients residence=residence_permit,asylum_seeker,finnish_citizen,no_legal_right,visa” "
        + "must not be told, so that nobody is found"
    ) {
      try $0.edit(halfYear) {
        $0 + "\n{{new_clients residence=residence_permit,asylum_seeker,finnish_citizen,"
          + "no_legal_right,visa}} people.\n"
      }
    },
    Fault(
      "a comparison with nothing", halfYear, .citationUnavailable,
      "Neither an edition of 2020-H1 nor history.csv says “decisions” of it"
    ) { try $0.edit(halfYear) { $0 + "\n{{decisions | change}}\n" } },
    Fault(
      "a reference that leads nowhere", halfYear, .anchorMissing,
      "The edition has no place named “trainning”"
    ) { try $0.edit(halfYear) { $0 + "\nSee [](#trainning).\n" } },
    Fault(
      "an unknown fact", "Content/2021-H1/en/coaching.md", .citationUnknown,
      "“coaching.week” is not among the facts of this edition"
    ) {
      try $0.edit("Content/2021-H1/en/coaching.md") {
        $0.replacing("{{fact coaching.groups", with: "{{fact coaching.week")
      }
    },
    Fault(
      "a figure that stands twice", newClients, .figureTwice,
      "The figure “new-clients” stands twice in this edition"
    ) { try $0.edit(newClients) { $0 + "\n```chart new-clients\ntitle: T\n```\n" } },
    Fault(
      "an unknown figure", newClients, .declarationUnknown,
      "No table named “new-client-by-gender” is declared"
    ) {
      try $0.edit(newClients) {
        $0.replacing("chart new-clients-by-gender", with: "chart new-client-by-gender")
      }
    },
    Fault(
      "raw HTML", halfYear, .htmlRaw, "HTML has no place in an article"
    ) { try $0.edit(halfYear) { $0 + "\n<script>alert(1)</script>\n" } },
    Fault(
      "an image that is not there", "Content/2021-H1/en/training.md", .imageMissing,
      "The image “images/trainning.svg” is not in the edition’s folder"
    ) {
      try $0.edit("Content/2021-H1/en/training.md") {
        $0.replacing("images/training.svg", with: "images/trainning.svg")
      }
    },
    Fault(
      "a drawing with a script in it", "Content/2021-H1/images/training.svg", .imageUnsafe,
      "A drawing holds no script and loads nothing from elsewhere"
    ) {
      try $0.edit("Content/2021-H1/images/training.svg") {
        $0.replacing("</svg>", with: "<script>1</script></svg>")
      }
    },
    Fault(
      "an image outside the folder", "Content/2021-H1/../../secret.svg", .pathOutside,
      "The path leads out of the project’s folder"
    ) {
      try $0.write("secret.svg", "<svg/>")
      try $0.edit("Content/2021-H1/en/training.md") {
        $0.replacing("images/training.svg", with: "../../../secret.svg")
      }
    },
    Fault(
      "an article that is not written", "Content/2021-H1/edition.yaml", .fileMissing,
      "The article has no file "
    ) {
      try $0.edit("Content/2021-H1/edition.yaml") { $0.replacing("- foreword", with: "- forword") }
    },
    Fault(
      "broken YAML", "Content/publication.yaml", .yamlSyntax,
      "The file is not well-formed YAML here: mapping values are not allowed in this context"
    ) {
      try $0.edit("Content/publication.yaml") {
        $0.replacing("threshold: 5", with: "threshold: 5: 6")
      }
    },
    Fault(
      "an unknown name in YAML", "Content/2021-H1/edition.yaml", .yamlKey,
      "“standfrist” is not a name known here"
    ) {
      try $0.edit("Content/2021-H1/edition.yaml") {
        $0.replacing("standfirst:", with: "standfrist:")
      }
    },
    Fault(
      "a threshold that protects nobody", "Content/publication.yaml", .yamlValue,
      "The threshold has to be a number of persons from 4 to 1,000"
    ) {
      try $0.edit("Content/publication.yaml") { $0.replacing("threshold: 5", with: "threshold: 0") }
    },
    Fault(
      "a policy for no dimension", "Content/publication.yaml", .yamlValue,
      "No dimension is said to describe persons, so that no count would be protected"
    ) {
      try $0.edit("Content/publication.yaml") {
        $0.replacing("  threshold: 5\n", with: "  threshold: 5\n  persons: []\n")
      }
    },
    Fault(
      "a table of an unknown dimension", "Content/statistics.yaml", .declarationUnknown,
      "“gendre” is not among the dimensions"
    ) { try $0.edit("Content/statistics.yaml") { $0.replacing("by: gender", with: "by: gendre") } },
    Fault(
      "a name that a template is not given", "Templates/web/page.mustache", .templateName,
      "“titel” is not among the names this template is given"
    ) {
      try $0.edit("Templates/web/page.mustache") {
        $0.replacing("<title>{{title}}", with: "<title>{{titel}}")
      }
    },
    Fault(
      "a phrase that is missing", "Templates/words/en.yaml", .wordMissing,
      "The phrase “contents” is missing"
    ) { try $0.edit("Templates/words/en.yaml") { $0.replacing("contents: Contents\n", with: "") } },
    Fault(
      "two values for one earlier observation", "Content/2021-H1/history.csv", .historyValue,
      "An earlier row gives another value for the same cell and period"
    ) {
      try $0.edit("Content/2021-H1/history.csv") { text in
        let row =
          text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("referrals,,,half") } ?? ""
        return text + row.replacing(",74,", with: ",75,").replacing(",176,", with: ",177,") + "\n"
      }
    },
    Fault(
      "a table whose name leads out of the folder", "Content/statistics.yaml", .yamlKey,
      "“../../evil” names a file and a link too"
    ) {
      try $0.edit("Content/statistics.yaml") {
        $0.replacing("  all-clients-over-time:", with: "  ../../evil:")
      }
    },
    Fault(
      "an exception without a reason", edition, .yamlValue, "These words are empty"
    ) {
      try $0.edit(edition) { $0.replacing(#/en: The authority published .*/#, with: "en: \" \"") }
    },
    Fault(
      "an exception that stands twice", edition, .yamlValue,
      "The exception for “clients role=witness” stands twice"
    ) {
      try $0.edit(edition) {
        $0 + "  - {cell: clients role=witness, reason: As before, decided_by: Us}\n"
      }
    },
    Fault(
      "what cannot be accepted", edition, .yamlValue,
      "Only disclosure-narrow, disclosure-implied and disclosure-corrected can be accepted"
    ) {
      try $0.edit(edition) {
        $0 + "accepted:\n  - {finding: disclosure-impleid, cells: [x], reason: R, decided_by: D}\n"
      }
    },
    Fault(
      "a silence of a number that cannot be told", edition, .yamlValue,
      "“citation-suppressed” cannot be silenced: its sentence would stand without the number"
    ) {
      try $0.edit(edition) {
        $0 + "silences:\n  - {rule: citation-suppressed, file: en/foreword.md, reason: R}\n"
      }
    },
    Fault(
      "a language twice", "Content/publication.yaml", .yamlValue,
      "The language stands in the list twice"
    ) {
      try $0.edit("Content/publication.yaml") {
        $0.replacing(#/languages: \[fi, /#, with: "languages: [fi, fi, ")
      }
    },
    Fault(
      "a threshold that leaves too few values possible", "Content/publication.yaml", .yamlValue,
      "The threshold has to be a number of persons from 4 to 1,000"
    ) {
      try $0.edit("Content/publication.yaml") {
        $0.replacing("threshold: 5", with: "threshold: 3")
      }
    },
  ]

  @Test(
    "stops the build with a message at its place, and nothing is written", arguments: faults.indices
  )
  func one(index: Int) throws {
    let fault = Self.faults[index]
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.build()
    let before = try workshop.site()
    try fault.spoil(workshop)
    let found = try workshop.build()
    let said = found.map(\.rendered).joined(separator: "\n")
    let match = found.first { $0.rule == fault.rule && $0.message.hasPrefix(fault.message) }
    #expect(match != nil, "\(fault.name): \(said)")
    #expect(
      match?.location.path.hasSuffix(fault.path) == true || match?.location.path == fault.path)
    #expect(match?.help.isEmpty == false)
    #expect(try workshop.site() == before, "\(fault.name): the site changed")
    let names = try FileManager.default.contentsOfDirectory(atPath: workshop.output.path)
    #expect(Set(names).isSubset(of: ["site", ".katsaus", ".lock"]), "\(names)")
  }

  @Test("is found all at once, in the same order every time")
  func together() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let chosen = Self.faults.filter {
      $0.path.hasPrefix("Content/2021-H1/en/") || $0.path.hasSuffix("clients.csv")
    }
    for fault in chosen { try? fault.spoil(workshop) }
    let found = try workshop.build()
    #expect(found == (try workshop.build()))
    #expect(found == found.inStableOrder())
    #expect(Set(found.map(\.rule)).isSuperset(of: [.recordValue, .recordMissing, .htmlRaw]))
    #expect(try workshop.site().isEmpty)
  }

  @Test("what makes no error is said all the same, at its place")
  func warnings() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit(Self.clients) {
      // The first day of an admission.
      $0.replacing(#/2021-(\d\d-\d\d)/#, maxReplacements: 1) { "2099-\($0.output.1)" }
    }
    try workshop.edit(Self.edition) {
      $0.replacing("by: place", with: "by: [place, age]")
        + "accepted:\n  - {finding: disclosure-implied, cells: [x], reason: R, decided_by: D}\n"
    }
    try workshop.write("Content/draft/edition.yaml", "period: 2022-H1\n")
    try workshop.write(
      "Content/2021-H1/records/decisions.csv",
      String(try workshop.lines("Content/2021-H1/records/decisions.csv")[0]) + "\n")
    let found = try workshop.check().map { "\($0.rule.rawValue) \($0.location.path)" }
    for expected in [
      "record-order \(Self.clients)", "disclosure-exception \(Self.edition)",
      "edition-unnamed Content/draft/edition.yaml",
      "record-empty Content/2021-H1/records/decisions.csv",
    ] {
      #expect(found.contains { $0 == expected }, "\(expected): \(found)")
    }
  }

  @Test("an accepted finding that is not found is said to be needless")
  func acceptedInVain() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit(Self.edition) {
      $0 + "accepted:\n  - {finding: disclosure-implied, cells: [x], reason: R, decided_by: D}\n"
    }
    let lines = try workshop.lines(Self.edition)
    let found = try workshop.check()
    #expect(found.map(\.rule) == [.disclosureException])
    #expect(found.first.map { lines[$0.location.line - 1].contains("finding:") } == true)
  }

  @Test("without a file of records nothing is said of what would follow")
  func withoutRecords() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.remove(Self.clients)
    #expect(try workshop.check().map(\.rule) == [.fileMissing])
  }

  @Test("a drawing that breaks off is said at the drawing alone, since it is there")
  func brokenDrawing() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let path = "Content/2021-H1/images/training.svg"
    try workshop.edit(path) { String($0.prefix { $0 != ">" }) }
    let found = try workshop.check()
    #expect(found.map(\.rule) == [.imageMissing])
    #expect(found.map(\.location.path) == [path])
  }

  @Test("no exception is called needless while it is open which are needed")
  func openExceptions() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    // The rest alone would be large enough, with those whom the other exceptions show.
    try workshop.edit(Self.edition) { text in
      let parts = text.components(separatedBy: "  - cell: ")
      return parts[0] + "  - cell: " + (parts.last ?? "")
    }
    let found = try workshop.check()
    #expect(found.contains { $0.rule == .disclosureExact })
    #expect(!found.contains { $0.rule == .disclosureException })
  }

  @Test("a pipe in place of an article is no file, and is not waited for")
  func pipe() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.remove(Self.halfYear)
    #expect(mkfifo(workshop.root.appending(path: Self.halfYear).path, 0o600) == 0)
    #expect {
      try workshop.check()
    } throws: { error in
      (error as? FileFailure)?.reason == "This is not a file"
    }
  }

  @Test("whatever else is wrong, no message holds a record")
  func silence() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit(Self.clients) { $0.replacing(",victim,", with: ",vcitim,") }
    try workshop.edit(Self.clients) { $0.replacing("SYN-C0001", with: "\"SYN-C0001") }
    for finding in try workshop.build() {
      #expect(!finding.rendered.contains("SYN-") && !finding.rendered.contains("vcitim"))
    }
  }
}
