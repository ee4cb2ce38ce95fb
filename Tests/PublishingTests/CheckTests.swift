import Diagnostics
import Foundation
import MessageCatalogue
import TestSupport
import Testing

@testable import Publishing

@Suite("Checking an edition")
struct CheckTests {
  @Test("tables and lists typed by hand add up, and their shares come from their counts")
  func typedTables() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/en/contact.md") {
      $0 + """

        | Age | Calls | Share |
        |---|---|---|
        | Under 18 | 14 | 10% |
        | 18–29 | 56 | 41% |
        | 30 or over | 68 | 49% |
        | Total | 139 | 100% |

        Of these 139 calls:

        - 70 came by day
        - 68 came by night

        """
    }
    let start = try workshop.lines("Content/2021-H1/en/contact.md").firstIndex {
      $0.hasPrefix("| Age")
    }
    let first = try #require(start) + 1
    let found = try workshop.check().filter { $0.location.path.hasSuffix("en/contact.md") }
    func lines(_ rule: Rule) -> [Int] {
      found.filter { $0.rule == rule }.map { $0.location.line - first }
    }
    #expect(lines(.partsOpen) == [5, 10])
    #expect(lines(.shareWrong) == [3])
  }

  @Test("a stock that does not follow from the last one is noted, once leavers are exported")
  func flow() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/records/clients.csv") {
      $0 + "SYN-X1,witness,2012-01-02,2021-03-01,,male,1980,31,,,,,,,,,,\n"
    }
    let found = try workshop.check()
    #expect(Set(found.map(\.rule)) == [.recordFlow] && found.allSatisfy { $0.severity == .note })
    #expect(found.allSatisfy { !$0.message.contains("916") && !$0.message.contains("992") })
    // With fifty-four more who left, the stock follows.
    try workshop.edit("Content/2021-H1/records/clients.csv") { text in
      (2...55).reduce(text) {
        $0 + "SYN-X\($1),witness,2012-01-02,2021-03-01,,male,1980,31,,,,,,,,,,\n"
      }
    }
    #expect(try workshop.check().allSatisfy { !$0.message.contains("“clients”") })
  }

  @Test("an image without words is found, and one that only decorates needs none")
  func decorative() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let path = "Content/2021-H1/en/half-year.md"
    try workshop.edit(path) { $0.replacing(#/\n  alt: .*/#, with: "") }
    #expect(try workshop.check().map(\.rule) == [.imageAlt])
    try workshop.edit(path) {
      $0.replacing("\n  credit:", with: "\n  decorative: true\n  credit:")
    }
    #expect(try workshop.check() == [])
    #expect(try workshop.build() == [])
    let page = try String(
      contentsOf: workshop.output.appending(path: "site/2021-H1/en/index.html"), encoding: .utf8)
    #expect(page.contains(#"alt="""#))
  }

  @Test("the words on the cover are checked like any others")
  func cover() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/edition.yaml") {
      $0.replacing("  fi: Tilastoja,", with: "  fi: Tilastoja 1.1.–31.6.2021,")
    }
    let found = try workshop.check()
    let wrong = found.filter { $0.rule == .dateImpossible }
    #expect(wrong.map(\.location.path) == ["Content/2021-H1/edition.yaml"])
    #expect(wrong.first?.location.line == 6)
  }

  @Test("a number in a label, a name or a reason is found where it stands")
  func namesWithNumbers() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/statistics.yaml") {
      $0.replacing("rest: {en: Other statuses,", with: "rest: {en: Other statuses with four visas,")
        .replacing("{en: All clients, fi:", with: "{en: \"All clients, mostly women\", fi:")
    }
    try workshop.edit("Content/codelists/sector.csv") {
      $0.replacing("Ravintola-ala", with: "Ravintola-ala (4 asiakasta)")
    }
    try workshop.edit("Content/codelists/age_group.csv") {
      $0.replacing("60 or over", with: "60 or over (3 of them 70)")
    }
    try workshop.edit("Content/2021-H1/edition.yaml") {
      $0.replacing(
        "en: The number follows from", with: "en: Two persons asked, and the number follows from")
    }
    try workshop.edit("Content/publication.yaml") {
      $0.replacing("sv: Dygnet runt", with: "sv: Dygnet runt för båda klienterna")
    }
    let found = try workshop.check()
    func places(_ rules: Rule...) -> [String] {
      found.filter { rules.contains($0.rule) }.map { finding in
        "\(finding.location.path):\(finding.location.line) \(finding.message.prefix { $0 != "”" })”"
      }
    }
    func line(_ path: String, of words: String) throws -> Int {
      try #require(workshop.lines("Content/\(path)").firstIndex { $0.contains(words) }) + 1
    }
    let reason = try line("2021-H1/edition.yaml", of: "Two persons")
    let rest = try line("statistics.yaml", of: "with four visas")
    let label = try line("statistics.yaml", of: "mostly women")
    let hours = try line("publication.yaml", of: "båda klienterna")
    let sector = try line("codelists/sector.csv", of: "4 asiakasta")
    #expect(
      places(.numberNear, .numberUnbound) == [
        "Content/2021-H1/edition.yaml:\(reason) “Two”",
        "Content/codelists/age_group.csv:7 “3”",
        "Content/codelists/age_group.csv:7 “70”",
        "Content/codelists/sector.csv:\(sector) “4”",
        "Content/publication.yaml:\(hours) “båda”",
        "Content/statistics.yaml:\(rest) “four”",
      ])
    #expect(places(.claimUnbound) == ["Content/statistics.yaml:\(label) “mostly”"])
    #expect(found.count == 7 && found.allSatisfy { $0.help.hasPrefix("leave it out") })

    // What is the name of something is silenced for its line.
    try workshop.edit("Content/2021-H1/edition.yaml") {
      $0.replacing("Two persons asked, and the", with: "The") + """
        silences:
          - {rule: number-near, file: statistics.yaml, line: \(rest), reason: It is called so}

        """
    }
    #expect(
      try !workshop.check().contains { $0.location.line == rest && $0.rule == .numberNear })
  }

  @Test("a declared number of persons does not tell of what no table shows")
  func declaredPersons() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/en/contact.md") {
      $0 + """

        A visa was held by {{fact personnel.trainees}} of them.

        The team has {{fact personnel.trainees}} trainees and {{fact personnel.offices}} offices.

        In {{fact personnel.offices}} offices people ask for a visa.

        """
    }
    let found = try workshop.check().filter { $0.rule == .claimHidden }
    let line = try workshop.lines("Content/2021-H1/en/contact.md").firstIndex {
      $0.hasPrefix("A visa was held")
    }
    #expect(found.map(\.location.line) == [try #require(line) + 1])
    #expect(found.first?.message.hasPrefix("“fact personnel.trainees” tells of “Visa") == true)
  }

  @Test("messages come in the language asked for, their arguments unchanged")
  func messages() throws {
    let finding = Diagnostic(
      .numberNear, at: SourceLocation(path: "a.md", line: 3),
      "“\("412")” is typed by hand and close to \("421")",
      help: "write {{\("fact {2}")}} if that is meant; cite or declare what it is otherwise")
    let finnish = MessageCatalogue(language: "fi").rendered(finding)
    #expect(finnish.hasPrefix("a.md:3: virhe: ”412” on kirjoitettu käsin ja on lähellä lukua 421"))
    #expect(finnish.contains("kirjoita {{fact {2}}}, jos"))
    #expect(
      MessageCatalogue(language: "sv").counted(errors: 1, warnings: 2) == "1 fel, 2 varningar")
    #expect(MessageCatalogue(language: "en").rendered(finding) == finding.rendered)
  }

  @Test("the sample edition checks clean, warnings and notes included")
  func clean() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    #expect(try workshop.check() == [])
  }

  @Test("what one language says and another does not is found")
  func parity() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/sv/half-year.md") {
      $0.replacing("och {{new_clients place=ABROAD}} utomlands", with: "och andra utomlands")
    }
    try workshop.edit("Content/2021-H1/fi/personnel.md") {
      $0.replacing("kesän 2021", with: "kesän 2020")
    }
    try workshop.edit("Content/2021-H1/fi/training.md") {
      $0.replacing("[](#contact)", with: "lopusta")
    }
    try workshop.edit("Content/2021-H1/sv/new-clients.md") {
      $0.replacing("chart new-clients-by-gender", with: "chart new-clients-by-sex")
        .replacing("chart new-clients-by-age", with: "chart new-clients-by-gender")
        .replacing("chart new-clients-by-sex", with: "chart new-clients-by-age")
    }
    let rules = try workshop.check().map { "\($0.rule.rawValue) \($0.location.path)" }
    for expected in [
      "parity-number Content/2021-H1/sv/half-year.md",
      "parity-number Content/2021-H1/fi/personnel.md",
      "parity-link Content/2021-H1/fi/training.md",
      "parity-figure Content/2021-H1/sv/new-clients.md",
    ] {
      #expect(rules.contains(expected), "\(expected): \(rules)")
    }
  }

  @Test(
    "a number is read wherever words can stand",
    arguments: [
      ("training.md", "\n```\nIn all four women\n```\n", "four women"),
      ("training.md", "\n```text\nIn all\nfour women\n```\n", "four women"),
      ("training.md", "\n    In all four women\n", "four women"),
      ("training.md", "\nSee [Migri](https://migri.fi \"4 women\").\n", "4 women"),
      ("training.md", "\nOutside the EU 4 women were exploited.\n", "EU 4 women"),
      ("contact.md", "phone: four women", "four women"),
      ("../images/half-year.svg", "<text x=\"1\">four\nwomen</text></svg>", "four"),
      ("../images/half-year.svg", "<desc>f&#111;ur women</desc></svg>", "ur women"),
      ("../images/half-year.svg", "<text>In <tspan>all</tspan> four women</text></svg>", "women"),
      (
        "../images/half-year.svg", "<text><tspan>fo</tspan><tspan>ur</tspan> women</text></svg>",
        "ur<"
      ),
      ("../images/half-year.svg", "<g aria-label='four women'></g></svg>", "women"),
    ])
  func everywhere(file: String, words: String, found: String) throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let path =
      "Content/2021-H1/" + (file.hasPrefix("../") ? String(file.dropFirst(3)) : "en/\(file)")
    try workshop.edit(path) { text in
      if words.hasSuffix("</svg>") { return text.replacing("</svg>", with: words) }
      return words.hasPrefix("phone") ? text.replacing(#/phone: .*/#, with: words) : text + words
    }
    let lines = try workshop.lines(path)
    let line = try #require(lines.firstIndex { $0.contains(found) }) + 1
    let rules: Set<Rule> = [.numberNear, .numberUnbound]
    let all = try workshop.check()
    #expect(
      all.contains {
        $0.location.path.hasSuffix(path) && $0.location.line == line && rules.contains($0.rule)
      }, "\(all.map(\.rendered))")
  }

  @Test("a table that tells too much is named at its line of statistics.yaml")
  func tableThatTells() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    // Without the merging of the table beside it, each of the two may have another rest of forms.
    try workshop.edit("Content/statistics.yaml") {
      $0.replacing(
        "\ntables:\n",
        with: """

          tables:
            new-clients-by-form-alone:
              measure: new_clients
              by: form
              label: {en: New clients, fi: Uudet asiakkaat, sv: Nya klienter}

          """)
    }
    let lines = try workshop.lines("Content/statistics.yaml")
    let all = try workshop.check()
    let unplaced = all.filter { $0.rule == .figureUnplaced }.map(\.location)
    #expect(unplaced.map { lines[$0.line - 1] } == ["  new-clients-by-form-alone:"])
    let found = all.filter { $0.rule == .disclosureExact }
    #expect(!found.isEmpty)
    for finding in found {
      let line = finding.location.line
      #expect(finding.location.path.hasSuffix("Content/statistics.yaml"))
      #expect(lines[line - 1].contains("new-clients-by-form"), "\(finding.rendered)")
      #expect(!finding.rendered.contains("#2"), "\(finding.rendered)")
    }
  }

  @Test("a suggestion never tells what is hidden")
  func silence() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    // Four people had a visa; no message may say so.
    try workshop.edit("Content/2021-H1/en/half-year.md") {
      $0 + "\nFour people had a visa, or 4 of them.\n"
    }
    for finding in try workshop.check() {
      #expect(!finding.help.contains("visa"), "\(finding.rendered)")
    }
  }

  @Test("a rule is silenced for one place with a reason, and a needless silence is found")
  func silences() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/en/contact.md") { $0 + "\nWe took 412 calls.\n" }
    let line = try #require(try workshop.check().first?.location.line)
    try workshop.edit("Content/2021-H1/edition.yaml") {
      $0 + """
        silences:
          - {rule: number-unbound, file: en/contact.md, line: \(line), reason: The log of the helpline}

        """
    }
    #expect(try workshop.check() == [])
    try workshop.edit("Content/2021-H1/en/contact.md") {
      $0.replacing("We took 412 calls.", with: "")
    }
    #expect(try workshop.check().map(\.rule) == [.silenceUnused])
  }

  @Test("an article that one language lacks is said where it is listed")
  func translation() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.remove("Content/2021-H1/sv/personnel.md")
    #expect(try workshop.check().map(\.rule).contains(.translationMissing))
    try workshop.remove("Content/2021-H1/sv")
    #expect(try workshop.check().map(\.rule).contains(.languageMissing))
  }

  @Test("a translation whose original has changed is stale, with the paragraph that changed")
  func stale() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/fi/personnel.md") {
      $0.replacing("**Oulu.**", with: "**Oulussa.**")
    }
    let found = try workshop.check()
    #expect(found.map(\.rule) == [.translationStale, .translationStale])
    #expect(
      Set(found.map(\.location.path)) == [
        "Content/2021-H1/sv/personnel.md", "Content/2021-H1/en/personnel.md",
      ])
    let lines = try String(
      contentsOf: workshop.root.appending(path: "Content/2021-H1/fi/personnel.md"), encoding: .utf8
    ).split(separator: "\n", omittingEmptySubsequences: false)
    let line = (lines.firstIndex { $0.contains("Oulussa") } ?? 0) + 1
    #expect(found.allSatisfy { $0.message.hasSuffix("fi/personnel.md, line \(line)") })
    // The line that the message offers mends it.
    for finding in found {
      let list = try #require(finding.help.split(separator: "original: ").last)
      try workshop.edit(finding.location.path) { text in
        text.replacing(#/original:\s*\[[^\]]*\]/#, with: "original: \(list)")
      }
    }
    #expect(try workshop.check() == [])
  }

  @Test("an article that comes later says so to its readers, and nothing is missed meanwhile")
  func later() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.remove("Content/2021-H1/sv/new-clients.md")
    try workshop.edit("Content/2021-H1/sv/half-year.md") {
      $0.replacing(
        "[](#new-clients-by-form-and-place) visar formerna", with: "Vi visar senare formerna"
      )
      .replacing(", med början i [](#referrals-over-time)", with: "")
    }
    try workshop.edit("Content/2021-H1/edition.yaml") {
      $0 + "later:\n  - {article: new-clients, language: sv, title: Nya klienter}\n"
    }
    let found = try workshop.check().filter { $0.rule != .parityLink }
    #expect(found == [], "\(found.map(\.rendered))")
    try workshop.edit("Content/2021-H1/fi/half-year.md") {
      $0.replacing("[](#new-clients-by-form-and-place) näyttää", with: "Näytämme")
        .replacing("; ensimmäisenä on [](#referrals-over-time)", with: "")
    }
    try workshop.edit("Content/2021-H1/en/half-year.md") {
      $0.replacing("[](#new-clients-by-form-and-place) shows", with: "We show")
        .replacing(", beginning with [](#referrals-over-time)", with: "")
    }
    #expect(try workshop.build().filter { $0.severity == .error } == [])
    let page = try String(
      contentsOf: workshop.output.appending(path: "site/2021-H1/sv/index.html"), encoding: .utf8)
    #expect(
      page.contains("Nya klienter") && page.contains("Artikeln publiceras senare på svenska."))
  }

  @Test("a note that is past its day at the release is found")
  func expired() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    for (day, rules) in [
      ("2021-07-20", [Rule.noteExpired]), ("31.8.2021", []), ("2021-06-31", [.dateImpossible]),
    ] {
      try workshop.edit("Content/2021-H1/en/contact.md") { text in
        text.replacing(#/valid_until: .*\n/#, with: "").replacing(
          "note: On holiday", with: "valid_until: \(day)\nnote: On holiday")
      }
      #expect(try workshop.check().map(\.rule) == rules, "\(day)")
    }
  }

  @Test("labels stand in the case that their code list gives")
  func cases() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/codelists/nationality.csv") { text in
      text.split(whereSeparator: \.isNewline).map { row in
        if row.hasPrefix("code,") { return "\(row),label_fi_ela" }
        let bent = ["IRQ": "Irakista", "AFG": "Afganistanista"]
        return "\(row),\(bent[String(row.prefix(3))] ?? "")"
      }
      .joined(separator: "\n") + "\n"
    }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/contact.md") {
        $0 + "\n{{new_clients | top 2 nationality\(language == "fi" ? " | in ela" : "")}}.\n"
      }
    }
    #expect(try workshop.build().filter { $0.rule != .translationStale } == [])
    let text = try String(
      contentsOf: workshop.output.appending(path: "site/2021-H1/fi/review.txt"), encoding: .utf8)
    #expect(text.contains("Irakista ja Afganistanista."))
    try workshop.edit("Content/2021-H1/fi/contact.md") { $0.replacing("top 2", with: "top 3") }
    #expect(try workshop.check().map(\.rule).contains(.citationUnavailable))
  }

  @Test("every rule is explained, in words of its own, in the three languages")
  func explanations() {
    for language in MessageCatalogue.languages {
      let catalogue = MessageCatalogue(language: language)
      let explanations = Rule.allCases.map { catalogue.text(of: $0.page) }
      #expect(Set(explanations).count == Rule.allCases.count)
      #expect(explanations.allSatisfy { $0.count > 20 && $0.hasSuffix(".") })
      #expect(
        language == "en" || Set(explanations).isDisjoint(with: Rule.allCases.map(\.explanation)))
    }
  }
}

extension Workshop {
  /// What `katsaus check` finds; nothing is written.
  func check() throws -> [Diagnostic] {
    let project = try Project.read(folders)
    let found = try project.value.map { try $0.check($0.editions) } ?? []
    return placed(project.findings + found)
  }
}
