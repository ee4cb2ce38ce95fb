import Diagnostics
import DocumentModel

/// Reads the `field: value` lines of a fenced block.
///
/// A value goes on over lines that are indented by two spaces or more; it is Markdown.
struct FieldReader {
  let kind: FencedRequest.Kind
  let argument: String
  let text: String
  /// Of the opening fence.
  let location: SourceLocation
  var findings: [Diagnostic] = []

  private struct RawField {
    var name: String
    var line: Int
    var lines: [Substring]
    /// How many characters stand before each line’s part of the value.
    var indents: [Int]
  }

  init(kind: FencedRequest.Kind, argument: String, text: String, location: SourceLocation) {
    self.kind = kind
    self.argument = argument
    self.text = text
    self.location = location
  }

  mutating func read() -> FencedRequest {
    var raw: [RawField] = []
    var pendingBlank = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let number = location.line + 1 + index
      if line.allSatisfy(\.isWhitespace) {
        pendingBlank += 1
        continue
      }
      let indent = line.prefix { $0 == " " }.count
      if indent >= 2, !raw.isEmpty {
        for _ in 0..<pendingBlank {
          raw[raw.count - 1].lines.append("")
          raw[raw.count - 1].indents.append(0)
        }
        let shared = min(indent, 2)
        raw[raw.count - 1].lines.append(line.dropFirst(shared))
        raw[raw.count - 1].indents.append(shared)
      } else if let field = field(line, number) {
        raw.append(field)
      } else {
        findings.append(.noField(at: SourceLocation(path: location.path, line: number)))
      }
      pendingBlank = 0
    }
    checkNames(of: raw)
    if argument.isEmpty, kind == .chart || kind == .table {
      findings.append(.figureWithoutName(kind, at: location))
    }
    return FencedRequest(
      kind: kind, argument: argument, fields: raw.map { value(of: $0) }, location: location)
  }

  private func field(_ line: Substring, _ number: Int) -> RawField? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon]
    guard !name.isEmpty, name.allSatisfy({ $0.isLowercase || $0 == "_" }) else { return nil }
    let value = line[line.index(after: colon)...].drop { $0 == " " }
    let indent = line.count - value.count
    return RawField(name: String(name), line: number, lines: [value], indents: [indent])
  }

  private mutating func value(of field: RawField) -> FencedRequest.Field {
    let place = SourceLocation(path: location.path, line: field.line)
    let read = readText(
      field.lines.joined(separator: "\n"), path: location.path, firstLine: field.line,
      indents: field.indents)
    findings += read.findings
    return FencedRequest.Field(name: field.name, location: place, content: read.value.blocks)
  }

  private mutating func checkNames(of fields: [RawField]) {
    let shape = kind.shape
    var seen: Set<String> = []
    for field in fields {
      let place = SourceLocation(path: location.path, line: field.line, column: 1)
      if !shape.known.contains(field.name) {
        findings.append(.unknownField(field.name, of: kind, at: place))
      } else if !seen.insert(field.name).inserted, !shape.repeatable.contains(field.name) {
        findings.append(.fieldTwice(field.name, at: place))
      } else if field.lines.allSatisfy(\.isEmpty) {
        findings.append(.fieldEmpty(field.name, at: place))
      }
    }
    for name in shape.required where !seen.contains(name) {
      findings.append(.fieldMissing(name, of: kind, at: location))
    }
  }
}

extension FencedRequest.Kind {
  struct Shape {
    var required: [String]
    var optional: [String] = []
    var repeatable: [String] = []

    var known: [String] { required + optional }
  }

  var shape: Shape {
    switch self {
    case .chart:
      Shape(
        required: ["title"], optional: ["form", "note", "description"], repeatable: ["note"])
    case .table:
      Shape(required: ["title"], optional: ["note", "description"], repeatable: ["note"])
    case .keyFigures:
      Shape(
        required: ["value", "label"], optional: ["note"], repeatable: ["value", "label", "note"])
    case .course:
      Shape(
        required: ["title"],
        optional: [
          "where", "opens", "duration", "extent", "languages", "audience", "people", "link", "text",
        ])
    case .contact:
      Shape(
        required: ["name"],
        optional: ["heading", "title", "phone", "email", "email_pattern", "note", "valid_until"])
    case .pullQuote:
      Shape(required: ["text"], optional: ["speaker"])
    case .funder:
      Shape(
        required: ["name"], optional: ["emblem", "alt", "slogan", "text"], repeatable: ["name"])
    }
  }
}

extension Diagnostic {
  fileprivate static func noField(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .blockField, at: location, "Lines in this block are written “field: value”",
      help: "begin the line with a field, or indent it by two spaces to go on with the one above")
  }

  fileprivate static func figureWithoutName(
    _ kind: FencedRequest.Kind, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .blockField, at: location, "The block does not say which table it shows",
      help: "write its name after the word: ```\(kind.rawValue) new-clients-by-gender")
  }

  fileprivate static func unknownField(
    _ name: String, of kind: FencedRequest.Kind, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .blockField, at: location, "“\(name)” is not among the fields of “\(kind.rawValue)”",
      help: suggestion(for: name, among: kind.shape.known, kind: "fields"))
  }

  fileprivate static func fieldTwice(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .blockField, at: location, "The field “\(name)” stands twice in this block",
      help: "keep one of the two")
  }

  fileprivate static func fieldEmpty(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .blockField, at: location, "The field “\(name)” is empty", help: "fill it in or remove it")
  }

  fileprivate static func fieldMissing(
    _ name: String, of kind: FencedRequest.Kind, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .blockField, at: location, "The block has no “\(name)”", help: "add a line “\(name): …”")
  }
}
