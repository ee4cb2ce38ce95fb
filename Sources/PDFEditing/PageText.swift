/// The text that one page paints, by the mark of the element it belongs to.
struct PageText {
  /// By marked-content identifier.
  private(set) var marked: [Int: String] = [:]
  /// What stands outside every element: running heads, page numbers, ornaments.
  private(set) var artifacts: [String] = []
  /// Something was painted of which nobody can tell the letters.
  private(set) var isUnreadable = false

  private let file: PDFFile
  private var tags: [Tag] = []

  private struct Tag {
    var mark: Int?
    var isArtifact = false
    /// The text that stands for what is painted, once it was taken.
    var isReplaced = false
  }

  init(page: Int, of file: PDFFile) {
    self.file = file
    guard let dictionary = file[page]?.dictionary else {
      isUnreadable = true
      return
    }
    let contents = file.resolved(dictionary["Contents"])
    let streams = contents?.array ?? contents.map { [$0] } ?? []
    var bytes: [UInt8] = []
    for stream in streams {
      guard let part = file.content(of: stream) else {
        isUnreadable = true
        return
      }
      bytes += part + [10]
    }
    read(bytes, file.resolved(dictionary["Resources"])?.dictionary ?? PDFDictionary(), depth: 0)
    if !tags.isEmpty { isUnreadable = true }
  }

  private mutating func read(_ content: [UInt8], _ resources: PDFDictionary, depth: Int) {
    guard depth < 12 else {
      isUnreadable = true
      return
    }
    var scanner = PDFScanner(content)
    var operands: [PDFObject] = []
    var font: CharacterMap?
    var fonts: [String: CharacterMap] = [:]
    while true {
      scanner.skipSpace()
      guard scanner.index < content.count else { return }
      guard let object = scanner.object() else {
        isUnreadable = true
        return
      }
      guard case .verbatim(let word) = object, isOperator(word) else {
        operands.append(object)
        continue
      }
      switch String(decoding: word, as: UTF8.self) {
      case "Tf":
        if case .name(let name) = operands.first {
          fonts[name] = fonts[name] ?? map(of: name, in: resources)
          font = fonts[name]
        }
      case "BMC", "BDC": open(operands, resources)
      case "EMC":
        if tags.isEmpty { isUnreadable = true } else { tags.removeLast() }
      case "BT": beginRun()
      case "Tj", "'", "\"": show(operands.last.map { [$0] } ?? [], font)
      case "TJ": show(operands.first?.array ?? [], font)
      case "Do": paint(operands, resources, depth: depth)
      case "BI": isUnreadable = true
      default: break
      }
      operands = []
    }
  }

  private func map(of name: String, in resources: PDFDictionary) -> CharacterMap? {
    let fonts = file.resolved(resources["Font"])?.dictionary
    let font = file.resolved(fonts?[name])?.dictionary
    return font?["ToUnicode"].flatMap { file.content(of: $0) }.map { CharacterMap($0) }
  }

  private mutating func open(_ operands: [PDFObject], _ resources: PDFDictionary) {
    var tag = Tag(mark: tags.last?.mark, isReplaced: tags.last?.isReplaced ?? false)
    tag.isArtifact = tags.last?.isArtifact == true || operands.first == .name("Artifact")
    var properties = operands.last?.dictionary
    if case .name(let name) = operands.last, operands.count == 2 {
      let named = file.resolved(resources["Properties"])?.dictionary
      properties = file.resolved(named?[name])?.dictionary
    }
    if let mark = properties?["MCID"]?.integer { tag.mark = mark }
    tags.append(tag)
    if let text = properties?["ActualText"]?.text, !tag.isReplaced {
      add(text)
      tags[tags.count - 1].isReplaced = true
    }
  }

  /// Text begins at another place: on another line or farther along it.
  private mutating func beginRun() {
    guard let mark = tags.last?.mark, tags.last?.isArtifact != true else {
      artifacts.append("")
      return
    }
    // At a soft hyphen a word was parted.
    if let text = marked[mark], !text.isEmpty, !text.hasSuffix("\u{AD}") {
      marked[mark] = text + " "
    }
  }

  private mutating func show(_ strings: [PDFObject], _ font: CharacterMap?) {
    guard tags.last?.isReplaced != true else { return }
    for bytes in strings.compactMap(\.stringBytes) {
      for place in stride(from: 0, to: bytes.count, by: 2) {
        let code = place + 1 < bytes.count ? Int(bytes[place]) << 8 | Int(bytes[place + 1]) : nil
        guard let letter = code.flatMap({ font?[$0] }) else {
          isUnreadable = true
          continue
        }
        add(letter)
      }
    }
  }

  private mutating func add(_ text: String) {
    if let mark = tags.last?.mark, tags.last?.isArtifact != true {
      marked[mark, default: ""] += text
    } else if artifacts.isEmpty {
      artifacts = [text]
    } else {
      artifacts[artifacts.count - 1] += text
    }
  }

  /// A form is painted where it is called; an image has no text.
  private mutating func paint(
    _ operands: [PDFObject], _ resources: PDFDictionary, depth: Int
  ) {
    guard case .name(let name) = operands.first,
      let objects = file.resolved(resources["XObject"])?.dictionary,
      let form = file.resolved(objects[name]), let dictionary = form.dictionary
    else {
      isUnreadable = true
      return
    }
    guard dictionary["Subtype"] == .name("Form") else { return }
    guard let content = file.content(of: form) else {
      isUnreadable = true
      return
    }
    read(
      content, file.resolved(dictionary["Resources"])?.dictionary ?? resources, depth: depth + 1)
  }
}

extension PDFFile {
  /// The bytes of a stream; nil where it is none, or packed in a way that browsers do not use.
  func content(of object: PDFObject) -> [UInt8]? {
    guard case .stream(let dictionary, let bytes) = resolved(object) else { return nil }
    guard let filter = dictionary["Filter"] else { return bytes }
    return filter == .name("FlateDecode") ? inflated(bytes) : nil
  }
}
