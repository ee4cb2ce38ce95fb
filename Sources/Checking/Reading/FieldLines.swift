/// Where the values of YAML stand, which folds lines and so keeps no place of a word.
struct FieldLines: Sendable {
  /// Only those of the YAML.
  let lines: ArraySlice<String>

  /// Numbers of the lines of a field, counted from 1: of *title*, or of *caption* within *image*.
  func range(of path: [String]) -> ClosedRange<Int>? {
    var range = lines.startIndex..<lines.endIndex
    for name in path {
      guard let start = range.first(where: { begins($0, with: name) }) else { return nil }
      let depth = indentation(of: lines[start])
      let end = lines[(start + 1)..<range.upperBound].firstIndex { line in
        !line.allSatisfy(\.isWhitespace) && indentation(of: line) <= depth
      }
      range = start..<(end ?? range.upperBound)
    }
    return (range.lowerBound + 1)...range.upperBound
  }

  private func begins(_ index: Int, with name: String) -> Bool {
    lines[index].drop { $0 == " " }.hasPrefix(name + ":")
  }

  private func indentation(of line: String) -> Int { line.prefix { $0 == " " }.count }
}
