import Diagnostics

extension YAMLValue {
  package var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// The characters of a scalar; anything else is a finding.
  package func text(_ findings: inout [Diagnostic]) -> String? {
    guard case .scalar(let text) = content else {
      findings.append(.expected("a text", at: location))
      return nil
    }
    return text
  }

  package func integer(_ findings: inout [Diagnostic]) -> Int? {
    guard case .scalar(let text) = content, let number = Int(text) else {
      findings.append(.expected("a whole number", at: location))
      return nil
    }
    return number
  }

  package func boolean(_ findings: inout [Diagnostic]) -> Bool? {
    switch content {
    case .scalar("true"), .scalar("yes"): return true
    case .scalar("false"), .scalar("no"): return false
    default:
      findings.append(.expected("true or false", at: location))
      return nil
    }
  }

  /// One of the names of an enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type, _ findings: inout [Diagnostic]
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(&findings) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    findings.append(
      Diagnostic(
        .yamlValue, at: location, "“\(text)” is not a value that can stand here",
        help: suggestion(for: text, among: known, kind: "values")))
    return nil
  }

  package func list(_ findings: inout [Diagnostic]) -> [YAMLValue] {
    guard case .list(let values) = content else {
      findings.append(.expected("a list", at: location))
      return []
    }
    return values
  }

  /// A list of texts, or one text for a list of one.
  package func texts(_ findings: inout [Diagnostic]) -> [String] {
    switch content {
    case .scalar(let text):
      return [text]
    case .list(let values):
      return values.compactMap { $0.text(&findings) }
    case .null, .mapping:
      findings.append(.expected("a text or a list of texts", at: location))
      return []
    }
  }

  /// A mapping whose names are all among `known`; each other name is a finding.
  package func mapping(
    of known: [String], _ findings: inout [Diagnostic]
  ) -> YAMLMapping? {
    guard let mapping = mapping(&findings) else { return nil }
    for entry in mapping.entries where !known.contains(entry.key) {
      findings.append(
        Diagnostic(
          .yamlKey, at: entry.keyLocation, "“\(entry.key)” is not a name known here",
          help: suggestion(for: entry.key, among: known, kind: "names")))
    }
    return mapping
  }

  /// A mapping with names of the writer's own.
  package func mapping(_ findings: inout [Diagnostic]) -> YAMLMapping? {
    switch content {
    case .mapping(let mapping): return mapping
    case .null: return YAMLMapping(entries: [], location: location)
    case .scalar, .list:
      findings.append(.expected("“name: value” lines", at: location))
      return nil
    }
  }
}

extension YAMLMapping {
  /// The value under `key`, whose absence is a finding.
  package func required(_ key: String, _ findings: inout [Diagnostic]) -> YAMLValue? {
    if let value = self[key], !value.isNull { return value }
    findings.append(
      Diagnostic(
        .yamlKey, at: location, "“\(key)” is missing here", help: "add “\(key): …”"))
    return nil
  }
}

extension Diagnostic {
  package static func expected(_ what: Message, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "Here should stand \(what)", help: "write \(what) after the colon")
  }
}
