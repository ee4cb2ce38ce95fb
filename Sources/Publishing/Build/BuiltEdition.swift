import Checking
import Composition
import Diagnostics
import DocumentModel
import Foundation
import Localization
import Statistics
import Writing

/// An edition with everything that is written of it, by path from the folder `site`.
struct BuiltEdition: Sendable {
  let content: EditionContent
  let renditions: [Rendition]
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
  ///
  /// `browser` prints the PDFs; without one there are none.
  func compose(
    _ content: EditionContent, browser: Browser?
  ) throws -> Diagnosed<BuiltEdition?> {
    var findings: [Diagnostic] = []
    let protected = protect(content).reporting(to: &findings)
    let editions = composed(content, protected, hasPDF: browser != nil).reporting(to: &findings)
    guard !findings.hasErrors else { return Diagnosed(nil, findings: findings) }
    let papers = editions.concurrentMap { paper(of: $0, words: $1, images: content.images) }
    let works = zip(editions, papers).map { ($0.0, $0.1, $1) }
    var renditions = works.concurrentMap { self.renditions(of: $0, words: $1, on: $2) }.flatMap(
      \.self)
    if let browser {
      let day = "\(content.settings.release)"
      let printed = works.concurrentMap {
        edition, words, paper in
        Result {
          Rendition(
            path: "\(edition.id)/\(edition.language)/review.pdf",
            bytes: try pdf(of: edition, words: words, on: paper, by: browser, day: day))
        }
      }
      renditions += try printed.map { try $0.get() }
    }
    renditions += protected.tables.map { table in
      let comparison = PeriodComparison(
        table, in: protected, with: content.settings.compared.first)
      let rows = DataRows(of: table, comparison: comparison, period: content.settings.period)
      return Rendition(path: "\(content.id)/data/\(table.id).csv", text: rows.csv)
    }
    renditions += fontFiles(of: content.id)
    renditions += content.images.map { image in
      Rendition(path: "\(content.id)/\(image.path)", bytes: image.bytes)
    }
    return Diagnosed(BuiltEdition(content: content, renditions: renditions), findings: findings)
  }

  /// The edition in each language, with everything that is wrong with its words.
  func composed(
    _ content: EditionContent, _ protected: ProtectedEdition, hasPDF: Bool = false
  ) -> Diagnosed<[(ComposedEdition, Words)]> {
    let material = EditionMaterial(
      publication: publication, settings: content.settings, facts: content.facts,
      protected: protected,
      images: Dictionary(uniqueKeysWithValues: content.images.map { ($0.path, $0.size) }),
      languages: publication.languages, hasPDF: hasPDF)
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
    let compared = declaration.comparedFacts(with: content.settings.compared.first)
    let requests = content.texts.reduce(into: compared) { requests, text in
      requests.formUnion(
        text.requests(
          declaration: declaration, settings: content.settings, facts: content.facts))
    }
    return content.dataset.protect(
      period: content.settings.period, policy: publication.policy,
      exceptions: content.settings.exceptions, requests: requests)
  }

  private func paper(
    of edition: ComposedEdition, words: Words, images: [EditionImage]
  ) -> Paper {
    let addresses = images.map { image in
      let data = Data(image.bytes).base64EncodedString()
      return (image.path, "data:\(mediaType(ofImage: image.path));base64,\(data)")
    }
    return Paper(
      address: "\(publication.site)\(edition.id)/",
      images: Dictionary(uniqueKeysWithValues: addresses),
      checksum: digest(of: Array(plainText(of: edition, words: words).utf8)))
  }

  private func renditions(
    of edition: ComposedEdition, words: Words, on paper: Paper
  ) -> [Rendition] {
    let folder = "\(edition.id)/\(edition.language)"
    return [
      Rendition(path: "\(folder)/index.html", text: webPage(of: edition, words: words)),
      Rendition(
        path: "\(folder)/print.html", text: printPage(of: edition, words: words, on: paper)),
      Rendition(path: "\(folder)/review.txt", text: plainText(of: edition, words: words)),
    ]
  }
}
