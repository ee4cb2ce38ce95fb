import Diagnostics
import Localization
import ReadingBack

/// What a page that lists editions may say: lines that stand nowhere else.
package struct StatedLines: Sendable {
  package var lines: [(language: Language, text: String)]
  /// Addresses from the folder of the page.
  package var addresses: Set<String>
  /// The style sheet that stands in the page.
  package var style: String

  package init(
    lines: [(language: Language, text: String)], addresses: Set<String>, style: String
  ) {
    self.lines = lines
    self.addresses = addresses
    self.style = style
  }
}

/// What a page that lists editions says otherwise: each of its numbers has to stand in one of the lines,
/// in the line’s language, and each line with a number has to be there.
package func reconcile(_ file: ReadFile, index stated: StatedLines) -> [Diagnostic] {
  let lines = stated.lines.map { line in
    (line.language, line.language.numbers(in: Array(line.text.utf8)).map(\.reading), line.text)
  }
  var met: Set<Int> = []
  var findings = styleFindings(in: file, style: stated.style)
  for passage in file.passages where !passage.numbers.isEmpty {
    switch passage.kind {
    case .text, .cell, .attribute:
      let fitting = lines.indices.filter {
        lines[$0].0 == passage.language && lines[$0].1 == passage.readings
      }
      if fitting.isEmpty {
        findings.append(.unstated(in: passage.place, at: file.location(passage.origins[0])))
      }
      met.formUnion(fitting)
    case .comment, .script:
      findings.append(.hiddenNumber(at: file.location(passage.origins[0])))
    case .address:
      let text = String(decoding: passage.text, as: UTF8.self)
      if !stated.addresses.contains(text) {
        findings.append(.unknownAddress(in: passage.place, at: file.location(passage.origin)))
      }
    default:
      findings.append(.unstated(in: passage.place, at: file.location(passage.origins[0])))
    }
  }
  for index in lines.indices where !lines[index].1.isEmpty && !met.contains(index) {
    findings.append(.missingNumber(lines[index].2, in: "", at: SourceLocation(path: file.path)))
  }
  return findings
}

/// What a drawing says that the alternative texts and captions of the edition do not say.
package func reconcile(_ file: ReadFile, image said: Set<String>) -> [Diagnostic] {
  file.passages.flatMap { passage -> [Diagnostic] in
    switch passage.kind {
    case .comment, .script: passage.origins.map { .hiddenNumber(at: file.location($0)) }
    case _ where passage.isReadInDrawing: imageFindings(passage, in: file, said: said)
    default: []
    }
  }
}
