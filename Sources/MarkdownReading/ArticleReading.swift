import Diagnostics
import DocumentModel
import YAMLReading

/// Reads one article: YAML front matter between `---` lines, then GitHub-flavoured Markdown.
///
/// `id` is the file’s name without its ending. The value is nil when the front matter is missing or
/// broken or the file is beyond the limits; everything else is reported and read around.
package func readArticle(_ file: SourceFile, id: String) -> Diagnosed<Article<Authored>?> {
  var findings: [Diagnostic] = []
  guard let text = file.text().reporting(to: &findings) else {
    return Diagnosed(nil, findings: findings)
  }
  let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    .split(separator: "\n", omittingEmptySubsequences: false)
  guard lines.first.map({ isFence($0) }) == true,
    let end = lines.dropFirst().firstIndex(where: { isFence($0) })
  else {
    findings.append(.noFrontMatter(at: SourceLocation(path: file.path, line: 1)))
    return Diagnosed(nil, findings: findings)
  }
  let front = lines[1..<end].joined(separator: "\n")
  let body = lines[(end + 1)...].joined(separator: "\n")
  let limits = SourceLimits.findings(on: body, path: file.path, firstLine: end + 2)
  findings += limits
  var reader = FrontMatterReader(front, path: file.path)
  let article = reader.read(id: id)
  findings += reader.findings
  guard var article, limits.isEmpty else { return Diagnosed(nil, findings: findings) }
  article.text = readText(body, path: file.path, firstLine: end + 2).reporting(to: &findings)
  return Diagnosed(article, findings: findings)
}

private func isFence(_ line: Substring) -> Bool {
  line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
}

/// Reads Markdown that begins on `firstLine` of its file, each line after as many characters as
/// `indents` says.
func readText(
  _ source: String, path: String, firstLine: Int, indents: [Int] = []
) -> Diagnosed<Text<Authored>> {
  let masked = MaskedSource(source, path: path, firstLine: firstLine, indents: indents)
  var reader = BlockReader(source: masked, path: path, firstLine: firstLine)
  let text = reader.readText()
  return Diagnosed(text, findings: masked.findings + reader.findings)
}

extension Diagnostic {
  fileprivate static func noFrontMatter(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .frontMatter, at: location, "An article begins with its front matter",
      help: "put “title: …” at the top between two lines of three hyphens")
  }
}
