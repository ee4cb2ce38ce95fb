import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Numbers that somebody planted where neither digits nor numerals stand, or where no reader looks.
@Suite("A number planted in a built file")
struct HiddenMutantTests {
  static let mutations: [Mutation] = [
    Mutation(
      name: "in a class", files: Mutation.pages,
      pattern: #"<(?:p|td|th|tr|div|section|article|figure|h3|li)()(?= [^>]*>|>)(?![^>]* class=)"#
    ) { _, random in
      let name = [
        "n4", "three", "iv", "row-kaksi", "lead lead lead", "lead  wrap", "s4", "vierTwo",
      ]
      return " class=\"\(name.randomElement(using: &random) ?? "")\""
    },
    Mutation(
      name: "in a class beside others", files: Mutation.pages, pattern: #" class="[\w -]+()""#
    ) { _, random in
      [" n4", " three", " iv", " kaksi", " ", " två"].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "in the class of a mark", files: Mutation.pages,
      pattern: #"<(?:rect|circle|text|line) class="([\w-]+)""#
    ) { old, _ in old == "s2" ? "s3" : "s2" },
    Mutation(
      name: "in the extent of a cell", files: Mutation.pages, pattern: "<t[dh]()[ >]"
    ) { _, random in
      [" colspan=\"3\"", " rowspan=\"2\"", " colspan=three", " headers=\"\""]
        .randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "in an attribute that no page has", files: Mutation.pages,
      pattern: "<(?:p|td|li|h3|section|rect|text|svg|img|div)()[ >]"
    ) { _, random in
      [
        " data-n=\"four\"", " data-4", " data-part=\"lead\"", " hidden", " title=\"four\"",
        " value=\"iv\"",
        " style=\"order: three\"", " fill=\"#040404\"", " x-n=\"||||\"", " onclick=\"\"",
        " dir=\"ltr\"",
      ].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "in an attribute that pages have elsewhere", files: Mutation.pages,
      pattern: "<(?:p|td|li|h3|section)()[ >]"
    ) { _, random in
      [
        " width=\"4\"", " start=\"4\"", " scope=\"row\"", " lang=\"en\" lang=\"fi\"",
        " tabindex=\"4\"",
        " role=\"four\"", " aria-hidden=\"4\"",
      ].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "in an anchor", files: Mutation.pages, pattern: #"<h3 id="[\w-]*()""#
    ) { _, random in
      ["-four", "-iv", "-kolme", "-4", "-tre", "-dozen"].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "in a reference to an anchor", files: Mutation.pages,
      pattern: #" aria-labelledby="[^"]*()""#
    ) { _, random in ["-four", "-iv", " ", " kolme"].randomElement(using: &random) ?? "" },
    Mutation(
      name: "in an address in words", files: Mutation.pages, pattern: #" href="[^"]*()""#
    ) { _, random in ["?n=four", "/iv", "#kolme", "/tre.html"].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "in a label that is read aloud", files: Mutation.pages,
      pattern: #" aria-label="[^"]*()""#
    ) { _, random in [" 4", " (4)", " ||||", " IV"].randomElement(using: &random) ?? "" },
    Mutation(
      name: "in the size of an image or a drawing", files: Mutation.pages,
      pattern: #"<(?:img|svg) [^>]*(?:width|height|viewBox)="(\d+)"#, change: Mutation.otherDigit),
    Mutation(
      name: "in another image", files: Mutation.pages, pattern: #"<img src="([^"]+)""#
    ) { _, random in
      ["../images/four.svg", "data:image/png;base64,iVBORw0KGgo="].randomElement(using: &random)
        ?? ""
    },
    Mutation(
      name: "in an element that pages are not made of", files: Mutation.pages,
      pattern: #"()<(?:p|h3|section|figure|article)[ >]"#
    ) { _, random in
      [
        "<meter value=4></meter>", "<n4></n4>", "<x-four></x-four>", "<data value=iv></data>",
        "<script></script>", "<template></template>", "<input type=hidden>",
      ].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "as a Roman numeral", files: Mutation.pages + Mutation.texts,
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in [" IV", " iii", " XII", " V"].randomElement(using: &random) ?? "" },
    Mutation(
      name: "as a tally", files: Mutation.pages + Mutation.texts,
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in
      [" ||||", " | | |", " ●●●", " ***", " IIII", " ⚂"].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "as an English word", files: Mutation.pages(in: ["en"]) + ["2021-H1/en/review.txt"],
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in
      [" a couple of", " half a dozen", " a dozen", " a single person", " a pair", " both"]
        .randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "as a Finnish word", files: Mutation.pages(in: ["fi"]) + ["2021-H1/fi/review.txt"],
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in
      [
        " pari", " puoli tusinaa", " tusina", " yksittäinen", " yksi ainoa", " molemmat",
        " molemmilta",
      ]
      .randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "as a Swedish word", files: Mutation.pages(in: ["sv"]) + ["2021-H1/sv/review.txt"],
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in
      [" ett par", " ett halvt dussin", " dussin", " en enda", " båda"].randomElement(
        using: &random)
        ?? ""
    },
    Mutation(
      name: "as a part, a multiple or a group",
      files: Mutation.pages(in: ["en"]) + ["2021-H1/en/review.txt"],
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in
      [
        " half", " a quarter", " a fifth", " double", " quadruple", " a triad", " a handful",
        " neither",
        " ｆｏｕｒ", " f our", " I I I I", " fοur", " the fourth",
      ].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "as a Finnish part or multiple",
      files: Mutation.pages(in: ["fi"]) + ["2021-H1/fi/review.txt"],
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in
      [
        " puolet", " neljännes", " kolmasosa", " nelinkertainen", " nelisen", " nelihenkinen",
        " neljäs",
        " ketään",
      ].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "as a Swedish part or multiple",
      files: Mutation.pages(in: ["sv"]) + ["2021-H1/sv/review.txt"],
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in
      [" hälften", " en fjärdedel", " dubbelt", " fjärde", " tvåa", " ensamma"]
        .randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "as a word of another language", files: Mutation.pages(in: ["en", "sv"]),
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in [" kolme", " neljästä", " kahdeksan"].randomElement(using: &random) ?? "" },
    Mutation(
      name: "beside the mark of a cell", files: Mutation.pages,
      pattern: #"<td class="n">\[c\]()</td>"#
    ) { _, random in
      [
        "&nbsp;", "\u{200B}", "\u{200B}\u{200B}", "...", " ", "  ", "&nbsp;&nbsp;", "<br>",
        "<i></i>",
        "<!-- -->", "\u{AD}",
      ].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "before the mark of a cell", files: Mutation.pages,
      pattern: #"<td class="n">()\[c\]</td>"#
    ) { _, random in
      ["&nbsp;", "\u{200B}", " ", "<i></i>", "<!-- -->", "·"].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "beside the mark in a drawing", files: Mutation.pages,
      pattern: #"<text class="mark"[^>]*>\[c\]()"#, least: 6
    ) { _, random in
      ["&nbsp;", "...", "\u{200B}", " ", "<tspan></tspan>"].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "beside the mark of the plain text", files: Mutation.texts,
      pattern: #"(?<=  )\[c\]()$"#,
      least: 6, slack: 900
    ) { _, random in
      ["...", "·", "\u{A0}\u{A0}", "\u{200B}\u{200B}"].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "in signs that nobody sees", files: Mutation.pages + Mutation.texts,
      pattern: #"^(?:<p>)?[^<\n]{20,}\p{Ll}() \p{Ll}[^<]"#
    ) { _, random in
      [
        "\u{A0}\u{A0}\u{A0}", "\u{200B}\u{200B}", "\u{AD}\u{AD}\u{AD}", "\u{2009}\u{2009}",
        "\u{FE0F}\u{FE0F}",
      ]
      .randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "in the quotation marks of a data file",
      files: ["2021-H1/data/new-clients-by-form-and-place.csv"], pattern: #"(?<=,)(\d+)(?=,)"#,
      least: 8,
      slack: 60
    ) { old, _ in "\"\(old)\"" },
    Mutation(
      name: "in a name of the manifest", files: ["2021-H1/build.json"], pattern: #"\{\n? *()""#,
      least: 4
    ) { _, random in [#""three": {}, "#, #""iv": [], "#].randomElement(using: &random) ?? "" },
    Mutation(
      name: "in a page that lists editions", files: ["index.html", "2021-H1/index.html"],
      pattern: #"<(?:p|li|span|h1|div)()[ >]"#, least: 5
    ) { _, random in
      [" class=\"three\"", " data-n=\"3\"", " id=\"iv\"", " title=\"four\""].randomElement(
        using: &random)
        ?? ""
    },
  ]

  @Test("is found at its line", arguments: mutations)
  func found(_ mutation: Mutation) throws {
    try mutation.expectFound()
  }

  @Test("stops the build when a template holds it, and nothing is written")
  func template() throws {
    for (planted, mark) in [
      (#"<div class="body n4">"#, "n4"), (#"<div class="body three">"#, "three"),
      (#"<div class="body" id="iv">"#, "iv"), (#"<div class="body" data-n="x">"#, "data-n"),
      (#"<div class="body"><p>||||</p>"#, "||||"), (#"<div class="body"><p>IV</p>"#, "IV"),
      (#"<div class="body"><p aria-label="4">–</p>"#, "aria-label"),
    ] {
      let workshop = try Workshop()
      defer { workshop.close() }
      try workshop.edit("Templates/web/page.mustache") {
        $0.replacing(#"<div class="body">"#, with: planted)
      }
      let found = try workshop.build()
      #expect(found.count == 3, "\(mark): \(found.map(\.rendered))")
      #expect(found.allSatisfy { $0.rule == .disclosureUnledgered && !$0.rendered.contains(mark) })
      #expect(try workshop.site().isEmpty)
    }
  }

  @Test("is none where a designer names a class in the style sheet")
  func design() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Templates/web/page.mustache") {
      $0.replacing(#"<div class="body">"#, with: #"<div class="body column-wide">"#)
    }
    #expect(try workshop.build().count == 3)
    try workshop.edit("Templates/web/style.css") { $0 + "\n.column-wide { max-width: 40em }\n" }
    #expect(try workshop.build().map(\.rendered) == [])
  }

  @Test(
    "stops the build when a style sheet prints it",
    arguments: [
      #"p::after { content: "4" }"#, #"p::after{content:'four persons'}"#,
      #"p::after { content: "\34 " }"#,
      #"p::after { content: counter(n) }"#, #"li { list-style-type: "IV " }"#,
      #"q { quotes: "||||" "" }"#,
      #"@counter-style x { symbols: "kolme" }"#,
      #"p { background: url("data:image/svg+xml,<svg/>") }"#,
    ])
  func styleSheet(_ rule: String) throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Templates/web/style.css") { $0 + "\n\(rule)\n" }
    let found = try workshop.build()
    #expect(found.map(\.rule) == [.disclosureUnledgered], "\(found.map(\.rendered))")
    #expect(found.first?.location.path == "Templates/web/style.css")
    #expect(try found.first?.location.line == workshop.lines("Templates/web/style.css").count - 1)
    #expect(try workshop.site().isEmpty)
  }

  @Test("is none in what a style sheet needs")
  func plainStyleSheet() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Templates/web/style.css") {
      $0 + """

        /* content: "4" */
        p::before { content: "\\2192 \\201C"; align-content: center; width: 4em }
        p::after { content: none }
        li { list-style: none; font-family: "Source Sans 3" }
        @page { @bottom-right { content: counter(page) } }

        """
    }
    #expect(try workshop.build().map(\.rendered) == [])
  }
}
