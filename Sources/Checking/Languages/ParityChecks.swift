import Diagnostics
import Localization

/// Finds what one language says and another does not: numbers, days, figures and links.
///
/// Words, cases and order are each language’s own; what is cited is not. The language that stands alone
/// gets the finding, at the place that answers to the others’.
struct ParityChecks {
  private typealias Saying = ArticleContent.Saying

  func findings(_ versions: [(language: Language, article: ReadArticle)]) -> [Diagnostic] {
    let contents = versions.map { ArticleContent($0.article, $0.language) }
    // A number that one language alone types is found as such.
    let typing = contents.map { Set($0.typed.map(\.key)).count }.max() ?? 0
    let typed = contents.filter { Set($0.typed.map(\.key)).count == typing }
    return differences(contents, \.citations, .number)
      + (typed.count > 1 ? differences(typed, \.typed, .number) : [])
      + differences(contents, \.names, .number)
      + differences(contents, \.days, .day)
      + differences(contents, \.links, .link)
      + figures(contents)
  }

  /// A number may be repeated in one language and not in another; it has to be there.
  private func differences(
    _ contents: [ArticleContent], _ kind: KeyPath<ArticleContent, [Saying]>,
    _ difference: Difference
  ) -> [Diagnostic] {
    var missing: [Diagnostic] = []
    var alone: [Diagnostic] = []
    for key in Set(contents.flatMap { $0[keyPath: kind].map(\.key) }).sorted() {
      let having = contents.filter { $0[keyPath: kind].contains { $0.key == key } }
      let lacking = contents.filter { !$0[keyPath: kind].contains { $0.key == key } }
      guard !lacking.isEmpty, let model = having.first,
        let saying = model[keyPath: kind].first(where: { $0.key == key })
      else { continue }
      if having.count > lacking.count {
        missing += lacking.map { content in
          difference.missing(
            key, saying.place, model.language, at: place(of: saying, model, in: content, kind))
        }
      } else {
        alone += having.compactMap { content in
          content[keyPath: kind].first(where: { $0.key == key }).map {
            difference.alone(key, at: $0.place)
          }
        }
      }
    }
    // Another number in the place of one that is missing is one mistake.
    let places = Set(missing.map(\.location))
    return missing + alone.filter { !places.contains($0.location) }
  }

  /// Where a language lacks what another says: at what stands there instead, or in the same passage.
  private func place(
    of saying: Saying, _ model: ArticleContent, in content: ArticleContent,
    _ kind: KeyPath<ArticleContent, [Saying]>
  ) -> SourceLocation {
    let isAligned = saying.passage < 0 || model.passages.count == content.passages.count
    let own = content[keyPath: kind].filter { $0.passage == saying.passage }
    let theirs = model[keyPath: kind].filter { $0.passage == saying.passage }
    let instead = own.last { one in
      own.count { $0.key == one.key } > theirs.count { $0.key == one.key }
    }
    guard isAligned else { return content.place }
    if let instead { return instead.place }
    if let typed = content.typed.first(where: { $0.passage == saying.passage }) {
      return typed.place
    }
    // After what stands before it in the other language.
    let before = theirs.prefix { $0.key != saying.key }.reversed()
    let neighbour = before.lazy.compactMap { one in own.last { $0.key == one.key } }.first
    let start = saying.passage < 0 ? content.place : content.passages[saying.passage]
    return neighbour?.place ?? start
  }

  private func figures(_ contents: [ArticleContent]) -> [Diagnostic] {
    guard
      let model = contents.max(by: { left, right in
        alike(left, contents) < alike(right, contents)
      })
    else { return [] }
    return contents.compactMap { content -> Diagnostic? in
      let own = content.figures
      guard own.map(\.key) != model.figures.map(\.key) else { return nil }
      let different = own.indices.first { index in
        index >= model.figures.count || own[index].key != model.figures[index].key
      }
      let place = different.map { own[$0].place } ?? own.last?.place ?? content.place
      return .figuresDiffer(model.language, at: place)
    }
  }

  private func alike(_ one: ArticleContent, _ contents: [ArticleContent]) -> Int {
    contents.count { $0.figures.map(\.key) == one.figures.map(\.key) }
  }
}

/// What can differ between languages.
private enum Difference {
  case number
  case day
  case link

  func missing(
    _ key: String, _ there: SourceLocation, _ language: Language, at place: SourceLocation
  ) -> Diagnostic {
    switch self {
    case .number: .numberMissing(key, there, language, at: place)
    case .day: .dayMissing(key, there, language, at: place)
    case .link: .linkMissing(key, there, language, at: place)
    }
  }

  func alone(_ key: String, at place: SourceLocation) -> Diagnostic {
    switch self {
    case .number: .numberAlone(key, at: place)
    case .day: .dayAlone(key, at: place)
    case .link: .linkAlone(key, at: place)
    }
  }
}

extension Language {
  /// An article in it, as a message names where something stands.
  fileprivate var article: Message {
    switch self {
    case .fi: "the Finnish article"
    case .sv: "the Swedish article"
    case .en: "the English article"
    }
  }
}

extension Diagnostic {
  fileprivate static func numberMissing(
    _ key: String, _ there: SourceLocation, _ language: Language, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .parityNumber, at: place,
      "“\(key)” stands in \(language.article) (line \(there.line)) and not here",
      help: "say the same number in every language; here it is missing or another one")
  }

  fileprivate static func numberAlone(_ key: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .parityNumber, at: place, "“\(key)” stands here and in no other language of this article",
      help: "say the same number in every language, or take it out here")
  }

  fileprivate static func dayMissing(
    _ day: String, _ there: SourceLocation, _ language: Language, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .parityNumber, at: place,
      "\(day) stands in \(language.article) (line \(there.line)) and not here",
      help: "write the same day or year in every language")
  }

  fileprivate static func dayAlone(_ day: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .parityNumber, at: place, "\(day) stands here and in no other language of this article",
      help: "write the same day or year in every language")
  }

  fileprivate static func linkMissing(
    _ link: String, _ there: SourceLocation, _ language: Language, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .parityLink, at: place,
      "A link to “\(link)” stands in \(language.article) (line \(there.line)) and not here",
      help: "point to the same places in every language")
  }

  fileprivate static func linkAlone(_ link: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .parityLink, at: place,
      "A link to “\(link)” stands here and in no other language of this article",
      help: "point to the same places in every language")
  }

  fileprivate static func figuresDiffer(
    _ language: Language, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .parityFigure, at: place,
      "Other figures stand here, or in another order, than in \(language.article)",
      help: "place the same figures in the same order in every language")
  }
}
