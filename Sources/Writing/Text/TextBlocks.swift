import DocumentModel
import Localization

extension TextWriter {
  mutating func write(_ block: Block<Composed>) {
    switch block.content {
    case .paragraph(let content):
      let text = plain(content)
      if !text.isEmpty { paragraph(text) }
    case .heading(let heading):
      self.heading(heading)
    case .list(let list):
      write(list)
    case .quote(let blocks):
      indented(by: "  ") { writer in for block in blocks { writer.write(block) } }
    case .box(let box):
      paragraph("\(words[box.kind.phrase]):")
      indented(by: "  ") { writer in for block in box.content { writer.write(block) } }
    case .table(let table):
      let rows = table.rows.map { row in
        DataTable.Row(
          label: plain(row.first ?? []), values: row.dropFirst().map { plain($0) })
      }
      let head = table.head.map { plain($0) }
      add(
        alignedText(
          of: DataTable(
            caption: "", stubHead: head.first ?? "", columns: Array(head.dropFirst()), rows: rows),
          width: room))
    case .preformatted(let text):
      add(text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" })
    case .picture(let image):
      picture(image)
    case .thematicBreak:
      add(["* * *"])
    case .embed(let exhibit):
      write(exhibit)
    }
  }

  private mutating func heading(_ heading: Heading<Composed>) {
    let text = plain(heading.content)
    if heading.level == 2 {
      section += 1
      self.heading(text, number: "\(article).\(section)")
    } else {
      self.heading(text, number: "")
    }
  }

  /// What it shows, then its caption.
  mutating func picture(_ image: Image) {
    let note = [image.caption, image.credit].compactMap { $0 }.joined(separator: " ")
    if !image.alternative.isEmpty {
      add(filled("[\(words[.illustration]): \(image.alternative)]", width: room))
    }
    if !note.isEmpty { add(filled(note, width: room), gap: 0) }
  }

  private mutating func write(_ list: List<Composed>) {
    for (index, entry) in list.entries.enumerated() {
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let gap = index == 0 || list.isLoose ? 1 : 0
      var isFirst = true
      for block in entry {
        if isFirst, case .paragraph(let content) = block.content {
          add(filled(plain(content), width: room, first: mark), gap: gap)
        } else {
          let space = String(repeating: " ", count: displayWidth(mark))
          indented(by: space) { $0.write(block) }
        }
        isFirst = false
      }
    }
  }

  mutating func indented(by space: String, _ body: (inout TextWriter) -> Void) {
    let before = indent
    indent += space
    body(&self)
    indent = before
  }

  /// The words; links out of the review get a number, and their addresses follow the article.
  mutating func plain(_ content: [Inline<Composed>]) -> String {
    var text = ""
    for inline in content {
      switch inline {
      case .text(let words), .code(let words): text += words
      case .emphasis(let inner), .strong(let inner): text += plain(inner)
      case .strikethrough(let inner): text += "[\(words[.struck]): \(plain(inner))]"
      case .link(let link): text += plain(link)
      case .image(let image):
        if !image.alternative.isEmpty { text += "[\(image.alternative)]" }
      case .softBreak: text += " "
      case .lineBreak: text += "\n"
      case .noteReference(let number): text += " (\(number))"
      case .embed(let value): text += value.text
      }
    }
    return text.replacing("\u{AD}", with: "")
  }

  private mutating func plain(_ link: Link<Composed>) -> String {
    let text = plain(link.content)
    guard link.isPrintedApart else { return text }
    if let index = links.firstIndex(of: link.destination) { return "\(text) [\(index + 1)]" }
    links.append(link.destination)
    return "\(text) [\(links.count)]"
  }
}
