import DocumentModel
import Localization

extension PageWriter {
  /// The contents: beside the text on a wide screen, folded on a narrow one, with pages on paper.
  package var contents: [HTMLNode] {
    guard !isPrint else {
      return [
        .tag(
          "nav", [("class", "toc"), ("aria-labelledby", "contents")],
          [.tag("h2", [("id", "contents")], words[.contents]), list(edition.contents)])
      ]
    }
    let folded = HTMLNode.tag(
      "details", [("class", "toc-fold")],
      [.tag("summary", [], words[.contents]), list(edition.contents)])
    let open: [HTMLNode] = [
      .tag("p", [("class", "toc-title")], words[.contents]), list(edition.contents),
    ]
    return [
      .tag(
        "nav", [("class", "toc"), ("id", "contents"), ("aria-label", words[.contents])],
        [folded, .tag("div", [("class", "toc-open")], open)])
    ]
  }

  private func list(_ entries: [ContentsEntry]) -> HTMLNode {
    .tag(
      "ol", [],
      entries.map { entry in
        .tag(
          "li", [], [link(to: entry)] + (entry.entries.isEmpty ? [] : [list(entry.entries)]))
      })
  }

  private func link(to entry: ContentsEntry) -> HTMLNode {
    var content: [HTMLNode] = [.tag("span", [("class", "entry")], entry.title)]
    if let page = page(of: entry.target) {
      content += [.text(" "), .tag("span", [("class", "page")], page)]
    }
    return .tag("a", [("href", "#\(entry.target)")], content)
  }

  /// Style rules that name each chapter at the head of its pages.
  package var chapterStyle: String {
    let edition = "\(self.edition.masthead.title), \(self.edition.masthead.period)"
    var rules = "@page { @top-left { content: \(quoted(edition)); } }\n"
    for (index, article) in self.edition.articles.enumerated() {
      let title =
        self.edition.contents.first { $0.target == article.id }?.title ?? ""
      // The helpline closes the last chapter.
      let isLast = index == self.edition.articles.count - 1
      let selector = isLast ? "#\(article.id), .hotline" : "#\(article.id)"
      rules += "\(selector) { page: chapter-\(index + 1); }\n"
      rules += "@page chapter-\(index + 1) { @top-right { content: \(quoted(title)); } }\n"
    }
    return rules
  }

  /// A string of a style sheet that stands in a page: nothing in it can end the string or the element.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", "\n", "\r", "\u{C}":
        result += "\\\(String(scalar.value, radix: 16)) "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
