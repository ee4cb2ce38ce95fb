import Composition
import Diagnostics
import DocumentModel

/// A run of prose that readers meet as one: a paragraph, a heading, a field, with its citations.
struct Passage: Sendable {
  /// Code points; each citation is one U+FFFC, each break of a line in the source one line feed.
  var scalars: [Unicode.Scalar] = []
  /// In the order of their U+FFFC.
  var citations: [Citation] = []
  /// Where the first line stands.
  var location: SourceLocation
  /// The places links lead to.
  var links: [String] = []
  /// Images within it.
  private(set) var images: [Image] = []
  /// A title or heading, which speaks of all that follows it.
  var isTitle = false
  /// What the passage before it cites, of which it speaks: a key figure’s label and note.
  var context: [Citation] = []
  /// Its words, digits and signs.
  private(set) var lexemes: [Lexeme] = []
  private(set) var lowered: LoweredText

  static let mark: Unicode.Scalar = "\u{FFFC}"

  var text: String { String(String.UnicodeScalarView(scalars)) }

  init(_ inlines: [Inline<Authored>], at location: SourceLocation) {
    self.location = location
    lowered = LoweredText([])
    append(inlines)
    lexemes = Checking.lexemes(of: scalars)
    lowered = LoweredText(scalars)
  }

  /// Of some lexemes, in code points.
  func range(of lexemes: Range<Int>) -> Range<Int> {
    self.lexemes[lexemes.lowerBound].range
      .lowerBound..<self.lexemes[lexemes.upperBound - 1].range.upperBound
  }

  func words(in range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private mutating func append(_ inlines: [Inline<Authored>]) {
    for inline in inlines {
      switch inline {
      case .text(let text): scalars += text.unicodeScalars
      // Code is shown letter by letter and speaks of nothing.
      case .code, .noteReference: scalars.append(" ")
      case .image(let image):
        images.append(image)
        scalars.append(" ")
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        append(content)
      case .link(let link):
        links.append(link.destination)
        append(link.content)
      case .softBreak, .lineBreak: scalars.append("\n")
      case .embed(let citation):
        citations.append(citation)
        scalars.append(Passage.mark)
      }
    }
  }
}

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

  /// Where words that YAML folds may stand: up to this line.
  private let endOfFrontMatter: Int

  /// - `isArticle`: false for a file that is YAML from its first line to its last.
  init(_ article: Article<Authored>, lines: [String], isArticle: Bool = true) {
    endOfFrontMatter =
      isArticle ? (lines.dropFirst().firstIndex { $0.hasPrefix("---") } ?? 0) + 1 : lines.count
    articleID = article.id
    path = article.location.path
    self.lines = lines
    let front = SourceLocation(path: path, line: 1)
    for words in [article.title, article.shortTitle] {
      if let words { addTitle(words, at: front) }
    }
    for words in [article.kicker, article.standfirst, article.teaser] {
      if let words { add(words, at: front) }
    }
    if let image = article.image { add(image, at: front) }
    add(article.text.blocks)
    for note in article.text.notes { for block in note.content { add(block) } }
  }

  private mutating func add(_ words: [Inline<Authored>], at place: SourceLocation) {
    let passage = Passage(words, at: place)
    passages.append(passage)
    for image in passage.images {
      passages.append(Passage(image.alternativeWords, at: image.location))
    }
  }

  private mutating func addTitle(_ words: [Inline<Authored>], at place: SourceLocation) {
    add(words, at: place)
    passages[passages.count - 1].isTitle = true
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
    case .heading(let heading): addTitle(heading.content, at: block.location)
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
      for field in request.fields where !request.kind.wordless.contains(field.name) {
        let start = passages.count
        for block in field.content { add(block) }
        for index in start..<passages.count {
          passages[index].isTitle = request.kind == .chart && field.name == "title"
          if request.kind == .keyFigures { passages[index].context = value }
        }
        if field.name == "value", start < passages.count { value = passages[start].citations }
      }
    case .picture(let image): add(image, at: block.location)
    case .preformatted, .thematicBreak: break
    }
  }

  /// The place in the file of some code points of a passage.
  func location(of range: Range<Int>, in passage: Passage) -> SourceLocation {
    let breaks = passage.scalars[..<range.lowerBound].filter { $0 == "\n" }.count
    let words =
      String(String.UnicodeScalarView(passage.scalars[range]))
      .split(separator: "\n").first.map(String.init) ?? ""
    let first = passage.location.line + breaks
    // Front matter is folded and cmark tells no columns: the words themselves show the place.
    let last = passage.location.line == 1 ? endOfFrontMatter : first
    for number in first...max(first, last) where number <= lines.count {
      guard !words.isEmpty, let column = column(of: words, in: lines[number - 1]) else { continue }
      return SourceLocation(
        path: path, line: number, column: column, endColumn: column + words.unicodeScalars.count)
    }
    return SourceLocation(path: path, line: first)
  }

  /// The line of a passage that holds a link.
  func location(ofLink destination: String, in passage: Passage) -> SourceLocation {
    let first = passage.location.line
    let breaks = passage.scalars.count { $0 == "\n" }
    let last = min(lines.count, first == 1 ? endOfFrontMatter : first + breaks)
    for number in first...max(first, last) where number <= lines.count {
      if let column = column(of: "](\(destination)", in: lines[number - 1]) {
        return SourceLocation(path: path, line: number, column: column)
      }
    }
    return passage.location
  }

  /// Counted from 1 in code points; compared byte by byte, as both were read from one file.
  private func column(of words: String, in line: String) -> Int? {
    let sought = Array(words.utf8)
    let bytes = Array(line.utf8)
    guard sought.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - sought.count)
    where bytes[start] == sought[0] && bytes[start..<(start + sought.count)].elementsEqual(sought) {
      return bytes[..<start].count { $0 & 0xC0 != 0x80 } + 1
    }
    return nil
  }
}

extension FencedRequest.Kind {
  /// Fields that hold a name, an address or a number to call.
  fileprivate var wordless: Set<String> {
    ["phone", "email", "email_pattern", "emblem", "link", "valid_until"]
  }
}
