import Composition
import Diagnostics
import Localization
import Statistics

/// Finds one fact that is told with two values anywhere in an edition.
///
/// Two numbers speak of the same when the same two words follow them, or when their sentences are the
/// same but for the numbers; a sentence that names a year, a month or a place of its own speaks of
/// something else.
struct Contradictions {
  let language: Language
  let edition: ProtectedEdition
  private var told: [String: [Telling]] = [:]

  private struct Telling {
    let value: Int
    let isTyped: Bool
    let place: SourceLocation
    /// Years, months and names in the sentence.
    let circumstances: Set<String>
  }

  /// After these a number is a limit and no count.
  private static let limits: Set<String> = [
    "least", "most", "than", "under", "over", "vähintään", "enintään", "alle", "yli", "kuin",
    "minst", "högst", "över", "än",
  ]

  init(language: Language, edition: ProtectedEdition) {
    self.language = language
    self.edition = edition
  }

  mutating func note(_ passages: [CheckedPassage], in prose: Prose) {
    for passage in passages {
      for sentence in passage.sentences {
        for quantity in sentence.quantities where !quantity.isPercent {
          guard let key = key(of: quantity, in: sentence) else { continue }
          let place = prose.location(of: quantity.range, in: passage.passage)
          told[key, default: []].append(
            Telling(
              value: quantity.value, isTyped: !quantity.isCited, place: place,
              circumstances: circumstances(of: sentence, passage.passage)))
        }
      }
    }
  }

  /// The second value and every later one is a finding, where it was typed or declared by hand.
  func findings() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let known = measureValues()
    let usual = usualNames()
    for (key, tellings) in told.sorted(by: { $0.key < $1.key }) {
      for (index, telling) in tellings.enumerated() where telling.isTyped {
        if let value = known[key], value != telling.value,
          telling.circumstances.subtracting(usual).isEmpty
        {
          findings.append(.contradiction(language.number(value), at: telling.place))
          continue
        }
        let others = tellings.enumerated().filter { other, _ in other != index }.map(\.element)
        let other = others.first {
          $0.value != telling.value && $0.circumstances == telling.circumstances
            && ($0.place < telling.place || !$0.isTyped)
        }
        if let other {
          findings.append(
            .contradiction(
              language.number(other.value), elsewhere: other.place, at: telling.place))
        }
      }
    }
    return findings
  }

  /// Names in the labels of the data, and the years of the period: they set nothing apart.
  private func usualNames() -> Set<String> {
    let labels = edition.tables.flatMap { table in
      [table.measure.label[language.tag], table.measure.source[language.tag]].compactMap(\.self)
    }
    let words = labels.flatMap { $0.split(separator: " ").map(String.init) }
    return Set(words).union(["\(edition.period.year)"])
  }

  /// What the data say of the words by which a measure is called.
  private func measureValues() -> [String: Int] {
    var values: [String: Int] = [:]
    for table in edition.tables where table.declaration.filter.isEmpty {
      guard let label = table.measure.label[language.tag], let total = table.total?.value else {
        continue
      }
      let words = label.lowercased().split(separator: " ").map(String.init)
      if words.count == 2 { values[words.joined(separator: " ")] = total }
    }
    return values
  }

  /// The two words after the number; a single one is too common to tell.
  private func key(of quantity: Quantity, in sentence: Sentence) -> String? {
    let before = sentence.text.word(before: quantity.range.lowerBound - sentence.range.lowerBound)
    guard !Contradictions.limits.contains(before) else { return nil }
    let offset = quantity.range.upperBound - sentence.range.lowerBound
    let words = sentence.text.words(from: offset, count: 2)
    guard words.count == 2, !words.contains(where: isEmptyWord) else {
      return frame(of: quantity, in: sentence)
    }
    return words.joined(separator: " ")
  }

  /// The whole sentence, each number a gap.
  private func frame(of quantity: Quantity, in sentence: Sentence) -> String? {
    let words = sentence.text.words(from: 0, count: 40)
    guard words.count >= 3,
      let place = sentence.quantities.firstIndex(where: {
        $0.range == quantity.range
      })
    else { return nil }
    return "\(place)/\(sentence.quantities.count) " + words.joined(separator: " ")
  }

  private func isEmptyWord(_ word: String) -> Bool {
    let words: Set<String> =
      switch language {
      case .en:
        [
          "of", "in", "and", "or", "the", "a", "an", "were", "was", "are", "is", "had", "have",
          "to",
          "different", "other", "others", "more", "fewer", "people", "persons", "them", "these",
          "at", "on", "from", "by", "for", "who", "that", "which", "with", "as", "been", "may",
        ]
      case .fi:
        [
          "ja", "tai", "oli", "on", "ovat", "olivat", "heistä", "niistä", "ihmistä", "henkilöä",
          "muuta", "eri", "sekä", "joista", "jotka", "kuin", "mutta", "joka", "ollut", "voinut",
        ]
      case .sv:
        [
          "av", "i", "och", "eller", "de", "dem", "var", "är", "hade", "har", "personer",
          "människor", "andra", "olika", "som", "på", "från", "till", "med", "den", "det", "kan",
        ]
      }
    return words.contains(word) || word.count < 3
  }

  private func circumstances(of sentence: Sentence, _ passage: Passage) -> Set<String> {
    var found: Set<String> = []
    var isFirst = true
    for lexeme in passage.lexemes where sentence.range.contains(lexeme.range.lowerBound) {
      if let year = lexeme.year { found.insert("\(year)") }
      if lexeme.kind == .word {
        if language.month(named: lexeme.text) != nil { found.insert(lexeme.text.lowercased()) }
        if !isFirst, lexeme.text.first?.isUppercase == true { found.insert(lexeme.text) }
        isFirst = false
      }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func contradiction(_ value: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .factContradicts, at: place, "The data give \(value) for what these words name",
      help: "cite it, or say in what these are others")
  }

  fileprivate static func contradiction(
    _ value: String, elsewhere: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .factContradicts, at: place,
      "The same words have another number, \(value), at \(elsewhere.path):\(elsewhere.line)",
      help: "correct one of the two, or say what distinguishes them")
  }
}
