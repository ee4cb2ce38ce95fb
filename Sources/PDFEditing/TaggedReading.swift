/// Walks through the structure tree of a document (ISO 32000-1, 14.7) and takes the text of each element.
struct TaggedReading {
  let pages: [PageText]
  private(set) var text = PDFText()

  private let file: PDFFile
  private let pageIndex: [Int: Int]
  private var open: PDFText.Block?
  private var taken: Set<Mark> = []
  private var tables = 0
  private var lists = 0

  private struct Mark: Hashable {
    let page: Int
    let mark: Int
  }

  /// What an element hands down to those in it.
  private struct Surroundings {
    var page = 0
    var kind = PDFText.Block.Kind.paragraph
    var table = -1
    var row = -1
    var column = -1
    var list = -1
    var entry = -1
  }

  /// Elements that stand in the line of what they are in.
  private static let inline: Set<String> = [
    "NonStruct", "Span", "Link", "Code", "Em", "Strong", "Quote", "Reference", "Annot", "Sub",
  ]

  init(_ file: PDFFile) {
    self.file = file
    let numbers = file.pages
    pages = numbers.map { PageText(page: $0, of: file) }
    pageIndex = Dictionary(
      numbers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// False where something painted belongs to no element.
  mutating func run() -> Bool {
    guard let root = file.resolved(file.catalog?.dictionary["StructTreeRoot"])?.dictionary else {
      return false
    }
    var around = Surroundings()
    walk(root["K"], &around, depth: 0)
    close()
    return pages.enumerated().allSatisfy { page, text in
      text.marked.allSatisfy { mark, words in
        taken.contains(Mark(page: page, mark: mark)) || words.allSatisfy(\.isWhitespace)
      }
    }
  }

  private mutating func walk(_ object: PDFObject?, _ around: inout Surroundings, depth: Int) {
    guard depth < 400, let object = file.resolved(object) else { return }
    if let mark = object.integer {
      take(mark, around)
    } else if let kids = object.array {
      for kid in kids { walk(kid, &around, depth: depth + 1) }
    } else if let dictionary = object.dictionary {
      switch dictionary["Type"] {
      case .name("MCR"):
        var place = around
        if let page = page(of: dictionary) { place.page = page }
        if let mark = dictionary["MCID"]?.integer { take(mark, place) }
      case .name("OBJR"): break
      default: enter(dictionary, &around, depth: depth)
      }
    }
  }

  private func page(of dictionary: PDFDictionary) -> Int? {
    if case .reference(let number) = dictionary["Pg"] { pageIndex[number] } else { nil }
  }

  private mutating func enter(
    _ element: PDFDictionary, _ around: inout Surroundings, depth: Int
  ) {
    var inner = around
    if let page = page(of: element) { inner.page = page }
    var name = ""
    if case .name(let type) = element["S"] { name = type }
    if let words = file.resolved(element["Alt"])?.text, !words.isEmpty {
      text.alternatives.append(.init(page: firstPage(of: element, inner) + 1, text: words))
    }
    let isInline = TaggedReading.inline.contains(name)
    if !isInline { close() }
    switch name {
    case "Table":
      inner.table = tables
      inner.row = -1
      tables += 1
    case "TR":
      around.row += 1
      inner.row = around.row
      inner.column = -1
    case "TH", "TD":
      around.column += 1
      inner.column = around.column
      inner.kind = .cell(table: inner.table, row: inner.row, column: inner.column)
    case "THead", "TBody", "TFoot":
      break
    case "L":
      inner.list = lists
      inner.entry = -1
      lists += 1
    case "LI":
      around.entry += 1
      inner.entry = around.entry
    case "Lbl": inner.kind = .listLabel(list: inner.list, entry: inner.entry)
    case "Figure": inner.kind = .figure
    default: break
    }
    walk(element["K"], &inner, depth: depth + 1)
    // Groups of rows count on.
    if ["THead", "TBody", "TFoot"].contains(name) { around.row = inner.row }
    if !isInline { close() }
  }

  private func firstPage(of element: PDFDictionary, _ around: Surroundings) -> Int {
    let kids = file.resolved(element["K"])
    let first = kids?.array?.first ?? kids
    return file.resolved(first)?.dictionary.flatMap { page(of: $0) } ?? around.page
  }

  private mutating func take(_ mark: Int, _ around: Surroundings) {
    guard pages.indices.contains(around.page) else { return }
    taken.insert(Mark(page: around.page, mark: mark))
    guard let words = pages[around.page].marked[mark], !words.allSatisfy(\.isWhitespace) else {
      return
    }
    if var block = open, block.kind == around.kind {
      // The head of a table is painted again on each page that the table goes on to.
      if case .cell = block.kind, block.page < around.page + 1, block.text == words { return }
      // Nothing that is one number or word is in two elements, but for a word that two pages part.
      if !block.text.hasSuffix("\u{AD}") {
        block.text += block.page == around.page + 1 ? "\u{1}" : " "
      }
      block.text += words
      open = block
    } else {
      close()
      open = PDFText.Block(kind: around.kind, page: around.page + 1, text: words)
    }
  }

  private mutating func close() {
    if let block = open { text.blocks.append(block) }
    open = nil
  }
}
