import Diagnostics
import YAMLReading

/// Every phrase of one language.
package struct Words: Sendable {
  package let language: Language
  private let phrases: [Phrase: String]

  /// Reads `Templates/words/<language>.yaml`; a phrase that is missing, unknown or empty is an error.
  package static func read(_ file: SourceFile, language: Language) -> Diagnosed<Words?> {
    var findings: [Diagnostic] = []
    guard let text = file.text().reporting(to: &findings),
      let document = readYAML(text, path: file.path).reporting(to: &findings),
      let mapping = document.mapping(of: Phrase.allCases.map(\.rawValue), &findings)
    else { return Diagnosed(nil, findings: findings) }
    var phrases: [Phrase: String] = [:]
    for phrase in Phrase.allCases {
      guard let value = mapping[phrase.rawValue], !value.isNull else {
        findings.append(.missing(phrase, at: SourceLocation(path: file.path)))
        continue
      }
      phrases[phrase] = value.text(&findings)
    }
    guard !findings.hasErrors else { return Diagnosed(nil, findings: findings) }
    return Diagnosed(Words(language: language, phrases: phrases), findings: findings)
  }

  package subscript(phrase: Phrase) -> String {
    guard let words = phrases[phrase] else {
      preconditionFailure("Words are read whole: \(phrase.rawValue)")
    }
    return words
  }

  /// The phrase with each `{name}` in it replaced.
  package func callAsFunction(_ phrase: Phrase, _ values: [String: String]) -> String {
    var result = ""
    var rest = self[phrase][...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Diagnostic {
  fileprivate static func missing(_ phrase: Phrase, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .wordMissing, at: location, "The phrase “\(phrase.rawValue)” is missing",
      help: "add “\(phrase.rawValue): …”")
  }
}
