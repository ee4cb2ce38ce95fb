import Diagnostics
import DocumentModel
import YAMLReading

/// Reads the front matter; its words are Markdown of one paragraph.
struct FrontMatterReader {
  let path: String
  let text: String
  /// The citations of the whole front matter in order, to find each one’s place.
  private var places: ArraySlice<Citation>
  var findings: [Diagnostic] = []

  init(_ text: String, path: String) {
    self.text = text
    self.path = path
    places = MaskedSource(text, path: path, firstLine: 2).citations[...]
  }

  mutating func read(id: String) -> Article<Authored>? {
    let keys = [
      "title", "short_title", "kicker", "standfirst", "teaser", "authors", "image",
      "translated_from", "original",
    ]
    guard let document = readYAML(text, path: path, lineOffset: 1).reporting(to: &findings),
      let mapping = document.mapping(of: keys, &findings)
    else { return nil }
    var fields: [String: [Inline<Authored>]] = [:]
    var authors: [String] = []
    var image: Image?
    for entry in mapping.entries {
      switch entry.key {
      case "authors": authors = entry.value.texts(&findings)
      case "image": image = readImage(entry.value)
      case "translated_from", "original": break
      default: fields[entry.key] = inlines(entry.value)
      }
    }
    guard let title = fields["title"], !title.isEmpty else {
      findings.append(.noTitle(at: document.location))
      return nil
    }
    return Article(
      id: id, title: title, shortTitle: fields["short_title"], kicker: fields["kicker"],
      standfirst: fields["standfirst"], teaser: fields["teaser"], authors: authors, image: image,
      text: Text(blocks: []), translation: translation(mapping),
      location: SourceLocation(path: path, line: 1))
  }

  private mutating func translation(_ mapping: YAMLMapping) -> Translation? {
    guard let from = mapping["translated_from"], let language = from.text(&findings) else {
      return nil
    }
    return Translation(
      language: language, digests: mapping["original"]?.texts(&findings) ?? [],
      location: from.location)
  }

  private mutating func readImage(_ value: YAMLValue) -> Image? {
    guard
      let mapping = value.mapping(
        of: ["file", "alt", "decorative", "caption", "credit", "stock"], &findings)
    else {
      return nil
    }
    let file = mapping.required("file", &findings)?.text(&findings)
    let alternative = mapping["alt"]?.text(&findings) ?? ""
    let isDecorative = mapping["decorative"]?.boolean(&findings) ?? false
    if alternative.allSatisfy(\.isWhitespace) && !isDecorative {
      findings.append(.imageWithoutAlternative(at: value.location))
    }
    return file.map {
      Image(
        source: $0, alternative: alternative, caption: mapping["caption"]?.text(&findings),
        credit: mapping["credit"]?.text(&findings),
        isStock: mapping["stock"]?.boolean(&findings) ?? false, location: value.location)
    }
  }

  private mutating func inlines(_ value: YAMLValue) -> [Inline<Authored>]? {
    guard !value.isNull, let text = value.text(&findings) else { return nil }
    let read = readText(text, path: path, firstLine: value.location.line)
    findings += read.findings
    let paragraphs = read.value.blocks.map { block -> [Inline<Authored>] in
      if case .paragraph(let content) = block.content { content } else { [] }
    }
    if paragraphs.contains(where: \.isEmpty) || paragraphs.count > 1 {
      findings.append(.notOneParagraph(at: value.location))
    }
    return paragraphs.flatMap { $0 }.map { placed($0) }
  }

  /// YAML may fold and quote the text, so a citation’s place is where the file has it next.
  private mutating func placed(_ inline: Inline<Authored>) -> Inline<Authored> {
    switch inline {
    case .embed(let citation):
      guard let index = places.firstIndex(where: { $0.source == citation.source }) else {
        return inline
      }
      let place = places[index]
      places = places[(index + 1)...]
      return .embed(place)
    case .emphasis(let content): return .emphasis(content.map { placed($0) })
    case .strong(let content): return .strong(content.map { placed($0) })
    case .strikethrough(let content): return .strikethrough(content.map { placed($0) })
    case .link(var link):
      link.content = link.content.map { placed($0) }
      return .link(link)
    case .text, .code, .image, .softBreak, .lineBreak, .noteReference: return inline
    }
  }
}

extension Diagnostic {
  fileprivate static func noTitle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .frontMatter, at: location, "An article has a title",
      help: "add “title: …” to its front matter")
  }

  fileprivate static func notOneParagraph(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .frontMatter, at: location, "Words in the front matter are one paragraph",
      help: "leave out headings, lists and empty lines")
  }

  static func imageWithoutAlternative(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .imageAlt, at: location, "An image has words for those who do not see it",
      help:
        "say what it shows: “alt: …” in front matter, ![what it shows](file) in the text; for one that only decorates write “decorative: true”, or ![](file \"decorative\")"
    )
  }
}
