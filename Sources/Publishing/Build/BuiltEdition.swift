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
  ///
  /// Throws `FileFailure` when the browser fails that prints the PDFs.
  func compose(
    _ content: EditionContent, pdfs: PDFSource = .none
  ) throws -> Diagnosed<BuiltEdition?> {
    var findings: [Diagnostic] = []
    let protected = protect(content).reporting(to: &findings)
    let editions = composed(content, protected, hasPDF: pdfs.isThere).reporting(to: &findings)
    // What the audit would find must not be written first.
    if !findings.hasErrors { findings += auditFindings(content, protected, editions.map(\.0)) }
    guard !findings.hasErrors else { return Diagnosed(nil, findings: findings) }
    let paper = paper(of: content)
    var renditions = editions.concurrentMap { edition, words in
      self.renditions(of: edition, words: words, on: paper)
    }.flatMap(\.self)
    renditions += try pdfRenditions(
      of: editions, on: paper, from: pdfs, day: "\(content.settings.release)")
    renditions += protected.tables.map { table in
      let rows = DataRows(
        of: table, comparison: comparison(of: table, in: protected, content),
        period: content.settings.period)
      return Rendition(path: "\(content.id)/data/\(table.id).csv", text: rows.csv)
    }
    renditions += fontFiles(of: content.id)
    renditions += content.images.map { image in
      Rendition(path: "\(content.id)/\(image.path)", bytes: image.bytes)
    }
    let expected = statements(of: content, editions, protected)
    return Diagnosed(
      BuiltEdition(content: content, renditions: renditions, expected: expected),
      findings: findings)
  }

  /// The edition in each language, with everything that is wrong with its words.
  func composed(
    _ content: EditionContent, _ protected: ProtectedEdition, hasPDF: Bool = false
  ) -> Diagnosed<[(ComposedEdition, Words)]> {
    let material = EditionMaterial(
      publication: publication, settings: content.settings, policy: policy,
      facts: content.facts, protected: protected,
      images: Dictionary(uniqueKeysWithValues: content.images.map { ($0.path, $0.size) }),
      languages: publication.languages, hasPDF: hasPDF)
    let checked = CheckMaterial(
      edition: protected, publication: publication, settings: content.settings,
      facts: content.facts, sources: content.sources,
      cover: self.content.shown("\(content.id)/edition.yaml"),
      drawings: content.images.filter { $0.path.hasSuffix(".svg") }.map { image in
        Drawing(
          path: self.content.shown("\(content.id)/\(image.path)"),
          text: String(decoding: image.bytes, as: UTF8.self))
      })
    // Composing and checking a language take equally long, so that two processors share them well.
    let work = content.texts.flatMap { [Work.checking($0), .composing($0)] } + [.comparing]
    let done = work.concurrentMap { work -> Done in
      switch work {
      case .composing(let text):
        guard let words = words[text.language] else { return Done() }
        let edition = Composition.compose(text, material, words: words)
        return Done(
          edition: edition.value.withChecksum(words), words: words, findings: edition.findings)
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

  /// What stands beside a table from an earlier period.
  func comparison(
    of table: ProtectedTable, in edition: ProtectedEdition, _ content: EditionContent
  ) -> PeriodComparison? {
    PeriodComparison(
      table, in: edition, with: content.settings.compared.first,
      threshold: publication.policy.threshold)
  }

  func paper(of content: EditionContent) -> Paper {
    let addresses = content.images.map { image in
      // 1,400 points over the width of the text are as fine as paper shows.
      let enough = Image.smaller(of: image.path, image.size).first { $0.width >= 1400 }
      let file = content.images.first { $0.path == enough?.path } ?? image
      return (image.path, file.address)
    }
    return Paper(
      address: "\(publication.site)\(content.id)/",
      images: Dictionary(uniqueKeysWithValues: addresses))
  }

  func renditions(
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

extension ComposedEdition {
  /// The same with the checksum of its plain text, which its paper prints.
  fileprivate func withChecksum(_ words: Words) -> ComposedEdition {
    var edition = self
    let digits = Array(digest(of: Array(plainText(of: self, words: words).utf8)))
    // In groups of eight, so that an eye can follow them.
    edition.colophon.checksum = stride(from: 0, to: digits.count, by: 8)
      .map { String(digits[$0..<min($0 + 8, digits.count)]) }.joined(separator: " ")
    return edition
  }
}
