import DocumentModel
import Localization

extension PageWriter {
  func article(_ article: Article<Composed>) -> HTMLNode {
    var content: [HTMLNode] = []
    if let kicker = article.kicker {
      content.append(.tag("p", [("class", "kicker")], inlines(kicker)))
    }
    content.append(
      .tag("h2", [("id", "\(article.id)-title")], inlines(article.title, in: article)))
    if let others = otherLanguages(of: article) { content.append(others) }
    if let standfirst = article.standfirst {
      content.append(.tag("p", [("class", "lead")], inlines(standfirst, in: article)))
    }
    if !article.authors.isEmpty {
      content.append(
        .tag("p", [("class", "byline")], words.language.list(article.authors)))
    }
    if let image = article.image { content.append(picture(image)) }
    var level = 2
    content += blocks(article.text.blocks, of: article, level: &level)
    if !article.text.notes.isEmpty { content.append(notes(of: article)) }
    return .tag(
      "article",
      [("id", article.id), ("aria-labelledby", "\(article.id)-title")], content)
  }

  /// The same article in the other languages: articles have the same anchor in all of them.
  private func otherLanguages(of article: Article<Composed>) -> HTMLNode? {
    let others = edition.languages.filter { $0.language != edition.language }
    guard !others.isEmpty, !isPrint else { return nil }
    let links = others.map { other -> HTMLNode in
      .tag(
        "a",
        [
          ("href", "../\(other.language)/index.html#\(article.id)"), ("lang", other.language),
          ("hreflang", other.language),
        ], other.name)
    }
    return .tag("p", [("class", "others")], spaced(links))
  }

  func picture(_ image: Image) -> HTMLNode {
    var content = [self.image(image)]
    var line: [HTMLNode] = []
    if let caption = image.caption { line.append(.tag("span", [], caption)) }
    if image.isStock { line.append(.tag("span", [("class", "stock")], words[.stockPhoto])) }
    if let credit = image.credit { line.append(.tag("span", [("class", "credit")], credit)) }
    // On paper a `figure` would be tagged as a second picture without words.
    let (outer, inner) = isPrint ? ("div", "p") : ("figure", "figcaption")
    if !line.isEmpty { content.append(.tag(inner, [("class", "caption")], spaced(line))) }
    return .tag(outer, [("class", "picture")], content)
  }

  func image(_ image: Image) -> HTMLNode {
    .tag(
      "img",
      [
        ("src", source(ofImage: image.source)), ("srcset", sizes(of: image)),
        ("sizes", sizes(of: image).map { _ in "(min-width: 50rem) 46rem, 100vw" }),
        ("alt", image.alternative),
        ("width", image.size.map { "\($0.width)" }), ("height", image.size.map { "\($0.height)" }),
      ])
  }

  /// A photograph in several sizes, of which a browser takes the one that it needs; paper holds one.
  private func sizes(of image: Image) -> String? {
    guard !isPrint, let size = image.size, !image.smaller.isEmpty else { return nil }
    let files = image.smaller.map { ($0.path, $0.width) } + [(image.source, size.width)]
    return files.map { "\(source(ofImage: $0)) \($1)w" }.joined(separator: ", ")
  }

  /// `level` is that of the heading last written, so that none is skipped.
  func blocks(
    _ blocks: [Block<Composed>], of article: Article<Composed>, level: inout Int
  ) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for block in blocks { nodes += self.block(block, of: article, level: &level) }
    return nodes
  }

  private func block(
    _ block: Block<Composed>, of article: Article<Composed>, level: inout Int
  ) -> [HTMLNode] {
    switch block.content {
    case .paragraph(let content):
      return content.isEmpty ? [] : [.tag("p", [], inlines(content, in: article))]
    case .heading(let heading):
      level = min(6, heading.level + 1)
      return [.tag("h\(level)", [("id", heading.id)], inlines(heading.content, in: article))]
    case .list(let list):
      let start = list.start.flatMap { $0 == 1 ? nil : "\($0)" }
      let entries = list.entries.map { entry -> HTMLNode in
        .tag("li", [], self.entry(entry, isLoose: list.isLoose, of: article, level: &level))
      }
      return [.tag(list.start == nil ? "ul" : "ol", [("start", start)], entries)]
    case .quote(let content):
      return [.tag("blockquote", [], blocks(content, of: article, level: &level))]
    case .box(let box):
      let label = HTMLNode.tag("p", [("class", "box-label")], words[box.kind.phrase])
      return [
        .tag(
          "div", [("class", "box \(box.kind.rawValue)"), ("role", "note")],
          [label] + blocks(box.content, of: article, level: &level))
      ]
    case .table(let table):
      return [textTable(table, of: article)]
    case .preformatted(let text):
      return [.tag("pre", [("tabindex", "0")], [.tag("code", [], text)])]
    case .picture(let image):
      return [picture(image)]
    case .thematicBreak:
      return [.tag("hr")]
    case .embed(let exhibit):
      return [self.exhibit(exhibit, of: article, level: &level)]
    }
  }

  /// A tight list’s words stand without paragraphs.
  private func entry(
    _ content: [Block<Composed>], isLoose: Bool, of article: Article<Composed>, level: inout Int
  ) -> [HTMLNode] {
    guard !isLoose else { return blocks(content, of: article, level: &level) }
    var nodes: [HTMLNode] = []
    for block in content {
      if case .paragraph(let words) = block.content {
        nodes += inlines(words, in: article)
      } else {
        nodes += blocks([block], of: article, level: &level)
      }
    }
    return nodes
  }

  private func textTable(
    _ table: TextTable<Composed>, of article: Article<Composed>
  ) -> HTMLNode {
    func style(_ column: Int) -> String? {
      switch table.alignments.indices.contains(column) ? table.alignments[column] : .unset {
      case .right: "n"
      case .center: "centered"
      case .left, .unset: nil
      }
    }
    let head = table.head.enumerated().map { column, cell in
      HTMLNode.tag("th", [("scope", "col"), ("class", style(column))], inlines(cell, in: article))
    }
    let rows = table.rows.map { row in
      HTMLNode.tag(
        "tr", [],
        row.enumerated().map { column, cell in
          .tag("td", [("class", style(column))], inlines(cell, in: article))
        })
    }
    return scrolling(
      .tag(
        "table", [],
        [.tag("thead", [], [.tag("tr", [], head)]), .tag("tbody", [], rows)]),
      label: words[.table])
  }

  /// A wide table scrolls in a frame of its own, which the keyboard reaches.
  func scrolling(_ table: HTMLNode, label: String) -> HTMLNode {
    guard !isPrint else { return table }
    return .tag(
      "div",
      [("class", "scroll"), ("role", "region"), ("aria-label", label), ("tabindex", "0")], [table])
  }

  private func notes(of article: Article<Composed>) -> HTMLNode {
    let entries = article.text.notes.enumerated().map { index, note -> HTMLNode in
      var level = 6
      let back = HTMLNode.tag(
        "a",
        [
          ("href", "#\(note.id)-ref"), ("class", "back"),
          ("aria-label", words(.backToText, ["number": "\(index + 1)"])),
        ], "↩")
      return .tag(
        "li", [("id", note.id)], blocks(note.content, of: article, level: &level) + [back])
    }
    return .tag(
      "section", [("class", "notes"), ("aria-label", words[.notes])], [.tag("ol", [], entries)])
  }
}

extension BoxKind {
  var phrase: Phrase {
    switch self {
    case .note: .boxNote
    case .tip: .boxTip
    case .important: .boxImportant
    case .warning: .boxWarning
    case .caution: .boxCaution
    }
  }
}
