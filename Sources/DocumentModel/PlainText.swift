extension [Inline<Composed>] {
  /// The words alone.
  package var plain: String {
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

  /// The published values in it, those that print nothing included.
  package var values: [PublishedValue] {
    flatMap { inline -> [PublishedValue] in
      switch inline {
      case .embed(let value): [value]
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        content.values
      case .link(let link): link.content.values
      case .text, .code, .image, .softBreak, .lineBreak, .noteReference: []
      }
    }
  }
}

extension Link where S == Composed {
  /// Where no link can be followed, the address stands apart: it leads out and is not what is read.
  package var isPrintedApart: Bool {
    !destination.hasPrefix("#") && !destination.hasSuffix(content.plain)
  }
}
