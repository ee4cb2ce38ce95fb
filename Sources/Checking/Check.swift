import Composition
import Diagnostics
import DocumentModel
import Localization
import Periods
import Statistics

/// What every language of an edition is checked against.
package struct CheckMaterial: Sendable {
  let edition: ProtectedEdition
  let publication: Publication
  let settings: EditionSettings
  let facts: FactSheet
  let parser: CitationParser
  let index: FactIndex
  /// The lines of every article’s file by its path.
  let sources: [String: [String]]
  /// The path of the edition’s file, which holds the words on the cover.
  let cover: String
  /// The drawings that articles show.
  let drawings: [Drawing]

  package init(
    edition: ProtectedEdition, publication: Publication, settings: EditionSettings,
    facts: FactSheet, sources: [String: [String]], cover: String,
    drawings: [Drawing] = []
  ) {
    self.drawings = drawings
    self.publication = publication
    self.cover = cover
    self.edition = edition
    self.settings = settings
    self.facts = facts
    self.sources = sources
    parser = CitationParser(declaration: edition.declaration, facts: facts)
    index = FactIndex(edition, facts: facts)
  }

  /// The words on the cover, as if they were an article.
  fileprivate func readCover(_ language: Language, _ reader: PassageReader) -> ReadArticle {
    let words = settings.standfirst[language.tag] ?? ""
    let place = SourceLocation(path: cover, line: 1)
    let article = Article<Authored>(
      id: "edition.yaml", title: [.text(words)], text: Text(blocks: []), location: place)
    let prose = Prose(
      words, of: ["standfirst", language.tag], path: cover, lines: sources[cover] ?? [])
    return ReadArticle(
      article: article, prose: prose, passages: prose.passages.map { reader.read($0) })
  }

  /// - `labels`: labels whose digits are no counts where a passage holds them.
  fileprivate func reader(_ language: Language, labels: [String]) -> PassageReader {
    let words = NumberWordScan(language: language)
    let exemptions = Exemptions(
      language: language, labels: labels, nouns: CountedNouns(language: language, edition: edition))
    return PassageReader(
      numbers: TypedNumbers(language: language, exemptions: exemptions, words: words),
      ratios: RatioScan(language: language, words: words),
      countWords: CountWordScan(language: language, exemptions: exemptions),
      parser: parser, edition: edition, facts: facts, settings: settings)
  }

  fileprivate func prose(of article: Article<Authored>) -> Prose {
    Prose(article, lines: sources[article.location.path] ?? [])
  }
}

/// The words of an edition in one language, read once for all checks.
package struct ReadText: Sendable {
  let language: Language
  let articles: [ReadArticle]
}

struct ReadArticle: Sendable {
  let article: Article<Authored>
  let prose: Prose
  let passages: [CheckedPassage]
}

/// Reads what the checks look at.
package func read(_ text: EditionText, _ material: CheckMaterial) -> ReadText {
  let language = text.language
  let reader = material.reader(language, labels: labelsWithDigits(material.edition, language))
  let articles = text.articles.filter { !$0.isPublishedLater }.map { article in
    let prose = material.prose(of: article)
    return ReadArticle(
      article: article, prose: prose, passages: prose.passages.map { reader.read($0) })
  }
  return ReadText(language: language, articles: [material.readCover(language, reader)] + articles)
}

/// What is wrong with the words of an edition in one language.
package func check(_ text: ReadText, _ material: CheckMaterial) -> [Diagnostic] {
  let language = text.language
  let numbers = NumberChecks(language: language, facts: material.index)
  let dates = DateChecks(language: language, release: material.settings.release)
  let times = RelativeTimes(language: language)
  let periods = PeriodChecks(language: language, settings: material.settings)
  let arithmetic = ArithmeticChecks(language: language, edition: material.edition)
  let claims = ClaimChecks(
    language: language, evidence: ClaimEvidence(edition: material.edition), numbers: numbers,
    hidden: HiddenCategories(material.edition, language: language),
    numbersOfPersons: material.facts.numbersOfPersons,
    statements: material.facts.statements.values.compactMap {
      $0.statement[language.tag]?.lowercased()
    })
  var contradictions = Contradictions(language: language, edition: material.edition)
  var findings: [Diagnostic] = []
  for article in text.articles {
    let prose = article.prose
    findings += expiredNotes(
      in: article.article, release: material.settings.release, language: language)
    findings += arithmetic.findings(in: prose, article.passages)
    for passage in article.passages {
      findings += numbers.findings(on: passage, in: prose)
      findings += dates.findings(on: passage.passage, in: prose)
      findings += times.findings(on: passage.passage, in: prose)
      findings += periods.findings(on: passage, in: prose)
      findings += claims.findings(on: passage, in: prose)
    }
    contradictions.note(article.passages, in: prose)
  }
  let names = NameChecks(
    reader: material.reader(language, labels: []), numbers: numbers, claims: claims)
  let shown = Set(text.articles.flatMap(\.article.imagePaths))
  let printed =
    printedNames(
      of: material.publication, material.settings, material.edition.declaration, in: language)
    + material.drawings.filter { drawing in
      shown.contains { drawing.path.hasSuffix("/\($0)") }
    }.flatMap(\.words)
  return findings + contradictions.findings() + printed.flatMap { names.findings(on: $0) }
}

/// What one language of an edition says and another does not.
package func checkParity(_ texts: [ReadText]) -> [Diagnostic] {
  let parity = ParityChecks()
  var ids: [String] = []
  for article in texts.flatMap(\.articles) where !ids.contains(article.article.id) {
    ids.append(article.article.id)
  }
  return ids.flatMap { id -> [Diagnostic] in
    let versions = texts.compactMap { text in
      text.articles.first { $0.article.id == id }.map { (language: text.language, article: $0) }
    }
    return versions.count > 1 ? parity.findings(versions) : []
  }
}

/// Takes out what the edition silences; a silence that silences nothing is a finding itself.
package func silenced(_ findings: [Diagnostic], by silences: [EditionSettings.Silence])
  -> [Diagnostic]
{
  var used: Set<EditionSettings.Silence> = []
  let kept = findings.filter { finding in
    let match = silences.first { silence in
      silence.rule == finding.rule && finding.location.path.hasSuffix("/" + silence.file)
        && (silence.line == nil || silence.line == finding.location.line)
    }
    if let match { used.insert(match) }
    return match == nil
  }
  return kept + silences.filter { !used.contains($0) }.map { .unused($0) }
}

/// The labels that readers meet with digits in them, such as *18–29*, the longest first.
private func labelsWithDigits(_ edition: ProtectedEdition, _ language: Language) -> [String] {
  let labels = edition.declaration.dimensions.flatMap { dimension in
    edition.declaration.codeList(of: dimension).codes.compactMap { $0.labels[language.tag] }
  }
  return Set(labels.filter { $0.contains(where: \.isNumber) }.map { $0.lowercased() })
    .sorted { ($1.count, $0) < ($0.count, $1) }
}

extension FactSheet {
  /// The names of facts that count people.
  fileprivate var numbersOfPersons: Set<String> {
    let units: Set = [
      "person", "persons", "people", "clients", "victims", "witnesses", "women", "men", "children",
    ]
    return Set(facts.filter { $0.value.unit.map { units.contains($0.lowercased()) } ?? false }.keys)
  }
}

extension Diagnostic {
  fileprivate static func unused(_ silence: EditionSettings.Silence) -> Diagnostic {
    Diagnostic(
      .silenceUnused, at: silence.location,
      "This silence of “\(silence.rule.rawValue)” silences nothing",
      help: "remove it, so that it cannot hide something later")
  }
}
