import Foundation
import Localization
import ReadingBack
import Testing

@Suite("Reading a built file")
struct ReadingBackTests {
  private func read(_ path: String, _ text: String) throws -> ReadFile {
    try #require(readBack(path, bytes: Array(text.utf8)))
  }

  /// The numbers with the kind of passage and the place they stand in.
  private func numbers(_ html: String, at path: String = "2021-H1/en/index.html") throws -> [String]
  {
    try read(path, html).passages.flatMap { passage in
      passage.readings.map { "\(passage.place)/\(passage.kind)/\($0)" }
    }
  }

  @Test("finds numbers in text, whatever tags and references they are written with")
  func text() throws {
    #expect(
      try numbers("<article id=a><p>1<b>0</b>9 and &#53;&#x31; &#52</p><p>1,051<sup>2</sup></p>")
        == ["a/text/109", "a/text/51", "a/text/4", "a/text/1051", "a/text/2"])
    #expect(try numbers("<p>4&shy;5 4&#8203;6</p>") == ["/text/45", "/text/46"])
    #expect(try numbers("<p>3 < 4 <5> & 6</p>") == ["/text/3", "/text/4", "/text/5", "/text/6"])
    #expect(try numbers("<p>&frac12; ½ &unknown;").count == 3)
    #expect(try numbers("<P TITLE=7 hidden>8</P>") == ["/attribute(\"title\")/7", "/text/8"])
  }

  @Test("knows the place, the cell and the language that a number stands in")
  func places() throws {
    let html = """
      <article id="a"><p>1</p><figure id="f"><svg><title>2</title><desc>3</desc><rect width="4%"/>
      <text>5</text></svg><table><tr><th>6<td>7</td></tr><tr><th></th><td>8</td></tr></table></figure>
      <p lang="sv">tre och 9\u{A0}000 3,5 %</p></article><p>three and 9,000</p>
      """
    #expect(
      try numbers(html) == [
        "a/text/1", "f/drawingTitle/2", "f/description/3", "f/drawingText(drawing: 0, label: 0)/5",
        "f/cell(table: 0, row: 0, column: 0)/6", "f/cell(table: 0, row: 0, column: 1)/7",
        "f/cell(table: 0, row: 1, column: 1)/8", "a/text/tre", "a/text/9000", "a/text/3.5%",
        "/text/three", "/text/9000",
      ])
    let file = try read("x.html", html)
    #expect(file.drawings.first?.strokes.map(\.element) == ["rect", "text"])
    #expect(file.drawings.first?.strokes.first?.percent("width") == 4)
  }

  @Test("says the line and column of a number")
  func positions() throws {
    let file = try read("fi/review.txt", "Ensin\n\nÄiti sai\nä 12 ja\n  kolme")
    let places = file.passages.flatMap { $0.origins.map { file.position(of: $0) } }
    #expect(places.map(\.line) == [4, 5] && places.map(\.column) == [3, 3])
  }

  @Test("reads comments, scripts, unknown attributes and addresses; no style sheet")
  func outOfSight() throws {
    let html = """
      <!doctype html><style>p { margin: 4px }</style><!-- 1 --><script>x = 2</script>
      <p data-n="3" class="c4" style="--x: 5" id="p-6"><a href="/7" tabindex="0">a</a></p><![CDATA[8]]>
      """
    #expect(
      try numbers(html).sorted() == [
        "/address/7", "/attribute(\"data-n\")/3", "/attribute(\"style\")/5", "/comment/1",
        "/identifier/6", "/script/2", "/text/8",
      ])
  }

  @Test("reads the drawing in a data address, and nothing in one made of points")
  func embedded() throws {
    let drawing = Data("<svg><text>12 persons</text><path d='M0 3'/></svg>".utf8)
      .base64EncodedString()
    #expect(
      try numbers("<img src='data:image/svg+xml;base64,\(drawing)'>") == ["/image/12"])
    #expect(try numbers("<img src='data:image/png;base64,iVBORw0KGgo3'>") == [])
    #expect(try numbers("<img src='data:text/plain,3'>") == ["/address/3"])
  }

  @Test(
    "reads fields of CSV and values of JSON, quoted and escaped, and what is left of broken JSON")
  func data() throws {
    let csv = try read("a.csv", "age,\"n, 1\"\n18-29,\"2\"\"3\"\r\n,4")
    #expect(
      csv.passages.map { "\($0.kind) \(String(decoding: $0.text, as: UTF8.self))" } == [
        "field(row: 0, column: 0) age", "field(row: 0, column: 1) n, 1",
        "field(row: 1, column: 0) 18-29", "field(row: 1, column: 1) 2\"3",
        "field(row: 2, column: 0) ", "field(row: 2, column: 1) 4",
      ])
    let json = try read("a.json", #"{"a": [1, "2\u0033"], "b4": {"c": null}} 5"#)
    #expect(
      json.passages.map { "\($0.kind) \(String(decoding: $0.text, as: UTF8.self))" } == [
        "json(\".a[0]\") 1", "json(\".a[1]\") 23", "json(\".\") b4", "json(\".b4.c\") null",
        "text  5",
      ])
  }

  @Test("has a reader for each format of the site, and none for others")
  func formats() {
    #expect(BuiltFormat(path: "a/index.html") == .page)
    #expect(BuiltFormat(path: "x/photo.jpg") == .points)
    for path in ["review.docx", "a.exe", "index", "a.html.bak", "d.html/x"] {
      #expect(BuiltFormat(path: path) == nil)
    }
  }

  @Test("never stops at bytes that are no document", arguments: 0..<200)
  func anyBytes(_ seed: UInt64) throws {
    var random = SystemRandom(seed: seed)
    let parts = [
      "<", ">", "&", "#", "\"", "'", "=", "!--", "-->", "<svg>", "</svg>", "<td>", "<text", "3",
      "\u{AD}",
      "{", "[", ",", "\\", "\n", "ä", "<title>", "]]>", "/>", "data:image/svg+xml;base64,",
    ]
    let text = (0..<60).map { _ in parts[random.below(parts.count)] }.joined()
    for path in ["a.html", "a.txt", "a.csv", "a.json", "a.svg"] {
      let file = try read(path, text)
      for passage in file.passages {
        for origin in passage.origins { _ = file.position(of: origin) }
      }
    }
  }

  /// A linear congruential generator, so that every run is the same.
  private struct SystemRandom {
    var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}

extension ReadPassage {
  fileprivate var readings: [String] { numbers.map(\.reading) }
}
