import Diagnostics
import DocumentModel

/// Walks cmark’s tree into blocks of the project’s own.
struct BlockReader {
  let source: MaskedSource
  let path: String
  /// The number in the file of the first line that cmark saw.
  let firstLine: Int
  /// The lines that cmark saw.
  let lines: [Substring]
  var findings: [Diagnostic] = []
  private var lastLevel = 1
  var isInTable = false

  init(source: MaskedSource, path: String, firstLine: Int) {
    self.source = source
    self.path = path
    self.firstLine = firstLine
    lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  func place(_ line: Int, column: Int = 0) -> SourceLocation {
    SourceLocation(path: path, line: max(1, line) + firstLine - 1, column: column)
  }

  mutating func readText() -> Text<Authored> {
    guard let root = parseMarkdown(source.text, depth: SourceLimits.depth) else {
      findings.append(.tooDeep(at: SourceLocation(path: path)))
      return Text(blocks: [])
    }
    let blocks = root.children.filter { $0.kind != .noteDefinition }.flatMap { read($0) }
    let notes = root.children.filter { $0.kind == .noteDefinition }.map { node in
      Note<Authored>(id: node.literal, content: node.children.flatMap { read($0) })
    }
    findings += lostNotes(kept: notes.count)
    return Text(blocks: blocks, notes: notes)
  }

  private mutating func read(_ node: MarkdownNode) -> [Block<Authored>] {
    let location = place(node.line)
    func block(_ content: BlockContent<Authored>) -> [Block<Authored>] {
      [Block(content, at: location)]
    }
    switch node.kind {
    case .paragraph:
      let content = inlines(node.children, within: node)
      if content.count == 1, case .image(let image) = content[0] { return block(.picture(image)) }
      return block(.paragraph(content))
    case .heading:
      return block(.heading(heading(node)))
    case .list:
      return block(
        .list(
          List(
            start: node.number, isLoose: !node.isTight,
            entries: node.children.map { entry in entry.children.flatMap { read($0) } })))
    case .quote:
      return block(quote(node))
    case .table:
      return block(.table(table(node)))
    case .codeBlock:
      return block(codeBlock(node))
    case .thematicBreak:
      return block(.thematicBreak)
    case .htmlBlock:
      findings.append(.html(at: location))
      return []
    default:
      return []
    }
  }

  private mutating func heading(_ node: MarkdownNode) -> Heading<Authored> {
    let level = node.number ?? 2
    let location = place(node.line)
    if level == 1 {
      findings.append(.headingOfArticle(at: location))
    } else if level > 4 {
      findings.append(.headingTooDeep(at: location))
    } else if level > lastLevel + 1 {
      findings.append(.headingSkipped(from: lastLevel, to: level, at: location))
    }
    lastLevel = max(2, min(level, 4))
    return Heading(level: lastLevel, content: inlines(node.children, within: node))
  }

  /// GitHub’s alert, or a quotation.
  private mutating func quote(_ node: MarkdownNode) -> BlockContent<Authored> {
    guard let first = node.children.first, first.kind == .paragraph,
      let mark = alertMark(in: first)
    else { return .quote(node.children.flatMap { read($0) }) }
    guard let kind = BoxKind(rawValue: mark.lowercased()) else {
      findings.append(.unknownAlert(mark, at: place(node.line)))
      return .quote(node.children.flatMap { read($0) })
    }
    var paragraph = first
    let rest = first.children.drop { $0.kind != .softBreak && $0.kind != .lineBreak }.dropFirst()
    paragraph.children = Array(rest)
    // Its first line was the mark.
    paragraph.line += 1
    let kept = paragraph.children.isEmpty ? [] : [paragraph]
    let content = (kept + node.children.dropFirst()).flatMap { read($0) }
    return .box(Box(kind: kind, content: content))
  }

  /// `NOTE` of a first line `[!NOTE]`.
  private func alertMark(in paragraph: MarkdownNode) -> String? {
    let line = paragraph.children.prefix { $0.kind == .text }.map(\.literal).joined()
    guard line.hasPrefix("[!"), line.hasSuffix("]") else { return nil }
    let mark = line.dropFirst(2).dropLast()
    return mark.allSatisfy(\.isLetter) && !mark.isEmpty ? String(mark) : nil
  }

  private mutating func table(_ node: MarkdownNode) -> TextTable<Authored> {
    isInTable = true
    defer { isInTable = false }
    let alignments = node.alignments.map { letter -> ColumnAlignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .unset
      }
    }
    findings += surplusCells(from: node.line, to: node.endLine, columns: alignments.count)
    let rows = node.children.map { row in
      row.children.map { inlines($0.children, within: row) }
    }
    return TextTable(
      alignments: alignments, head: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private mutating func codeBlock(_ node: MarkdownNode) -> BlockContent<Authored> {
    let words = node.target.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first else {
      return .preformatted(source.restored(node.literal))
    }
    guard let kind = FencedRequest.Kind(rawValue: name) else {
      let known = FencedRequest.Kind.allCases.map(\.rawValue)
      let isDrawing = ["graph", "graf", "figur", "diagram", "kuvio", "kaavio"].contains {
        name.lowercased().hasPrefix($0)
      }
      if let nearest = nearestName(to: name, among: known) ?? (isDrawing ? "chart" : nil) {
        findings.append(.unknownBlock(name, nearest: nearest, at: place(node.line)))
      }
      return .preformatted(source.restored(node.literal))
    }
    var reader = FieldReader(
      kind: kind, argument: words.count > 1 ? words[1] : "",
      text: source.restored(node.literal), location: place(node.line))
    let request = reader.read()
    findings += reader.findings
    return .embed(request)
  }
}

extension Diagnostic {
  static func html(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .htmlRaw, at: location, "HTML has no place in an article",
      help: "write Markdown instead; put a sign that only looks like HTML in `code`, or write \\<")
  }

  fileprivate static func headingOfArticle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .headingSkipped, at: location, "The title of an article stands in its front matter",
      help: "begin sections with two signs: ## …")
  }

  fileprivate static func headingTooDeep(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .headingSkipped, at: location, "Headings have at most four levels",
      help: "write ####, or make it a paragraph that begins in bold")
  }

  fileprivate static func headingSkipped(
    from: Int, to level: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .headingSkipped, at: location, "A heading goes one level deeper than the one before it",
      help:
        "write \(String(repeating: "#", count: from + 1)) instead of \(String(repeating: "#", count: level))"
    )
  }

  fileprivate static func unknownAlert(_ mark: String, at location: SourceLocation) -> Diagnostic {
    let known = BoxKind.allCases.map { $0.rawValue.uppercased() }
    return Diagnostic(
      .blockUnknown, at: location, "“\(mark)” is not among the kinds of box",
      help: suggestion(for: mark, among: known, kind: "kinds of box"))
  }

  fileprivate static func unknownBlock(
    _ name: String, nearest: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .blockUnknown, at: location, "“\(name)” is not among the blocks known here",
      help: "write “\(nearest)”")
  }
}
