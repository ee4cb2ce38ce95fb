import Diagnostics
import Localization
import MessageCatalogue

/// What a check found, for people, editors and other programs.
package struct CheckReport: Sendable {
  package let findings: [Diagnostic]
  private let catalogue: MessageCatalogue

  /// - `language`: that of the messages.
  package init(_ findings: [Diagnostic], language: Language) {
    self.findings = findings.inStableOrder()
    catalogue = MessageCatalogue(language: language.tag)
  }

  package var errors: Int { findings.filter { $0.severity == .error }.count }
  package var warnings: Int { findings.filter { $0.severity == .warning }.count }

  package var json: String {
    JSON.object([
      ("findings", .list(findings.map(object))), ("errors", .number(errors)),
      ("warnings", .number(warnings)),
    ]).written
  }

  private func object(_ finding: Diagnostic) -> JSON {
    .object([
      ("path", .text(finding.location.path)), ("line", .number(finding.location.line)),
      ("column", .number(finding.location.column)),
      ("endColumn", finding.location.endColumn.map { .number($0) } ?? .null),
      ("severity", .text(finding.severity.rawValue)), ("rule", .text(finding.rule.rawValue)),
      ("message", .text(catalogue.text(of: finding.text))),
      ("help", .text(catalogue.text(of: finding.remedy))),
    ])
  }

  /// Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0.
  package var sarif: String {
    let rules = Set(findings.map(\.rule)).sorted { $0.rawValue < $1.rawValue }
    return JSON.object([
      ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .text("2.1.0")),
      (
        "runs",
        .list([
          .object([
            (
              "tool",
              .object([
                (
                  "driver",
                  .object([
                    ("name", .text("katsaus")), ("version", .text(katsausVersion)),
                    ("rules", .list(rules.map(ruleObject))),
                  ])
                )
              ])
            ), ("columnKind", .text("unicodeCodePoints")),
            ("results", .list(findings.map(result))),
          ])
        ])
      ),
    ]).written
  }

  private func ruleObject(_ rule: Rule) -> JSON {
    .object([
      ("id", .text(rule.rawValue)),
      ("fullDescription", .object([("text", .text(catalogue.text(of: rule.page)))])),
    ])
  }

  private func result(_ finding: Diagnostic) -> JSON {
    let level = finding.severity == .note ? "note" : finding.severity.rawValue
    var region: [(String, JSON)] = []
    if finding.location.line > 0 { region.append(("startLine", .number(finding.location.line))) }
    if finding.location.column > 0 {
      region.append(("startColumn", .number(finding.location.column)))
    }
    if let end = finding.location.endColumn { region.append(("endColumn", .number(end))) }
    var place: [(String, JSON)] = [
      ("artifactLocation", .object([("uri", .text(uri(of: finding.location.path)))]))
    ]
    if !region.isEmpty { place.append(("region", .object(region))) }
    return .object([
      ("ruleId", .text(finding.rule.rawValue)), ("level", .text(level)),
      (
        "message",
        .object([
          (
            "text",
            .text("\(catalogue.text(of: finding.text)): \(catalogue.text(of: finding.remedy))")
          )
        ])
      ),
      ("locations", .list([.object([("physicalLocation", .object(place))])])),
    ])
  }
}

/// The path as a reference: letters, digits and the signs that need no escape stay.
private func uri(of path: String) -> String {
  let plain = Set("-._~/".utf8)
  return path.utf8.map { byte in
    let isPlain =
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte) || plain.contains(byte)
    if isPlain { return String(UnicodeScalar(byte)) }
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
  }.joined()
}

extension Project {
  /// Everything that is wrong with the editions named; nothing is written.
  package func check(_ ids: [String]) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for id in ids {
      guard
        let content = try readEdition(id, languages: publication.languages)
          .reporting(to: &findings)
      else { continue }
      var found: [Diagnostic] = []
      let protected = protect(content).reporting(to: &found)
      let editions = composed(content, protected).reporting(to: &found)
      if !found.hasErrors { found += auditFindings(content, protected, editions.map(\.0)) }
      findings += found
    }
    return findings
  }
}
