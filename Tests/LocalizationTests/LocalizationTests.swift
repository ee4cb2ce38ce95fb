import Diagnostics
import Localization
import Periods
import TestSupport
import Testing
import YAMLReading

@Suite("How a language writes")
struct LocalizationTests {
  @Test("numbers are grouped and signed")
  func numbers() {
    #expect(Language.en.number(1051) == "1,051")
    #expect(Language.fi.number(1051) == "1\u{A0}051")
    #expect(Language.sv.number(1_234_567) == "1\u{A0}234\u{A0}567")
    #expect(Language.en.number(-16) == "\u{2212}16")
    #expect(Language.en.percent(52) == "52%")
    #expect(Language.fi.percent(52) == "52\u{A0}%")
    #expect(Language.en.number(.min) == "\u{2212}9,223,372,036,854,775,808")
  }

  @Test("decimals and ordinals follow the language")
  func decimals() {
    #expect(Language.en.decimal(4, fraction: "5") == "4.5")
    #expect(Language.sv.decimal(1051, fraction: "25") == "1\u{A0}051,25")
    #expect(
      [1, 2, 3, 4, 11, 22].map(Language.en.ordinal) == ["1st", "2nd", "3rd", "4th", "11th", "22nd"])
    #expect([1, 3, 12, 22].map(Language.sv.ordinal) == ["1:a", "3:e", "12:e", "22:a"])
    #expect(Language.fi.ordinal(3) == "3.")
  }

  @Test("å, ä and ö end the alphabet of Finnish and Swedish, and stand with a and o in English")
  func alphabet() {
    let names = ["Österrike", "Zambia", "Åland", "Ängeln", "Érie", "Etelä", "Algeriet", "Syyria"]
    let ordered = { (language: Language) in
      names.sorted { language.isOrdered($0, before: $1) }
    }
    let nordic = ["Algeriet", "Érie", "Etelä", "Syyria", "Zambia", "Åland", "Ängeln", "Österrike"]
    #expect(ordered(.sv) == nordic && ordered(.fi) == nordic)
    #expect(
      ordered(.en)
        == ["Åland", "Algeriet", "Ängeln", "Érie", "Etelä", "Österrike", "Syyria", "Zambia"])
  }

  @Test("a half-year is written as its readers write it")
  func periods() throws {
    let half = try #require(Period(id: "2021-H1"))
    #expect(Language.en.range(half) == "1 January – 30 June 2021")
    #expect(Language.fi.range(half) == "1.1.–30.6.2021")
    #expect(Language.sv.range(half) == "1 januari–30 juni 2021")
    #expect(Language.en.months(of: half) == "January–June 2021")
    #expect(Language.fi.months(of: half) == "tammi–kesäkuu 2021")
    #expect(Language.en.months(of: try #require(Period(id: "2021"))) == "2021")
    #expect(Language.en.months(of: try #require(Period(id: "2021-07"))) == "July 2021")
  }

  @Test("number words run from zero to a hundred and no further", arguments: Language.allCases)
  func words(language: Language) {
    let words = (0...100).compactMap { language.words(for: $0) }
    #expect(Set(words).count == 101)
    #expect(language.words(for: 101) == nil && language.words(for: -1) == nil)
    #expect(
      Language.fi.words(for: 300) == "kolmesataa" && Language.en.words(for: 200) == "two hundred")
    #expect(Language.en.words(for: 45) == "forty-five")
    #expect(Language.fi.words(for: 45) == "neljäkymmentäviisi")
    #expect(Language.sv.words(for: 45) == "fyrtiofem")
  }

  @Test(
    "Finnish number words bend in every part",
    arguments: [
      (2, NumberCase.genitive, "kahden"), (5, .genitive, "viiden"), (8, .partitive, "kahdeksaa"),
      (12, .inessive, "kahdessatoista"), (25, .genitive, "kahdenkymmenenviiden"),
      (63, .elative, "kuudestakymmenestäkolmesta"), (40, .partitive, "neljääkymmentä"),
      (100, .adessive, "sadalla"), (400, .genitive, "neljänsadan"), (10, .elative, "kymmenestä"),
    ])
  func bending(number: Int, form: NumberCase, words: String) {
    #expect(Language.fi.words(for: number, in: form) == words)
    #expect(Language.en.words(for: number, in: form) == Language.en.words(for: number))
  }

  @Test("a phrase that is missing, unknown or empty is an error where the words are read")
  func phrases() throws {
    let file = try Sample.file("Templates/words/en.yaml")
    let text = String(decoding: file.bytes, as: UTF8.self)
    func findings(_ text: String) -> [Diagnostic] {
      Words.read(SourceFile(path: "en.yaml", text: text), language: .en).findings
    }
    #expect(findings(text) == [])
    #expect(findings(text.replacing("total: Total\n", with: "")).map(\.rule) == [.wordMissing])
    #expect(
      findings(text.replacing("total: Total\n", with: "total:\n")).map(\.rule) == [.wordMissing])
    #expect(findings(text + "\ntotals: All\n").map(\.rule) == [.yamlKey])
  }
}

@Suite("Days and periods")
struct DayTests {
  @Test("a day that does not exist is never moved to the next month")
  func nonexistent() {
    for text in ["2021-06-31", "31.6.2021", "2021-02-29", "29.2.2100", "2021-13-01", "0.1.2021"] {
      #expect(Day.reading(text) == .nonexistent, "\(text)")
    }
    for text in ["2021-6-30", "30.6.21", "June 2021", "2021/06/30", "", "30.6.", "2021-06-30x"] {
      #expect(Day.reading(text) == .unreadable, "\(text)")
    }
    let day = Day(year: 2021, month: 6, day: 30)
    #expect(day != nil)
    #expect(Day.reading("2021-06-30") == day.map(Day.Reading.day))
    #expect(Day.reading("30.6.2021") == day.map(Day.Reading.day))
    #expect(Day.reading("30.06.2021") == day.map(Day.Reading.day))
  }

  @Test("an edition’s name is its period")
  func periods() {
    for (id, start, end) in [
      ("2021", "2021-01-01", "2021-12-31"), ("2021-H2", "2021-07-01", "2021-12-31"),
      ("2024-Q1", "2024-01-01", "2024-03-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ] {
      let period = Period(id: id)
      #expect(period?.start.description == start && period?.end.description == end)
      #expect(period?.id == id)
    }
    for id in ["21", "2021-H3", "2021-Q0", "2021-13", "2021-", "2021-H1-x", "+021", "data"] {
      #expect(Period(id: id) == nil, "\(id)")
    }
  }

  @Test("YAML keeps what was typed and says where")
  func yaml() throws {
    let read = readYAML("a: NO\nb: [012, 1.0]\nc:\n  d: ~\n", path: "x.yaml")
    var findings: [Diagnostic] = []
    let mapping = try #require(read.value?.mapping(&findings))
    #expect(mapping["a"]?.text(&findings) == "NO")
    #expect(mapping["b"]?.texts(&findings) == ["012", "1.0"])
    #expect(mapping["c"]?.mapping(&findings)?["d"]?.isNull == true)
    #expect(mapping["b"]?.location.line == 2)
    #expect(findings == [])
    #expect(readYAML("a: 1\na: 2", path: "x").findings.map(\.rule) == [.yamlSyntax])
    let bomb = (1...9).reduce("a0: &a0 [x, x, x, x, x, x, x, x, x]\n") { text, level in
      text + "a\(level): &a\(level) [\(String(repeating: "*a\(level - 1), ", count: 9))x]\n"
    }
    #expect(readYAML(bomb, path: "x").findings.first?.rule == .yamlSyntax)
    #expect(readYAML("a: [1", path: "x", lineOffset: 3).findings.first?.location.line ?? 0 > 3)
    #expect(readYAML(String(repeating: "[", count: 500), path: "x").findings.hasErrors)
  }
}
