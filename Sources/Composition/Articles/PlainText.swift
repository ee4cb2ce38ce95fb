import DocumentModel

extension [Inline<Composed>] {
  /// The words alone.
  var plain: String {
    map { inline -> String in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let content), .strong(let content), .strikethrough(let content): content.plain
      case .link(let link): link.content.plain
      case .image(let image): image.alternative
      case .softBreak, .lineBreak: " "
      case .noteReference: ""
      case .embed(let value): value.text
      }
    }
    .joined()
  }
}
