import Composition
import DocumentModel
import FactLedger
import Localization
import Reconciliation
import Statistics
import Writing

extension Project {
  /// What each file of an edition may say, by its path; the pages that list editions are not among them.
  func statements(
    of content: EditionContent, _ editions: [(ComposedEdition, Words)],
    _ protected: ProtectedEdition
  ) -> [String: StatedContent] {
    let surfaces = editions.flatMap { edition, words in
      Surface.renditions.map { (edition, words, $0) }
    }
    let base = "\(publication.site)\(content.id)/"
    let paper = paper(of: content)
    let works = surfaces.concurrentMap { edition, words, surface in
      (
        ledger(of: edition, on: surface),
        PageWriter(edition: edition, words: words, medium: .paper(paper)).chapterStyle
      )
    }
    let ledgers = works.map(\.0)
    var expected: [String: StatedContent] = [:]
    for (ledger, chapters) in works {
      let folder = "\(content.id)/\(ledger.language.tag)"
      switch ledger.surface {
      case .webPage:
        expected["\(folder)/index.html"] = .page(
          ledger,
          in: frame(
            ledger, base: base, style: webStyle(folder: "../"),
            images: content.images.map { ("../\($0.path)", $0.size) }))
      case .print:
        let images = content.images.compactMap { image in
          paper.images[image.path].map { ($0, image.size) }
        }
        expected["\(folder)/print.html"] = .page(
          ledger, in: frame(ledger, base: base, style: paperStyle(with: chapters), images: images))
      case .plainText: expected["\(folder)/review.txt"] = .text(ledger)
      case .dataFile: break
      }
    }
    for (edition, _) in editions where edition.hasPDF {
      expected["\(content.id)/\(edition.language)/review.pdf"] = .pdf(edition, base: base)
    }
    for table in protected.tables {
      expected["\(content.id)/data/\(table.id).csv"] = .data(
        publishedFields(
          of: table, at: content.settings.period, comparison(of: table, in: protected, content)))
    }
    for font in fontFiles(of: content.id) { expected[font.path] = .font(font.bytes) }
    let said = Set(
      ledgers.flatMap(\.passages).filter { $0.role == .alternative || $0.role == .caption }
        .flatMap { $0.entries.compactMap(\.reading) })
    for image in content.images {
      expected["\(content.id)/\(image.path)"] = .image(image.bytes, said: said)
    }
    return expected
  }

  private func frame(
    _ ledger: Ledger, base: String, style: String, images: [(address: String, size: Image.Size)]
  ) -> PageFrame {
    let words = words[ledger.language]
    let phrases = Phrase.allCases.compactMap { words?[$0] }.filter { phrase in
      !phrase.replacing("{number}", with: "").contains("{")
    }
    let sizes = images.map { ($0.address, ("\($0.size.width)", "\($0.size.height)")) }
    return PageFrame(
      base: base, style: style, phrases: phrases,
      images: Dictionary(sizes) { first, _ in first })
  }

  /// What pages that list editions may say: the names and periods of the editions in their languages.
  ///
  /// `folder` stands before the languages of an edition; nil for the editions’ own.
  func statedLines(of editions: [PublishedEdition], below folder: String?) -> StatedLines {
    var lines: [(language: Language, text: String)] = []
    var addresses: Set<String> = []
    let first = folder == nil ? nil : editions.first?.languages.first
    let helpline = publication.helpline(in: first ?? publication.languages[0])
    lines.append(
      (
        first ?? publication.languages[0],
        [helpline.title, helpline.phone, helpline.hours].joined(separator: " ")
      ))
    addresses.insert("tel:" + helpline.phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") })
    if let exit = helpline.exit { addresses.insert(exit) }
    for edition in editions {
      for language in edition.languages {
        let title = publication.title[language.tag] ?? ""
        lines.append((language, "\(title), \(language.months(of: edition.period))"))
        let path = "\(language.tag)/index.html"
        addresses.insert("\(folder ?? "\(edition.id)/")\(path)")
      }
      let own = edition.languages.first ?? publication.languages[0]
      if folder != nil {
        lines.append((own, "\(publication.title[own.tag] ?? "") \(own.months(of: edition.period))"))
      }
    }
    return StatedLines(
      lines: lines, addresses: addresses,
      style: webStyle(folder: folder ?? siteFolder(of: editions)))
  }
}
