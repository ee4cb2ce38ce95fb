import Diagnostics
import DocumentModel

/// Markdown in which every `{{…}}` is replaced by signs that Markdown has no use for.
///
/// Each citation becomes one private-use character and as many DEL characters as keep its length in
/// bytes, so that emphasis, links and tables do not reach into it and columns stay where they were.
/// cmark’s positions of inline nodes are unreliable; a citation’s comes from here.
struct MaskedSource {
  var text: String
  /// By the number in their private-use character.
  private(set) var citations: [Citation] = []
  /// Bars in the citation that are not written `\|`, as a table needs.
  private(set) var hasBareBar: [Bool] = []
  /// What was written between the braces.
  private var inners: [String] = []
  private(set) var findings: [Diagnostic] = []

  private static let first: UInt32 = 0xE000
  private static let limit = 6_000
  private static let filler: Unicode.Scalar = "\u{7F}"

  /// `firstLine` is the number of the first line of `source` in its file; `indents`, how many
  /// characters of each line stand before it there.
  init(_ source: String, path: String, firstLine: Int, indents: [Int] = []) {
    text = ""
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { text += "\n" }
      let indent = indents.indices.contains(index) ? indents[index] : 0
      mask(line, at: SourceLocation(path: path, line: firstLine + index), indent: indent)
    }
  }

  private mutating func mask(_ line: Substring, at place: SourceLocation, indent: Int) {
    let scalars = Array(line.unicodeScalars)
    if scalars.contains(where: { $0 == Self.filler || (0xE000...0xF8FF).contains($0.value) }) {
      findings.append(.privateCharacter(at: place))
    }
    var masked = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "{", index + 1 < scalars.count, scalars[index + 1] == "{",
        let end = closing(in: scalars, from: index + 2), citations.count < Self.limit,
        let mark = Unicode.Scalar(Self.first + UInt32(citations.count))
      else {
        masked.append(scalars[index])
        index += 1
        continue
      }
      let inner = String(String.UnicodeScalarView(scalars[(index + 2)..<end]))
      let location = SourceLocation(
        path: place.path, line: place.line, column: indent + index + 1, endColumn: indent + end + 3)
      citations.append(Citation(source: tidied(inner), location: location))
      inners.append(inner)
      hasBareBar.append(Self.hasBareBar(inner))
      masked.append(mark)
      for _ in 0..<(inner.utf8.count + 1) { masked.append(Self.filler) }
      index = end + 2
    }
    text.unicodeScalars.append(contentsOf: masked)
  }

  private func closing(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    while index + 1 < scalars.count {
      if scalars[index] == "}", scalars[index + 1] == "}" { return index }
      index += 1
    }
    return nil
  }

  private func tidied(_ inner: String) -> String {
    let words = inner.replacing("\\|", with: "|")
    let trimmed = words.drop(while: \.isWhitespace)
    guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(trimmed[...last])
  }

  private static func hasBareBar(_ inner: String) -> Bool {
    var previous: Character?
    for character in inner {
      if character == "|", previous != "\\" { return true }
      previous = character
    }
    return false
  }

  enum Piece {
    case text(String)
    /// The number of a citation.
    case citation(Int)
  }

  /// The text between citations and the citations, in order.
  func pieces(of masked: String) -> [Piece] {
    var pieces: [Piece] = []
    var text = String.UnicodeScalarView()
    for scalar in masked.unicodeScalars {
      if scalar == Self.filler { continue }
      let number = Int(scalar.value) - Int(Self.first)
      if citations.indices.contains(number) {
        if !text.isEmpty { pieces.append(.text(String(text))) }
        text = String.UnicodeScalarView()
        pieces.append(.citation(number))
      } else {
        text.append(scalar)
      }
    }
    if !text.isEmpty { pieces.append(.text(String(text))) }
    return pieces
  }

  /// The text as it was written.
  func restored(_ masked: String) -> String {
    pieces(of: masked).map { piece in
      switch piece {
      case .text(let text): text
      case .citation(let number): "{{\(inners[number])}}"
      }
    }
    .joined()
  }
}

extension Diagnostic {
  fileprivate static func privateCharacter(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .markdownLimit, at: location, "The line holds a character that no text needs",
      help: "delete it; private-use and control characters come along when text is pasted from PDF")
  }
}
