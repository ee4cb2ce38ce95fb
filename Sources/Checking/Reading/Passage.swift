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
  /// The last line of a value that YAML folds.
  var lastFoldedLine: Int?
  /// The places links lead to.
  var links: [String] = []
  /// What links say when a reader points at them.
  private(set) var linkTitles: [(words: String, location: SourceLocation)] = []
  /// Images within it.
  private(set) var images: [Image] = []
  /// A title or heading, which speaks of all that follows it.
  var isTitle = false
  /// What the passage before it cites, of which it speaks: a key figure’s label and note.
  var context: [Citation] = []
  /// Its words, digits and signs.
  private(set) var lexemes: [Lexeme] = []
  private(set) var lowered: LoweredText

  /// Soft hyphens and spaces of no width, which divide no word for a reader.
  private static let unseen: Set<Unicode.Scalar> = [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
  ]

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
      case .text(let text), .code(let text):
        scalars += text.unicodeScalars.filter { !Passage.unseen.contains($0) }
      case .noteReference: scalars.append(" ")
      case .image(let image):
        images.append(image)
        scalars.append(" ")
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        append(content)
      case .link(let link):
        links.append(link.destination)
        if let title = link.title { linkTitles.append((title, link.location)) }
        append(link.content)
      case .softBreak, .lineBreak: scalars.append("\n")
      case .embed(let citation):
        citations.append(citation)
        scalars.append(Passage.mark)
      }
    }
  }
}
