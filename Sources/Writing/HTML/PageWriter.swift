import DocumentModel
import Localization

/// For what a page is made; it decides what stands open and where links lead.
package enum Medium: Sendable {
  case web
  case paper(Paper)
}

/// Paper: one file with nothing outside it.
package struct Paper: Sendable {
  /// Where the edition’s folder is on the web.
  package let address: String
  /// Each image as a data address.
  package let images: [String: String]
  /// The page on which each anchor stands; nil where a reader’s own browser decides.
  ///
  /// An anchor that is missing has not been printed yet, and room is kept for its number.
  package let pages: [String: Int]?

  package init(
    address: String, images: [String: String], pages: [String: Int]? = nil
  ) {
    self.address = address
    self.images = images
    self.pages = pages
  }
}

/// Writes the parts of a page; a template puts them together.
package struct PageWriter: Sendable {
  package let edition: ComposedEdition
  package let words: Words
  package let medium: Medium

  package init(edition: ComposedEdition, words: Words, medium: Medium) {
    self.edition = edition
    self.words = words
    self.medium = medium
  }

  var paper: Paper? {
    if case .paper(let paper) = medium { paper } else { nil }
  }

  var isPrint: Bool { paper != nil }

  /// A file of the edition, as the page reaches it.
  func link(to path: String) -> String { "\(paper?.address ?? "../")\(path)" }

  func source(ofImage path: String) -> String {
    paper.map { $0.images[path] ?? "" } ?? "../\(path)"
  }

  /// The page of an anchor, where pages are counted.
  func page(of anchor: String) -> String? {
    paper?.pages.map { pages in pages[anchor].map { String($0) } ?? "00" }
  }

  /// The languages and the other forms of the review.
  package var navigation: [HTMLNode] {
    let languages = edition.languages.map { language -> HTMLNode in
      let isHere = language.language == edition.language
      return .tag(
        "a",
        [
          ("href", isHere ? "index.html" : "../\(language.language)/index.html"),
          ("lang", language.language), ("hreflang", language.language),
          ("aria-current", isHere ? "page" : nil),
        ], language.name)
    }
    var forms: [HTMLNode] = []
    if edition.hasPDF { forms.append(.tag("a", [("href", "review.pdf")], words[.pdf])) }
    forms += [
      .tag("a", [("href", "print.html")], words[.printVersion]),
      .tag("a", [("href", "review.txt")], words[.plainText]),
      .tag("a", [("href", "../../index.html")], words[.allEditions]),
    ]
    let first = edition.languages.count > 1 ? spaced(languages) : []
    return [
      .tag(
        "nav", [("class", "lang"), ("aria-label", words[.formats])],
        [
          .tag(
            "div", [("class", "wrap")], first + [.tag("span", [("class", "forms")], spaced(forms))])
        ])
    ]
  }

  func spaced(_ nodes: [HTMLNode]) -> [HTMLNode] {
    Array(nodes.map { [$0] }.joined(separator: [.text(" ")]))
  }

  package var articles: [HTMLNode] { edition.articles.map { article($0) } }
}
