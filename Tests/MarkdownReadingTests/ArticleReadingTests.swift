import Diagnostics
import DocumentModel
import Testing

@testable import MarkdownReading

private func read(_ body: String, front: String = "title: A title") -> Diagnosed<Article<Authored>?>
{
  readArticle(SourceFile(path: "en/a.md", text: "---\n\(front)\n---\n\(body)"), id: "a")
}

private func blocks(_ body: String) throws -> [BlockContent<Authored>] {
  let article = read(body)
  #expect(article.findings == [])
  return try #require(article.value).text.blocks.map(\.content)
}

@Suite("Reading an article")
struct ArticleReadingTests {
  @Test("every construct of GitHub’s Markdown finds its place in the tree")
  func constructs() throws {
    let found = try blocks(
      """
      ## A section

      Words, *soft*, **strong**, ~~gone~~, `code`, [a link](https://a.fi "T") and[^n]
      a second line\\
      and a third.

      - one
      - two

      3. three

      > A quotation

      > [!TIP]
      > Do this.

      | a | b |
      |---|--:|
      | 1 | 2 |

      ```text
      {{raw}}
      ```

      ![Words](images/x.svg "Caption")

      ---

      [^n]: The note.
      """)
    guard case .heading(let heading) = found[0], case .paragraph(let words) = found[1],
      case .list(let bullets) = found[2], case .list(let numbers) = found[3],
      case .quote = found[4], case .box(let box) = found[5], case .table(let table) = found[6],
      case .preformatted(let code) = found[7], case .picture(let image) = found[8],
      case .thematicBreak = found[9]
    else {
      Issue.record("another tree: \(found)")
      return
    }
    #expect(heading.level == 2)
    #expect(words.contains(.emphasis([.text("soft")])))
    #expect(words.contains(.strikethrough([.text("gone")])))
    #expect(words.contains(.code("code")))
    #expect(words.contains(.noteReference(1)))
    #expect(words.contains(.softBreak) && words.contains(.lineBreak))
    #expect(bullets.start == nil && bullets.entries.count == 2 && !bullets.isLoose)
    #expect(numbers.start == 3)
    #expect(box.kind == .tip)
    #expect(table.alignments == [.unset, .right] && table.rows == [[[.text("1")], [.text("2")]]])
    #expect(code == "{{raw}}\n")
    #expect(image.source == "images/x.svg" && image.caption == "Caption")
  }

  @Test("the words of a box stand on their own lines, not on that of its mark")
  func box() throws {
    guard case .box(let box) = try blocks("> [!NOTE]\n> One\n> line.\n>\n> Another.").first else {
      Issue.record("no box")
      return
    }
    // Three lines of front matter come before the mark.
    #expect(box.content.map(\.location.line) == [5, 8])
  }

  @Test("a citation is untouched by the Markdown around it and knows its place")
  func citations() throws {
    let article = try #require(
      read(
        """
        A **{{new_clients form=a_b_c | plural "x*" "*y"}}** and [{{clients}}](#x).

        - {{referrals}} in a list

        | a |
        |---|
        | {{clients \\| share}} |
        """
      ).value)
    let citations = article.text.blocks.flatMap { found(in: $0) }
    #expect(
      citations.map(\.source) == [
        "new_clients form=a_b_c | plural \"x*\" \"*y\"", "clients", "referrals", "clients | share",
      ])
    #expect(citations.map(\.location.line) == [4, 4, 6, 10])
    #expect(citations.map(\.location.column) == [5, 58, 3, 3])
  }

  private func found(in block: Block<Authored>) -> [Citation] {
    switch block.content {
    case .paragraph(let content): found(in: content)
    case .list(let list): list.entries.joined().flatMap { found(in: $0) }
    case .table(let table): table.rows.joined().flatMap { found(in: $0) }
    default: []
    }
  }

  private func found(in inlines: [Inline<Authored>]) -> [Citation] {
    inlines.flatMap { inline -> [Citation] in
      switch inline {
      case .embed(let citation): [citation]
      case .strong(let content), .emphasis(let content): found(in: content)
      case .link(let link): found(in: link.content)
      default: []
      }
    }
  }

  @Test("citations in front matter are placed where the file has them")
  func frontMatter() throws {
    let article = try #require(
      read(
        "Words.",
        front: """
          title: "All on {{reference date}}"
          standfirst: >-
            A folded line with
            {{new_clients}} people.
          """
      ).value)
    #expect(found(in: article.title).map(\.location.line) == [2])
    #expect(found(in: article.title).map(\.location.column) == [16])
    #expect(found(in: article.standfirst ?? []).map(\.location.line) == [5])
  }

  @Test("a fenced block gives its fields with their places")
  func fields() throws {
    let found = try blocks(
      """
      ```chart new-clients-by-gender
      title: Of {{new_clients}}, more than half
      note: One.
      note: Another,
        which goes on with {{clients}}.
      ```
      """)
    guard case .embed(let request) = found.first else {
      Issue.record("no request")
      return
    }
    #expect(request.kind == .chart && request.argument == "new-clients-by-gender")
    #expect(request.fields.map(\.name) == ["title", "note", "note"])
    let citations = request.fields.flatMap { $0.content.flatMap { self.found(in: $0) } }
    #expect(citations.map(\.location.line) == [5, 8])
    #expect(citations.map(\.location.column) == [11, 22])
  }

  struct Fault: Sendable {
    let body: String
    let rule: Rule
    let line: Int
    let message: String
  }

  static let faults = [
    Fault(
      body: "Some <br> words.", rule: .htmlRaw, line: 4,
      message: "HTML has no place in an article"),
    Fault(
      body: "<!-- hidden -->", rule: .htmlRaw, line: 4, message: "HTML has no place in an article"),
    Fault(
      body: "# Title", rule: .headingSkipped, line: 4,
      message: "The title of an article stands in its front matter"),
    Fault(
      body: "## A\n\n#### B", rule: .headingSkipped, line: 6,
      message: "A heading goes one level deeper than the one before it"),
    Fault(
      body: "![](images/x.svg)", rule: .imageAlt, line: 4,
      message: "An image has words for those who do not see it"),
    Fault(
      body: "[x](javascript:alert)", rule: .linkBroken, line: 4,
      message: "A link leads to https:, http:, mailto: or tel:"),
    Fault(
      body: "Open {{clients and on", rule: .citationSyntax, line: 4,
      message: "A citation opens here and is not closed on the same line"),
    Fault(
      body: "| a |\n|---|\n| {{clients | share}} |", rule: .citationSyntax, line: 6,
      message: "In a table, a bar in a citation would end the cell"),
    Fault(
      body: "| a |\n|---|\n| 1 | 2 |", rule: .markdownLoss, line: 6,
      message: "The row has more cells than the table has columns (1)"),
    Fault(
      body: "Words.\n\n[^n]: A note.", rule: .markdownLoss, line: 6,
      message: "No text refers to the note “n”"),
    Fault(
      body: "Words.[^n]", rule: .markdownLoss, line: 4, message: "The note “n” is not written"),
    Fault(
      body: "```charts x\ntitle: T\n```", rule: .blockUnknown, line: 4,
      message: "“charts” is not among the blocks known here"),
    Fault(
      body: "```chart\ntitle: T\n```", rule: .blockField, line: 4,
      message: "The block does not say which table it shows"),
    Fault(
      body: "```chart x\nnote: N\n```", rule: .blockField, line: 4,
      message: "The block has no “title”"),
    Fault(
      body: "```chart x\ntitle: T\ntitel: U\n```", rule: .blockField, line: 6,
      message: "“titel” is not among the fields of “chart”"),
    Fault(
      body: "```chart x\ntitle: T\nwords alone\n```", rule: .blockField, line: 6,
      message: "Lines in this block are written “field: value”"),
    Fault(
      body: "> [!NOTICE]\n> Words.", rule: .blockUnknown, line: 4,
      message: "“NOTICE” is not among the kinds of box"),
    Fault(
      body: "A\u{E001}B", rule: .markdownLimit, line: 4,
      message: "The line holds a character that no text needs"),
  ]

  @Test("a fault is found at its line with a word on how to mend it", arguments: faults.indices)
  func fault(index: Int) throws {
    let fault = Self.faults[index]
    let found = read(fault.body)
    #expect(found.value != nil)
    #expect(found.findings.map(\.rule) == [fault.rule], "\(found.findings.map(\.rendered))")
    let finding = try #require(found.findings.first)
    #expect(finding.location.line == fault.line)
    #expect(finding.message == fault.message)
    #expect(!finding.help.isEmpty)
  }

  @Test("faults are reported all at once")
  func allAtOnce() {
    // A note without text and a text without note would mend each other.
    let every = Self.faults.filter { $0.rule != .markdownLimit && !$0.body.contains("[^n]") }
      .map(\.body)
    let found = read(every.joined(separator: "\n\n"))
    #expect(found.findings.count >= every.count)
  }

  @Test("an article without front matter or title is refused with a finding")
  func withoutFrontMatter() {
    let bare = readArticle(SourceFile(path: "a.md", text: "Words."), id: "a")
    #expect(bare.value == nil && bare.findings.map(\.rule) == [.frontMatter])
    let untitled = read("Words.", front: "kicker: K")
    #expect(untitled.value == nil && untitled.findings.map(\.rule) == [.frontMatter])
    let unknown = read("Words.", front: "title: T\nsubtitle: S")
    #expect(unknown.findings.map(\.rule) == [.yamlKey])
    #expect(unknown.findings.first?.location.line == 3)
  }

  @Test(
    "what would keep the parser busy for minutes is refused",
    arguments: [
      String(repeating: "<![CDATA[", count: 100_000), String(repeating: "[", count: 50_000),
      String(repeating: "> ", count: 5_000) + "x", String(repeating: "* ", count: 5_000) + "x",
      "|" + String(repeating: "a|", count: 20_000) + "\n|" + String(repeating: "-|", count: 20_000),
      String(repeating: "a", count: 2_000_000),
    ])
  func endless(body: String) {
    let found = read(body)
    #expect(found.value == nil)
    #expect(found.findings.contains { $0.rule == .markdownLimit })
  }

  @Test("documents read at the same time come out as when read one by one")
  func together() async {
    let bodies = (0..<400).map { "# *a\($0)* [b](#c) ~~d~~ {{clients}} \"e\"[^1]\n\n[^1]: f" }
    let alone = bodies.map { read($0).value?.text }
    await withTaskGroup(of: (Int, Text<Authored>?).self) { group in
      for (index, body) in bodies.enumerated() { group.addTask { (index, read(body).value?.text) } }
      for await (index, text) in group { #expect(text == alone[index]) }
    }
  }
}
