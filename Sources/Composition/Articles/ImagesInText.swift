import DocumentModel

extension Article where S == Authored {
  /// The files of the images that the article shows, from the edition’s folder.
  package var imagePaths: [String] {
    (image.map { [$0.path] } ?? []) + text.blocks.flatMap(\.imagePaths)
      + text.notes.flatMap { $0.content.flatMap(\.imagePaths) }
  }
}

extension Image {
  /// The file from the edition’s folder; an article in `en/` may write `../images/x.svg` too, as
  /// other Markdown readers need it.
  var path: String { source.hasPrefix("../") ? String(source.dropFirst(3)) : source }
}

extension [Inline<Authored>] {
  fileprivate var imagePaths: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .image(let image): [image.path]
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        content.imagePaths
      case .link(let link): link.content.imagePaths
      case .text, .code, .softBreak, .lineBreak, .noteReference, .embed: []
      }
    }
  }
}

extension Block where S == Authored {
  fileprivate var imagePaths: [String] {
    switch content {
    case .paragraph(let content): content.imagePaths
    case .heading(let heading): heading.content.imagePaths
    case .picture(let image): [image.path]
    case .table(let table):
      table.head.flatMap(\.imagePaths) + table.rows.flatMap { $0.flatMap(\.imagePaths) }
    case .embed(let request): request.emblemPaths + inner.flatMap(\.imagePaths)
    case .list, .quote, .box: inner.flatMap(\.imagePaths)
    case .preformatted, .thematicBreak: []
    }
  }
}

extension FencedRequest {
  /// The file that a field `emblem` names.
  fileprivate var emblemPaths: [String] {
    fields.filter { $0.name == "emblem" }.map(\.words)
  }
}

extension FencedRequest.Field {
  /// The words as written, before punctuation is set.
  package var words: String {
    content.map { block -> String in
      guard case .paragraph(let content) = block.content else { return "" }
      return content.map { inline -> String in
        if case .text(let text) = inline { text } else { "" }
      }
      .joined()
    }
    .joined()
  }
}
