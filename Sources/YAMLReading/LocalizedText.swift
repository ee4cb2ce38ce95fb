import Diagnostics

/// Words in several languages, by language tag.
///
/// Two are equal that say the same, wherever they stand.
package struct LocalizedText: Sendable, Hashable {
  private let words: [String: String]
  private let places: [String: SourceLocation]

  package init(_ words: [String: String], at places: [String: SourceLocation] = [:]) {
    self.words = words
    self.places = places
  }

  /// Nil where the language is not written yet.
  package subscript(language: String) -> String? { words[language] }

  /// Where the words of a language stand, if a person wrote them into a file.
  package func location(_ language: String) -> SourceLocation? { places[language] }

  package static func == (left: LocalizedText, right: LocalizedText) -> Bool {
    left.words == right.words
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(words) }
}

extension YAMLValue {
  /// Text that says something.
  package func words(_ findings: inout [Diagnostic]) -> String? {
    guard let text = text(&findings) else { return nil }
    guard text.contains(where: { !$0.isWhitespace }) else {
      findings.append(
        Diagnostic(.yamlValue, at: location, "These words are empty", help: "write what is meant"))
      return nil
    }
    return text
  }

  /// Reads `{en: …, fi: …, sv: …}`, or one text that serves every language of `languages`.
  package func localizedText(
    languages: [String], _ findings: inout [Diagnostic]
  ) -> LocalizedText? {
    if case .scalar(let text) = content {
      guard self.words(&findings) != nil else { return nil }
      return LocalizedText(
        Dictionary(uniqueKeysWithValues: languages.map { ($0, text) }),
        at: Dictionary(uniqueKeysWithValues: languages.map { ($0, location) }))
    }
    guard let mapping = mapping(of: ["en", "fi", "sv"], &findings) else { return nil }
    var words: [String: String] = [:]
    var places: [String: SourceLocation] = [:]
    for entry in mapping.entries {
      words[entry.key] = entry.value.words(&findings)
      places[entry.key] = entry.value.location
    }
    for language in languages where mapping[language] == nil {
      findings.append(
        Diagnostic(
          .wordMissing, at: location, "These words are missing in the language “\(language)”",
          help: "add “\(language): …”"))
    }
    return LocalizedText(words, at: places)
  }
}
