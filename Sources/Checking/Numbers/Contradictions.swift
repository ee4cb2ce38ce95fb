import Composition
import Diagnostics
import Localization
import Statistics

/// Finds one fact that is told with two values anywhere in an edition.
///
/// Two numbers speak of the same when the same two words follow them, when their sentences are the same
/// but for the numbers, or when most of their words are; a sentence that names a year, a month or a place
/// of its own speaks of something else. What is cited under two names was declared to be two things.
struct Contradictions {
  let language: Language
  let edition: ProtectedEdition
  private var told: [Telling] = []

  private struct Telling {
    let key: String?
    let quantity: Quantity
    let place: SourceLocation
    /// Years, months and names in the sentence.
    let circumstances: Set<String>
    let words: ContentWords

    var value: Int { quantity.value }
    var isTyped: Bool {
      if case .typed = quantity.origin { true } else { false }
    }
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
          let offset = quantity.range.upperBound - sentence.range.lowerBound
          told.append(
            Telling(
              key: key(of: quantity, in: sentence), quantity: quantity,
              place: prose.location(of: quantity.range, in: passage.passage),
              circumstances: circumstances(of: quantity, in: sentence, passage.passage),
              words: ContentWords(of: sentence.text, from: offset, language: language)))
        }
      }
    }
  }

  /// Every value that was typed by hand where another stands elsewhere, or declared against the data.
  func findings() -> [Diagnostic] {
    let known = measureValues()
    let usual = usualNames()
    var findings: [Diagnostic] = []
    for telling in told where !telling.quantity.isCited {
      if let key = telling.key, let value = known[key], value != telling.value,
        telling.circumstances.subtracting(usual).isEmpty
      {
        findings.append(.contradiction(language.number(value), at: telling.place))
      } else if telling.isTyped, let other = other(than: telling, usual) {
        findings.append(
          .contradiction(language.number(other.value), elsewhere: other.place, at: telling.place))
      }
    }
    return findings
  }

  /// The data’s own number rather than another that was typed.
  private func other(than telling: Telling, _ usual: Set<String>) -> Telling? {
    let others = told.filter { differs($0, from: telling, usual) }
    return others.first { $0.quantity.isCited } ?? others.first
  }

  /// True of what tells the same with another value.
  private func differs(_ other: Telling, from telling: Telling, _ usual: Set<String>) -> Bool {
    guard other.value != telling.value, other.value < .max, telling.value < .max,
      other.circumstances.subtracting(usual) == telling.circumstances.subtracting(usual)
    else { return false }
    guard let key = telling.key, let otherKey = other.key else { return false }
    if key == otherKey { return true }
    return telling.words.speakOfTheSame(as: other.words)
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
    guard words.count == 2, !words.contains(where: language.isEmptyWord) else {
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

  /// What stands up to the comma after the number; after that something else may be told.
  private func circumstances(
    of quantity: Quantity, in sentence: Sentence, _ passage: Passage
  ) -> Set<String> {
    var found: Set<String> = []
    var isFirst = true
    for lexeme in passage.lexemes where sentence.range.contains(lexeme.range.lowerBound) {
      if lexeme.text == ",", lexeme.range.lowerBound >= quantity.range.upperBound { break }
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
