import Diagnostics

/// A drawing of the edition, as it stands in its file.
package struct Drawing: Sendable {
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

extension Drawing {
  /// The words that a reader meets in it, each at the line where its element begins.
  ///
  /// Text that is drawn as shapes nobody can read out of a file.
  var words: [PrintedName] {
    let element =
      #/(?s)<(?:\w+:)?(?<name>text|title|desc)\b[^>]*>(?<content>.*?)</(?:\w+:)?\k<name>\s*>/#
    let label = #/aria-label\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/#
    let texts = text.matches(of: element).map { ($0.range, String($0.output.content)) }
    let labels = text.matches(of: label).map { match in
      (match.range, String(match.output.double ?? match.output.single ?? ""))
    }
    return (texts + labels).compactMap { range, content in
      let words = content.withoutTags.withoutEntities
      guard words.contains(where: { !$0.isWhitespace }) else { return nil }
      let line = text[..<range.lowerBound].count(where: \.isNewline) + 1
      return PrintedName(words: words, location: SourceLocation(path: path, line: line))
    }
  }
}

extension String {
  /// A word may go on behind a tag: *fo<tspan>ur</tspan>*.
  fileprivate var withoutTags: String {
    replacing(#/<!\[CDATA\[|\]\]>/#, with: "").replacing(#/<[^>]*>/#, with: "")
  }

  /// The signs that XML writes as entities (XML 1.0, sections 4.1 and 4.6).
  fileprivate var withoutEntities: String {
    guard contains("&") else { return self }
    return replacing(#/&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/#) { match in
      if let name = match.output.3 {
        let signs = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        return signs[String(name)] ?? ""
      }
      let number =
        match.output.1.flatMap { UInt32($0, radix: 16) } ?? match.output.2.flatMap { UInt32($0) }
      return number.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }
}
