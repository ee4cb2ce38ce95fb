import Composition
import Diagnostics
import DocumentModel
import Localization

/// How far an article is in one language.
package enum TranslationState: Sendable, Hashable {
  case written
  case missing
  case publishedLater
  /// The original has changed since: the first lines of its paragraphs that are new or other.
  case stale(original: String, lines: [Int])
}

/// A paragraph of a file: its first line and a digest of its words.
private struct Paragraph {
  let line: Int
  let digest: String
}

extension EditionContent {
  /// The state of each article in each language that was read.
  func translationStates() -> [(article: String, states: [(Language, TranslationState)])] {
    settings.articles.map { listed in
      (
        listed.id,
        texts.map { text in
          guard let article = text.articles.first(where: { $0.id == listed.id }) else {
            return (text.language, .missing)
          }
          return (text.language, state(of: article))
        }
      )
    }
  }

  private func state(of article: Article<Authored>) -> TranslationState {
    if article.isPublishedLater { return .publishedLater }
    guard let translation = article.translation,
      let original = original(of: article, translation)
    else { return .written }
    let known = Set(translation.digests)
    let changed = paragraphs(of: original).filter { !known.contains($0.digest) }
    return changed.isEmpty
      ? .written : .stale(original: original.path, lines: changed.map(\.line))
  }

  private func original(of article: Article<Authored>, _ translation: Translation) -> SourceFile? {
    inputs.first { $0.path.hasSuffix("/\(id)/\(translation.language)/\(article.id).md") }
  }

  /// A warning for each translation whose original has changed.
  func staleFindings() -> [Diagnostic] {
    texts.flatMap(\.articles).compactMap { article in
      guard case .stale(let path, let lines) = state(of: article), let place = article.translation,
        let original = inputs.first(where: { $0.path == path })
      else { return nil }
      return .stale(
        path, lines, digests: paragraphs(of: original).map(\.digest), at: place.location)
    }
  }
}

/// Runs of lines that are not blank.
///
/// What a file says of its own translation is no part of its words.
private func paragraphs(of file: SourceFile) -> [Paragraph] {
  let text = String(decoding: file.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  var paragraphs: [Paragraph] = []
  var words: [Substring] = []
  var start = 0
  func close(_ words: [Substring], _ start: Int) -> Paragraph {
    let joined = words.joined(separator: " ")
    return Paragraph(line: start, digest: String(digest(of: Array(joined.utf8)).prefix(8)))
  }
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if line.hasPrefix("translated_from:") || line.hasPrefix("original:") { continue }
    if line.allSatisfy(\.isWhitespace) {
      if !words.isEmpty { paragraphs.append(close(words, start)) }
      words = []
    } else {
      if words.isEmpty { start = index + 1 }
      words += line.split(separator: " ")
    }
  }
  return words.isEmpty ? paragraphs : paragraphs + [close(words, start)]
}

extension Diagnostic {
  fileprivate static func stale(
    _ path: String, _ lines: [Int], digests: [String], at location: SourceLocation
  ) -> Diagnostic {
    let places = lines.prefix(5).map { "\($0)" }.joined(separator: ", ")
    let more = lines.count > 5 ? " and further" : ""
    return Diagnostic(
      .translationStale, at: location,
      "The original has changed since this was translated: \(path), line \(places)\(more)",
      help: "bring the translation up to date, then write in its front matter: original: "
        + "[\(digests.joined(separator: ", "))]")
  }
}

/// Where an edition stands: its articles, and how far each is in each language.
package struct EditionStatus: Sendable {
  package let languages: [Language]
  package let articles: [(id: String, states: [TranslationState])]
}

extension Project {
  /// How far each article of an edition is in each language; findings that hinder reading come too.
  package func status(of id: String) throws -> Diagnosed<EditionStatus?> {
    var findings: [Diagnostic] = []
    guard
      let content = try readEdition(id, languages: publication.languages).reporting(to: &findings)
    else { return Diagnosed(nil, findings: findings) }
    let status = EditionStatus(
      languages: content.texts.map(\.language),
      articles: content.translationStates().map { ($0.article, $0.states.map(\.1)) })
    return Diagnosed(status)
  }
}
