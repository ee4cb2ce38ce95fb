import Charting
import Diagnostics
import FactLedger
import ReadingBack

/// What a page says otherwise than the ledger, place by place.
///
/// - `base`: the address of the edition’s folder, which some addresses begin with.
/// - `style`: the style sheet that stands in the page.
package func reconcile(
  _ file: ReadFile, page ledger: Ledger, base: String, style: String
) -> [Diagnostic] {
  PageReconciliation(file: file, ledger: ledger, base: base).findings
    + styleFindings(in: file, style: style)
}

/// A style sheet can print a number too, so that it has to be the one of the templates.
func styleFindings(in file: ReadFile, style: String) -> [Diagnostic] {
  let sheets = file.passages.filter { $0.kind == .style }
  return sheets.compactMap { sheet in
    sheet.text.trimmed.elementsEqual(Array(style.utf8).trimmed)
      ? nil : .otherStyle(at: file.location(sheet.origin))
  }
}

extension [UInt8] {
  fileprivate var trimmed: Self.SubSequence {
    var text = self[...]
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text.drop { $0 <= 0x20 }
  }
}

struct PageReconciliation {
  let file: ReadFile
  let ledger: Ledger
  let base: String
  private let stated: [String: [LedgerPassage]]
  private let read: [String: [ReadPassage]]

  init(file: ReadFile, ledger: Ledger, base: String) {
    self.file = file
    self.ledger = ledger
    self.base = base
    stated = Dictionary(grouping: ledger.passages) { $0.place.anchor }
    read = Dictionary(grouping: file.passages, by: \.place)
  }

  var findings: [Diagnostic] {
    let anchors = Set(stated.keys).union(read.keys).sorted()
    return anchors.flatMap { findings(in: $0) } + outOfSight + missingWords
      + DrawingReconciliation(file: file, ledger: ledger).findings
  }

  private func findings(in anchor: String) -> [Diagnostic] {
    let stated = stated[anchor] ?? []
    let read = read[anchor] ?? []
    let isFigure = stated.contains { $0.place == .figure(anchor) }
    let prose = NumberRow(
      file, expected: stated.filter { $0.role.isProse(inFigure: isFigure) },
      read: read.filter { $0.kind.isProse(inFigure: isFigure) })
    let alternatives = NumberRow(
      file, expected: stated.filter { $0.role == .alternative },
      read: read.filter { $0.kind == .attribute("alt") })
    return prose.findings { _ in anchor } + alternatives.findings { _ in anchor }
      + repeated(stated, read, in: anchor)
      + (isFigure ? tableFindings(stated, read, in: anchor) : [])
      + references(read, in: anchor) + unspoken(read, in: anchor)
  }

  private func unspoken(_ read: [ReadPassage], in anchor: String) -> [Diagnostic] {
    read.filter(\.kind.isUnspoken).flatMap { passage -> [Diagnostic] in
      if passage.kind == .attribute("style"), isHeight(passage, of: anchor) { return [] }
      return passage.origins.map { .unstated(in: anchor, at: file.location($0)) }
    }
  }

  /// Captions, titles and labels repeat what the place states; each has to be one of its statements.
  private func repeated(
    _ stated: [LedgerPassage], _ read: [ReadPassage], in anchor: String
  ) -> [Diagnostic] {
    let sources = stated.map { ($0, $0.readings, PassageWords($0.text).all) }
    var findings: [Diagnostic] = []
    for passage in read where passage.kind.repeats {
      let isDescription = passage.kind == .description
      let readings = passage.readings
      let words = PassageWords(passage.text).all
      let candidates = sources.filter { !isDescription || $0.0.role == .description }
      if readings.isEmpty {
        // Words without their number: nothing else is made of just these words.
        let source = candidates.first { !$0.1.isEmpty && $0.2.count >= 2 && $0.2 == words }
        let number = source?.0.entries.first { $0.reading != nil }
        if let number, !candidates.contains(where: { $0.1.isEmpty && $0.2 == words }) {
          findings.append(
            .missingNumber(number.text, in: anchor, at: file.location(passage.origin)))
        }
        continue
      }
      let isStated = candidates.contains { _, own, ownWords in
        own == readings
          && ownWords.intersection(words).count * 2 >= min(ownWords.count, words.count)
      }
      if isStated { continue }
      findings.append(difference(of: passage, from: candidates.map { ($0.0, $0.2) }, in: anchor))
    }
    let described = stated.contains { $0.role == .description && !$0.readings.isEmpty }
    if described, !read.contains(where: { $0.kind == .description }) {
      findings.append(.missingDrawing(in: anchor, at: file.location(read.first?.origin ?? 0)))
    }
    return findings
  }

  /// The first number that differs from the statement most like it.
  private func difference(
    of passage: ReadPassage, from sources: [(LedgerPassage, Set<UInt64>)], in anchor: String
  ) -> Diagnostic {
    let words = PassageWords(passage.text).all
    let source = sources.max { one, other in
      one.1.intersection(words).count < other.1.intersection(words).count
    }
    let expected = source?.0.entries.filter { $0.reading != nil } ?? []
    for (index, number) in passage.numbers.enumerated() {
      let location = file.location(passage.origins[index])
      guard expected.indices.contains(index) else { return .unstated(in: anchor, at: location) }
      if expected[index].reading != number.reading {
        return .otherNumber(than: expected[index].text, in: anchor, at: location)
      }
    }
    let location = file.location(passage.origin)
    guard expected.indices.contains(passage.numbers.count) else {
      return .unstated(in: anchor, at: location)
    }
    return .missingNumber(expected[passage.numbers.count].text, in: anchor, at: location)
  }

  /// A style says how high the drawings of a figure are: `--narrow: 12.4em; --wide: 9em`.
  private func isHeight(_ passage: ReadPassage, of anchor: String) -> Bool {
    let heights = ledger.charts.filter { $0.figure == anchor }
      .flatMap { layOut($0.chart).scenes }.map(\.height)
    let properties = String(decoding: passage.text, as: UTF8.self).split(separator: ";").map {
      $0.split(separator: ":").map { $0.trimmingPrefix(while: \.isWhitespace) }
    }
    return properties.allSatisfy { property in
      guard property.count == 2, ["--narrow", "--wide"].contains(property[0]),
        property[1].hasSuffix("em"), let height = Double(property[1].dropLast(2))
      else { return false }
      return heights.contains { abs($0 - height) < 0.006 }
    }
  }

  /// Comments, scripts and the text of images.
  private var outOfSight: [Diagnostic] {
    let said = Set(
      ledger.passages.filter { $0.role == .alternative || $0.role == .caption }.flatMap(\.readings))
    return file.passages.flatMap { passage -> [Diagnostic] in
      switch passage.kind {
      case .comment, .script: passage.origins.map { .hiddenNumber(at: file.location($0)) }
      case .image: imageFindings(passage, in: file, said: said)
      default: []
      }
    }
  }

  private var missingWords: [Diagnostic] {
    var texts: [String: SearchedText] = [:]
    return ledger.wordsThatTell.compactMap { entry in
      let anchor = entry.place.anchor
      let text = texts[anchor] ?? SearchedText(read[anchor] ?? [])
      texts[anchor] = text
      guard !text.contains(entry.text) else { return nil }
      let origin = read[anchor]?.first?.origin ?? 0
      return .missingWords(entry.text, in: anchor, at: file.location(origin))
    }
  }
}

func imageFindings(
  _ passage: ReadPassage, in file: ReadFile, said: Set<String>
) -> [Diagnostic] {
  zip(passage.numbers, passage.origins).compactMap { number, origin in
    said.contains(number.reading) ? nil : .unsaidImage(at: file.location(origin))
  }
}

extension LedgerEntry.Role {
  /// It stands in the text of a page; the table of a figure is looked at by itself.
  func isProse(inFigure isFigure: Bool) -> Bool {
    switch self {
    case .alternative, .linkTitle, .label, .description, .pageDescription, .chartLabel, .chartMark,
      .motif, .field:
      false
    case .stubHead, .columnHead, .rowLabel, .cell: !isFigure
    default: true
    }
  }
}

extension ReadPassage.Kind {
  func isProse(inFigure isFigure: Bool) -> Bool {
    switch self {
    case .text: true
    case .cell: !isFigure
    default: false
    }
  }

  /// It says again what the place says elsewhere.
  var repeats: Bool {
    switch self {
    case .tableCaption, .drawingTitle, .description: true
    case .attribute(let name): ReadPassage.Kind.spokenAttributes.contains(name)
    default: false
    }
  }

  /// An attribute that no reader is told, where no number has a reason to stand.
  var isUnspoken: Bool {
    if case .attribute(let name) = self {
      name != "alt" && !ReadPassage.Kind.spokenAttributes.contains(name)
    } else {
      false
    }
  }

  private static let spokenAttributes: Set<String> = [
    "aria-label", "aria-description", "title", "content", "start",
  ]
}
