import Diagnostics
import Localization
import YAMLReading

/// Numbers that no record holds, and claims that no column can prove: `facts.yaml`.
package struct FactSheet: Sendable {
  package struct Fact: Sendable, Hashable {
    /// As written.
    package let value: String
    package let unit: String?
    package let source: String

    /// Nil for what only looks like a number: years are neither grouped nor put into words.
    package var number: Int? { unit == "year" ? nil : Int(value) }

    /// As a language writes it, where it is no whole number: 4.5, or words.
    package func text(in language: Language) -> String {
      let parts = value.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let whole = Int(parts[0]), !parts[1].isEmpty,
        parts[1].allSatisfy(\.isWholeNumber)
      else { return value }
      return language.decimal(whole, fraction: String(parts[1]))
    }
  }

  package struct Statement: Sendable {
    package let statement: LocalizedText
    package let source: String
  }

  package let facts: [String: Fact]
  package let statements: [String: Statement]

  package init(facts: [String: Fact] = [:], statements: [String: Statement] = [:]) {
    self.facts = facts
    self.statements = statements
  }

  package static func read(_ file: SourceFile, languages: [String]) -> Diagnosed<FactSheet> {
    var findings: [Diagnostic] = []
    guard let text = file.text().reporting(to: &findings),
      let document = readYAML(text, path: file.path).reporting(to: &findings),
      let root = document.mapping(of: ["facts", "statements"], &findings)
    else { return Diagnosed(FactSheet(), findings: findings) }
    var facts: [String: Fact] = [:]
    for entry in root["facts"]?.mapping(&findings)?.entries ?? [] {
      guard let mapping = entry.value.mapping(of: ["value", "unit", "source"], &findings) else {
        continue
      }
      let value = mapping.required("value", &findings)?.text(&findings)
      let source = mapping.required("source", &findings)?.text(&findings)
      let unit = mapping["unit"]?.text(&findings)
      guard let value, let source else { continue }
      facts[entry.key] = Fact(value: value, unit: unit, source: source)
    }
    var statements: [String: Statement] = [:]
    for entry in root["statements"]?.mapping(&findings)?.entries ?? [] {
      guard let mapping = entry.value.mapping(of: ["statement", "source"], &findings) else {
        continue
      }
      let statement = mapping.required("statement", &findings)?
        .localizedText(languages: languages, &findings)
      let source = mapping.required("source", &findings)?.text(&findings)
      guard let statement, let source else { continue }
      statements[entry.key] = Statement(statement: statement, source: source)
    }
    return Diagnosed(FactSheet(facts: facts, statements: statements), findings: findings)
  }
}
