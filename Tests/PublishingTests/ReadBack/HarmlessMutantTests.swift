import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Built files in which something was changed that tells nobody anything.
@Suite("A built file that says the same")
struct HarmlessMutantTests {
  private static let words: @Sendable (String, inout SeededGenerator) -> String = { _, random in
    ["something", "jotakin", "någonting", "otherwise"].randomElement(using: &random) ?? ""
  }

  static let mutations: [Mutation] = [
    Mutation(
      name: "space between tags", files: Mutation.pages,
      pattern: #">()<(?:p|h3|figure|section|article|table|svg)[ >]"#
    ) { _, random in ["\n", "  ", "\n\n\t"].randomElement(using: &random) ?? "\n" },
    Mutation(name: "a line broken elsewhere", files: Mutation.pages, pattern: #"<p>[^<]*\w( )\w"#) {
      _, _ in
      "\n   "
    },
    Mutation(
      name: "the order of attributes", files: Mutation.pages,
      pattern: #"<(?:p|section|article|figure|a|td|th)( \w+="[^"]*" [\w-]+="[^"]*")>"#
    ) { old, _ in
      let parts = old.dropFirst().components(separatedBy: "\" ")
      return " " + parts[1].appending("") + " " + parts[0] + "\""
    },
    Mutation(
      name: "another class that pages have", files: Mutation.pages,
      pattern: #"<(?:p|section|div|td)[^>]* class="(\w[\w -]*)""#
    ) { old, random in
      ["lead", "wrap", "kicker source"].filter { $0 != old }.randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "another target of a link", files: Mutation.pages, pattern: #" href="(#?[a-z/.-]+)""#
    ) { old, random in
      ["#main", "../sv/index.html", "https://example.org/path"].filter { $0 != old }
        .randomElement(using: &random) ?? ""
    },
    Mutation(
      name: "another word", files: Mutation.pages + Mutation.texts,
      pattern: #"^[^<\d"]{30,}[^<\d\p{L}"](\p{Ll}{6,8}) [^<\d"]{20,}$"#, change: words),
    Mutation(
      name: "another word in an alternative text", files: Mutation.pages,
      pattern: #" alt="[^"]*\W(\p{Ll}{4,}) [^"]*""#, change: words),
    Mutation(
      name: "a soft hyphen in a word", files: Mutation.pages,
      pattern: #"<p>[^<]*\p{Ll}{4}()\p{Ll}{4}"#
    ) { _, _ in "\u{AD}" },
    Mutation(
      name: "a sentence in bold", files: Mutation.pages, pattern: #"<p>([^<]*\d[^<]*)</p>"#
    ) { old, _ in "<strong>\(old)</strong>" },
    Mutation(
      name: "a character as a reference", files: Mutation.pages, pattern: #"<p>[^<&]*?(\d)"#
    ) { old, _ in "&#\(old.unicodeScalars.first?.value ?? 0);" },
    Mutation(
      name: "a comment without a number", files: Mutation.pages,
      pattern: #"()<(?:p|figure|td|li)[ >]"#
    ) { _, _ in "<!-- here -->" },
  ]

  @Test("raises no finding", arguments: mutations)
  func unfound(_ mutation: Mutation) throws {
    let sample = try BuiltSample.shared.get()
    let mutants = try mutation.mutants(of: sample, atMost: 12)
    #expect(mutants.count >= 10, "only \(mutants.count) places fit")
    for mutant in mutants {
      let found = sample.findings(mutant.path, reading: mutant.text)
      #expect(found.isEmpty, "\(mutant.testDescription): \(found.map(\.rendered))")
      #expect(try mutant.text != sample.text(mutant.path), "\(mutant.testDescription)")
    }
  }
}
