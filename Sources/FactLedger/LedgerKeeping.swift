import Charting
import DocumentModel
import Localization

/// Walks through an edition as a surface shows it, and enters what it states.
struct LedgerKeeping {
  let edition: ComposedEdition
  let surface: Surface
  let language: Language
  var passages: [LedgerPassage] = []
  var marks: [LedgerEntry] = []
  var charts: [(figure: String, chart: Chart)] = []
  var anchors: Set<String> = []
  var addresses: Set<String> = []
  /// Addresses printed after the article at hand.
  var links: [String] = []
  var article = 0
  var section = 0
  /// The page of each anchor, where pages are printed beside references.
  var pages: [String: Int] = [:]
  var place = LedgerEntry.Place.page

  init(edition: ComposedEdition, surface: Surface) {
    self.edition = edition
    self.surface = surface
    language = Language(rawValue: edition.language) ?? .en
  }

  var isText: Bool { surface == .plainText }

  /// Enters a passage; one that states nothing is kept out.
  mutating func enter(
    _ text: PassageText, as role: LedgerEntry.Role, stated: [PublishedValue] = [],
    isKept: Bool = false
  ) {
    let statements = text.statements(in: language, stated: stated)
    guard isKept || !statements.isEmpty else { return }
    let entries = statements.map { statement in
      LedgerEntry(
        edition: edition.id, language: edition.language, surface: surface, place: place,
        role: role, statement: statement.statement, text: statement.text,
        reading: statement.reading)
    }
    passages.append(
      LedgerPassage(
        place: place, role: role, text: text.bytes, entries: entries,
        ranges: statements.map(\.range)))
  }

  mutating func enter(
    _ text: String, as role: LedgerEntry.Role, stated: [PublishedValue] = []
  ) {
    enter(passage(text), as: role, stated: stated)
  }

  mutating func enter(_ content: [Inline<Composed>], as role: LedgerEntry.Role) {
    enter(passage(content), as: role)
  }

  mutating func enterMark(_ fact: Fact?, as role: LedgerEntry.Role) {
    marks.append(
      LedgerEntry(
        edition: edition.id, language: edition.language, surface: surface, place: place,
        role: role, statement: fact.map { .fact($0) } ?? .literal, text: "", reading: nil))
  }

  /// Where a surface numbers what it prints.
  mutating func enterOrdinal(_ number: String) {
    enter(number, as: .ordinal)
  }

  mutating func passage(_ content: [Inline<Composed>]) -> PassageText {
    var text = PassageText(isComposed: isText)
    add(content, to: &text)
    return text
  }

  func passage(_ text: String) -> PassageText {
    var passage = PassageText(isComposed: isText)
    passage.add(text)
    return passage
  }

  func passage(_ value: PublishedValue) -> PassageText {
    var passage = PassageText(isComposed: isText)
    passage.add(value)
    return passage
  }

  private mutating func add(_ content: [Inline<Composed>], to text: inout PassageText) {
    for inline in content {
      switch inline {
      case .text(let words), .code(let words): text.add(words)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        add(inner, to: &text)
      case .link(let link): add(link, to: &text)
      case .image(let image):
        if isText {
          text.add(image.alternative)
        } else {
          enter(image.alternative, as: .alternative, stated: image.alternativeValues)
        }
        enterAddresses(of: image)
      case .softBreak, .lineBreak: text.add(" ")
      case .noteReference(let number):
        text.addApart("\(number)")
        if !isText { enter("\(number)", as: .label) }
      case .embed(let value): text.add(value)
      }
    }
  }

  mutating func enterAddresses(of image: Image) {
    addresses.insert(image.source)
    addresses.formUnion(image.smaller.map(\.path))
  }

  private mutating func add(_ link: Link<Composed>, to text: inout PassageText) {
    add(link.content, to: &text)
    addresses.insert(link.destination)
    guard isText else {
      if let title = link.title { enter(title, as: .linkTitle) }
      if link.destination.hasPrefix("#"), let page = pages[String(link.destination.dropFirst())] {
        text.addApart("\(page)")
      }
      return
    }
    guard link.isPrintedApart else { return }
    if !links.contains(link.destination) { links.append(link.destination) }
    text.addApart("\((links.firstIndex(of: link.destination) ?? 0) + 1)")
  }
}
