/// A place in a file that a person wrote.
package struct SourceLocation: Sendable, Hashable, Comparable {
  /// The path as the person knows it: relative to where the command runs, with forward slashes.
  package var path: String
  /// Counted from 1; 0 when the finding concerns the whole file.
  package var line: Int
  /// Counted from 1 in characters; 0 when the finding concerns the whole line.
  package var column: Int
  /// The column after the last character, where it is known.
  package var endColumn: Int?

  package init(path: String, line: Int = 0, column: Int = 0, endColumn: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
    self.endColumn = endColumn
  }

  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    return (left.line, left.column, left.endColumn ?? 0)
      < (right.line, right.column, right.endColumn ?? 0)
  }
}
