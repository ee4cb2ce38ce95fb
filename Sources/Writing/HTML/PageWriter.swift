import DocumentModel
import Localization

/// For what a page is made; it decides what stands open and where links lead.
package enum Medium: Sendable {
  case web
  /// Paper: one file with nothing outside it. `address` is where the edition’s folder is on the web;
  /// `images` holds each image as a data address.
  case print(address: String, images: [String: String])
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

  var isPrint: Bool {
    if case .print = medium { true } else { false }
  }

  /// A file of the edition, as the page reaches it.
  func link(to path: String) -> String {
    switch medium {
    case .web: "../\(path)"
    case .print(let address, _): address + path
    }
  }

  func source(ofImage path: String) -> String {
    switch medium {
    case .web: "../\(path)"
    case .print(_, let images): images[path] ?? ""
    }
  }

  /// Sender, title, period, what the review is about and its teasers.
  package var cover: [HTMLNode] {
    let masthead = edition.masthead
    var nameplate: [HTMLNode] = masthead.motif.isEmpty ? [] : [motif]
    nameplate += [
      .tag("p", [("class", "publisher")], masthead.publisher),
      .tag(
        "h1", [],
        [.text(masthead.title + " "), .tag("span", [], masthead.period)]),
      .tag("p", [("class", "stand")], masthead.standfirst),
    ]
    var content: [HTMLNode] = [.tag("div", [("class", "nameplate")], nameplate)]
    if !edition.teasers.isEmpty { content.append(teasers) }
    return [.tag("header", [("class", "cover")], [.tag("div", [("class", "wrap")], content)])]
  }

  private var teasers: HTMLNode {
    .tag(
      "ul", [("class", "teasers"), ("aria-label", words[.inThisReview])],
      edition.teasers.map { teaser in
        .tag(
          "li", [],
          [
            .tag(
              "a", [("href", "#\(teaser.articleID)")],
              [.tag("span", [("class", "teaser-title")], inlines(teaser.title))]),
            .tag("p", [], inlines(teaser.text)),
          ])
      })
  }

  /// Bars that rise as the published series does; an ornament.
  private var motif: HTMLNode {
    let heights = edition.masthead.motif
    let step = 400 / Double(heights.count)
    let bars = heights.enumerated().map { index, height in
      let tall = Int((height * 170).rounded())
      return HTMLNode.tag(
        "rect",
        [
          ("x", "\(Int((Double(index) * step + step * 0.08).rounded()))"), ("y", "\(180 - tall)"),
          ("width", "\(Int((step * 0.84).rounded()))"), ("height", "\(tall)"),
        ])
    }
    return .tag(
      "svg",
      [
        ("class", "motif"), ("viewBox", "0 0 400 180"), ("aria-hidden", "true"),
        ("preserveAspectRatio", "xMaxYMax meet"),
      ], bars)
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
    let forms: [HTMLNode] = [
      .tag("a", [("href", "review.txt")], words[.plainText]), .text(" "),
      .tag("a", [("href", "print.html")], words[.printVersion]), .text(" "),
      .tag("a", [("href", "../../index.html")], words[.allEditions]),
    ]
    let first = edition.languages.count > 1 ? spaced(languages) : []
    return [
      .tag(
        "nav", [("class", "lang"), ("aria-label", words[.formats])],
        [
          .tag(
            "div", [("class", "wrap")], first + [.tag("span", [("class", "forms")], forms)])
        ])
    ]
  }

  func spaced(_ nodes: [HTMLNode]) -> [HTMLNode] {
    Array(nodes.map { [$0] }.joined(separator: [.text(" ")]))
  }

  package var contents: [HTMLNode] {
    [
      .tag(
        "nav", [("class", "toc"), ("aria-labelledby", "contents")],
        [
          .tag("h2", [("id", "contents")], words[.contents]),
          list(edition.contents),
        ])
    ]
  }

  private func list(_ entries: [ContentsEntry]) -> HTMLNode {
    .tag(
      "ol", [],
      entries.map { entry in
        .tag(
          "li", [],
          [.tag("a", [("href", "#\(entry.target)")], entry.title)]
            + (entry.entries.isEmpty ? [] : [list(entry.entries)]))
      })
  }

  package var articles: [HTMLNode] { edition.articles.map { article($0) } }
}
