import Localization

/// Reads a page: its text by paragraph, its tables by cell, its attributes and its drawings.
struct HTMLReading {
  var file: ReadFile
  private let bytes: [UInt8]
  private var open: [Element] = []
  private var buffer = SourcedText()
  private var tables = 0
  private var labels = 0

  /// An element that has begun, with what it hands down to those in it.
  private struct Element {
    let name: String
    var place: String
    var language: Language
    var isDrawn: Bool
    var table: Int
    var row = -1
    var column = -1
    var origin = 0
  }

  init(_ file: ReadFile, language: Language) {
    self.file = file
    bytes = file.bytes
    open = [
      Element(name: "", place: "", language: language, isDrawn: false, table: -1)
    ]
  }

  private var here: Element { open[open.count - 1] }

  mutating func run() {
    var tokens = HTMLTokens(bytes)
    while let token = tokens.next() {
      switch token {
      case .text(let text): read(text)
      case .comment(let text): add(text, as: .comment)
      case .start(let name, let attributes, let isClosed, let origin):
        begin(name, attributes, origin: origin)
        if isClosed && here.isDrawn || HTMLReading.void.contains(name) { end(name) }
      case .end(let name): end(name)
      }
    }
    flush()
  }

  private mutating func read(_ text: SourcedText) {
    switch here.name {
    case "style": add(text, as: .style)
    case "script", "template": add(text, as: .script)
    default: buffer.add(text)
    }
  }

  private mutating func begin(
    _ name: String, _ attributes: [HTMLToken.Attribute], origin: Int
  ) {
    if HTMLReading.raised.contains(name) {
      buffer.add([1], origin: origin)
    } else if name == "br" {
      buffer.add([0x20], origin: origin)
    } else if !HTMLReading.inline.contains(name) {
      flush()
    }
    var element = here
    element = Element(
      name: name, place: element.place, language: element.language, isDrawn: element.isDrawn,
      table: element.table, row: element.row, column: element.column, origin: origin)
    func value(_ name: String) -> String? {
      attributes.first { $0.name == name }.map { String(decoding: $0.value.bytes, as: UTF8.self) }
    }
    if let language = value("lang").flatMap({ Language(rawValue: $0) }) {
      element.language = language
    }
    if let id = value("id"), HTMLReading.places.contains(name) || value("role") == "group" {
      element.place = id
    }
    switch name {
    case "svg":
      element.isDrawn = true
      labels = 0
      file.drawings.append(ReadDrawing(place: element.place, origin: origin))
    case "table":
      element.table = tables
      element.row = -1
      tables += 1
    case "tr":
      if let table = open.lastIndex(where: { $0.name == "table" }) {
        open[table].row += 1
        element.row = open[table].row
        element.column = -1
      }
    case "td", "th":
      if let row = open.lastIndex(where: { $0.name == "tr" }) {
        open[row].column += 1
        element.row = open[row].row
        element.column = open[row].column
      }
    default: break
    }
    open.append(element)
    read(attributes, of: name, origin: origin)
  }

  private mutating func end(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }), index > 0 else { return }
    if HTMLReading.raised.contains(name) {
      buffer.add([1], origin: buffer.origin(of: buffer.bytes.count))
    } else if !HTMLReading.inline.contains(name) {
      flush(isCell: name == "td" || name == "th")
    }
    open.removeLast(open.count - index)
  }

  private mutating func flush(isCell: Bool = false) {
    let text = buffer
    buffer = SourcedText()
    let isBlank = text.bytes.allSatisfy { $0 <= 0x20 }
    guard !isBlank || isCell else { return }
    add(text, as: kindHere)
  }

  private var kindHere: ReadPassage.Kind {
    let element = here
    if element.isDrawn {
      switch element.name {
      case "title": return .drawingTitle
      case "desc": return .description
      default: return .drawingText(drawing: file.drawings.count - 1, label: labels - 1)
      }
    }
    if element.name == "caption" { return .tableCaption }
    if element.column >= 0, element.table >= 0 {
      return .cell(table: element.table, row: element.row, column: element.column)
    }
    return .text
  }

  private mutating func add(_ text: SourcedText, as kind: ReadPassage.Kind) {
    file.add(
      text, as: kind, place: here.place, language: here.language,
      origin: text.isEmpty ? here.origin : text.origin)
  }

  private mutating func read(
    _ attributes: [HTMLToken.Attribute], of element: String, origin: Int
  ) {
    let isDrawn = here.isDrawn
    if isDrawn, AttributeUse.marks.contains(element), !file.drawings.isEmpty {
      let measures = attributes.filter {
        if case .measure = AttributeUse($0.name, of: element, isDrawn: true) { true } else { false }
      }
      if element == "text" { labels += 1 }
      file.drawings[file.drawings.count - 1].strokes.append(
        ReadStroke(
          element: element,
          measures: measures.map { ReadStroke.Measure($0.name, $0.value.bytes) }, origin: origin))
    }
    let isForMachines =
      element == "meta"
      && attributes.contains { attribute in
        attribute.name == "http-equiv"
          || attribute.name == "name" && attribute.value.bytes.elementsEqual("viewport".utf8)
      }
    for attribute in attributes where !attribute.value.isEmpty {
      switch AttributeUse(attribute.name, of: element, isDrawn: isDrawn) {
      case .layout, .measure: break
      case .telling:
        if isForMachines { break }
        if AttributeUse.wordNames.contains(attribute.name), !attribute.value.hasOddDigits { break }
        add(attribute.value, as: .attribute(attribute.name))
      case .identifier:
        if attribute.value.hasDigits { add(attribute.value, as: .identifier) }
      case .address where attribute.name == "srcset": readSizes(attribute.value)
      case .address: readAddress(attribute.value)
      }
    }
  }

  /// Addresses with the width of each: `a-640w.jpg 640w, a.jpg 1280w`.
  private mutating func readSizes(_ value: SourcedText) {
    for candidate in value.bytes.split(separator: 0x2C) {
      let parts = candidate.split(separator: 0x20)
      let width = parts.dropFirst().first ?? []
      guard parts.count == 2, width.last == UInt8(ascii: "w"),
        width.dropLast().allSatisfy({ (0x30...0x39).contains($0) })
      else {
        // What is no list of sizes may tell a reader something.
        add(value, as: .attribute("srcset"))
        return
      }
      var address = SourcedText()
      address.add(parts[0], origin: value.origin(of: parts[0].startIndex))
      readAddress(address)
    }
  }

  /// An address within the page is a name; an image in it is read.
  private mutating func readAddress(_ value: SourcedText) {
    if let image = EmbeddedImage(value.bytes) {
      guard case .drawing(let drawing) = image else { return }
      var inner = HTMLReading(ReadFile(path: file.path, bytes: drawing), language: here.language)
      inner.run()
      for passage in inner.file.passages
      where passage.isReadInDrawing && !passage.numbers.isEmpty {
        file.passages.append(passage.embedded(at: value.origin, place: here.place))
      }
    } else if value.hasDigits {
      add(value, as: value.bytes.first == 0x23 ? .identifier : .address)
    }
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  private static let raised: Set<String> = ["sup", "sub"]

  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "tspan", "u", "var", "wbr",
  ]

  private static let places: Set<String> = ["article", "figure", "section", "address", "aside"]
}

extension SourcedText {
  var hasDigits: Bool { bytes.contains { (0x30...0x39).contains($0) } }

  /// Others than 0 and -1, by which the keyboard finds its way.
  fileprivate var hasOddDigits: Bool {
    hasDigits && bytes != [0x30] && bytes != [0x2D, 0x31]
  }
}

extension ReadFile {
  mutating func add(
    _ text: SourcedText, as kind: ReadPassage.Kind, place: String, language: Language, origin: Int
  ) {
    let text = text.visible
    let numbers = kind == .style ? [] : language.numbers(in: text.bytes)
    passages.append(
      ReadPassage(
        place: place, kind: kind, language: language, text: text.bytes, numbers: numbers,
        origins: numbers.map { text.origin(of: $0.range.lowerBound) }, origin: origin))
  }
}

extension ReadPassage {
  /// Words of a drawing; its other attributes only say how it looks.
  package var isReadInDrawing: Bool {
    switch kind {
    case .text, .drawingText, .drawingTitle, .description, .comment, .script: true
    case .attribute(let name): ["title", "alt", "aria-label"].contains(name)
    default: false
    }
  }

  /// A passage of an image, as it stands in the page.
  fileprivate func embedded(at origin: Int, place: String) -> ReadPassage {
    ReadPassage(
      place: place, kind: .image, language: language, text: text, numbers: numbers,
      origins: origins.map { _ in origin }, origin: origin)
  }
}
