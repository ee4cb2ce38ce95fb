import Diagnostics

/// Words in several languages, by language tag.
package struct LocalizedText: Sendable, Hashable {
  private let words: [String: String]

  package init(_ words: [String: String]) {
    self.words = words
  }

  /// Nil where the language is not written yet.
  package subscript(language: String) -> String? { words[language] }
}

extension YAMLValue {
  /// Reads `{en: …, fi: …, sv: …}`, or one text that serves every language of `languages`.
  package func localizedText(
    languages: [String], _ findings: inout [Diagnostic]
  ) -> LocalizedText? {
    if case .scalar(let text) = content {
      return LocalizedText(Dictionary(uniqueKeysWithValues: languages.map { ($0, text) }))
    }
    guard let mapping = mapping(of: ["en", "fi", "sv"], &findings) else { return nil }
    var words: [String: String] = [:]
    for entry in mapping.entries { words[entry.key] = entry.value.text(&findings) }
    for language in languages where words[language] == nil {
      findings.append(
        Diagnostic(
          .wordMissing, at: location, "These words are missing in the language “\(language)”",
          help: "add “\(language): …”"))
    }
    return LocalizedText(words)
  }
}
