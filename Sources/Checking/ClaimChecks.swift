import Composition
import Diagnostics
import DocumentModel
import Localization
import Statistics

/// Finds claims in words that no cited number bears out.
struct ClaimChecks {
  let language: Language
  let parser: CitationParser
  let edition: ProtectedEdition
  /// What no column can prove, in the words of the text, in small letters.
  let statements: [String]

  func findings(on passage: Passage, in prose: Prose) -> [Diagnostic] {
    sentences(of: passage).flatMap { sentence in
      claim(in: sentence, of: passage, prose).map { [$0] } ?? []
    } + openParts(in: passage)
  }

  private struct Sentence {
    let range: Range<Int>
    let text: LoweredText
    let citations: [Citation]
  }

  private func sentences(of passage: Passage) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    var cited = 0
    let scalars = passage.scalars
    for index in scalars.indices {
      let isLast = index == scalars.count - 1
      let ends =
        ".!?;".unicodeScalars.contains(scalars[index])
        && (isLast || scalars[index + 1] == " " || scalars[index + 1] == "\n")
      guard ends || isLast else { continue }
      let range = start..<(index + 1)
      let count = scalars[range].filter { $0 == Passage.mark }.count
      let text = LoweredText(scalars[range])
      sentences.append(
        Sentence(
          range: range, text: text, citations: Array(passage.citations[cited..<(cited + count)])))
      cited += count
      start = index + 1
    }
    return sentences
  }

  private func claim(
    in sentence: Sentence, of passage: Passage, _ prose: Prose
  ) -> Diagnostic? {
    guard let (words, isMajority) = claimWords(in: sentence.text) else { return nil }
    if statements.contains(where: { sentence.text.contains($0) }) { return nil }
    let queries = sentence.citations.compactMap { parser.parse($0).value }
    let isProven = queries.contains { query in
      query.functions.contains { function in
        switch function {
        case .claim, .direction: true
        default: false
        }
      }
    }
    if isProven { return nil }
    let start = sentence.text.offset(of: words)
    let from = sentence.range.lowerBound + (start ?? 0)
    let place = prose.location(
      of: from..<min(passage.scalars.count, from + words.unicodeScalars.count), in: passage)
    if isMajority {
      if queries.contains(where: isMostOfItsMeasure) { return nil }
      return queries.isEmpty ? .unbound(words, at: place) : .untrue(words, at: place)
    }
    return queries.isEmpty ? .unbound(words, at: place) : nil
  }

  private func isMostOfItsMeasure(_ query: CitationQuery) -> Bool {
    guard case .cell(let cell) = query.subject,
      case .published(let part) = edition.count(.count(cell)),
      let table = edition.tables.first(where: {
        $0.measure.id == cell.measure && $0.declaration.filter.isEmpty
      }),
      case .published(let whole) = table.total
    else { return false }
    return part * 2 > whole
  }

  private func claimWords(in text: LoweredText) -> (words: String, isMajority: Bool)? {
    for words in majorities where has(words, in: text) { return (words, true) }
    for words in others where has(words, in: text) { return (words, false) }
    return nil
  }

  /// The first half of 2020 is a time and *almost always* a turn of speech, not a claim.
  private func has(_ words: String, in text: LoweredText) -> Bool {
    guard let offset = text.offset(of: words) else { return false }
    let idioms = ["always", "never", "aina", "koskaan", "alltid", "aldrig"]
    if idioms.contains(where: { text.offset(of: "\(words) \($0)") == offset }) { return false }
    return !["first", "second", "första", "andra"].contains(text.word(before: offset))
  }

  private var majorities: [String] {
    switch language {
    case .en: ["majority", "most of the", "more than half", "over half"]
    case .fi: ["enemmistö", "valtaosa", "suurin osa", "yli puolet", "useimmat"]
    case .sv: ["flertalet", "majoritet", "över hälften", "mer än hälften", "de flesta"]
    }
  }

  private var others: [String] {
    switch language {
    case .en:
      [
        "doubled", "tripled", "twice as", "nearly", "almost", "half of", "a third of",
        "a quarter of",
        "a fifth of", "mostly",
      ]
    case .fi:
      [
        "kaksinkertaist", "kolminkertaist", "lähes", "melkein", "puolet", "kolmasosa", "neljäsosa",
        "viidesosa", "enimmäkseen", "useimmiten",
      ]
    case .sv:
      [
        "fördubbl", "tredubbl", "nästan", "hälften", "en tredjedel", "en fjärdedel", "en femtedel",
        "mestadels",
      ]
    }
  }

  /// Parts of one dimension that a sentence lists beside their whole have to reach it.
  private func openParts(in passage: Passage) -> [Diagnostic] {
    sentences(of: passage).compactMap { sentence in
      let cells = sentence.citations.compactMap { citation -> (CellReference, Citation)? in
        guard case .cell(let cell) = parser.parse(citation).value?.subject,
          parser.parse(citation).value?.functions.allSatisfy(\.keepsNumber) == true
        else { return nil }
        return (cell, citation)
      }
      for (whole, _) in cells {
        let parts = cells.filter { cell, _ in
          cell.measure == whole.measure && cell.conditions.count == whole.conditions.count + 1
            && whole.conditions.allSatisfy(cell.conditions.contains)
        }
        let dimensions = Set(parts.flatMap { $0.0.conditions.map(\.dimension) })
          .subtracting(whole.conditions.map(\.dimension))
        guard dimensions.count == 1, Set(parts.map(\.0)).count >= 3,
          case .published(let total) = edition.count(.count(whole))
        else { continue }
        let sum = Set(parts.map(\.0)).reduce(0) { $0 + (edition.count(.count($1)).value ?? 0) }
        if sum != total, let place = parts.last?.1.location { return .open(at: place) }
      }
      return nil
    }
  }
}

extension CitationQuery.Function {
  /// The count itself is read, in digits or words.
  fileprivate var keepsNumber: Bool {
    switch self {
    case .words, .capital, .lower: true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func unbound(_ words: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .claimUnbound, at: place, "“\(words)” is claimed without a number that bears it out",
      help: "add {{measure … | is majority}} or the like, or declare the statement in facts.yaml")
  }

  fileprivate static func untrue(_ words: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .claimUntrue, at: place, "“\(words)” does not follow from the numbers of this sentence",
      help: "write what the numbers bear out, or prove it with {{measure … | is majority}}")
  }

  fileprivate static func open(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .partsOpen, at: place, "The parts in this sentence do not reach their whole",
      help: "name the rest too, as in “and {{… | words}} others”, or leave the whole out here")
  }
}
