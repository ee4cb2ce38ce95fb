/// A tag of a template and where it stands.
struct TemplateTag: Equatable {
  enum Kind: Equatable {
    case escaped
    case unescaped
    case section
    case inverted
    case end
    case partial
    case comment
    /// Something that no template of ours needs: pragmas, lambdas, other delimiters, inheritance.
    case other
  }

  let kind: Kind
  let name: String
  let line: Int
  let column: Int
}

/// The tags of a template in order; nil in place of one that is not closed.
func tags(in source: String) -> [TemplateTag?] {
  var tags: [TemplateTag?] = []
  let scalars = Array(source.unicodeScalars)
  var line = 1
  var lineStart = 0
  var index = 0
  while index < scalars.count {
    if scalars[index] == "\n" {
      line += 1
      lineStart = index + 1
    }
    guard scalars[index] == "{", index + 1 < scalars.count, scalars[index + 1] == "{" else {
      index += 1
      continue
    }
    let column = index - lineStart + 1
    let isTriple = index + 2 < scalars.count && scalars[index + 2] == "{"
    let closing: [Unicode.Scalar] = isTriple ? ["}", "}", "}"] : ["}", "}"]
    let start = index + closing.count
    var end = start
    while end + closing.count <= scalars.count,
      Array(scalars[end..<(end + closing.count)]) != closing
    {
      end += 1
    }
    guard end + closing.count <= scalars.count else { return tags + [nil] }
    let content = String(String.UnicodeScalarView(scalars[start..<end]))
    tags.append(tag(content, isTriple: isTriple, line: line, column: column))
    for inner in start..<end where scalars[inner] == "\n" {
      line += 1
      lineStart = inner + 1
    }
    index = end + closing.count
  }
  return tags
}

private func tag(_ content: String, isTriple: Bool, line: Int, column: Int) -> TemplateTag {
  func make(_ kind: TemplateTag.Kind, _ name: Substring) -> TemplateTag {
    let words = name.split(whereSeparator: \.isWhitespace)
    return TemplateTag(
      kind: kind, name: words.joined(separator: " "), line: line, column: column)
  }
  if isTriple { return make(.unescaped, content[...]) }
  switch content.first {
  case "&": return make(.unescaped, content.dropFirst())
  case "#": return make(.section, content.dropFirst())
  case "^": return make(.inverted, content.dropFirst())
  case "/": return make(.end, content.dropFirst())
  case ">": return make(.partial, content.dropFirst())
  case "!": return make(.comment, content.dropFirst())
  case "%", "=", "$", "<": return make(.other, content[...])
  default: return make(.escaped, content[...])
  }
}
