import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Built files in which something was changed that tells a reader something else.
@Suite("A built file that says something else")
struct MutantTests {
  private static let numberWords = [
    "two", "three", "four", "eight", "ten", "kaksi", "kolme", "kahdeksan", "kymmenen", "neljä",
    "två",
    "tre", "åtta", "tio", "fyra", "sixty-four", "thirty-seven",
  ]

  private static let otherWord: @Sendable (String, inout SeededGenerator) -> String = { old, _ in
    let words = ["nine", "yhdeksän", "nio"]
    return "eight three two ten four sixty-four thirty-seven".contains(old.lowercased())
      ? words[0]
      : "kaksi kolme kahdeksan kymmenen neljä".contains(old.lowercased())
        ? words[1] : words[2]
  }

  static let mutations: [Mutation] = [
    Mutation(
      name: "a digit in a sentence", files: Mutation.pages,
      pattern: #"<(?:p|li|h3|dd|figcaption)(?: [^>]*)?>(?:[^<]*[^<\d])?(\d)"#,
      change: Mutation.otherDigit),
    Mutation(
      name: "a number in words", files: Mutation.pages + Mutation.texts,
      pattern:
        "(?<![\\p{L}“\u{AD}-])(\(numberWords.joined(separator: "|")))(?![\\p{L}\u{AD}-])(?=[^<>]*(<|$))",
      change: otherWord),
    Mutation(name: "an alternative text", files: Mutation.pages, pattern: #" alt="[^"]*()""#) {
      _, _ in
      " (3)"
    },
    Mutation(
      name: "a number in words in an English alternative text", files: Mutation.pages(in: ["en"]),
      pattern: #" alt="[^"]*()""#, least: 8
    ) { _, random in [" three", " forty-five"].randomElement(using: &random) ?? "" },
    Mutation(
      name: "a number in words in a Finnish alternative text", files: Mutation.pages(in: ["fi"]),
      pattern: #" alt="[^"]*()""#, least: 8
    ) { _, random in [" kolme", " kolmesta", " neljälle"].randomElement(using: &random) ?? "" },
    Mutation(
      name: "a number in words in a Swedish alternative text", files: Mutation.pages(in: ["sv"]),
      pattern: #" alt="[^"]*()""#, least: 8
    ) { _, random in [" tre", " fyrtiofem"].randomElement(using: &random) ?? "" },
    Mutation(
      name: "the description of a drawing", files: Mutation.pages,
      pattern: #"<desc [^>]*>[^<]*?(\d)[^<\d]*</desc>"#, change: Mutation.otherDigit),
    Mutation(
      name: "a title or label of what is drawn", files: Mutation.pages,
      pattern: #"(?:<title id[^>]*>|aria-label=")[^<"]*?(\d)[^\d]"#, change: Mutation.otherDigit),
    Mutation(
      name: "a number left out of a label", files: Mutation.pages,
      pattern: #"(?:<title id[^>]*>|aria-label=")[^<"(]*(\(n\W=\W\d+\))"#
    ) { _, _ in "" },
    Mutation(
      name: "the description of the page", files: Mutation.pages,
      pattern: #"<meta name="description" content=(?:"|"[^"]*\W)()\w"#, least: 6
    ) { _, _ in "3 " },
    Mutation(
      name: "a cell of a table", files: Mutation.pages, pattern: #"<td class="n">[^<]*?(\d)"#,
      change: Mutation.otherDigit),
    Mutation(
      name: "a label of a row", files: Mutation.pages, pattern: #"<th scope="row">[^<]*?(\d)"#,
      change: Mutation.otherDigit),
    Mutation(
      name: "a suppressed cell filled in", files: Mutation.pages,
      pattern: #"<td class="n">(\[c\])"#
    ) { _, random in "\(Int.random(in: 1...4, using: &random))" },
    Mutation(
      name: "a number beside the mark of a suppressed cell", files: Mutation.pages,
      pattern: #"<td class="n">\[c\]()"#
    ) { _, random in
      ["\u{AD}4", "<span>3</span>", " &#50;", " kolme"].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "words beside the mark of a suppressed cell", files: Mutation.pages,
      pattern: #"<td class="n">\[c\]()"#
    ) { _, _ in " almost none" },
    Mutation(
      name: "the length of a bar", files: Mutation.pages,
      pattern: #"<rect [^>]*width="([\d.]+)%"#
    ) { old, random in "\((Double(old) ?? 0) + Double.random(in: 0.3...9, using: &random))" },
    Mutation(
      name: "a bar where a value is suppressed", files: Mutation.pages,
      pattern: #"()<text class="mark""#
    ) { _, _ in #"<rect class="s1" x="0em" y="9em" width="4%" height="1.15em"/>"# },
    Mutation(
      name: "the place of a mark", files: Mutation.pages,
      pattern: #"<(?:rect|circle) [^>]* c?y="([\d.]+)em"#
    ) { old, random in "\((Double(old) ?? 0) + Double.random(in: 0.2...2, using: &random))" },
    Mutation(
      name: "the place of a label in a drawing", files: Mutation.pages,
      pattern: #"<text [^>]*y="([\d.]+)em"#
    ) { old, random in "\((Double(old) ?? 0) + Double.random(in: 0.5...4, using: &random))" },
    Mutation(
      name: "a number printed by the style sheet", files: Mutation.pages,
      pattern: #"()</style>"#, least: 6, slack: 600
    ) { _, random in "p::after { content: '\(Int.random(in: 1...4, using: &random))' }" },
    Mutation(
      name: "a label in a drawing", files: Mutation.pages,
      pattern: #"<text [^>]*>[^<]*?(\d)[^<]*</text>"#, change: Mutation.otherDigit),
    Mutation(
      name: "a field of a data file",
      files: [
        "2021-H1/data/new-clients-by-form-and-place.csv", "2021-H1/data/all-clients-over-time.csv",
        "2021-H1/data/new-clients-by-gender-and-place.csv",
      ], pattern: #"(\d)(?=,published)"#, change: Mutation.otherDigit),
    Mutation(
      name: "a suppressed field of a data file filled in",
      files: ["2021-H1/data/new-clients-by-gender-and-place.csv"], pattern: "()(?=,suppressed)",
      least: 5
    ) { _, random in "\(Int.random(in: 1...4, using: &random))" },
    Mutation(
      name: "a digit of the plain text", files: Mutation.texts, pattern: #"(\d)"#,
      change: Mutation.otherDigit),
    Mutation(
      name: "a suppressed cell of the plain text filled in", files: Mutation.texts,
      pattern: #"(?<=  )(\[c\])(?=  |$)"#
    ) { _, random in "\(Int.random(in: 1...4, using: &random))" },
    Mutation(
      name: "a line of the plain text left out", files: Mutation.texts,
      pattern: #"\n(\S[^\n]*\d[^\n]*)\n"#,
      slack: 9
    ) { _, _ in "" },
    Mutation(
      name: "a comment with a number", files: Mutation.pages,
      pattern: #"()<(?:p|figure|td|h3|details|svg|article)[ >]"#
    ) { _, random in "<!-- \(Int.random(in: 1...99, using: &random)) -->" },
    Mutation(
      name: "an attribute that no reader sees", files: Mutation.pages,
      pattern: #"<(?:p|figure|td|h3|rect|text|article|li)()[ >]"#
    ) { _, random in
      let value = Int.random(in: 1...99, using: &random)
      return [
        " data-n=\"\(value)\"", " data-value='n \(value)'", " value=\(value)",
        " style=\"--n:\(value)\"",
      ]
      .randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "an address or anchor with a number", files: Mutation.pages,
      pattern: #"(?: href="|<h3 id=")[^"]*?()""#
    ) { _, random in "-\(Int.random(in: 1...9, using: &random))" },
    Mutation(
      name: "a value of the manifest", files: ["2021-H1/build.json"],
      pattern: #"(?:"bytes": |"sha256": "[0-9a-f]*)(\d)"#, change: Mutation.otherDigit),
    Mutation(
      name: "a period of the pages that list editions",
      files: ["index.html", "2021-H1/index.html"], pattern: #"[> \w](202\d)"#, least: 5
    ) { _, _ in "2019" },
  ]

  @Test("is found at its line", arguments: mutations + around)
  func found(_ mutation: Mutation) throws {
    try mutation.expectFound()
  }

  @Test("is found when a number moved to another sentence", arguments: Mutation.pages)
  func moved(_ path: String) throws {
    let sample = try BuiltSample.shared.get()
    let text = try sample.text(path)
    let paragraphs = try NSRegularExpression(pattern: #"<p>([^<]{80,})</p>"#)
      .matches(in: text, range: NSRange(text.startIndex..., in: text))
      .compactMap { Range($0.range(at: 1), in: text) }
    let number = try NSRegularExpression(pattern: "(?<![\\d.,\u{A0}])\\d+(?![.,\u{A0}]?\\d)")
    var tried = 0
    for (index, from) in paragraphs.enumerated() where tried < 5 {
      guard
        let match = number.firstMatch(in: text, range: NSRange(from, in: text)),
        let found = Range(match.range, in: text),
        let to = paragraphs[(index + 1)...].first ?? paragraphs.dropLast().last, to != from
      else { continue }
      // The later place first, so that the earlier range stays right.
      let places = [(found, ""), (to.lowerBound..<to.lowerBound, "\(text[found]) ")]
      let moved = places.sorted { $0.0.lowerBound > $1.0.lowerBound }.reduce(text) { text, place in
        text.replacingCharacters(in: place.0, with: place.1)
      }
      tried += 1
      #expect(!sample.findings(path, reading: moved).isEmpty, "\(text[from].prefix(60))")
    }
    #expect(tried >= 3)
  }

  @Test("is found when two places of an article swap their numbers", arguments: Mutation.pages)
  func swapped(_ path: String) throws {
    let sample = try BuiltSample.shared.get()
    let text = try sample.text(path)
    for (one, other) in [(">109<", ">45<"), (">57<", ">28<"), (">22<", ">35<")] {
      let mark = one + "·"
      let swapped = text.replacing(one, with: mark).replacing(other, with: one)
        .replacing(mark, with: other)
      #expect(swapped != text)
      #expect(!sample.findings(path, reading: swapped).isEmpty)
    }
  }

  @Test("is found when two rows swap their names", arguments: Mutation.languages)
  func names(_ language: String) throws {
    let sample = try BuiltSample.shared.get()
    let names = ["fi": ("Irak", "Somalia"), "sv": ("Irak", "Somalia"), "en": ("Iraq", "Somalia")]
    let (one, other) = try #require(names[language])
    for (file, ends) in [
      ("index.html", (#"<th scope="row">"#, "</th>")),
      ("print.html", (#"<th scope="row">"#, "</th>")),
      ("index.html", (#"em">"#, "</text>")), ("review.txt", ("\n", "  ")),
    ] {
      let path = "2021-H1/\(language)/\(file)"
      let text = try sample.text(path)
      let (first, second) = (ends.0 + one + ends.1, ends.0 + other + ends.1)
      let swapped = text.replacing(first, with: "\u{1}").replacing(second, with: first)
        .replacing("\u{1}", with: second)
      #expect(swapped != text)
      #expect(!sample.findings(path, reading: swapped).isEmpty, "\(path) \(ends)")
    }
  }

  @Test("is found in the file of one language alone", arguments: Mutation.languages)
  func oneLanguage(_ language: String) throws {
    let sample = try BuiltSample.shared.get()
    for name in ["index.html", "print.html", "review.txt"] {
      let path = "2021-H1/\(language)/\(name)"
      let changed = sample.renditions.map { rendition -> Rendition in
        guard rendition.path == path else { return rendition }
        let text = String(decoding: rendition.bytes, as: UTF8.self)
        return Rendition(path: path, text: text.replacing("770", with: "771"))
      }
      let found = changed.findings(expected: sample.expected, site: "site")
      #expect(!found.isEmpty && found.allSatisfy { $0.location.path == "site/\(path)" })
    }
  }

  @Test("is found when the page of another language stands in its place")
  func otherLanguage() throws {
    let sample = try BuiltSample.shared.get()
    for (path, other) in [("fi", "en"), ("sv", "fi"), ("en", "sv")] {
      let text = try sample.text("2021-H1/\(other)/index.html")
      #expect(!sample.findings("2021-H1/\(path)/index.html", reading: text).isEmpty)
    }
  }

  @Test("is found when an order of names changes", arguments: Mutation.languages)
  func order(_ language: String) throws {
    let sample = try BuiltSample.shared.get()
    let names = [
      "fi": ("Irak", "Afganistan"), "sv": ("Irak", "Afghanistan"), "en": ("Iraq", "Afghanistan"),
    ]
    let (first, second) = try #require(names[language])
    for name in ["index.html", "print.html", "review.txt"] {
      let path = "2021-H1/\(language)/\(name)"
      let text = try sample.text(path)
      let order = try #require(text.firstRange(of: try Regex("\(first)\\w*, \(second)\\w*")))
      let parts = text[order].split(separator: ", ")
      let turned = text.replacingCharacters(in: order, with: "\(parts[1]), \(parts[0])")
      #expect(!sample.findings(path, reading: turned).isEmpty, "\(path)")
    }
  }

  @Test("never gives the unexpected number away")
  func silence() throws {
    let sample = try BuiltSample.shared.get()
    let path = "2021-H1/en/index.html"
    let text = try sample.text(path)
    let odd = try #require(text.range(of: #"<td class="n">[c]"#))
    let filled = text.replacingCharacters(in: odd, with: #"<td class="n">8675309"#)
    let worded = text.replacing("people often tell us", with: "people")
    #expect(worded == text || sample.findings(path, reading: worded).isEmpty)
    let found = sample.findings(path, reading: filled)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { !$0.rendered.contains("8675309") })
  }

  @Test("is no format that nothing can read, and no file that nobody made")
  func formats() throws {
    let sample = try BuiltSample.shared.get()
    #expect(sample.findings == [], "\(sample.findings.map(\.rendered).prefix(5))")
    let found = [Rendition(path: "2021-H1/en/notes.html", text: "<p>3</p>")]
      .findings(expected: sample.expected, site: "site")
    #expect(found.map(\.message) == ["The build did not make this file"])
    let page = sample.expected["2021-H1/en/index.html"]
    let unknown = [Rendition(path: "2021-H1/en/review.docx", text: "3")]
      .findings(expected: ["2021-H1/en/review.docx": try #require(page)], site: "site")
    #expect(unknown.map(\.message) == ["Nothing can read the numbers of a file of this format"])
  }
}
