import Diagnostics

/// Sizes beyond which parsing could take minutes; no review comes near them.
///
/// cmark takes quadratic time on some inputs and cannot be interrupted, so they are kept from it.
enum SourceLimits {
  static let fileBytes = 1 << 20
  static let paragraphBytes = 16_384
  static let openingSigns = 400
  static let quoteDepth = 16
  static let depth = 40

  static func findings(on text: String, path: String, firstLine: Int) -> [Diagnostic] {
    if text.utf8.count > fileBytes {
      return [.tooLong(at: SourceLocation(path: path))]
    }
    var findings: [Diagnostic] = []
    var start = firstLine
    var bytes = 0
    var signs = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if isBlank {
        start = firstLine + index + 1
        bytes = 0
        signs = 0
        continue
      }
      let wasWithin = bytes <= paragraphBytes && signs <= openingSigns
      bytes += line.utf8.count + 1
      signs += line.utf8.filter { $0 == 0x3C || $0 == 0x5B }.count
      let place = SourceLocation(path: path, line: start)
      if wasWithin, bytes > paragraphBytes { findings.append(.paragraphTooLong(at: place)) }
      if wasWithin, bytes <= paragraphBytes, signs > openingSigns {
        findings.append(.tooManySigns(at: place))
      }
      let markers = line.utf8.prefix { [0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D].contains($0) }
      if markers.filter({ $0 != 0x20 && $0 != 0x09 }).count > quoteDepth,
        Set(markers.filter { $0 != 0x20 && $0 != 0x09 }) != [0x2D]
      {
        findings.append(.tooDeep(at: SourceLocation(path: path, line: firstLine + index)))
      }
    }
    return findings
  }
}

extension Diagnostic {
  fileprivate static func tooLong(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .markdownLimit, at: location, "An article is at most one megabyte long",
      help: "split it into several articles")
  }

  fileprivate static func paragraphTooLong(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .markdownLimit, at: location, "A paragraph or table is at most 16,000 characters long",
      help: "put an empty line where a new paragraph begins, or split the table")
  }

  fileprivate static func tooManySigns(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .markdownLimit, at: location, "A paragraph holds at most 400 signs “<” and “[”",
      help: "put an empty line where a new paragraph begins")
  }

  static func tooDeep(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .markdownLimit, at: location, "Lists and quotations are nested too deeply",
      help: "take some levels out")
  }
}
