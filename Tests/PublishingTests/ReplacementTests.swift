import Diagnostics
import Testing

@testable import Publishing

/// Errors planted into the sample’s own sentences, titles, boxes and figures.
@Suite("Checking changed words of the sample")
struct ReplacementTests {
  struct Change: Sendable {
    let file: String
    let old: String
    let new: String
    let rule: Rule

    init(_ file: String, _ old: String, _ new: String, _ rule: Rule) {
      self.file = file
      self.old = old
      self.new = new
      self.rule = rule
    }
  }

  /// Each list is planted at once.
  static let changes: [[Change]] = [
    [
      Change(
        "sv/half-year", "och {{new_clients place=ABROAD}} utom",
        "och {{new_clients place=FI}} utom", .parityNumber),
      Change(
        "fi/half-year", "{{referrals | previous}}.", "{{referrals | previous 2018-H1}}.",
        .parityNumber),
      Change("en/half-year", "January–June 2020, when", "January–June 2019, when", .parityNumber),
      Change("fi/personnel", "Kesällä 2021", "Kesällä 2020", .parityNumber),
      Change("sv/contact", "295 463 240", "295 463 204", .parityNumber),
      Change(
        "sv/coaching", "{{fact coaching.participants.max | words}} pers",
        "{{fact coaching.weeks | words}} pers",
        .parityNumber),
      Change("fi/training", "https://www.laurea.fi", "https://www.turkuamk.fi", .parityLink),
      Change("sv/training", "se [](#contact)", "se [](#personnel)", .parityLink),
      Change(
        "en/half-year", "title: Exploitation continues", "title: Exploitation of 412 continues",
        .numberUnbound),
      Change("fi/half-year", "kicker: Tilastot", "kicker: Tilastot 412", .numberUnbound),
      Change(
        "en/half-year", "alt: Drawing of a restaurant",
        "alt: Drawing of 412 people in a restaurant", .numberUnbound),
      Change(
        "sv/half-year", "caption: Utnyttjande", "caption: I 412 fall har utnyttjande",
        .numberUnbound),
      Change(
        "en/half-year", "note: and {{new_children}} children", "note: and 22 children", .numberNear),
      Change(
        "sv/half-year", "note: den {{reference date}}", "note: den 31 december 2020",
        .dateOutsidePeriod),
      Change(
        "en/new-clients", "note: Age on the day", "note: Age of 190 people on the day", .numberNear),
      Change(
        "en/new-clients", "description: Only coercion", "description: In 412 cases only coercion",
        .numberUnbound),
      Change(
        "en/training", "extent: {{fact course.security.modules}} modules", "extent: 5 modules",
        .numberNear),
      Change("en/training", "A fifth module offers", "All 412 modules offer", .numberUnbound),
      Change(
        "en/coaching", "text: The point is", "text: The point for 412 people is", .numberUnbound),
      Change("en/all-clients", "on {{reference date}}", "on 30 June 2020", .dateOutsidePeriod),
      Change(
        "fi/all-clients", "asiakkaat {{reference date}}", "asiakkaat 31.6.2021", .dateImpossible),
      Change("en/contact", "On holiday from 26 July", "On holiday until 16 July", .noteExpired),
      Change(
        "edition.yaml", "  sv: Statistik, coachning", "  sv: 412 ärenden, coachning", .numberUnbound
      ),
    ],
    [
      Change(
        "en/new-clients", "in figures, {{period}}", "in figures, July–December 2021",
        .dateOutsidePeriod),
      Change("fi/contact", "Lomalla 26.7.2021 alkaen", "Lomalla 26.6.–20.7.2021", .noteExpired),
      Change(
        "sv/half-year", "{{clients_of_record gender=male | share}} män", "43 % män", .partsOpen),
      Change("en/half-year", "{{clients | is almost 1000}}Almost a", "Almost a", .claimUnbound),
      Change(
        "fi/half-year", "{{clients | is almost 1000}}Lähes tuhat",
        "{{clients | is over 1000}}Yli tuhat", .claimUntrue),
      Change(
        "en/new-clients", "There were fewer referrals", "There were more referrals", .claimUntrue),
      Change("fi/new-clients", "Esityksiä tuli vähemmän", "Esityksiä tuli enemmän", .claimUntrue),
      Change("sv/new-clients", "Det kom färre", "Det kom fler", .claimUntrue),
      Change("en/new-clients", "title: The largest groups of", "title: Most", .claimUnbound),
      Change("fi/all-clients", "is tripled 2017-H1", "is tripled 2018-H1", .claimUntrue),
      Change("en/foreword", "[](#training)", "[](#trainings)", .anchorMissing),
      Change("sv/training", "(https://www.laurea.fi)", "(www.laurea.fi)", .linkBroken),
      Change("en/personnel", "## On the road", "#### On the road", .headingSkipped),
      Change("en/coaching", "file: images/coaching.svg", "file: images/coachin.svg", .imageMissing),
    ],
  ]

  @Test("a change in any place is found at its line", arguments: changes)
  func changed(_ changes: [Change]) throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    for change in changes {
      try workshop.edit(path(change)) {
        $0.replacing(change.old, with: change.new, maxReplacements: 1)
      }
    }
    let found = try workshop.check()
    for change in changes {
      let lines = try workshop.lines(path(change))
      let line = try #require(lines.firstIndex { $0.contains(change.new) }) + 1
      let here = found.filter {
        $0.location.path == path(change) && $0.location.line == line
      }
      #expect(
        here.contains { $0.rule == change.rule }, "\(change.new): \(here.map(\.rendered))")
    }
  }

  private func path(_ change: Change) -> String {
    "Content/2021-H1/" + (change.file.contains(".") ? change.file : change.file + ".md")
  }

  @Test("an article that cannot be read makes no reference to it wrong")
  func unread() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/sv/training.md") {
      $0.replacing("title: Man", with: "titel: Man")
    }
    let rules = Set(try workshop.check().map(\.rule))
    #expect(rules.isDisjoint(with: [.anchorMissing, .figureUnplaced]), "\(rules)")
  }

  @Test("one fact with two values is found at both, wherever they stand")
  func contradiction() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/en/personnel.md") {
      $0 + "\nWe answered 236 calls to the helpline.\n"
    }
    try workshop.edit("Content/2021-H1/en/contact.md") {
      $0 + "\nThe helpline answered 263 calls.\n"
    }
    let found = try workshop.check().filter { $0.rule == .factContradicts }
    #expect(
      found.map(\.location.path) == [
        "Content/2021-H1/en/contact.md", "Content/2021-H1/en/personnel.md",
      ])
  }

  @Test("an alternative text may cite, and reads the number")
  func alternative() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/half-year.md") {
        $0.replacing("  alt: ", with: "  alt: \"{{new_clients}}: ").replacing(#/(  alt: .*)/#) {
          "\($0.1)\""
        }
      }
    }
    #expect(try workshop.build(language: .en).filter { $0.severity == .error } == [])
    let page = try workshop.page("2021-H1/en/index.html")
    #expect(page.contains(#"alt="109: Drawing"#))
  }
}
