import DocumentModel

extension PageWriter {
  /// Text of a block.
  ///
  /// `article` holds the notes it refers to; on the cover there are none.
  func inlines(
    _ content: [Inline<Composed>], in article: Article<Composed>? = nil
  ) -> [HTMLNode] {
    content.flatMap { inline($0, in: article) }
  }

  private func inline(_ inline: Inline<Composed>, in article: Article<Composed>?) -> [HTMLNode] {
    switch inline {
    case .text(let text): [.text(text)]
    case .code(let text): [.tag("code", [], text)]
    case .emphasis(let content): [.tag("em", [], inlines(content, in: article))]
    case .strong(let content): [.tag("strong", [], inlines(content, in: article))]
    case .strikethrough(let content): [.tag("s", [], inlines(content, in: article))]
    case .link(let link): self.link(link, in: article)
    case .image(let image): [self.image(image)]
    case .softBreak: [.text("\n")]
    case .lineBreak: [.tag("br")]
    case .noteReference(let number): [reference(to: number, in: article)]
    case .embed(let value): [.text(value.text)]
    }
  }

  /// On paper a place in the review has its page beside it.
  private func link(_ link: Link<Composed>, in article: Article<Composed>?) -> [HTMLNode] {
    // *Figure 7* stays on one line.
    let isFigure = edition.figures.contains { "#\($0.id)" == link.destination }
    let node = HTMLNode.tag(
      "a",
      [
        ("href", link.destination), ("title", link.title),
        ("class", isFigure ? "figure-reference" : nil),
      ], inlines(link.content, in: article))
    guard link.destination.hasPrefix("#"),
      let page = page(of: String(link.destination.dropFirst()))
    else { return [node] }
    return [
      node, .text("\u{A0}"),
      .tag("span", [("class", "page-reference")], words(.onPage, ["page": page])),
    ]
  }

  private func reference(to number: Int, in article: Article<Composed>?) -> HTMLNode {
    guard let notes = article?.text.notes, notes.indices.contains(number - 1) else {
      return .text("")
    }
    let id = notes[number - 1].id
    return .tag(
      "sup", [],
      [
        .tag(
          "a",
          [
            ("href", "#\(id)"), ("id", "\(id)-ref"), ("class", "note-ref"),
            ("aria-label", words(.noteNumber, ["number": "\(number)"])),
          ], "\(number)")
      ])
  }
}
