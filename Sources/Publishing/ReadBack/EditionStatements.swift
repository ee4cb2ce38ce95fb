import Composition
import DocumentModel
import FactLedger
import Localization
import Reconciliation
import Statistics

extension Project {
  /// What each file of an edition may say, by its path; the pages that list editions are not among them.
  func statements(
    of content: EditionContent, _ editions: [ComposedEdition], _ protected: ProtectedEdition
  ) -> [String: StatedContent] {
    let surfaces = editions.flatMap { edition in Surface.renditions.map { (edition, $0) } }
    let addresses = content.images.map(\.address)
    let ledgers = surfaces.concurrentMap { ledger(of: $0, on: $1) }
    var expected: [String: StatedContent] = [:]
    for ledger in ledgers {
      let folder = "\(content.id)/\(ledger.language.tag)"
      switch ledger.surface {
      case .webPage:
        let paths = content.images.map { "../\($0.path)" }
        expected["\(folder)/index.html"] = .page(
          ledger,
          in: frame(ledger, content, style: "web/style.css", imagesAt: paths))
      case .print:
        expected["\(folder)/print.html"] = .page(
          ledger, in: frame(ledger, content, style: "print/style.css", imagesAt: addresses))
      case .plainText: expected["\(folder)/review.txt"] = .text(ledger)
      case .dataFile: break
      }
    }
    for table in protected.tables {
      expected["\(content.id)/data/\(table.id).csv"] = .data(publishedFields(of: table))
    }
    let said = Set(
      ledgers.flatMap(\.passages).filter { $0.role == .alternative || $0.role == .caption }
        .flatMap { $0.entries.compactMap(\.reading) })
    for image in content.images {
      expected["\(content.id)/\(image.path)"] = .image(image.bytes, said: said)
    }
    return expected
  }

  private func frame(
    _ ledger: Ledger, _ content: EditionContent, style: String, imagesAt addresses: [String]
  ) -> PageFrame {
    let words = words[ledger.language]
    let phrases = Phrase.allCases.compactMap { words?[$0] }.filter { phrase in
      !phrase.replacing("{number}", with: "").contains("{")
    }
    let sizes = content.images.map { ("\($0.size.width)", "\($0.size.height)") }
    return PageFrame(
      base: "\(publication.site)\(content.id)/", style: templates.style(style), phrases: phrases,
      images: Dictionary(zip(addresses, sizes)) { first, _ in first })
  }

  /// What pages that list editions may say: the names and periods of the editions in their languages.
  ///
  /// `folder` stands before the languages of an edition; nil for the editions’ own.
  func statedLines(of editions: [PublishedEdition], below folder: String?) -> StatedLines {
    var lines: [(language: Language, text: String)] = []
    var addresses: Set<String> = []
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
      lines: lines, addresses: addresses, style: templates.style("web/style.css"))
  }
}
