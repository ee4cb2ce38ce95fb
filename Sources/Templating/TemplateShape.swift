/// The names a template may use, and what each holds.
package struct TemplateShape: Sendable {
  package indirect enum Content: Sendable {
    /// Words, escaped where they stand.
    case text
    /// HTML or CSS that the program wrote, put in as it is: `{{{name}}}`.
    case markup
    /// Each entry has names of its own: `{{#name}} … {{/name}}`.
    case list(TemplateShape)
  }

  package let names: [String: Content]

  package init(_ names: [String: Content]) {
    self.names = names
  }
}

/// What stands behind a template’s names.
package indirect enum TemplateValue: Sendable {
  case text(String)
  case markup(String)
  case list([[String: TemplateValue]])
}
