import Diagnostics
import Yams

/// A value in a YAML file and the place where it stands.
package struct YAMLValue: Sendable {
  package enum Content: Sendable {
    case null
    /// Any scalar, as its characters: `NO`, `012` and `1.0` stay what was typed.
    case scalar(String)
    case list([YAMLValue])
    case mapping(YAMLMapping)
  }

  package let content: Content
  package let location: SourceLocation

  package init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }
}

/// A mapping's entries in the order written.
package struct YAMLMapping: Sendable {
  package struct Entry: Sendable {
    package let key: String
    package let keyLocation: SourceLocation
    package let value: YAMLValue
  }

  package let entries: [Entry]
  package let location: SourceLocation

  package init(entries: [Entry], location: SourceLocation) {
    self.entries = entries
    self.location = location
  }

  package subscript(key: String) -> YAMLValue? { entries.first { $0.key == key }?.value }
}

/// Reads one YAML document.
///
/// `lineOffset` is added to every line, for front matter that does not begin its file. An empty
/// document is an empty mapping. Aliases are followed, but a file holds at most 50,000 values: a short
/// one could unfold into an endless one.
package func readYAML(
  _ text: String, path: String, lineOffset: Int = 0
) -> Diagnosed<YAMLValue?> {
  let start = SourceLocation(path: path, line: 1 + lineOffset)
  do {
    guard let node = try Yams.compose(yaml: text) else {
      return Diagnosed(YAMLValue(.mapping(YAMLMapping(entries: [], location: start)), at: start))
    }
    var findings: [Diagnostic] = []
    var reading = Reading(path: path, lineOffset: lineOffset)
    let value = reading.value(of: node, depth: 0, findings: &findings)
    return Diagnosed(findings.hasErrors ? nil : value, findings: findings)
  } catch {
    return Diagnosed(nil, findings: [.yaml(error, path: path, lineOffset: lineOffset)])
  }
}

private struct Reading {
  let path: String
  let lineOffset: Int
  private var count = 0

  init(path: String, lineOffset: Int) {
    self.path = path
    self.lineOffset = lineOffset
  }

  func location(of node: Node) -> SourceLocation {
    guard let mark = node.mark else { return SourceLocation(path: path, line: 1 + lineOffset) }
    return SourceLocation(path: path, line: mark.line + lineOffset, column: mark.column)
  }

  mutating func value(of node: Node, depth: Int, findings: inout [Diagnostic]) -> YAMLValue {
    let location = location(of: node)
    guard depth < 40 else {
      findings.append(.tooDeep(at: location))
      return YAMLValue(.null, at: location)
    }
    count += 1
    guard count <= 50_000 else {
      if count == 50_001 { findings.append(.tooMany(at: location)) }
      return YAMLValue(.null, at: location)
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain, ["", "~", "null"].contains(scalar.string) {
        return YAMLValue(.null, at: location)
      }
      return YAMLValue(.scalar(scalar.string), at: location)
    case .sequence(let sequence):
      let values = sequence.map { value(of: $0, depth: depth + 1, findings: &findings) }
      return YAMLValue(.list(values), at: location)
    case .mapping(let mapping):
      var entries: [YAMLMapping.Entry] = []
      for (key, child) in mapping {
        guard case .scalar(let scalar) = key else {
          findings.append(.keyIsNoWord(at: self.location(of: key)))
          continue
        }
        entries.append(
          YAMLMapping.Entry(
            key: scalar.string, keyLocation: self.location(of: key),
            value: value(of: child, depth: depth + 1, findings: &findings)))
      }
      return YAMLValue(.mapping(YAMLMapping(entries: entries, location: location)), at: location)
    case .alias:
      return YAMLValue(.null, at: location)
    }
  }
}

extension Diagnostic {
  fileprivate static func yaml(_ error: any Error, path: String, lineOffset: Int) -> Diagnostic {
    func located(_ mark: Mark) -> SourceLocation {
      SourceLocation(path: path, line: mark.line + lineOffset, column: mark.column)
    }
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        .yamlSyntax, at: located(mark), "The file is not well-formed YAML here: \(problem)",
        help: "check the indentation and put values with “: ”, “{” or quotes in them in quotes")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "“\($0)”" }.joined(separator: ", ")
      return Diagnostic(
        .yamlSyntax, at: located(context.mark), "\(names) stands twice in one mapping",
        help: "keep one of the two")
    case .reader(let problem, _, _, _):
      return Diagnostic(
        .yamlSyntax, at: SourceLocation(path: path),
        "The file holds a character YAML does not allow: \(problem)",
        help: "remove control characters from the file")
    default:
      return Diagnostic(
        .yamlSyntax, at: SourceLocation(path: path), "The file is not well-formed YAML",
        help: "compare it with the sample edition’s file")
    }
  }

  fileprivate static func tooDeep(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: location, "Values are nested deeper than any file of ours needs",
      help: "flatten the structure")
  }

  fileprivate static func tooMany(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: location, "The file holds more values than any file of ours needs",
      help: "write values out instead of repeating them by “&” and “*”")
  }

  fileprivate static func keyIsNoWord(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: location, "A name before a colon has to be a word",
      help: "write “name: value”, and quote values that begin with “{”")
  }
}
