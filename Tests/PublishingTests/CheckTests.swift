import Diagnostics
import Foundation
import MessageCatalogue
import TestSupport
import Testing

@testable import Publishing

/// Planted errors, each with a clean twin, in the three languages.
@Suite("Checking the words of an edition")
struct CheckTests {
  struct Case: Sendable {
    let language: String
    let rule: Rule?
    let text: String

    init(_ language: String, _ rule: Rule?, _ text: String) {
      self.language = language
      self.rule = rule
      self.text = text
    }
  }

  static let cases: [Case] = [
    // Numbers
    Case("en", .numberUnbound, "The helpline took 412 calls."),
    Case("en", .numberUnbound, "The helpline took seventy-two calls."),
    Case("fi", .numberUnbound, "Puhelimeen tuli 412 soittoa."),
    Case("fi", .numberUnbound, "Apua sai kahdeksankymmentäviisi ihmistä."),
    Case("fi", .numberNear, "Puhuimme neljälletoista ihmiselle, ja kuudestatoista kerrottiin."),
    Case("sv", .numberUnbound, "Det kom 412 samtal."),
    Case("sv", .numberUnbound, "Det kom sjuttiotvå samtal."),
    Case("en", .numberNear, "There were 109 new clients."),
    Case("en", .numberNear, "There were 929 clients."),
    Case("en", .numberNear, "There were 993 clients."),
    Case("fi", .numberNear, "Asiakkaita oli 992."),
    Case("sv", .numberNear, "Det fanns 299 klienter."),
    Case("fi", .numberNear, "Uusia asiakkaita oli viisikymmentäseitsemän."),
    Case("en", .numberNear, "Women and girls were 58% of them."),
    Case("en", .numberFormat, "There were 1, 051 people."),
    Case("en", .numberFormat, "There were 1, 1051 people."),
    Case("en", .numberFormat, "There were 1 051 people."),
    Case("fi", .numberFormat, "Ihmisiä oli 1.051."),
    Case("fi", .numberFormat, "Osuus oli 61%."),
    Case("sv", .numberFormat, "Det var 1,051 personer."),
    Case("en", .numberFormat, "The share was 61 %."),
    Case("en", nil, "It begins on 26 July 2021 at 12:30 and lasts 1 h 30 min."),
    Case("en", nil, "Call +358 295 463 177, day and night, 24/7, in 2021 or later in 2021."),
    Case("en", nil, "Under section 25 of Act 746/2011, since COVID-19, in 2014–2020."),
    Case("en", nil, "One can always call, and nobody is left alone in the H1 of the year."),
    Case("fi", nil, "Laki 746/2011, 4 luvun 38 §, tuli voimaan 1.9.2011 klo 12.30."),
    Case("fi", nil, "Yksikään ei jää yksin, ja toinen toistaan autetaan kahden kesken."),
    Case("fi", nil, "Avoinna 26. heinäkuuta 2021 alkaen, ja 18–29-vuotiaat ovat tervetulleita."),
    Case("sv", nil, "Enligt 4 kapitel 38 § i lag 746/2011, från den 1 september 2011 kl. 12.30."),
    Case("sv", nil, "En av oss ringer alltid, och i åldern 18–29 år är man välkommen."),
    Case("en", nil, "See part 2 and step 3 in Room 12, at Opastinsilta 12 A, 00520 Helsinki."),
    Case(
      "en", nil, "Open Monday to Friday 9–16, on 24 December from 9 a.m. to 12 noon, on a 5G phone."
    ),
    Case("en", nil, "On 12–13 October 2021, from 9.00 to 15.30 o'clock; see directive 2011/36/EU."),
    Case("en", nil, "It is almost always worth calling, and the two of them did."),
    Case("fi", nil, "Avoinna ma–pe klo 9–16 ja 24.12. klo 9–12; PL 10, 00086 Maahanmuuttovirasto."),
    Case("fi", nil, "Direktiivi 2011/36/EU ja rikoslain (39/1889) 25 luvun 3 §; katso kohta 2."),
    Case("fi", nil, "Tilaisuus on 12.–13.10.2021 klo 9.00–15.30. Lähes aina kannattaa soittaa."),
    Case("fi", nil, "2010-luvulla lukuja oli vähemmän, 1990-luvulla tuskin lainkaan."),
    Case(
      "sv", nil,
      "Öppet må–fre kl. 9–16 och den 24 december kl. 9–12; PB 10, 00086 Migrationsverket."),
    Case("sv", nil, "Se direktiv 2011/36/EU och 25 kap. 3 § i strafflagen (39/1889), punkt 2."),
    Case("sv", nil, "Båda två kom den 12–13 oktober 2021 kl. 9.00–15.30, på 2010-talet."),
    // Dates
    Case("en", .dateImpossible, "Open until 31 June 2021."),
    Case("fi", .dateImpossible, "Avoinna 31.6.2021 asti."),
    Case("sv", .dateImpossible, "Öppet till den 30 februari 2021."),
    Case("en", .dateReversed, "From 30 June 2021 – 1 January 2021."),
    Case("fi", .dateReversed, "Ajalla 30.6.–1.1.2021."),
    Case("en", .dateMixed, "From 1.1.2021 – 30 June 2021."),
    Case("en", .dateWeekday, "On Sunday 26 July 2021."),
    Case("fi", .dateWeekday, "Sunnuntaina 26.7.2021."),
    Case("sv", .dateWeekday, "Söndagen den 26 juli 2021."),
    Case("en", nil, "On Monday 26 July 2021, from 1 January – 30 June 2021."),
    Case("fi", nil, "Maanantaina 26.7.2021, ajalla 1.1.–30.6.2021."),
    Case("sv", nil, "Måndagen den 26 juli 2021, under 1 januari–30 juni 2021."),
    Case("en", .dateRelative, "The next course begins next autumn."),
    Case("fi", .dateRelative, "Kurssi alkaa ensi syksynä."),
    Case("sv", .dateRelative, "Kursen börjar nästa höst."),
    Case("en", .dateOutsidePeriod, "At the end of 2023 all was well."),
    Case("en", .baseUnnamed, "There were fewer than last year."),
    Case("fi", .baseUnnamed, "Niitä oli vähemmän kuin viime vuonna."),
    Case("sv", .baseUnnamed, "De var färre än i fjol."),
    // Claims
    Case("en", .claimUnbound, "The majority of them were adults."),
    Case("fi", .claimUnbound, "Enemmistö heistä oli aikuisia."),
    Case("sv", .claimUnbound, "Flertalet av dem var vuxna."),
    Case("en", .claimUnbound, "The number doubled."),
    Case(
      "en", .claimUntrue,
      "The majority, {{clients_of_record form=forced_labour}}, came from forced labour."),
    Case("en", .claimUntrue, "{{clients_of_record form=forced_labour | is majority}}Most came so."),
    Case("en", nil, "The majority, {{new_clients form=forced_labour}}, came from forced labour."),
    Case("en", nil, "{{new_clients form=forced_labour | is majority}}The majority came so."),
    Case(
      "en", .partsOpen,
      "Of the {{new_clients}}, {{new_clients form=forced_labour}}, "
        + "{{new_clients form=sexual_exploitation}} and {{new_clients form=forced_marriage}} are these."
    ),
    Case(
      "en", nil,
      "Of the {{new_clients}}, {{new_clients place=FI}} and {{new_clients place=ABROAD}}."),
    Case("en", .claimUntrue, "Over {{clients}} clients were helped."),
    Case("fi", .claimUntrue, "Lähes {{clients}} asiakasta sai apua."),
    Case("sv", .claimUntrue, "Nästan {{clients}} klienter fick hjälp."),
    Case("en", nil, "{{clients | is over 900}}Over 900 clients were helped."),
    Case("fi", nil, "{{clients | is over 900}}Yli yhdeksänsataa asiakasta sai apua."),
    Case("en", .claimUntrue, "Half of them, {{new_clients place=FI form=forced_labour}}, came so."),
    Case("sv", .claimUnbound, "Hälften av dem var kvinnor."),
    Case("fi", .claimUnbound, "Puolet heistä oli naisia."),
    Case("en", .claimUnbound, "Nearly all of them were women."),
    Case("en", .claimUntrue, "There were more referrals than in January–June 2020: {{referrals}}."),
    Case("fi", .claimUntrue, "Esityksiä, {{referrals}}, oli enemmän kuin tammi–kesäkuussa 2020."),
    Case("sv", .claimUntrue, "Framställningarna, {{referrals}}, var fler än i januari–juni 2020."),
    Case("en", nil, "There were fewer referrals than in January–June 2020: {{referrals}}."),
    Case("en", .claimUnbound, "There were more women than men."),
    Case("sv", .claimUnbound, "Antalet tredubblades."),
    Case("fi", .claimUnbound, "Määrä kaksinkertaistui."),
    Case("en", .claimUntrue, "We had {{clients_of_record}} adult clients."),
    Case("fi", .claimUntrue, "Meillä oli {{clients_of_record}} aikuista asiakasta."),
    Case("sv", .claimUntrue, "Vi hade {{clients_of_record}} vuxna klienter."),
    Case("en", nil, "More information is on our pages, and more people than ever call us."),
    Case("fi", nil, "Lisää tietoa saa sivuilta, ja enemmänkin kuin voisi luulla."),
    Case("sv", nil, "Mer information finns på våra sidor; först hjälper vi, sedan frågar vi."),
    // Arithmetic
    Case(
      "en", .partsOpen,
      "Of the 139 clients, 14 were children, 56 young, 42 middle-aged, 21 older and five unknown."),
    Case(
      "fi", .partsOpen, "Asiakkaista, joita oli 139, 14 oli lapsia, 56 nuoria, 42 muita, 26 ei."),
    Case("sv", .partsOpen, "Av de 139 var 14 barn, 56 unga, 42 medelålders och 26 äldre."),
    Case(
      "en", .partsOpen,
      "Of the {{new_clients}} people, 57 came from labour, 28 from sex, 19 from marriage and three so."
    ),
    Case("en", .shareWrong, "Of the 139 clients, 84 were women, or 61%, and 55 men, or 39%."),
    Case("fi", .shareWrong, "Asiakkaita oli 139, joista 84 eli 61 % oli naisia."),
    Case("sv", .shareWrong, "Av 139 klienter var 84, alltså 61 %, kvinnor."),
    Case("en", .numberNear, "They were one hundred and thirty-eight."),
    Case("fi", .numberNear, "Heitä oli satakolmekymmentäkahdeksan."),
    Case("sv", .numberNear, "De var etthundratrettioåtta."),
    Case("en", .numberUnbound, "Only one client had a lawyer."),
    Case("fi", .numberUnbound, "Vain yhdellä asiakkaalla oli avustaja."),
    Case("en", .numberNear, "It was 58.3% of them."),
    Case("fi", .numberFormat, "Kesto oli 4.5 viikkoa."),
    Case("en", .numberFormat, "It took 4,5 weeks."),
    Case("en", .factContradicts, "There were 263 new clients."),
    Case("sv", .factContradicts, "Det fanns 263 nya klienter."),
    Case("fi", .numberUnbound, "Tukea antoi 236 koulutettua vapaaehtoista."),
    Case("fi", .factContradicts, "Apuna oli 263 koulutettua vapaaehtoista."),
    Case("en", .dateOutsidePeriod, "In 2020 there were {{new_clients}} new clients."),
    Case("fi", .dateOutsidePeriod, "Vuonna 2020 uusia asiakkaita oli {{new_clients}}."),
    Case("sv", .dateOutsidePeriod, "Den 31 december 2020 hade vi {{clients}} klienter."),
    Case("en", .dateOutsidePeriod, "This is about 1 January – 31 July 2021."),
    Case("fi", .dateOutsidePeriod, "Luvut ovat ajalta 1.1.–31.5.2021."),
    Case("en", nil, "See Table 3, or sections 3 and 3 a, at Käenkuja 3 A, seven days a week."),
    Case("fi", nil, "Rikoslain 25 luvun 3 ja 3 a §; linja aukeaa kahdeksan aikaan, katso kuvio 2."),
    Case("sv", nil, "Se 25 kap. 3 och 3 a § i strafflagen, klockan åtta, sju dagar i veckan."),
    Case("en", nil, "Costs grew over the years, and the mood rose; the work has changed."),
    Case("en", nil, "In January–June 2020 there were {{referrals | previous}} referrals."),
    Case("en", nil, "Since 2014 we have grown; of {{new_clients}} people this is true in 2021."),
  ]

  @Test("every planted error is found at its line, and clean words are left alone")
  func planted() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    // One article more, in which each case stands in a paragraph of its own.
    try workshop.edit("Content/2021-H1/edition.yaml") {
      $0.replacing("  - contact\n", with: "  - contact\n  - planted\n")
    }
    var lines: [String: [String]] = [:]
    var expected: [(path: String, line: Int, rule: Rule?, text: String)] = []
    for language in ["fi", "sv", "en"] { lines[language] = ["---", "title: Planted", "---"] }
    for planted in Self.cases {
      lines[planted.language]?.append("")
      lines[planted.language]?.append(planted.text)
      let path = "Content/2021-H1/\(planted.language)/planted.md"
      expected.append((path, lines[planted.language]?.count ?? 0, planted.rule, planted.text))
    }
    for (language, lines) in lines {
      try workshop.write(
        "Content/2021-H1/\(language)/planted.md", lines.joined(separator: "\n") + "\n")
    }
    let found = try workshop.check().filter {
      ![.parityNumber, .parityLink, .parityFigure].contains($0.rule)
    }
    for (path, line, rule, text) in expected {
      let here = found.filter { $0.location.path == path && $0.location.line == line }
      if let rule {
        #expect(here.contains { $0.rule == rule }, "\(text): \(here.map(\.rendered))")
      } else {
        #expect(here == [], "\(text): \(here.map(\.rendered))")
      }
    }
    let lined = Set(expected.map { "\($0.path):\($0.line)" })
    let strays = found.filter { !lined.contains("\($0.location.path):\($0.location.line)") }
    #expect(strays == [], "\(strays.map(\.rendered))")
  }

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

  @Test("every rule is explained, in words of its own")
  func explanations() {
    let explanations = Rule.allCases.map(\.explanation)
    #expect(Set(explanations).count == Rule.allCases.count)
    #expect(explanations.allSatisfy { $0.count > 20 && $0.hasSuffix(".") })
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
