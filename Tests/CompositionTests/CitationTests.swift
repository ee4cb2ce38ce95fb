import Diagnostics
import Testing

@testable import Composition

@Suite("Citing a number")
struct CitationTests {
  private static let answers: [(citation: String, text: String)] = [
    ("new_clients", "109"),
    ("new_clients form=forced_labour place=FI", "22"),
    ("new_clients form=forced_labour | share", "52%"),
    ("new_clients form=forced_labour place=FI | share of place=FI", "49%"),
    ("clients_of_record | share of clients", "78%"),
    ("new_clients nationality=IRQ | share of nationality=AFG,IRQ", "57%"),
    ("new_clients residence=asylum_seeker place=FI | share of residence.legal=1 place=FI", "30%"),
    ("new_clients residence.legal=0 place=FI | share of residence.legal=0,1 place=FI", "18%"),
    ("referrals | previous", "176"),
    ("referrals | previous 2018-H1", "115"),
    ("referrals | change", "16%"),
    ("referrals | difference", "29"),
    ("referrals | direction \"more\" \"fewer\" \"as many\"", "fewer"),
    ("clients_of_record | distinct nationality", "63"),
    ("new_clients | top 4 nationality", "Iraq, Afghanistan, Somalia and Finland"),
    ("new_clients form=criminal_activity | words", "three"),
    ("new_clients form=criminal_activity | words | capital", "Three"),
    ("new_clients form=_O", "2"),
    ("clients role=witness | plural \"person\" \"persons\"", "persons"),
    ("new_clients residence.legal=0 place=FI", "8"),
    ("new_clients form=_T", "109"),
    ("new_clients | top 1 form | lower", "forced labour or other labour exploitation"),
    ("period", "1 January – 30 June 2021"),
    ("period start", "1 January 2021"),
    ("period end", "30 June 2021"),
    ("reference date", "30 June 2021"),
    ("release", "21 July 2021"),
    ("edition", "January–June 2021"),
    ("fact weeks", "10"),
    ("fact weeks | words", "ten"),
    ("fact year", "2014"),
    ("fact calls", "1,051"),
  ]

  private static let facts = FactSheet(facts: [
    "weeks": .init(value: "10", unit: "weeks", source: "Plan"),
    "year": .init(value: "2014", unit: "year", source: "Plan"),
    "calls": .init(value: "1051", unit: nil, source: "Log"),
  ])

  @Test("every function gives what a reader expects")
  func functions() throws {
    let desk = try CitationDesk(asking: Self.answers.map(\.citation), facts: Self.facts)
    for (citation, text) in Self.answers {
      let read = desk.read(citation)
      #expect(read.value == text, "\(citation)")
      #expect(read.findings == [], "\(citation)")
    }
  }

  @Test("typographic quotation marks are understood, with a note")
  func quotes() throws {
    let citation = "referrals | direction “more” “fewer” “as many”"
    let read = try CitationDesk(asking: [citation]).read(citation)
    #expect(read.value == "fewer")
    #expect(read.findings.map(\.severity) == [.note])
  }

  private static let faults: [(citation: String, rule: Rule, help: String)] = [
    ("new_clints", .citationUnknown, "write “new_clients”"),
    ("new_clients fom=forced_labour", .citationUnknown, "write “form”"),
    ("new_clients form=forced_labor", .citationUnknown, "write “forced_labour”"),
    ("new_clients residence.legl=0", .citationUnknown, "write “legal”"),
    ("new_clients | shares", .citationUnknown, "write “share”"),
    ("new_clients | distinct nationalty", .citationUnknown, "write “nationality”"),
    ("fact week", .citationUnknown, "write “weeks”"),
    ("", .citationSyntax, "write it as {{new_clients}}"),
    ("new_clients |", .citationSyntax, "remove the bar"),
    ("new_clients | top nationality", .citationSyntax, "write it as: top 4 DIMENSION"),
    ("new_clients | plural \"a\"", .citationSyntax, "write it as: plural"),
    ("new_clients | share | words", .citationSyntax, "put share, change"),
    ("new_clients form=begging form=begging", .citationUnknown, "name several codes"),
    ("referrals | direction \"more\" \"fewer", .citationSyntax, "close it"),
    ("decisions | change", .citationUnavailable, "add the published number"),
    ("referrals | previous 2021-H2", .citationUnavailable, "compare with an earlier period"),
    ("new_clients residence=_O place=ABROAD", .citationSuppressed, "leave the number out"),
    ("new_clients nationality=NPL", .citationSuppressed, "leave the number out"),
    ("new_clients nationality=NPL | share", .citationSuppressed, "leave the number out"),
    ("new_clients | top 9 nationality", .citationSuppressed, "name fewer"),
    ("clients | share of role=child", .citationUnavailable, "name a whole"),
    (
      "new_clients nationality=IRQ | share of nationality=AFG", .citationUnavailable, "name a whole"
    ),
    (
      "new_clients nationality=AFG,IRQ | share of nationality=IRQ", .citationUnavailable,
      "name a whole"
    ),
    ("new_clients form=forced_labour | share of place=FI", .citationUnavailable, "name a whole"),
    ("clients | share of clients_of_record", .citationUnavailable, "name a whole"),
    ("new_clients place=FI | share of form=_O", .citationUnavailable, "name a whole"),
    ("new_clients gender=female | is majority of place=FI", .citationUnavailable, "name a whole"),
    (
      "new_clients gender=male | is about half of gender=female", .citationUnavailable,
      "name a whole"
    ),
  ]

  @Test("what cannot be answered says what to do, and no count")
  func faults() throws {
    let desk = try CitationDesk(asking: Self.faults.map(\.citation), facts: Self.facts)
    for (citation, rule, help) in Self.faults {
      let read = desk.read(citation)
      #expect(read.value == nil, "\(citation) gave \(read.value ?? "")")
      let finding = read.findings.first { $0.rule == rule }
      #expect(
        finding?.help.hasPrefix(help) == true, "\(citation): \(read.findings.map(\.rendered))")
      #expect(finding?.location.line == 3 && finding?.location.column == 7)
    }
  }

  @Test("what nobody asked for when the edition was protected cannot be had later")
  func unasked() throws {
    let desk = try CitationDesk(asking: ["new_clients"])
    #expect(desk.read("new_clients").value == "109")
    #expect(desk.read("referrals").value == nil)
  }

  @Test("shares are rounded from counts, halves away from zero")
  func rounding() {
    #expect(percentage(1, of: 2) == 50)
    #expect(percentage(1, of: 200) == 1)
    #expect(percentage(1, of: 201) == 0)
    #expect(percentage(84, of: 139) == 60)
    #expect(percentage(5, of: 0) == nil)
    for whole in 1...120 {
      for part in 0...whole {
        let exact = Double(part) * 100 / Double(whole)
        #expect(percentage(part, of: whole) == Int(exact.rounded(.toNearestOrAwayFromZero)))
      }
    }
  }
}
