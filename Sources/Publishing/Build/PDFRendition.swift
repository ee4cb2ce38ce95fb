import Diagnostics
import DocumentModel
import Localization
import PDFEditing
import Writing

extension Project {
  /// The paper edition, printed until the page numbers in it are those on which things stand.
  func pdf(
    of edition: ComposedEdition, words: Words, on paper: Paper, by browser: Browser, day: String
  ) throws -> [UInt8] {
    // The first pass has room for numbers that nobody knows yet.
    var pages: [String: Int] = [:]
    for _ in 0..<5 {
      let numbered = Paper(
        address: paper.address, images: paper.images, checksum: paper.checksum, pages: pages)
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
