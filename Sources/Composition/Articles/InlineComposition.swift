import Diagnostics
import DocumentModel
import Localization

extension ArticleComposer {
  /// Text of one block: citations answered, references named, punctuation set.
  mutating func inlines(_ authored: [Inline<Authored>]) -> [Inline<Composed>] {
    typographer.startBlock()
    return continued(authored)
  }

  private mutating func continued(_ authored: [Inline<Authored>]) -> [Inline<Composed>] {
    authored.map { inline in
      switch inline {
      case .text(let text): return .text(typographer.set(text))
      case .code(let text):
        typographer.pass(text)
        return .code(text)
      case .emphasis(let content): return .emphasis(continued(content))
      case .strong(let content): return .strong(continued(content))
      case .strikethrough(let content): return .strikethrough(continued(content))
      case .link(let link): return .link(composed(link))
      case .image(let image): return .image(composed(image))
      case .softBreak:
        typographer.pass(" ")
        return .softBreak
      case .lineBreak:
        typographer.pass(" ")
        return .lineBreak
      case .noteReference(let number): return .noteReference(number)
      case .embed(let citation): return .embed(answer(citation))
      }
    }
  }

  private mutating func answer(_ citation: Citation) -> PublishedValue {
    let parsed = parser.parse(citation).reporting(to: &findings)
    let value = parsed.flatMap {
      answerer.answer($0, at: citation.location).reporting(to: &findings)
    }
    typographer.pass(value?.text ?? "x")
    return value ?? PublishedValue(text: "")
  }

  private mutating func composed(_ link: Link<Authored>) -> Link<Composed> {
    var content = continued(link.content)
    if link.destination.hasPrefix("#") {
      let id = String(link.destination.dropFirst())
      if let name = anchors[id] {
        if content.isEmpty {
          let isFirst = typographer.isAtSentenceStart
          content = [.text(isFirst ? name.prefix(1).uppercased() + name.dropFirst() : name)]
        }
      } else {
        findings.append(.anchorMissing(id, among: anchors.known, at: link.location))
      }
    } else if !isOutward(link.destination) {
      findings.append(.leadsNowhere(at: link.location))
    }
    if content.isEmpty { content = [.text(link.destination)] }
    typographer.pass(content.plain)
    return Link(
      destination: link.destination, title: link.title, content: content, location: link.location)
  }

  private func isOutward(_ destination: String) -> Bool {
    ["https://", "http://", "mailto:", "tel:"].contains { destination.hasPrefix($0) }
  }

  mutating func composed(_ image: Image) -> Image {
    var composed = image
    composed.source = image.path
    if let size = images[image.path] {
      composed.size = size
    } else {
      findings.append(.imageMissing(image.path, among: images.keys.sorted(), at: image.location))
    }
    let alternative = inlines(image.alternativeWords)
    composed.alternative = alternative.plain
    composed.alternativeValues = alternative.values
    if image.caption != nil {
      let caption = inlines(image.captionWords)
      composed.caption = caption.plain
      composed.captionValues = caption.values
    }
    return composed
  }
}

extension Diagnostic {
  fileprivate static func leadsNowhere(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .linkBroken, at: location, "A link leads to an address or to a place in this edition",
      help: "write https://…, mailto:…, tel:… or #name, as in [](#training)")
  }

  fileprivate static func imageMissing(
    _ name: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .imageMissing, at: location, "The image “\(name)” is not in the edition’s folder",
      help: suggestion(for: name, among: known, kind: "images"))
  }
}
