import Diagnostics
import Templating
import Testing

private let shape = TemplateShape([
  "title": .text, "body": .markup,
  "entries": .list(TemplateShape(["name": .text])),
])

private func read(_ files: [String: String]) -> Diagnosed<Templates?> {
  Templates.read(
    files.sorted { $0.key < $1.key }.map { SourceFile(path: "T/\($0.key)", text: $0.value) },
    root: "T", shapes: ["page": shape])
}

@Suite("Templates")
struct TemplatesTests {
  private let values: [String: TemplateValue] = [
    "title": .text("<\u{301}b> & \"\u{301}"), "body": .markup("<p>x</p>"),
    "entries": .list([["name": .text("a<")], ["name": .text("b")]]),
  ]

  @Test("words are escaped code point by code point, in partials too; markup is left alone")
  func escaping() throws {
    let page =
      "{{! words }}{{title}}|{{{body}}}|{{#entries}}{{name}},{{title}};{{/entries}}|{{>part}}"
    let templates = try #require(
      read(["page.mustache": page, "part.mustache": "({{title}})", "web/s.css": "a{}"]).value)
    let title = "&lt;\u{301}b&gt; &amp; &quot;\u{301}"
    #expect(
      templates.render("page", values)
        == "\(title)|<p>x</p>|a&lt;,\(title);b,\(title);|(\(title))")
    #expect(templates.style("web/s.css") == "a{}")
  }

  private static let faults: [(source: String, rule: Rule, line: Int, message: String)] = [
    ("a\n{{titel}}", .templateName, 2, "“titel” is not among the names this template is given"),
    ("{{name}}", .templateName, 1, "“name” is not among the names this template is given"),
    ("{{{title}}}", .templateName, 1, "“title” holds words, which stand in two braces"),
    ("{{body}}", .templateName, 1, "“body” holds finished markup, which stands in three braces"),
    ("{{entries}}", .templateName, 1, "“entries” is a list"),
    (
      "{{#entry}}x{{/entry}}", .templateName, 1,
      "“entry” is not among the names this template is given"
    ),
    ("{{> missing}}", .templateName, 1, "There is no template “missing.mustache”"),
    ("\n\n{{> part}}", .templateName, 1, "“unknown” is not among the names this template is given"),
    ("{{#entries}}", .templateSyntax, 0, "The section “entries” never ends"),
    ("{{#entries}}{{/title}}", .templateSyntax, 1, "“title” ends here and did not begin before"),
    ("{{title", .templateSyntax, 0, "A tag of this template is never closed"),
    ("{{=<% %>=}}", .templateSyntax, 1, "Templates use names, sections, partials and comments"),
  ]

  @Test("a name that is not given is an error with its line, never an empty place")
  func faults() {
    for (source, rule, line, message) in Self.faults {
      let found = read(["page.mustache": source, "part.mustache": "{{unknown}}"])
      #expect(found.value == nil)
      let match = found.findings.first { $0.rule == rule && $0.message.hasPrefix(message) }
      #expect(match?.location.line == line, "\(source): \(found.findings.map(\.rendered))")
    }
    #expect(read([:]).findings.map(\.rule) == [.fileMissing])
    #expect(
      read(["page.mustache": "", "s.css": "</style>"]).findings.map(\.rule) == [.templateSyntax])
  }
}
