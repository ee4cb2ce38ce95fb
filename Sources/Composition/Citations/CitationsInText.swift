import DocumentModel

extension Article where S == Authored {
  /// Every citation of the article, front matter, notes and fields of boxes included.
  var citations: [Citation] {
    let lines = [
      title, shortTitle ?? [], kicker ?? [], standfirst ?? [], teaser ?? [],
      image?.captionWords ?? [], image?.alternativeWords ?? [],
    ]
    return lines.flatMap(\.citations) + text.blocks.flatMap(\.citations)
      + text.notes.flatMap { $0.content.flatMap(\.citations) }
  }
}

extension [Inline<Authored>] {
  var citations: [Citation] {
    flatMap { inline -> [Citation] in
      switch inline {
      case .embed(let citation): [citation]
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        content.citations
      case .link(let link): link.content.citations
      case .image(let image): image.alternativeWords.citations
      case .text, .code, .softBreak, .lineBreak, .noteReference: []
      }
    }
  }
}

extension Block where S == Authored {
  /// The blocks it holds.
  var inner: [Block<Authored>] {
    switch content {
    case .list(let list): list.entries.flatMap { $0 }
    case .quote(let blocks): blocks
    case .box(let box): box.content
    case .embed(let request): request.fields.flatMap(\.content)
    case .paragraph, .heading, .table, .preformatted, .picture, .thematicBreak: []
    }
  }

  var citations: [Citation] {
    let own: [Citation] =
      switch content {
      case .paragraph(let content): content.citations
      case .heading(let heading): heading.content.citations
      case .table(let table):
        table.head.flatMap(\.citations) + table.rows.flatMap { $0.flatMap(\.citations) }
      case .picture(let image): (image.captionWords + image.alternativeWords).citations
      case .list, .quote, .box, .preformatted, .thematicBreak, .embed: []
      }
    return own + inner.flatMap(\.citations)
  }

  /// The fenced blocks in it, in reading order.
  var requests: [FencedRequest] {
    if case .embed(let request) = content { return [request] + inner.flatMap(\.requests) }
    return inner.flatMap(\.requests)
  }
}

extension Image {
  /// The caption with its citations, which may stand in it as in any sentence.
  package var captionWords: [Inline<Authored>] { words(of: caption ?? "") }

  /// What those hear who do not see it, with its citations.
  package var alternativeWords: [Inline<Authored>] { words(of: alternative) }

  private func words(of text: String) -> [Inline<Authored>] {
    var words: [Inline<Authored>] = []
    var rest = text[...]
    while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
      words.append(.text(String(rest[..<open.lowerBound])))
      let inner = rest[open.upperBound..<close.lowerBound].split(whereSeparator: \.isWhitespace)
      words.append(.embed(Citation(source: inner.joined(separator: " "), location: location)))
      rest = rest[close.upperBound...]
    }
    return words + [.text(String(rest))]
  }
}
