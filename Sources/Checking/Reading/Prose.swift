import Composition
import Diagnostics
import DocumentModel

/// A table that somebody typed: its cells are passages that follow one another.
struct TypedTable: Sendable {
  let first: Int
  /// How many cells each row has, the head first.
  let rows: [Int]
}

/// A list and the paragraph that leads to it, if one does, by indices of passages.
struct TypedList: Sendable {
  let lead: Int?
  let entries: [Range<Int>]
}

/// All prose of one article in one language, with the lines it was written on.
struct Prose: Sendable {
  let articleID: String
  let path: String
  let lines: [String]
  private(set) var passages: [Passage] = []
  /// Tables typed by hand, and lists with the passage before them: indices of passages.
  private(set) var tables: [TypedTable] = []
  private(set) var lists: [TypedList] = []
  /// Figures stand in it.
  private(set) var isStatistical = false

  /// The words of an article.
  init(_ article: Article<Authored>, lines: [String]) {
    articleID = article.id
    path = article.location.path
    self.lines = lines
    let end = lines.dropFirst().firstIndex { $0.hasPrefix("---") } ?? 0
    let front = FieldLines(lines: lines[..<max(end, 0)])
    for (name, words) in [
      ("title", article.title), ("short_title", article.shortTitle), ("kicker", article.kicker),
      ("standfirst", article.standfirst), ("teaser", article.teaser),
    ] {
      guard let words else { continue }
      add(words, of: [name], in: front)
      passages[passages.count - 1].isTitle = name.hasSuffix("title")
    }
    if let image = article.image {
      add(image.captionWords, of: ["image", "caption"], in: front)
      add(image.alternativeWords, of: ["image", "alt"], in: front)
      add([.text(image.credit ?? "")], of: ["image", "credit"], in: front)
    }
    add(article.text.blocks)
    for note in article.text.notes { for block in note.content { add(block) } }
  }

  /// The words of one field of a file that is YAML from its first line to its last.
  init(_ words: String, of field: [String], path: String, lines: [String]) {
    articleID = path
    self.path = path
    self.lines = lines
    add([.text(words)], of: field, in: FieldLines(lines: lines[...]))
  }

  /// Words that stand in one place of a file.
  init(_ words: String, at place: SourceLocation) {
    articleID = place.path
    path = place.path
    lines = []
    add([.text(words)], at: place)
  }

  private mutating func add(
    _ words: [Inline<Authored>], of field: [String], in yaml: FieldLines
  ) {
    let range = yaml.range(of: field)
    var passage = Passage(words, at: SourceLocation(path: path, line: range?.lowerBound ?? 1))
    passage.lastFoldedLine = range?.upperBound ?? 1
    passages.append(passage)
  }

  private mutating func add(_ words: [Inline<Authored>], at place: SourceLocation) {
    let passage = Passage(words, at: place)
    passages.append(passage)
    for image in passage.images {
      passages.append(Passage(image.alternativeWords, at: image.location))
    }
    for title in passage.linkTitles {
      passages.append(Passage([.text(title.words)], at: title.location))
    }
  }

  private mutating func add(_ image: Image, at place: SourceLocation) {
    for words in [image.captionWords, image.alternativeWords] { add(words, at: place) }
    if let credit = image.credit { add([.text(credit)], at: place) }
  }

  private mutating func add(_ blocks: [Block<Authored>]) {
    var before: Int?
    for block in blocks {
      let start = passages.count
      add(block)
      if case .list(let list) = block.content {
        var index = start
        var entries: [Range<Int>] = []
        for entry in list.entries {
          let count = Prose.countOfPassages(entry)
          entries.append(index..<(index + count))
          index += count
        }
        if index == passages.count { lists.append(TypedList(lead: before, entries: entries)) }
      }
      before = passages.count == start + 1 ? start : nil
    }
  }

  /// Entries that hold paragraphs alone; others are no list of numbers.
  private static func countOfPassages(_ entry: [Block<Authored>]) -> Int {
    entry.count {
      if case .paragraph = $0.content { true } else { false }
    }
  }

  private mutating func add(_ block: Block<Authored>) {
    switch block.content {
    case .paragraph(let content): add(content, at: block.location)
    case .heading(let heading):
      add(heading.content, at: block.location)
      passages[passages.count - 1].isTitle = true
    case .list(let list): for block in list.entries.joined() { add(block) }
    case .quote(let blocks): for block in blocks { add(block) }
    case .box(let box): for block in box.content { add(block) }
    case .table(let table):
      tables.append(
        TypedTable(first: passages.count, rows: ([table.head] + table.rows).map(\.count)))
      for (index, row) in ([table.head] + table.rows).enumerated() {
        // The line of dashes stands between the head and the first row.
        var place = block.location
        place.line += index == 0 ? 0 : index + 1
        for cell in row { passages.append(Passage(cell, at: place)) }
      }
    case .embed(let request):
      if [.chart, .table, .keyFigures].contains(request.kind) { isStatistical = true }
      var value: [Citation] = []
      for field in request.fields where !request.kind.isWordless(field) {
        let start = passages.count
        for block in field.content { add(block) }
        for index in start..<passages.count {
          passages[index].isTitle = request.kind == .chart && field.name == "title"
          if request.kind == .keyFigures { passages[index].context = value }
        }
        if field.name == "value", start < passages.count { value = passages[start].citations }
      }
    case .picture(let image): add(image, at: block.location)
    case .preformatted(let text):
      var place = block.location
      // The first line of a fenced block is its fence.
      let first = place.line > 0 && place.line <= lines.count ? lines[place.line - 1] : ""
      let marks = first.drop { !"`~".contains($0) }
      if marks.hasPrefix("```") || marks.hasPrefix("~~~") { place.line += 1 }
      add([.text(text)], at: place)
    case .thematicBreak: break
    }
  }
}

extension FencedRequest.Kind {
  /// Fields that hold a name, an address or a number to call; words where a number should be are read.
  fileprivate func isWordless(_ field: FencedRequest.Field) -> Bool {
    switch field.name {
    case "email", "email_pattern", "emblem", "link", "valid_until": true
    case "phone":
      !field.content.contains { block in
        guard case .paragraph(let content) = block.content else { return false }
        return Passage(content, at: block.location).lexemes.contains { $0.kind == .word }
      }
    default: false
    }
  }
}
