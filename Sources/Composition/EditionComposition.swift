import Diagnostics
import DocumentModel
import Localization
import Periods
import Statistics

/// What an edition is composed of, beside its text.
package struct EditionMaterial: Sendable {
  package let publication: Publication
  package let settings: EditionSettings
  package let policy: DisclosurePolicy
  package let facts: FactSheet
  package let protected: ProtectedEdition
  /// Sizes of the edition's images, by path from the edition's folder.
  package let images: [String: Image.Size]
  /// The languages in which the edition is published.
  package let languages: [Language]
  /// A PDF is made of every language.
  package let hasPDF: Bool

  package init(
    publication: Publication, settings: EditionSettings, policy: DisclosurePolicy,
    facts: FactSheet, protected: ProtectedEdition, images: [String: Image.Size],
    languages: [Language], hasPDF: Bool = false
  ) {
    self.publication = publication
    self.settings = settings
    self.policy = policy
    self.facts = facts
    self.protected = protected
    self.images = images
    self.languages = languages
    self.hasPDF = hasPDF
  }
}

/// Puts an edition together in one language, from published cells alone.
package func compose(
  _ text: EditionText, _ material: EditionMaterial, words: Words
) -> Diagnosed<ComposedEdition> {
  let requests = text.figureRequests
  // A figure may come with an article that this language gets later, or that could not be read.
  let absent = material.settings.articles.map(\.id).filter { id in
    !text.articles.contains { $0.id == id }
  }
  let isWhole = absent.isEmpty && !text.articles.contains(where: \.isPublishedLater)
  var findings = placementFindings(
    on: requests, material.protected, of: material.settings.period.id
  )
  .filter { isWhole || $0.rule != .figureUnplaced }
  var placed: [String] = []
  for request in requests where !placed.contains(request.argument) {
    placed.append(request.argument)
  }
  let figures = FigureComposer(
    edition: material.protected, words: words,
    threshold: material.publication.policy.threshold, compared: material.settings.compared.first,
    placed: placed)
  let parser = CitationParser(declaration: material.protected.declaration, facts: material.facts)
  let answerer = CitationAnswerer(
    edition: material.settings, facts: material.facts, language: text.language,
    lookup: { material.protected[$0] ?? .count(.suppressed) },
    showsZeros: material.policy.showsZeros,
    label: { figures.names.label(of: $0) })
  var composer = ArticleComposer(
    parser: parser, answerer: answerer, figures: figures, images: material.images, words: words,
    anchors: Anchors(), typographer: Typographer(language: text.language))
  composer.defineAnchors(articles: text.articles, figures: placed)
  if !absent.isEmpty {
    composer.expectAnchors(absent, figures: material.protected.tables.map(\.id), placed)
  }
  let articles = text.articles.map { composer.compose($0) }
  findings += composer.findings
  let assembly = EditionAssembly(
    articles: articles, material: material, words: words, figures: figures)
  return Diagnosed(assembly.edition, findings: findings)
}

extension ArticleComposer {
  /// Every place is known before the first reference is read.
  fileprivate mutating func defineAnchors(articles: [Article<Authored>], figures placed: [String]) {
    for (index, id) in placed.enumerated() {
      anchors.define(id, name: words(.figureReference, ["number": String(index + 1)]))
    }
    for article in articles {
      // Titles are composed again with the article, which then reports what is wrong with them.
      var trial = self
      let name = trial.inlines(article.shortTitle ?? article.title).plain
      anchors.define(articleID: article.id, name: name)
    }
  }
}

extension ArticleComposer {
  /// That an article is absent was said once; what points to it or to its figures is not wrong too.
  fileprivate mutating func expectAnchors(
    _ absent: [String], figures: [String], _ placed: [String]
  ) {
    for id in figures where !placed.contains(id) { anchors.define(id, name: id) }
    for id in absent { anchors.define(articleID: id, name: id) }
  }
}

/// Figures that no table is declared for, that stand twice or nowhere.
private func placementFindings(
  on requests: [FencedRequest], _ protected: ProtectedEdition, of edition: String
) -> [Diagnostic] {
  let known = protected.tables.map(\.id)
  var findings: [Diagnostic] = []
  var seen: Set<String> = []
  for request in requests {
    if !known.contains(request.argument) {
      findings.append(.noSuchFigure(request.argument, among: known, at: request.location))
    } else if !seen.insert(request.argument).inserted {
      findings.append(.figureTwice(request.argument, at: request.location))
    }
  }
  // An edition of articles alone lacks no figure.
  guard !requests.isEmpty else { return findings }
  let placed = Set(requests.map(\.argument))
  for table in protected.declaration.tables where !placed.contains(table.id) {
    findings.append(.figureUnplaced(table, in: edition))
  }
  return findings
}

extension Diagnostic {
  fileprivate static func noSuchFigure(
    _ id: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .declarationUnknown, at: location, "No table named “\(id)” is declared",
      help: suggestion(for: id, among: known, kind: "tables"))
  }

  fileprivate static func figureTwice(_ id: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .figureTwice, at: location, "The figure “\(id)” stands twice in this edition",
      help: "keep one and point to it with [](#\(id))")
  }

  fileprivate static func figureUnplaced(
    _ table: TableDeclaration, in edition: String
  ) -> Diagnostic {
    Diagnostic(
      .figureUnplaced, at: table.location,
      "The figure “\(table.id)” stands in no article of \(edition)",
      help: "place it with ```chart \(table.id), or remove its table from statistics.yaml")
  }
}
