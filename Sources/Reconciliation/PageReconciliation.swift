import Charting
import Diagnostics
import FactLedger
import ReadingBack

/// What a page says otherwise than the ledger, place by place.
///
/// - `frame`: what the page holds besides.
package func reconcile(_ file: ReadFile, page ledger: Ledger, in frame: PageFrame) -> [Diagnostic] {
  PageReconciliation(file: file, ledger: ledger, phrases: frame.phrases).findings
    + TagReconciliation(
      file, frame: frame, anchors: ledger.anchors, addresses: ledger.addresses
    ).findings + styleFindings(in: file, style: frame.style) + unseenFindings(in: file)
}

/// Spaces and signs that no reader sees, in such numbers that they could tell one.
func unseenFindings(in file: ReadFile) -> [Diagnostic] {
  file.passages.flatMap { passage in
    passage.unseenRuns.map { .unseenSigns(in: passage.place, at: file.location($0)) }
  }
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
  private let phrases: [String]
  private let names: NameWords
  private let stated: [String: [LedgerPassage]]
  private let read: [String: [ReadPassage]]

  init(file: ReadFile, ledger: Ledger, phrases: [String]) {
    self.file = file
    self.ledger = ledger
    self.phrases = phrases
    names = NameWords(ledger.names)
    stated = Dictionary(grouping: ledger.passages) { $0.place.anchor }
    read = Dictionary(grouping: file.passages, by: \.place)
  }

  var findings: [Diagnostic] {
    let anchors = Set(stated.keys).union(read.keys).sorted()
    return anchors.flatMap { findings(in: $0) } + outOfSight + missingWords
      + drawings.findings + drawings.tagFindings
  }

  private var drawings: DrawingReconciliation { DrawingReconciliation(file: file, ledger: ledger) }

  private func findings(in anchor: String) -> [Diagnostic] {
    let stated = stated[anchor] ?? []
    let read = read[anchor] ?? []
    let isFigure = stated.contains { $0.place == .figure(anchor) }
    let prose = NumberRow(
      file, expected: stated.filter { $0.role.isProse(inFigure: isFigure) },
      read: read.filter { $0.kind.isProse(inFigure: isFigure) }, names: names)
    let alternatives = NumberRow(
      file, expected: stated.filter { $0.role == .alternative },
      read: read.filter { $0.kind == .attribute("alt") }, names: names)
    return prose.findings { _ in anchor } + alternatives.findings { _ in anchor }
      + repeated(stated, read, in: anchor)
      + (isFigure ? tableFindings(stated, read, in: anchor) : [])
  }

  /// Captions, titles and labels repeat what the place states; each has to be one of its statements.
  private func repeated(
    _ stated: [LedgerPassage], _ read: [ReadPassage], in anchor: String
  ) -> [Diagnostic] {
    let sources = stated.map { ($0, $0.readings, PassageWords($0.text).all) }
    lazy var labels = SpokenLabels(stated, phrases: phrases)
    var findings: [Diagnostic] = []
    for passage in read where passage.kind.repeats {
      let readings = passage.readings
      let words = PassageWords(passage.text).all
      let candidates = sources.filter { passage.kind.canRepeat($0.0.role) }
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
        own == readings && ownWords.isEmpty == words.isEmpty
          && ownWords.intersection(words).count * 2 >= min(ownWords.count, words.count)
      }
      // What a figure is called and said to show tells whose its numbers are.
      if passage.kind.isOfFigure, isStated,
        !candidates.contains(where: { isName(passage.words, $0.0.words) })
      {
        findings.append(.otherDescription(in: anchor, at: file.location(passage.origin)))
        continue
      }
      let isLabel = passage.kind == .attribute("aria-label")
      if isLabel ? labels.allow(String(decoding: passage.text, as: UTF8.self)) : isStated {
        continue
      }
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

  fileprivate var isOfFigure: Bool {
    switch self {
    case .tableCaption, .drawingTitle, .description: true
    default: false
    }
  }

  /// A statement of which role it can say again.
  func canRepeat(_ role: LedgerEntry.Role) -> Bool {
    switch self {
    case .description: role == .description
    case .attribute("title"): role == .linkTitle
    case .attribute("content"): role == .pageDescription
    case .attribute("start"): role == .label
    default: true
    }
  }

  private static let spokenAttributes: Set<String> = [
    "aria-label", "aria-description", "title", "content", "start",
  ]
}
