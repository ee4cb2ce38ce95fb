import Diagnostics

/// Looks through a template before it is used: a name the program does not know would otherwise be
/// nothing on the page.
struct TemplateCheck {
  let path: String
  let root: String
  /// The templates that may be put into others, by name.
  let partials: [String: String]
  private(set) var findings: [Diagnostic] = []

  init(path: String, root: String, partials: [String: String]) {
    self.path = path
    self.root = root
    self.partials = partials
  }

  mutating func run(_ source: String, shape: TemplateShape) {
    var scopes: [(name: String, shape: TemplateShape)] = [("", shape)]
    for tag in tags(in: source) {
      guard let tag else {
        findings.append(.notClosed(at: SourceLocation(path: path)))
        return
      }
      let place = SourceLocation(path: path, line: tag.line, column: tag.column)
      switch tag.kind {
      case .comment: break
      case .other: findings.append(.notUsed(at: place))
      case .partial: checkPartial(tag, at: place, shapes: scopes.map(\.shape))
      case .section, .inverted:
        let content = content(of: tag.name, in: scopes.map(\.shape))
        if content == nil { unknown(tag, scopes.map(\.shape), at: place) }
        var inner = TemplateShape([:])
        if tag.kind == .section, case .list(let shape) = content { inner = shape }
        scopes.append((tag.name, inner))
      case .end:
        guard scopes.count > 1, scopes[scopes.count - 1].name == tag.name else {
          findings.append(.endsNothing(tag.name, at: place))
          return
        }
        scopes.removeLast()
      case .escaped, .unescaped: check(tag, scopes.map(\.shape), at: place)
      }
    }
    if scopes.count > 1 {
      findings.append(.neverEnds(scopes[scopes.count - 1].name, at: SourceLocation(path: path)))
    }
  }

  /// A name of an outer scope may be used within.
  private func content(
    of name: String, in shapes: [TemplateShape]
  ) -> TemplateShape.Content? {
    shapes.reversed().lazy.compactMap { $0.names[name] }.first
  }

  private mutating func check(
    _ tag: TemplateTag, _ shapes: [TemplateShape], at place: SourceLocation
  ) {
    switch (content(of: tag.name, in: shapes), tag.kind) {
    case (nil, _): unknown(tag, shapes, at: place)
    case (.text, .unescaped): findings.append(.textUnescaped(tag.name, at: place))
    case (.markup, .escaped): findings.append(.markupEscaped(tag.name, at: place))
    case (.list, _): findings.append(.listAsText(tag.name, at: place))
    case (.text, _), (.markup, _): break
    }
  }

  private mutating func unknown(
    _ tag: TemplateTag, _ shapes: [TemplateShape], at place: SourceLocation
  ) {
    let known = Set(shapes.flatMap(\.names.keys)).sorted()
    findings.append(.unknownName(tag.name, among: known, at: place))
  }

  private mutating func checkPartial(
    _ tag: TemplateTag, at place: SourceLocation, shapes: [TemplateShape]
  ) {
    guard let source = partials[tag.name] else {
      findings.append(.unknownPartial(tag.name, among: partials.keys.sorted(), at: place))
      return
    }
    guard tags(in: source).allSatisfy({ $0?.kind != .partial }) else {
      findings.append(.partialInPartial(tag.name, at: place))
      return
    }
    var names: [String: TemplateShape.Content] = [:]
    for shape in shapes { names.merge(shape.names) { $1 } }
    var inner = TemplateCheck(path: "\(root)/\(tag.name).mustache", root: root, partials: [:])
    inner.run(source, shape: TemplateShape(names))
    findings += inner.findings
  }
}

extension Diagnostic {
  fileprivate static func unknownName(
    _ name: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .templateName, at: location, "“\(name)” is not among the names this template is given",
      help: suggestion(for: name, among: known, kind: "names"))
  }

  fileprivate static func unknownPartial(
    _ name: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .templateName, at: location, "There is no template “\(name).mustache”",
      help: suggestion(for: name, among: known, kind: "templates"))
  }

  fileprivate static func textUnescaped(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .templateName, at: location, "“\(name)” holds words, which stand in two braces",
      help: "write {{\(name)}}")
  }

  fileprivate static func markupEscaped(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .templateName, at: location, "“\(name)” holds finished markup, which stands in three braces",
      help: "write {{{\(name)}}}")
  }

  fileprivate static func listAsText(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .templateName, at: location, "“\(name)” is a list",
      help: "write {{#\(name)}} … {{/\(name)}} around what each entry shows")
  }

  fileprivate static func notClosed(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: location, "A tag of this template is never closed",
      help: "close each {{ with }}, each {{{ with }}}")
  }

  fileprivate static func notUsed(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: location,
      "Templates use names, sections, partials and comments, and nothing else of Mustache",
      help: "write {{name}}, {{{name}}}, {{#name}} … {{/name}} or {{> template}}")
  }

  fileprivate static func partialInPartial(
    _ name: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: location, "“\(name)” is put into a template and holds another itself",
      help: "put both into the page instead")
  }

  fileprivate static func endsNothing(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: location, "“\(name)” ends here and did not begin before",
      help: "end the section that began last")
  }

  fileprivate static func neverEnds(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: location, "The section “\(name)” never ends",
      help: "write {{/\(name)}} where it ends")
  }
}
