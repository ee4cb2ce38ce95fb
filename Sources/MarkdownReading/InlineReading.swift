import Diagnostics
import DocumentModel

extension BlockReader {
  mutating func inlines(
    _ nodes: [MarkdownNode], within block: MarkdownNode
  ) -> [Inline<Authored>] {
    var result: [Inline<Authored>] = []
    for node in nodes {
      switch node.kind {
      case .text: result += text(node.literal, within: block)
      case .softBreak: result.append(.softBreak)
      case .lineBreak: result.append(.lineBreak)
      case .code: result.append(.code(source.restored(node.literal)))
      case .emphasis: result.append(.emphasis(inlines(node.children, within: block)))
      case .strong: result.append(.strong(inlines(node.children, within: block)))
      case .strikethrough: result.append(.strikethrough(inlines(node.children, within: block)))
      case .link: result.append(.link(link(node, within: block)))
      case .image: result.append(.image(image(node, within: block)))
      case .noteReference: result.append(.noteReference(Int(node.literal) ?? 1))
      case .htmlInline:
        findings.append(.html(at: placeOf(node.literal, within: block)))
      default: break
      }
    }
    return merged(result)
  }

  private mutating func text(
    _ literal: String, within block: MarkdownNode
  ) -> [Inline<Authored>] {
    source.pieces(of: literal).map { piece in
      switch piece {
      case .text(let text):
        if text.contains("{{") { findings.append(.notClosed(at: placeOf("{{", within: block))) }
        return .text(text)
      case .citation(let number):
        if isInTable, source.hasBareBar[number] {
          findings.append(.bareBar(at: source.citations[number].location))
        }
        return .embed(source.citations[number])
      }
    }
  }

  /// cmark splits text at every sign that might mean something.
  private func merged(_ inlines: [Inline<Authored>]) -> [Inline<Authored>] {
    var merged: [Inline<Authored>] = []
    for inline in inlines {
      if case .text(let next) = inline, case .text(let previous) = merged.last {
        merged[merged.count - 1] = .text(previous + next)
      } else {
        merged.append(inline)
      }
    }
    return merged
  }

  private mutating func link(
    _ node: MarkdownNode, within block: MarkdownNode
  ) -> Link<Authored> {
    let destination = source.restored(node.target)
    let location = placeOf(node.target, within: block)
    if !isAllowed(destination) { findings.append(.scheme(at: location)) }
    return Link(
      destination: destination, title: node.title.isEmpty ? nil : source.restored(node.title),
      content: inlines(node.children, within: block), location: location)
  }

  private func isAllowed(_ destination: String) -> Bool {
    guard let colon = destination.firstIndex(of: ":") else { return true }
    let scheme = destination[..<colon].lowercased()
    if ["https", "http", "mailto", "tel"].contains(scheme) { return true }
    return scheme.contains { !$0.isLetter && !$0.isNumber && !"+-.".contains($0) }
  }

  private mutating func image(_ node: MarkdownNode, within block: MarkdownNode) -> Image {
    let location = placeOf(node.target, within: block)
    let alternative = inlines(node.children, within: block).map { inline -> String in
      switch inline {
      case .text(let text), .code(let text): text
      case .embed(let citation): "{{\(citation.source)}}"
      case .softBreak, .lineBreak: " "
      default: ""
      }
    }
    .joined()
    let isDecorative = node.title == "decorative"
    if alternative.allSatisfy(\.isWhitespace) && !isDecorative {
      findings.append(.imageWithoutAlternative(at: location))
    }
    return Image(
      source: node.target, alternative: alternative,
      caption: node.title.isEmpty || isDecorative ? nil : node.title,
      location: location)
  }

  /// Where the words stand in the lines of a block; its first line when they are written otherwise.
  private func placeOf(_ words: String, within block: MarkdownNode) -> SourceLocation {
    let sought = words.prefix { $0 != "\n" }
    let last = max(block.line, block.endLine)
    for number in max(1, block.line)...max(1, last) where number <= lines.count {
      let line = lines[number - 1]
      guard !sought.isEmpty, let range = line.range(of: sought) else { continue }
      let column = line.unicodeScalars.distance(from: line.startIndex, to: range.lowerBound) + 1
      return place(number, column: column)
    }
    return place(block.line)
  }
}

extension Diagnostic {
  fileprivate static func notClosed(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationSyntax, at: location, "A citation opens here and is not closed on the same line",
      help: "close it with }}")
  }

  fileprivate static func bareBar(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationSyntax, at: location, "In a table, a bar in a citation would end the cell",
      help: "write \\| instead of | in this citation")
  }

  fileprivate static func scheme(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .linkBroken, at: location, "A link leads to https:, http:, mailto: or tel:",
      help: "write an address that begins with one of them")
  }
}
