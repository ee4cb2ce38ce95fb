import Diagnostics
import DocumentModel
import Localization
import Periods
import Statistics
import TestSupport
import Testing
import YAMLReading

@testable import Composition

/// Reads citations against the sample edition, or one whose files were changed.
struct CitationDesk {
  let parser: CitationParser
  let answerer: CitationAnswerer
  let edition: ProtectedEdition
  let words: Words

  init(
    asking citations: [String] = [], compared: [String] = ["2020-H1"],
    facts: FactSheet = FactSheet(),
    records: (_ set: String, _ text: String) -> String = { $1 }
  ) throws {
    let declaration = try #require(try Sample.declaration().value)
    let dataset = try #require(
      Dataset.read(
        declaration, records: try Sample.records(edit: records),
        history: try Sample.file("Content/2021-H1/history.csv")
      ).value)
    let settings = EditionSettings(
      period: Sample.period, release: try #require(Day(year: 2021, month: 7, day: 21)),
      standfirst: LocalizedText(["en": "Numbers"]), articles: [],
      compared: compared.compactMap { Period(id: $0) }, isSynthetic: true, exceptions: [],
      accepted: [], location: SourceLocation(path: "edition.yaml"), silences: [], later: [])
    words = try #require(
      Words.read(try Sample.file("Templates/words/en.yaml"), language: .en).value)
    let place = SourceLocation(path: "article.md", line: 1, column: 1)
    let paragraph = citations.map {
      Inline<Authored>.embed(Citation(source: $0, location: place))
    }
    let article = Article<Authored>(
      id: "article", title: [], text: Text(blocks: [Block(.paragraph(paragraph), at: place)]),
      location: place)
    let requests = EditionText(language: .en, articles: [article]).requests(
      declaration: declaration, settings: settings, facts: facts)
    let edition = dataset.protect(
      period: Sample.period, policy: DisclosurePolicy(threshold: 5),
      exceptions: Sample.exceptions(declaration), requests: requests
    ).value
    self.edition = edition
    parser = CitationParser(declaration: declaration, facts: facts)
    let names = CategoryNames(words: words)
    answerer = CitationAnswerer(
      edition: settings, facts: facts, language: .en,
      lookup: { edition[$0] ?? .count(.suppressed) }, label: { names.label(of: $0) })
  }

  /// What a reader gets for `{{source}}`.
  func read(_ source: String) -> Diagnosed<String?> {
    let place = SourceLocation(path: "article.md", line: 3, column: 7)
    let parsed = parser.parse(Citation(source: source, location: place))
    guard let query = parsed.value else { return Diagnosed(nil, findings: parsed.findings) }
    let answer = answerer.answer(query, at: place)
    return Diagnosed(answer.value?.text, findings: parsed.findings + answer.findings)
  }
}
