import Diagnostics
import DocumentModel
import Localization

/// Turns the articles of one edition into what its readers get, in reading order.
struct ArticleComposer {
  let parser: CitationParser
  let answerer: CitationAnswerer
  let figures: FigureComposer
  let images: [String: Image.Size]
  let words: Words
  var anchors: Anchors
  var typographer: Typographer
  var findings: [Diagnostic] = []

  mutating func compose(_ article: Article<Authored>) -> Article<Composed> {
    let title = inlines(article.title)
    let shortTitle = article.shortTitle.map { inlines($0) }
    let kicker = article.kicker.map { inlines($0) }
    let standfirst = article.standfirst.map { inlines($0) }
    let teaser = article.teaser.map { inlines($0) }
    let image = article.image.map { composed($0) }
    let blocks = article.text.blocks.map { block($0) }
    let notes = article.text.notes.enumerated().map { index, note in
      Note<Composed>(
        id: "\(article.id)-note-\(index + 1)", content: note.content.map { block($0) })
    }
    return Article(
      id: anchors.anchor(ofArticle: article.id), title: title, shortTitle: shortTitle,
      kicker: kicker,
      standfirst: standfirst, teaser: teaser, authors: article.authors, image: image,
      text: Text(blocks: blocks, notes: notes), translation: article.translation,
      isPublishedLater: article.isPublishedLater, location: article.location)
  }

  mutating func block(_ authored: Block<Authored>) -> Block<Composed> {
    Block(content(authored), at: authored.location)
  }

  private mutating func content(_ authored: Block<Authored>) -> BlockContent<Composed> {
    switch authored.content {
    case .paragraph(let content):
      return .paragraph(inlines(content))
    case .heading(let heading):
      let content = inlines(heading.content)
      return .heading(
        Heading(level: heading.level, id: anchors.anchor(for: content.plain), content: content))
    case .list(let list):
      return .list(
        List(
          start: list.start, isLoose: list.isLoose,
          entries: list.entries.map { entry in entry.map { block($0) } }))
    case .quote(let blocks):
      return .quote(blocks.map { block($0) })
    case .box(let box):
      return .box(Box(kind: box.kind, content: box.content.map { block($0) }))
    case .table(let table):
      return .table(
        TextTable(
          alignments: table.alignments, head: table.head.map { inlines($0) },
          rows: table.rows.map { row in row.map { inlines($0) } }))
    case .preformatted(let text):
      return .preformatted(text)
    case .picture(let image):
      return .picture(composed(image))
    case .thematicBreak:
      return .thematicBreak
    case .embed(let request):
      return exhibit(request).map { .embed($0) } ?? .paragraph([])
    }
  }
}
