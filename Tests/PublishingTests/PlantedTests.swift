import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Errors planted one a paragraph, and clean twins, in the three languages: `Tests/Planted/`.
@Suite("Checking the words of an edition")
struct PlantedTests {
  /// A paragraph and the rule that has to find it; nil for a clean one.
  struct Paragraph: Sendable {
    let language: String
    let rule: Rule?
    let text: String
  }

  /// A line that begins with # names the rule of those below it.
  static func paragraphs(_ language: String) throws -> [Paragraph] {
    let file = Sample.root.appending(path: "Tests/Planted/\(language).txt")
    var rule: Rule?
    var paragraphs: [Paragraph] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      guard line.hasPrefix("# ") else {
        paragraphs.append(Paragraph(language: language, rule: rule, text: String(line)))
        continue
      }
      rule = Rule(rawValue: String(line.dropFirst(2)))
      try #require(rule != nil || line == "# clean", "\(line)")
    }
    return paragraphs
  }

  @Test("every planted error is found at its line, and clean words are left alone")
  func planted() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/edition.yaml") {
      $0.replacing("  - contact\n", with: "  - contact\n  - planted\n  - clean\n")
    }
    var expected: [String: Paragraph] = [:]
    for language in ["fi", "sv", "en"] {
      let paragraphs = try Self.paragraphs(language)
      for (name, chosen) in [
        ("planted", paragraphs.filter { $0.rule != nil }),
        ("clean", paragraphs.filter { $0.rule == nil }),
      ] {
        let path = "Content/2021-H1/\(language)/\(name).md"
        var lines = ["---", "title: Planted", "---"]
        for paragraph in chosen {
          lines += ["", paragraph.text]
          expected["\(path):\(lines.count)"] = paragraph
        }
        try workshop.write(path, lines.joined(separator: "\n") + "\n")
      }
    }
    var found: [String: [Diagnostic]] = [:]
    for finding in try workshop.check() where !parity.contains(finding.rule) {
      found["\(finding.location.path):\(finding.location.line)", default: []].append(finding)
    }
    #expect(expected.count > 900)
    for (place, paragraph) in expected {
      let here = found[place] ?? []
      let isRight = paragraph.rule.map { rule in here.contains { $0.rule == rule } } ?? here.isEmpty
      #expect(isRight, "\(paragraph.text): \(here.map(\.rendered))")
    }
    let strays = found.filter { expected[$0.key] == nil }.flatMap(\.value)
    #expect(strays == [], "\(strays.map(\.rendered))")
  }

  private let parity: Set<Rule> = [.parityNumber, .parityLink, .parityFigure]
}
