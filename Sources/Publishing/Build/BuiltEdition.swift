import Checking
import Composition
import Diagnostics
import DocumentModel
import Localization
import Statistics
import Writing

/// An edition with everything that is written of it, by path from the folder `site`.
struct BuiltEdition: Sendable {
  let content: EditionContent
  let renditions: [Rendition]
  /// What each of them may say.
  let expected: [String: StatedContent]
}

/// What of an edition can be worked on apart.
private enum Work: Sendable {
  case composing(EditionText)
  case checking(EditionText)
  /// Translations with their originals.
  case comparing
}

private struct Done: Sendable {
  var edition: ComposedEdition?
  var words: Words?
  var text: ReadText?
  var findings: [Diagnostic] = []
}

extension Project {
  /// Protects, composes, checks and writes one edition; nil when there are errors.
  func compose(_ content: EditionContent) -> Diagnosed<BuiltEdition?> {
    var findings: [Diagnostic] = []
    let protected = protect(content).reporting(to: &findings)
    let editions = composed(content, protected).reporting(to: &findings)
    guard !findings.hasErrors else { return Diagnosed(nil, findings: findings) }
    var renditions = editions.concurrentMap { edition, words in
      self.renditions(of: edition, words: words, images: content.images)
    }.flatMap(\.self)
    renditions += protected.tables.map { table in
      Rendition(path: "\(content.id)/data/\(table.id).csv", text: dataFile(of: table))
    }
    renditions += content.images.map { image in
      Rendition(path: "\(content.id)/\(image.path)", bytes: image.bytes)
    }
    let expected = statements(of: content, editions.map(\.0), protected)
    return Diagnosed(
      BuiltEdition(content: content, renditions: renditions, expected: expected),
      findings: findings)
  }

  /// The edition in each language, with everything that is wrong with its words.
  func composed(
    _ content: EditionContent, _ protected: ProtectedEdition
  ) -> Diagnosed<[(ComposedEdition, Words)]> {
    let material = EditionMaterial(
      publication: publication, settings: content.settings, policy: policy,
      facts: content.facts, protected: protected,
      images: Dictionary(uniqueKeysWithValues: content.images.map { ($0.path, $0.size) }),
      languages: publication.languages)
    let checked = CheckMaterial(
      edition: protected, settings: content.settings, facts: content.facts,
      sources: content.sources,
      cover: self.content.shown("\(content.id)/edition.yaml"))
    // Composing and checking a language take equally long, so that two processors share them well.
    let work = content.texts.flatMap { [Work.checking($0), .composing($0)] } + [.comparing]
    let done = work.concurrentMap { work -> Done in
      switch work {
      case .composing(let text):
        guard let words = words[text.language] else { return Done() }
        let edition = Composition.compose(text, material, words: words)
        return Done(edition: edition.value, words: words, findings: edition.findings)
      case .checking(let text):
        let read = Checking.read(text, checked)
        return Done(text: read, findings: Checking.check(read, checked))
      case .comparing:
        return Done(findings: content.staleFindings())
      }
    }
    let findings = done.flatMap(\.findings) + checkParity(done.compactMap(\.text))
    let editions = done.compactMap { done in
      if let edition = done.edition, let words = done.words { (edition, words) } else { nil }
    }
    return Diagnosed(editions, findings: silenced(findings, by: content.settings.silences))
  }

  /// What may be published of an edition: its tables and what its texts ask for.
  func protect(_ content: EditionContent) -> Diagnosed<ProtectedEdition> {
    content.dataset.protect(
      period: content.settings.period, policy: policy,
      exceptions: content.settings.exceptions, accepted: content.settings.accepted,
      requests: content.requests, considering: content.earlier,
      at: content.settings.location)
  }

  func renditions(
    of edition: ComposedEdition, words: Words, images: [EditionImage]
  ) -> [Rendition] {
    let folder = "\(edition.id)/\(edition.language)"
    let addresses = images.map { ($0.path, $0.address) }
    return [
      Rendition(path: "\(folder)/index.html", text: webPage(of: edition, words: words)),
      Rendition(
        path: "\(folder)/print.html",
        text: printPage(
          of: edition, words: words, images: Dictionary(uniqueKeysWithValues: addresses))),
      Rendition(path: "\(folder)/review.txt", text: plainText(of: edition, words: words)),
    ]
  }
}
