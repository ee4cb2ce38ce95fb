import Diagnostics

/// Where in its file something stands.
extension Prose {
  /// The place in the file of some code points of a passage.
  ///
  /// Where the lines are not known, that of the passage.
  func location(of range: Range<Int>, in passage: Passage) -> SourceLocation {
    guard !lines.isEmpty else { return passage.location }
    let breaks = passage.scalars[..<range.lowerBound].filter { $0 == "\n" }.count
    let words =
      String(String.UnicodeScalarView(passage.scalars[range]))
      .split(separator: "\n").first.map(String.init) ?? ""
    let first = passage.location.line + breaks
    // YAML is folded and cmark tells no columns: the words themselves show the place.
    let last = passage.lastFoldedLine ?? first
    for number in first...max(first, last) where number <= lines.count {
      guard !words.isEmpty, let column = column(of: words, in: lines[number - 1]) else { continue }
      return SourceLocation(
        path: path, line: number, column: column, endColumn: column + words.unicodeScalars.count)
    }
    return SourceLocation(path: path, line: first)
  }

  /// The line of a passage that holds a link.
  func location(ofLink destination: String, in passage: Passage) -> SourceLocation {
    let first = passage.location.line
    let breaks = passage.scalars.count { $0 == "\n" }
    let last = min(lines.count, passage.lastFoldedLine ?? first + breaks)
    for number in first...max(first, last) where number <= lines.count {
      if let column = column(of: "](\(destination)", in: lines[number - 1]) {
        return SourceLocation(path: path, line: number, column: column)
      }
    }
    return passage.location
  }

  /// Counted from 1 in code points; compared byte by byte, as both were read from one file.
  private func column(of words: String, in line: String) -> Int? {
    let sought = Array(words.utf8)
    let bytes = Array(line.utf8)
    guard sought.count <= bytes.count else { return nil }
    func isWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      let letter = bytes[index] | 0x20
      return bytes[index] >= 0x80 || (0x30...0x39).contains(bytes[index])
        || (0x61...0x7A).contains(letter)
    }
    // The 7 of 2017 is not the 7 that is sought.
    let first = sought[0]
    let isWhole = (0x30...0x39).contains(first)
    for start in 0...(bytes.count - sought.count)
    where bytes[start] == first && bytes[start..<(start + sought.count)].elementsEqual(sought) {
      if isWhole, isWord(start - 1) || isWord(start + sought.count) { continue }
      return bytes[..<start].count { $0 & 0xC0 != 0x80 } + 1
    }
    return nil
  }
}
