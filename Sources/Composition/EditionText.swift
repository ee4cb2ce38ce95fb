import DocumentModel
import Localization
import Statistics

/// The words of one edition in one language, as they were written.
package struct EditionText: Sendable {
  package let language: Language
  /// In the order of the edition.
  package let articles: [Article<Authored>]

  package init(language: Language, articles: [Article<Authored>]) {
    self.language = language
    self.articles = articles
  }
}

extension EditionText {
  /// Every fact that some sentence states, whether or not it may be told.
  package func requests(
    declaration: StatisticsDeclaration, settings: EditionSettings, facts: FactSheet
  ) -> Set<FactRequest> {
    let parser = CitationParser(declaration: declaration, facts: facts)
    var requests: Set<FactRequest> = []
    // An answerer that is told 1 of everything asks for everything it would need.
    let answerer = CitationAnswerer(
      edition: settings, facts: facts, language: language,
      lookup: { request in
        requests.insert(request)
        return .count(.published(1))
      },
      label: { $0.code })
    for citation in articles.flatMap(\.citations) {
      guard let query = parser.parse(citation).value else { continue }
      _ = answerer.answer(query, at: citation.location)
    }
    return requests
  }

  /// The figures placed, in reading order.
  var figureRequests: [FencedRequest] {
    articles.flatMap { $0.text.blocks.flatMap(\.requests) }
      .filter { $0.kind == .chart || $0.kind == .table }
  }
}
