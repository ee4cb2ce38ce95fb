import Diagnostics
import DocumentModel
import Localization
import PDFEditing
import Writing

/// Where the PDFs of an edition come from.
enum PDFSource: Sendable {
  /// None is made.
  case none
  case browser(Browser)
  /// Those of the site, by path, for an audit that reads what is there and prints nothing.
  case site([String: [UInt8]])

  var isThere: Bool {
    switch self {
    case .none: false
    case .browser: true
    case .site(let files): !files.isEmpty
    }
  }
}

extension Project {
  func pdfRenditions(
    of editions: [(ComposedEdition, Words)], on paper: Paper, from source: PDFSource, day: String
  ) throws -> [Rendition] {
    let printed = editions.concurrentMap { edition, words in
      Result { () throws -> Rendition? in
        let path = "\(edition.id)/\(edition.language)/review.pdf"
        switch source {
        case .none: return nil
        case .site(let files): return files[path].map { Rendition(path: path, bytes: $0) }
        case .browser(let browser):
          return Rendition(
            path: path,
            bytes: try pdf(of: edition, words: words, on: paper, by: browser, day: day))
        }
      }
    }
    return try printed.compactMap { try $0.get() }
  }

  /// The paper edition, printed until the page numbers in it are those on which things stand.
  private func pdf(
    of edition: ComposedEdition, words: Words, on paper: Paper, by browser: Browser, day: String
  ) throws -> [UInt8] {
    // The first pass has room for numbers that nobody knows yet.
    var pages: [String: Int] = [:]
    for _ in 0..<5 {
      let numbered = Paper(
        address: paper.address, images: paper.images, pages: pages)
      let bytes = try browser.print(printPage(of: edition, words: words, on: numbered))
      guard let printed = PrintedPDF(bytes) else {
        throw FileFailure(path: browser.path, reason: "The browser did not print a PDF")
      }
      if printed.destinations == pages {
        return printed.finished(day: day, creator: "Katsaus \(katsausVersion)")
      }
      pages = printed.destinations
    }
    throw FileFailure(path: browser.path, reason: "The pages come out otherwise at each printing")
  }
}

extension Diagnostic {
  /// Everything else is built all the same.
  static func noBrowser(_ named: String?) -> Diagnostic {
    if let named {
      return Diagnostic(
        .pdfBrowser, at: SourceLocation(path: named),
        "There is no browser that can be started here",
        help: "name the program of an installed Chromium; everything but the PDF is built")
    }
    return Diagnostic(
      .pdfBrowser, at: SourceLocation(path: "review.pdf"),
      "No browser is installed that prints a PDF",
      help:
        "install chromium-headless-shell (sudo apt install chromium-headless-shell), or name a Chromium with --browser; everything but the PDF is built"
    )
  }
}
