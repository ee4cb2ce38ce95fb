/// One finding about what a person wrote.
package struct Diagnostic: Sendable, Hashable {
  package var rule: Rule
  package var location: SourceLocation
  /// A headline in plain words, without a full stop.
  package var text: Message
  /// How to mend it, as a verb phrase.
  package var remedy: Message

  package init(_ rule: Rule, at location: SourceLocation, _ text: Message, help: Message) {
    self.rule = rule
    self.location = location
    self.text = text
    self.remedy = help
  }

  /// In English.
  package var message: String { text.english }
  package var help: String { remedy.english }

  package var severity: Severity { rule.severity }

  /// The two lines a person reads: where and what, then how to mend it.
  package var rendered: String { rendered(severity: severity.rawValue) { $0.english } }

  /// The same in the language that `translate` puts messages into.
  package func rendered(severity: String, _ translate: (Message) -> String) -> String {
    var place = location.path
    if location.line > 0 {
      place += ":\(location.line)"
      if location.column > 0 { place += ":\(location.column)" }
    }
    return "\(place): \(severity): \(translate(text)) [\(rule.rawValue)]\n    \(translate(remedy))"
  }
}

extension Collection<Diagnostic> {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// The findings by place, then rule, then words, each once.
  package func inStableOrder() -> [Diagnostic] {
    let ordered = sorted { left, right in
      if left.location != right.location { return left.location < right.location }
      if left.rule != right.rule { return left.rule.rawValue < right.rule.rawValue }
      return (left.message, left.help) < (right.message, right.help)
    }
    var kept: [Diagnostic] = []
    for diagnostic in ordered where diagnostic != kept.last { kept.append(diagnostic) }
    return kept
  }
}
