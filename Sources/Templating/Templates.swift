import Diagnostics
import Mustache

/// The page templates and style sheets of a project, looked through and ready to be filled.
package struct Templates: Sendable {
  private let library: MustacheLibrary
  private let shapes: [String: TemplateShape]
  private let styles: [String: String]

  /// Reads every template and style sheet.
  ///
  /// - `files`: `.mustache` and `.css` files; a template is named by its path below `root` without its
  ///   ending, a style sheet by its path.
  /// - `shapes`: the templates that are pages, with their names; each has to be there. Others are
  ///   parts that pages put in.
  package static func read(
    _ files: [SourceFile], root: String, shapes: [String: TemplateShape]
  ) -> Diagnosed<Templates?> {
    var findings: [Diagnostic] = []
    var sources: [String: String] = [:]
    var paths: [String: String] = [:]
    var styles: [String: String] = [:]
    for file in files {
      guard let text = file.text().reporting(to: &findings) else { continue }
      let name = String(file.path.dropFirst(root.count + 1))
      if name.hasSuffix(".css") {
        if text.contains("</") {
          findings.append(.endsItsElement(at: SourceLocation(path: file.path)))
        }
        styles[name] = text
      } else if name.hasSuffix(".mustache") {
        let short = String(name.dropLast(".mustache".count))
        sources[short] = text
        paths[short] = file.path
      }
    }
    let partials = sources.filter { shapes[$0.key] == nil }
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      guard let source = sources[name], let path = paths[name] else {
        let missing = SourceLocation(path: "\(root)/\(name).mustache")
        findings.append(.templateMissing(at: missing))
        continue
      }
      var check = TemplateCheck(path: path, root: root, partials: partials)
      check.run(source, shape: shape)
      findings += check.findings
    }
    var library = MustacheLibrary()
    MustacheContentTypes.register(EscapedMarkup(), named: EscapedMarkup.name)
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) where !findings.hasErrors {
      do {
        let pragma = "{{% CONTENT_TYPE:\(EscapedMarkup.name)}}"
        library.register(try MustacheTemplate(string: pragma + source), named: name)
      } catch let error as MustacheTemplate.ParserError {
        findings.append(.syntax(error, path: paths[name] ?? name))
      } catch {
        findings.append(.unreadable(at: SourceLocation(path: paths[name] ?? name)))
      }
    }
    guard !findings.hasErrors else { return Diagnosed(nil, findings: findings) }
    let templates = Templates(library: library, shapes: shapes, styles: styles)
    return Diagnosed(templates, findings: findings)
  }

  /// A style sheet by its path below the folder of templates; empty when there is none.
  package func style(_ name: String) -> String { styles[name] ?? "" }

  /// The page with every name filled in.
  ///
  /// The values have to have the shape of the template.
  package func render(_ name: String, _ values: [String: TemplateValue]) -> String {
    guard let shape = shapes[name] else { preconditionFailure("No shape for the page \(name)") }
    precondition(shape.fits(values), "The values do not have the shape of the page \(name)")
    return library.render(plain(values), withTemplate: name) ?? ""
  }

  private func plain(_ values: [String: TemplateValue]) -> [String: Any] {
    values.mapValues { value -> Any in
      switch value {
      case .text(let text), .markup(let text): text
      case .list(let entries): entries.map { plain($0) }
      }
    }
  }
}

/// Escapes by code points: the library’s own goes by characters and lets `<` with an accent through.
private struct EscapedMarkup: MustacheContentType {
  static let name = "KATSAUS"

  func escapeText(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension TemplateShape {
  fileprivate func fits(_ values: [String: TemplateValue]) -> Bool {
    guard Set(values.keys) == Set(names.keys) else { return false }
    return names.allSatisfy { name, content in
      switch (content, values[name]) {
      case (.text, .text), (.markup, .markup): true
      case (.list(let shape), .list(let entries)): entries.allSatisfy(shape.fits)
      default: false
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func templateMissing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: location, "The template is not there",
      help: "take it over from the sample’s Templates/")
  }

  fileprivate static func endsItsElement(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: location, "A style sheet holds no “</”: it would end early on the page",
      help: "remove it")
  }

  fileprivate static func syntax(
    _ error: MustacheTemplate.ParserError, path: String
  ) -> Diagnostic {
    Diagnostic(
      .templateSyntax,
      at: SourceLocation(
        path: path, line: error.context.lineNumber, column: error.context.columnNumber),
      "The template cannot be understood here", help: "look for a brace too many or too few")
  }

  fileprivate static func unreadable(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: location, "The template cannot be understood",
      help: "look for a brace too many or too few")
  }
}
