import Composition
import DocumentModel
import Localization

/// A sentence of a passage, with the citations and numbers that stand in it.
struct Sentence: Sendable {
  /// In code points of the passage.
  let range: Range<Int>
  let text: LoweredText
  let citations: [Citation]
  let quantities: [Quantity]
}

/// A number that a sentence states, wherever it comes from.
struct Quantity: Sendable {
  enum Origin: Sendable {
    case typed
    case fact(String)
    case cited(CitationQuery)
  }

  let value: Int
  let isPercent: Bool
  let origin: Origin
  /// In code points of the passage.
  let range: Range<Int>

  /// True of what nobody typed and no record counts wrong.
  var isCited: Bool {
    if case .cited = origin { true } else { false }
  }
}

extension Passage {
  /// The parts between marks that end a sentence; a semicolon ends a clause.
  func sentences(clauses: Bool, quantities: [Quantity]) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    var cited = 0
    for index in scalars.indices {
      let isLast = index == scalars.count - 1
      guard isLast || endsSentence(index, clauses: clauses) else { continue }
      let range = start..<(index + 1)
      let count = scalars[range].count { $0 == Passage.mark }
      let text = range.count == scalars.count ? lowered : LoweredText(scalars[range])
      sentences.append(
        Sentence(
          range: range, text: text, citations: Array(citations[cited..<(cited + count)]),
          quantities: quantities.filter { range.contains($0.range.lowerBound) }))
      cited += count
      start = index + 1
    }
    return sentences
  }

  private func endsSentence(_ index: Int, clauses: Bool) -> Bool {
    guard scalars[index + 1] == " " || scalars[index + 1] == "\n" else { return false }
    switch scalars[index] {
    case "!", "?": return true
    case ";": return clauses
    case ".":
      // 26. heinäkuuta, t.ex. sådana, kl. 9: a small letter or an hour follows.
      guard index + 2 < scalars.count else { return true }
      let next = scalars[index + 2]
      if next.properties.isLowercase { return false }
      guard ("0"..."9").contains(next) else { return true }
      let word = scalars[..<index].reversed().prefix { $0.properties.isAlphabetic }
      return !(1...3).contains(word.count)
    default: return false
    }
  }
}
