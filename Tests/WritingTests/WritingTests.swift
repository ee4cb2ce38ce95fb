import Charting
import Diagnostics
import DocumentModel
import Localization
import TestSupport
import Testing

@testable import Writing

private let place = SourceLocation(path: "a.md", line: 1)

private func block(_ content: BlockContent<Composed>) -> Block<Composed> {
  Block(content, at: place)
}

private func words() throws -> Words {
  try #require(Words.read(try Sample.file("Templates/words/en.yaml"), language: .en).value)
}

private func edition(_ blocks: [Block<Composed>], notes: [Note<Composed>] = []) -> ComposedEdition {
  ComposedEdition(
    id: "2021-H1", language: "en",
    masthead: Masthead(
      publisher: "P & Q", title: "Review", period: "January–June 2021", standfirst: "S",
      motif: [[0.2, 0.8].map { MotifPart(share: $0, fact: count) }]),
    teasers: [Teaser(articleID: "a", title: [.text("T")], text: [.text("Read")])],
    contents: [ContentsEntry(target: "a", title: "Article", entries: [])],
    articles: [
      Article(
        id: "a", title: [.text("Article")], text: Text(blocks: blocks, notes: notes),
        location: place)
    ],
    helpline: Helpline(title: "Helpline", phone: "+358 295 463 177", hours: "Always", text: "Call"),
    imprint: Imprint(
      title: "About", paragraphs: ["Rounded."], exceptionsTitle: "Shown",
      exceptions: [.init(subject: "S", reason: "R", decidedBy: "D")], release: "Published"),
    colophon: Colophon(title: "Colophon", paragraphs: ["Edition."], checksum: "01234567"),
    sender: Sender(
      nameLines: ["One", "Two"], email: "a@b.fi", web: "b.fi", webAddress: "https://b.fi",
      social: "@b"),
    languages: [LanguageEdition(language: "en", name: "English")])
}

private let count = Fact(subject: "clients", period: "2021-H1", form: .count, values: [12])

private let figure = Figure(
  id: "f", number: 7, title: [.text("More <here>")], measureLine: "Clients (n = 12)",
  chart: Chart(
    form: .bars, categories: ["A & B", "C"],
    series: [
      .init(name: "s", values: [.init(number: 12, label: "12"), .init(number: nil, label: "[c]")])
    ]),
  description: "Bars.",
  table: DataTable(
    caption: "Clients (n = 12)", stubHead: "Group", columns: ["Number"],
    rows: [
      .init(label: "A & B", values: ["12"]), .init(label: "C", values: ["[c]"]),
      .init(label: "Total", values: ["[c]"], isTotal: true),
    ]),
  notes: [[.text("[c] Confidential.")]], source: "Source: register.", dataPath: "data/f.csv")

/// One of everything that an article can hold.
private let everything: [Block<Composed>] = [
  block(
    .paragraph([
      .text("<b> & "), .code("x<y"), .emphasis([.text("soft")]), .strong([.text("loud")]),
      .strikethrough([.text("gone")]), .softBreak, .lineBreak, .noteReference(1),
      .link(
        Link(
          destination: "https://a.fi/?a=1&b=\"", title: nil, content: [.text("link")],
          location: place)), .embed(PublishedValue(text: "109")),
      .image(Image(source: "images/i.svg", alternative: "Inline", location: place)),
    ])),
  block(.heading(Heading(level: 2, id: "section", content: [.text("Section")]))),
  block(.list(List(start: 3, isLoose: false, entries: [[block(.paragraph([.text("three")]))]]))),
  block(.list(List(start: nil, isLoose: true, entries: [[block(.paragraph([.text("dot")]))]]))),
  block(.quote([block(.paragraph([.text("quoted")]))])),
  block(.box(Box(kind: .important, content: [block(.paragraph([.text("boxed")]))]))),
  block(
    .table(
      TextTable(
        alignments: [.left, .right], head: [[.text("h1")], [.text("h2")]],
        rows: [[[.text("c1")], [.text("c2")]]]))),
  block(.preformatted("pre <formatted>\n")),
  block(
    .picture(
      Image(
        source: "images/p.svg", alternative: "Alt", caption: "Caption", credit: "Credit",
        size: .init(width: 10, height: 5), location: place))),
  block(.thematicBreak),
  block(.embed(.figure(figure))),
  block(
    .embed(.keyFigures([KeyFigure(value: [.text("45")], label: [.text("in")], note: [.text("n")])]))
  ),
  block(
    .embed(
      .course(
        Course(
          id: "course", title: [.text("Course")],
          facts: [.init(label: "Where", content: [.text("web")])],
          text: [block(.paragraph([.text("about")]))])))),
  block(
    .embed(
      .contact(
        Contact(
          heading: [.text("Ask")], name: [.text("Name")], title: [.text("adviser")],
          phone: "+358 1", email: "first.last@b.fi", emailIsPattern: true, note: [.text("away")])))),
  block(.embed(.pullQuote(PullQuote(text: [.text("pulled")], speaker: [.text("who")])))),
  block(
    .embed(
      .funder(
        Funder(
          emblem: Image(source: "images/e.svg", alternative: "Emblem", location: place),
          slogan: [.text("Slogan")], names: [[.text("Fund")]], text: [.text("paid")])))),
]

private let note = Note<Composed>(id: "a-note-1", content: [block(.paragraph([.text("the note")]))])

@Suite("Writing a page")
struct PageTests {
  private func page(_ medium: Medium) throws -> String {
    let writer = PageWriter(
      edition: edition(everything, notes: [note]), words: try words(), medium: medium)
    return
      (writer.cover + (writer.isPrint ? [] : writer.navigation) + writer.contents + writer.articles
      + writer.helpline
      + writer.imprint + writer.sender).html
  }

  private static let media: [Medium] = [
    .web,
    .paper(
      Paper(
        address: "https://site/2021-H1/", images: ["images/p.svg": "data:x"])),
  ]

  @Test("everything an article holds is there, escaped for its place", arguments: [0, 1])
  func everythingIsThere(index: Int) throws {
    let html = try page(Self.media[index])
    for words in [
      "&lt;b&gt; &amp; ", "x&lt;y", "<em>soft</em>", "<strong>loud</strong>", "<s>gone</s>",
      "href=\"https://a.fi/?a=1&amp;b=&quot;\"", "109", "alt=\"Inline\"", "<ol start=\"3\">",
      "quoted", "boxed", ">c2</td>", "pre &lt;formatted&gt;", "width=\"10\"", "Caption", "Credit",
      "More &lt;here&gt;", "A &amp; B", "[c] Confidential.", "<dd>45</dd>", "Course",
      "first.last@b.fi",
      "pulled", "Slogan", "the note", "P &amp; Q", "tel:+358295463177",
    ] {
      #expect(html.contains(words), "\(words)")
    }
    #expect(!html.contains("mailto:first.last"))
  }

  @Test("elements close in the order they open, and no id stands twice", arguments: [0, 1])
  func wellFormed(index: Int) throws {
    let html = try page(Self.media[index])
    var open: [String] = []
    for match in html.matches(of: #/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/#) {
      let name = String(match.2)
      if match.1 == "/" {
        #expect(open.popLast() == name)
      } else if match.3 != "/", !["br", "hr", "img"].contains(name) {
        open.append(name)
      }
    }
    #expect(open == [])
    let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test("paper has no details, and every link that leaves it is whole")
  func paper() throws {
    let html = try page(Self.media[1])
    #expect(!html.contains("<details") && html.contains("https://site/2021-H1/data/f.csv"))
    #expect(html.contains("src=\"data:x\"") && !html.contains("../"))
    #expect(try page(Self.media[0]).contains("<details>"))
  }

  @Test("a chart says a suppressed value with a word and nothing more")
  func suppressed() throws {
    let html = [
      drawing(
        of: try #require(figure.chart), id: "f", title: "T", description: "D")
    ].html
    // One bar on the narrow page and one on the wide.
    #expect(html.matches(of: #/>\[c\]<\/text>/#).count == 2)
    #expect(html.matches(of: #/<rect/#).count == 2)
    #expect(!html.contains("viewBox") && !html.contains("data-"))
  }

  @Test("text with accents after its signs is escaped, control characters are gone")
  func accents() {
    #expect(escaped("<\u{301}a \"\u{301} \u{0}\u{1B}&") == "&lt;\u{301}a &quot;\u{301} &amp;")
  }
}

@Suite("Writing plain text")
struct PlainTextTests {
  @Test("everything an article holds is there")
  func everythingIsThere() throws {
    let text = plainText(of: edition(everything, notes: [note]), words: try words())
    for words in [
      "<b> & x<y", "[deleted: gone]", "link [1]", "[1] https://a.fi/", "1.1 Section", "3. three",
      "- dot", "  quoted", "Important:", "h1  h2", "pre <formatted>", "[Illustration: Alt]",
      "* * *", "Figure 7. More <here>", "A & B      12", "C         [c]", "../data/f.csv",
      "45  in, n", "1.2 Course", "Where:", "Name, adviser", "E-mail: first.last@b.fi", "Fund",
      "(1) the note", "REVIEW", "+358 295 463 177",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("pulled"))
  }

  @Test("no line is wider than 72 columns, whatever is written", arguments: 0..<40)
  func columns(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pool = ["sana", "人身取引", "ihmiskaupan", "e\u{301}a\u{308}", "–", "a\u{A0}b", "x"]
    func sentence() -> [Inline<Composed>] {
      let count = Int.random(in: 1...60, using: &random)
      return [
        .text(
          (0..<count).map { _ in pool.randomElement(using: &random) ?? "" }.joined(separator: " "))
      ]
    }
    func plain() -> String {
      if case .text(let text) = sentence()[0] { text } else { "" }
    }
    let table = DataTable(
      caption: "", stubHead: plain(),
      columns: (0..<Int.random(in: 1...9, using: &random)).map { _ in plain() },
      rows: (0..<4).map { _ in .init(label: plain(), values: ["1,051", "[c]", "9"]) })
    #expect(alignedText(of: table, width: 72).allSatisfy { displayWidth($0) <= 72 })
    let text = plainText(
      of: edition([
        block(.paragraph(sentence())),
        block(
          .list(
            List(
              start: 9, isLoose: false,
              entries: [
                [block(.paragraph(sentence()))], [block(.quote([block(.paragraph(sentence()))]))],
              ]))),
        block(.heading(Heading(level: 2, id: "h", content: sentence()))),
      ]), words: try words())
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(displayWidth(line) <= 72)
      #expect(line.last?.isWhitespace != true)
    }
  }

  @Test("wide characters take two columns, accents none")
  func display() {
    #expect(displayWidth("人身") == 4)
    #expect(displayWidth("e\u{301}") == 1)
    #expect(displayWidth("a\u{AD}b") == 2)
    #expect(filled("aa bb\ncc", width: 5, first: "- ") == ["- aa", "  bb", "  cc"])
  }
}
