import Charting
import Diagnostics
import FactLedger
import ReadingBack

/// What a printed PDF says otherwise than the ledger of the paper edition.
///
/// Numbers are compared in the order in which a screen reader says them, the tables of figures cell by
/// cell, the words for pictures, running heads, outline and title each by themselves.
package func reconcile(_ file: ReadFile, pdf ledger: Ledger, base: String) -> [Diagnostic] {
  PDFReconciliation(file: file, ledger: ledger, base: base).findings
}

private struct PDFReconciliation {
  let file: ReadFile
  let ledger: Ledger
  let base: String

  var findings: [Diagnostic] {
    let (tables, figureTables) = self.tables
    let body = file.passages.filter { passage in
      switch passage.kind {
      case .text: true
      case .cell(let table, _, _): !figureTables.contains(table)
      default: false
      }
    }
    let prose = NumberRow(file, expected: printed, read: body)
    let alternatives = NumberRow(
      file, expected: wordsForPictures, read: file.passages.filter { $0.kind == .attribute("alt") })
    return prose.findings { $0?.place.anchor ?? "" }
      + alternatives.findings { $0?.place.anchor ?? "" } + tables + listLabels + margins + titles
      + missingWords(in: body)
  }

  /// What stands in the document, the labels of wide drawings included.
  private var printed: [LedgerPassage] {
    var skipped: [String: [Int]] = [:]
    for (figure, chart) in ledger.charts {
      let scenes = layOut(chart).scenes
      skipped[figure, default: []].append(scenes.dropLast().map(\.labels.count).reduce(0, +))
    }
    return ledger.passages.filter { passage in
      switch passage.role {
      case .pageTitle, .pullQuote: return false
      case .chartLabel(let drawing, let label):
        guard case .figure(let id) = passage.place, let counts = skipped[id],
          counts.indices.contains(drawing)
        else { return true }
        return label >= counts[drawing]
      default:
        if case .figure = passage.place { return passage.role.isProse(inFigure: true) }
        return passage.role.isProse(inFigure: false)
      }
    }
  }

  /// Of a drawing its title and its description.
  private var wordsForPictures: [LedgerPassage] {
    var titles: [LedgerPassage] = []
    return ledger.passages.flatMap { passage -> [LedgerPassage] in
      switch passage.role {
      case .alternative: return [passage]
      case .measureLine:
        titles = partTitles(of: passage)
        return []
      case .description: return titles.flatMap { [$0, passage] }
      default: return []
      }
    }
  }

  /// The measure of a figure, or of each part of it with the part’s number.
  private func partTitles(of measureLine: LedgerPassage) -> [LedgerPassage] {
    let parts = ledger.passages.filter {
      $0.place == measureLine.place && $0.role == .label && $0.text.starts(with: measureLine.text)
    }
    return parts.isEmpty ? [measureLine] : parts
  }

  /// What is wrong in the tables of figures, and which tables those are.
  private var tables: (findings: [Diagnostic], tables: Set<Int>) {
    let page = PageReconciliation(file: file, ledger: ledger, phrases: [])
    var cells: [(table: Int, passages: [ReadPassage])] = []
    for passage in file.passages {
      guard case .cell(let table, _, _) = passage.kind else { continue }
      if cells.last?.table != table { cells.append((table, [])) }
      cells[cells.count - 1].passages.append(passage)
    }
    var open = cells[...]
    var findings: [Diagnostic] = []
    var met: Set<Int> = []
    for stub in ledger.passages where stub.isFigureStub {
      let stated = ledger.passages.filter { $0.place == stub.place }
      let anchor = stub.place.anchor
      guard let index = open.firstIndex(where: { $0.passages.first?.says(stub.text) == true })
      else {
        findings.append(
          .otherRows(in: anchor, at: file.location(open.first?.passages.first?.origin ?? 0)))
        continue
      }
      met.insert(open[index].table)
      findings += page.tableFindings(stated, open[index].passages, in: anchor)
      open = open[(index + 1)...]
    }
    return (findings, met)
  }

  /// Entries of a list are counted by ones, from any number that the edition says.
  private var listLabels: [Diagnostic] {
    let starts = Set(ledger.passages.filter { $0.role == .label }.flatMap(\.readings)).compactMap(
      Int.init)
    return file.passages.compactMap { passage in
      guard case .listLabel(_, let entry) = passage.kind, !passage.numbers.isEmpty else {
        return nil
      }
      let isCounted = ([1] + starts).contains { passage.readings == ["\($0 + entry)"] }
      return isCounted ? nil : .unstated(in: "", at: file.location(passage.origin))
    }
  }

  /// A page says outside the document its number, names, addresses and quotations of the text.
  private var margins: [Diagnostic] {
    var pieces = ledger.passages.filter {
      [.pageTitle, .contentsEntry, .pullQuote].contains($0.role)
    }
    .map { MarginText($0.text) }
    for address in ledger.addresses {
      let whole = address.contains(":") ? address : base + address
      pieces.append(MarginText(Array("(\(whole))".utf8)))
    }
    return file.passages.filter { $0.kind == .margin }.flatMap { passage -> [Diagnostic] in
      let number = MarginText(Array("\(passage.origin + 1)".utf8))
      let rest = MarginText(passage.text).without(pieces + [number])
      return passage.language.numbers(in: rest).map { _ in
        .unstated(in: "", at: file.location(passage.origin))
      }
    }
  }

  /// The outline and the title of the file repeat what it says.
  private var titles: [Diagnostic] {
    let sources = ledger.passages.map { ($0.readings, PassageWords($0.text).all) }
    return file.passages.compactMap { passage in
      guard passage.kind == .outline || passage.kind == .attribute("title"),
        !passage.numbers.isEmpty
      else { return nil }
      let words = PassageWords(passage.text).all
      let isStated = sources.contains { readings, own in
        readings == passage.readings && own.intersection(words).count * 2 >= words.count
      }
      return isStated ? nil : .unstated(in: "", at: file.location(passage.origin))
    }
  }

  private func missingWords(in body: [ReadPassage]) -> [Diagnostic] {
    let text = SearchedText(body + file.passages.filter { $0.kind == .margin })
    return ledger.wordsThatTell.compactMap { entry in
      entry.role == .pageDescription || text.contains(entry.text)
        ? nil : .missingWords(entry.text, in: entry.place.anchor, at: file.location(0))
    }
  }
}

/// What stands in a margin, without any space: lines are broken where the page ends.
private struct MarginText {
  let bytes: [UInt8]

  init(_ text: [UInt8]) {
    bytes = text.filter { $0 > 0x20 }
  }

  /// What is left when these are taken out, the longest first.
  func without(_ pieces: [MarginText]) -> [UInt8] {
    let pieces = pieces.map(\.bytes).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    var rest: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let piece = pieces.first(where: { bytes[place...].starts(with: $0) }) {
        place += piece.count
        rest.append(1)
      } else {
        rest.append(bytes[place])
        place += 1
      }
    }
    return rest
  }
}

extension LedgerPassage {
  fileprivate var isFigureStub: Bool {
    if case .figure = place { role == .stubHead } else { false }
  }
}

extension ReadPassage {
  /// The same words, however lines are broken.
  fileprivate func says(_ words: [UInt8]) -> Bool {
    func plain(_ text: [UInt8]) -> [[UInt8]] {
      text.split { $0 <= 0x20 }.map(Array.init)
    }
    return plain(text) == plain(words)
  }
}
