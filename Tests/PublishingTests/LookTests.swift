import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Theme, forms of charts and the PDF, as a publication sets them.
@Suite("The look")
struct LookTests {
  private static let publication = "Content/publication.yaml"
  private static let statistics = "Content/statistics.yaml"
  private static let article = "Content/2021-H1/en/new-clients.md"

  private func findings(_ spoil: (Workshop) throws -> Void) throws -> [Diagnostic] {
    let workshop = try Workshop()
    defer { workshop.close() }
    try spoil(workshop)
    return try workshop.build()
  }

  @Test("a colour that cannot be read is refused at its line, with the nearest that can")
  func colour() throws {
    let found = try findings {
      try $0.edit(Self.publication) { $0.replacing("s2: \"#d9683a\"", with: "s2: \"#f4c3a9\"") }
    }
    let finding = try #require(found.first { $0.rule == .themeColour })
    #expect(finding.location.path == Self.publication && finding.location.line > 1)
    #expect(
      finding.message
        == "The colour “s2” has a contrast of 1.5:1 with “paper” and needs 3.0:1")
    let help = finding.help
    let colour = try #require(help.firstMatch(of: #/#[0-9a-f]{6}/#)).output
    let mended = try findings {
      try $0.edit(Self.publication) { $0.replacing("s2: \"#d9683a\"", with: "s2: \"\(colour)\"") }
    }
    #expect(mended == [])
  }

  @Test("colours that colour-blind readers take for one are refused")
  func colourBlind() throws {
    let found = try findings {
      try $0.edit(Self.publication) { $0.replacing("s4: \"#2196a0\"", with: "s4: \"#b07a00\"") }
    }
    #expect(found.map(\.rule) == [.themeColour])
    #expect(found.first?.message.contains("look alike") == true)
  }

  @Test("a font has to be one, and to be there")
  func font() throws {
    #expect(
      try findings { try $0.write("Content/fonts/sans-400.woff2", "no font") }.map(\.rule)
        == [.themeFont])
    #expect(
      try findings { try $0.remove("Content/fonts/sans-400.woff2") }.map(\.rule)
        == [.fileMissing])
    #expect(
      try findings {
        try $0.edit(Self.publication) { $0.replacing("text: Katsaus Serif", with: "text: a\"b") }
      }.map(\.rule) == [.yamlValue])
  }

  @Test("a publication without a theme has the one that comes with the program")
  func noTheme() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit(Self.publication) {
      String($0.prefix(upTo: try! #require($0.range(of: "# Colours and fonts")).lowerBound))
    }
    #expect(try workshop.build() == [])
    let page = String(
      decoding: try #require(try workshop.site()["2021-H1/en/index.html"]), as: UTF8.self)
    #expect(page.contains("--s1: #173d6b;") && !page.contains("@font-face"))
  }

  @Test("a block may choose another form for its table")
  func form() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/new-clients.md") {
        $0.replacing(
          "```chart new-clients-by-form-and-place\n",
          with: "```chart new-clients-by-form-and-place\nform: small-multiples\n"
        )
        .replacing(
          "```chart new-clients-by-gender\n",
          with: "```chart new-clients-by-gender\nform: unit-rows\n")
      }
    }
    #expect(try !workshop.build().hasErrors)
    let page = String(
      decoding: try #require(try workshop.site()["2021-H1/en/index.html"]), as: UTF8.self)
    #expect(
      page.contains("class=\"chart small-multiples\"") && page.contains("class=\"chart unit-rows\"")
    )
    #expect(page.contains("A panel of bars for each group, all on one scale."))
  }

  @Test("a form that there is not, or that does not suit, is said at the block")
  func unsuitable() throws {
    func with(_ form: String) throws -> [Diagnostic] {
      try findings {
        try $0.edit(Self.article) {
          $0.replacing(
            "```chart new-clients-by-age\n", with: "```chart new-clients-by-age\nform: \(form)\n")
        }
      }
    }
    let unknown = try #require(try with("dot-plto").first)
    #expect(unknown.rule == .blockField && unknown.help == "write “dot-plot”")
    let unsuitable = try #require(try with("slope").first)
    #expect(unsuitable.rule == .chartForm && unsuitable.severity == .warning)
    #expect(unsuitable.location.path == Self.article && unsuitable.location.line > 1)
  }

  /// A table of referrals beside those of the year before: 176, some of the immigration service, few of counsels.
  private func compare(in workshop: Workshop, service: Int, counsels: Int) throws {
    try workshop.edit(Self.statistics) {
      $0.replacing(
        "    measure: referrals\n    by: referrer\n",
        with: "    measure: referrals\n    by: referrer\n    compare: true\n    chart: dot-plot\n")
    }
    try workshop.edit("Content/2021-H1/history.csv") { history in
      [
        ("immigration_service", service), ("legal_counsel", counsels), ("reception_centre", 0),
      ].reduce(history) { text, row in
        text + "referrals,\(row.0),,half,2020-01-01,2020-06-30,\(row.1),"
          + "referrals,original,Review,\n"
      }
    }
  }

  @Test("an earlier number that the others would give away hides them all")
  func comparedAlone() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try compare(in: workshop, service: 170, counsels: 3)
    #expect(try workshop.build().filter { $0.severity == .error } == [])
    let data = String(
      decoding: try #require(try workshop.site()["2021-H1/data/referrals-by-referrer.csv"]),
      as: UTF8.self)
    #expect(data.contains("\n2020-H1,immigration_service,,suppressed\n"))
    #expect(data.contains("\n2020-H1,legal_counsel,,suppressed\n"))
    // A mark stands for somebody.
    #expect(data.contains("\n2020-H1,reception_centre,0,published\n"))
    #expect(data.contains("\n2020-H1,_T,176,published\n"))
  }

  @Test("a table is set beside the earlier period, in chart, table, description and data")
  func compared() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try compare(in: workshop, service: 14, counsels: 3)
    #expect(try workshop.build().filter { $0.severity == .error } == [])
    let site = try workshop.site()
    let page = String(decoding: try #require(site["2021-H1/en/index.html"]), as: UTF8.self)
    #expect(page.contains("class=\"chart dot-plot\""))
    #expect(
      page.contains("From 176 (January–June 2020) to 147 (January–June 2021). A decrease of 16%."))
    // A small earlier number is a word here too.
    #expect(page.contains("<th scope=\"row\">Legal counsels</th><td class=\"n\">[c]</td>"))
    let data = String(
      decoding: try #require(site["2021-H1/data/referrals-by-referrer.csv"]), as: UTF8.self)
    #expect(data.hasPrefix("period,referrer,value,status\n"))
    #expect(
      data.contains("\n2020-H1,legal_counsel,,suppressed\n")
        && data.contains("\n2020-H1,immigration_service,14,published\n")
        && data.contains("\n2020-H1,_T,176,published\n"))
    #expect(data.contains("\n2021-H1,_T,147,published\n"))
  }

  @Test("without a browser everything but the PDF is built, and a message says what to install")
  func noBrowser() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let project = try #require(try Project.read(workshop.folders).value)
    let built = try project.build(
      project.editions, language: nil, folders: workshop.folders,
      pdf: PDFRequest(browser: nil, folders: [workshop.root.path]), waiting: {}, progress: { _ in })
    #expect(built.value != nil)
    #expect(built.findings.map(\.rule) == [.pdfBrowser])
    #expect(built.findings.first?.help.contains("chromium-headless-shell") == true)
    let site = try workshop.site()
    #expect(
      site.keys.contains("2021-H1/en/print.html") && !site.keys.contains { $0.hasSuffix(".pdf") })
    let page = String(decoding: try #require(site["2021-H1/en/index.html"]), as: UTF8.self)
    #expect(!page.contains("review.pdf"))
  }

  @Test(
    "a browser that fails leaves the site as it was",
    arguments: [
      "exit 3", "exit 0",
      // What it prints is no PDF.
      "for a; do case \"$a\" in --print-to-pdf=*) echo x > \"${a#*=}\";; esac; done",
    ])
  func failingBrowser(script: String) throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.build()
    let before = try workshop.site()
    try workshop.write("browser", "#!/bin/sh\n\(script)\n")
    let browser = workshop.root.appending(path: "browser").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
    let project = try #require(try Project.read(workshop.folders).value)
    #expect(throws: FileFailure.self) {
      try project.build(
        project.editions, language: nil, folders: workshop.folders,
        pdf: PDFRequest(browser: browser, folders: []), waiting: {}, progress: { _ in })
    }
    #expect(try workshop.site() == before)
  }

  @Test("a photograph is published without what its camera noted in it")
  func remarks() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let noted = Array("Exif taken at 60.1699 N".utf8)
    let photograph = try Data(
      contentsOf: Sample.root.appending(path: "Tests/Fixtures/photograph.jpg"))
    let segment = [0xFF, 0xE1, 0, UInt8(noted.count + 2)] + noted
    let path = workshop.root.appending(path: "Content/2021-H1/images/offices.jpg")
    try (photograph.prefix(2) + Data(segment) + photograph.dropFirst(2)).write(to: path)
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/personnel.md") {
        $0 + "\n![Ovi · dörr · door](images/offices.jpg)\n"
      }
    }
    #expect(try !workshop.build().hasErrors)
    let published = try Data(
      contentsOf: workshop.root.appending(path: "Output/site/2021-H1/images/offices.jpg"))
    #expect(published.range(of: Data(noted)) == nil)
    // The picture itself is as it was.
    #expect(published.suffix(1_000) == photograph.suffix(1_000))
  }

  @Test("a photograph is offered in several sizes, each read back")
  func photograph() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try FileManager.default.copyItem(
      at: Sample.root.appending(path: "Tests/Fixtures/photograph.jpg"),
      to: workshop.root.appending(path: "Content/2021-H1/images/offices.jpg"))
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/personnel.md") {
        $0 + "\n![Ovi · dörr · door](images/offices.jpg)\n"
      }
    }
    #expect(try !workshop.build().hasErrors)
    let page = try workshop.page("2021-H1/en/index.html")
    #expect(
      page.contains(
        "src=\"../images/offices.jpg\" srcset=\"../images/offices-550w.jpg 550w, ../images/offices.jpg 1100w\""
      ))
    #expect(try !workshop.page("2021-H1/en/print.html").contains("srcset"))
    let project = try #require(try Project.read(workshop.folders).value)
    #expect(try project.readBack("2021-H1", output: workshop.folders.output) == [])
    let path = "Output/site/2021-H1/images/offices-550w.jpg"
    try FileManager.default.removeItem(at: workshop.root.appending(path: path))
    try FileManager.default.copyItem(
      at: Sample.root.appending(path: "Tests/Fixtures/photograph.jpg"),
      to: workshop.root.appending(path: path))
    try workshop.edit("Output/site/2021-H1/en/index.html") {
      $0.replacing("offices-550w.jpg 550w", with: "offices-550w.jpg 3 of them")
    }
    let found = workshop.placed(
      try project.readBack("2021-H1", output: workshop.folders.output))
    #expect(
      Set(found.map(\.location.path)) == [
        "Output/site/2021-H1/en/index.html", path,
      ])
  }

  @Test("a large photograph is a warning")
  func largePhotograph() {
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]
    png += [0, 0, 16, 0, 0, 0, 8, 0]
    let image = imageSize(of: SourceFile(path: "images/a.png", bytes: png))
    #expect(image.value?.width == 4096 && image.findings.map(\.rule) == [.imageLarge])
  }
}
