import Composition
import Localization
import Statistics

/// How each published number can be cited.
///
/// Nothing hidden stands here, so no offer can tell it.
struct FactIndex: Sendable {
  /// A way to cite a number, and what its data are called in each language.
  private struct Candidate: Sendable {
    let citation: String
    /// All on one line.
    let labels: [Language: String]

    /// How many of the words speak of what this counts.
    func likeness(to words: Set<String>, _ language: Language) -> Int {
      Set(stems(in: labels[language] ?? "")).intersection(words).count
    }
  }

  /// A number with a way to cite it.
  struct Offer {
    let value: Int
    let citation: String
  }

  private var counts: [Int: [Candidate]] = [:]
  private var shares: [Int: [Candidate]] = [:]

  init(_ edition: ProtectedEdition, facts: FactSheet) {
    for table in edition.tables {
      for position in table.positions {
        guard case .published(let value) = table[position], value > 0,
          let candidate = FactIndex.candidate(for: position, in: table)
        else { continue }
        counts[value, default: []].append(candidate)
        if let total = table.total?.value, total > 0, candidate.citation.contains("=") {
          let percent = (value * 200 + total) / (total * 2)
          shares[percent, default: []].append(
            Candidate(citation: "\(candidate.citation) | share", labels: candidate.labels))
        }
      }
    }
    for (id, fact) in facts.facts.sorted(by: { $0.key < $1.key }) {
      guard let number = fact.number else { continue }
      // A fact’s name says in English what it is.
      counts[number, default: []].append(Candidate(citation: "fact \(id)", labels: [.en: id]))
    }
  }

  private static func candidate(for position: [Int], in table: ProtectedTable) -> Candidate? {
    guard let citation = citation(of: position, in: table) else { return nil }
    var labels: [Language: String] = [:]
    for language in Language.allCases {
      let tag = language.tag
      var words = [table.measure.label[tag], table.declaration.label?[tag]]
      for (axis, place) in zip(table.axes, position) {
        if case .code(let code) = axis.categories[place] { words.append(code.labels[tag]) }
      }
      labels[language] = words.compactMap(\.self).joined(separator: " ")
    }
    return Candidate(citation: citation, labels: labels)
  }

  private static func citation(of position: [Int], in table: ProtectedTable) -> String? {
    var words = [table.measure.id]
    var period: String?
    for (axis, place) in zip(table.axes, position) {
      switch axis.categories[place] {
      case .total: break
      case .code(let code): words.append("\(axis.dimension?.id ?? "")=\(code.code)")
      case .period(let named, _): period = named.id
      case .rest, .unknown: return nil
      }
    }
    words += table.declaration.filter.map(\.text)
    if let period, place(of: period, in: table) { words.append("| previous \(period)") }
    return words.joined(separator: " ")
  }

  /// A series ends with the edition’s own period, which needs no word.
  private static func place(of period: String, in table: ProtectedTable) -> Bool {
    if case .period(let last, _) = table.axes[0].categories.last {
      last.id != period
    } else {
      false
    }
  }

  /// The citation that speaks most of what the sentence does, then the shortest.
  func citation(of value: Int, isPercent: Bool, in sentence: SentenceWords) -> String? {
    let candidates = (isPercent ? shares : counts)[value] ?? []
    return candidates.min { left, right in
      let (leftLikeness, rightLikeness) = (
        left.likeness(to: sentence.stems, sentence.language),
        right.likeness(to: sentence.stems, sentence.language)
      )
      if leftLikeness != rightLikeness { return leftLikeness > rightLikeness }
      return (left.citation.count, left.citation) < (right.citation.count, right.citation)
    }?.citation
  }

  /// A published number that a slip of the finger turns into this one.
  ///
  /// Numbers of two digits are near to many; one is meant if the sentence speaks of what it counts.
  func near(_ value: Int, isPercent: Bool, in sentence: SentenceWords) -> Offer? {
    guard value >= 10 else { return nil }
    let known = isPercent ? shares : counts
    let near = known.keys.filter { FactIndex.isSlip($0, String(value)) }.sorted()
    for other in near {
      let isMeant =
        value >= 100
        || (known[other] ?? []).contains {
          $0.likeness(to: sentence.stems, sentence.language) > 0
        }
      if isMeant, let citation = citation(of: other, isPercent: isPercent, in: sentence) {
        return Offer(value: other, citation: citation)
      }
    }
    return nil
  }

  /// Two digits swapped; in longer numbers also one digit off, or one too many.
  private static func isSlip(_ known: Int, _ written: String) -> Bool {
    let known = Array(String(known))
    let digits = Array(written)
    if known.count + 1 == digits.count, known.count >= 3 {
      return digits.indices.contains { index in
        var fewer = digits
        fewer.remove(at: index)
        return fewer == known
      }
    }
    guard known.count == digits.count, known != digits else { return false }
    let differing = digits.indices.filter { digits[$0] != known[$0] }
    if differing.count == 1 { return digits.count >= 3 }
    return differing.count == 2 && differing[0] + 1 == differing[1]
      && digits[differing[0]] == known[differing[1]]
      && digits[differing[1]] == known[differing[0]]
  }
}

/// What a sentence speaks of, by the beginnings of its words.
struct SentenceWords {
  let stems: Set<String>
  let language: Language

  init(_ text: LoweredText, language: Language) {
    stems = Set(text.allWords.filter { $0.count >= 4 }.map { String($0.prefix(4)) })
    self.language = language
  }
}

private func stems(in label: String) -> [String] {
  label.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }.map { String($0.prefix(4)) }
}
