import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Built files whose numbers stand as they were, beside other names.
@Suite("A number given to others in a built file")
struct RenamedTests {
  static let mutations: [Mutation] = [
    Mutation(
      name: "by the head of a row", files: Mutation.pages,
      pattern: #"<th scope="row">([^<\d]+)</th>"#
    ) { _, random in
      ["Visa", "Viisumi", "Visum", "Nobody else"].randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "by the head of a column", files: Mutation.pages,
      pattern: #"<th scope="col"[^>]*>([^<\d]+)</th>"#
    ) { _, _ in "Visa" },
    Mutation(
      name: "by the name beside a bar", files: Mutation.pages,
      pattern: #"<text class="cat"[^>]*>([^<\d]+)</text>"#
    ) { _, _ in "Visa" },
    Mutation(
      name: "by a word beside a value", files: Mutation.pages,
      pattern: #"<text class="val"[^>]*>\d+()</text>"#,
      least: 6
    ) { _, _ in " visa" },
    Mutation(
      name: "by the description of a drawing", files: Mutation.pages,
      pattern: #"<desc[^>]*>[^<]*?(\p{Lu}\p{Ll}{3,})"#
    ) { _, _ in "Visa" },
    Mutation(
      name: "by the list of empty categories", files: Mutation.pages,
      pattern: #"<p class="figure-note">(?:None|Ei yhtään|Ingen): ([^<]+)\.</p>"#, least: 6,
      slack: 900
    ) { old, random in ["Visa", old + ", Visa"].randomElement(using: &random) ?? "" },
    Mutation(
      name: "by the name of a row of plain text", files: Mutation.texts,
      pattern: #"^(\p{Lu}[^\n\d:]{6,}?)(?=  +\d+  +\d+\s?%$)"#, least: 6, slack: 9000
    ) { _, _ in "Visa" },
  ]

  @Test("is found at its line", arguments: mutations)
  func found(_ mutation: Mutation) throws {
    try mutation.expectFound()
  }

  @Test("is found in a sentence, where another category takes the place of its own")
  func sentence() throws {
    let sample = try BuiltSample.shared.get()
    for path in ["2021-H1/en/index.html", "2021-H1/en/print.html", "2021-H1/en/review.txt"] {
      let text = try sample.text(path)
      let other = text.replacing(/without\s+a legal right/, with: "with a visa")
      #expect(other != text)
      #expect(!sample.findings(path, reading: other).isEmpty, "\(path)")
      // Another word that names no category makes no other number.
      let same = text.replacing(/without\s+a legal right/, with: "without such a right")
      let found = sample.findings(path, reading: same).map(\.rendered)
      #expect(found == [], "\(path)")
    }
  }

  @Test("is none where a name has a letter more")
  func spelling() throws {
    let sample = try BuiltSample.shared.get()
    let path = "2021-H1/en/index.html"
    let text = try sample.text(path)
    let other = text.replacing(
      #"<th scope="row">Asylum seeker</th>"#, with: #"<th scope="row">Asylum seekers</th>"#)
    #expect(other != text)
    #expect(sample.findings(path, reading: other) == [])
  }

  @Test("is none in a text table whose columns are ages, in columns and as records")
  func ages() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/statistics.yaml") { text in
      text.replacing(
        "\ntables:\n",
        with: """

          tables:
            new-clients-by-gender-and-age:
              measure: new_clients
              by: [gender, age]
              label: Ages

          """)
    }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/new-clients.md") {
        $0 + "\n```table new-clients-by-gender-and-age\ntitle: Women and men\n```\n"
      }
    }
    #expect(try workshop.build().filter { $0.rule == .disclosureUnledgered }.map(\.rendered) == [])
    for language in ["fi", "sv", "en"] {
      #expect(try workshop.page("2021-H1/\(language)/review.txt").contains("40–49"))
    }
  }
}
