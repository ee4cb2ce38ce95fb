import Localization

/// Words for one, two or six that are no numerals: *a single client*, *a couple of cases*, *half a dozen*.
///
/// Many of them count nothing (*a pair of shoes*, *parin viikon ajan*), so that most are looked at only
/// before a word for persons or cases.
struct SmallGroups: Sendable {
  let language: Language

  /// The number that begins at a lexeme.
  func number(at start: Int, in lexemes: [Lexeme]) -> SpokenNumber? {
    func word(_ offset: Int) -> String {
      let index = start + 2 * offset
      guard index >= 0, lexemes.indices.contains(index), lexemes[index].kind == .word,
        offset == 0 || lexemes[index + (offset > 0 ? -1 : 1)].kind == .space
      else { return "" }
      return lexemes[index].text.lowercased()
    }
    func found(_ value: Int, words: Int, isRough: Bool = false) -> SpokenNumber {
      SpokenNumber(value: value, isRough: isRough, lexemes: start..<(start + 2 * words - 1))
    }
    let first = word(0)
    if beginsSentence(start, lexemes), tellsOfOne(first, word(1)) { return found(1, words: 1) }
    switch language {
    case .en:
      if first == "half", ["a", "one"].contains(word(1)), word(2) == "dozen" {
        return found(6, words: 3, isRough: true)
      }
      if ["couple", "pair"].contains(first), word(1) == "of", isCounted(word(2)) {
        return found(2, words: 1, isRough: true)
      }
      let isNone = ["not", "without", "every", "each"].contains(word(-2)) || word(-1) == "every"
      if ["single", "sole", "lone", "solitary"].contains(first), isCounted(word(1)), !isNone,
        !word(1).hasSuffix("s") || word(1) == "witness"
      {
        return found(1, words: 1)
      }
    case .fi:
      if first == "puoli", word(1).hasPrefix("tusina") {
        return found(6, words: 2, isRough: true)
      }
      if ["pari", "parin", "paria", "parille", "parilla", "parilta"].contains(first),
        isCounted(word(1))
      {
        return found(2, words: 1, isRough: true)
      }
      let isOne = ["yksi", "yhden", "yhtä", "yhdelle", "yhdellä", "yhdeltä"].contains(first)
      if isOne, word(1).hasPrefix("ainoa"), isCounted(word(2)) { return found(1, words: 2) }
      let isSingle = [
        "nen", "sen", "stä", "selle", "sellä", "seltä", "sessä", "sestä",
      ].contains { first == "yksittäi" + $0 }
      if isSingle, isCounted(word(1)) {
        return found(1, words: 1)
      }
    case .sv:
      if first == "halvt", word(1) == "dussin" { return found(6, words: 2, isRough: true) }
      if first.hasPrefix("halvdussin") { return found(6, words: 1, isRough: true) }
      if first == "par", word(-1) == "ett", isCounted(word(1)) {
        return found(2, words: 1, isRough: true)
      }
      if ["enda", "enstaka"].contains(first), ["en", "ett"].contains(word(-1)), isCounted(word(1)),
        !["inte", "utan"].contains(word(-2))
      {
        return found(1, words: 1)
      }
    }
    return nil
  }

  private func beginsSentence(_ start: Int, _ lexemes: [Lexeme]) -> Bool {
    guard lexemes[start].text.first?.isUppercase == true else { return false }
    guard let before = lexemes[..<start].last(where: { $0.kind != .space }) else { return true }
    return [".", "!", "?", ":", ";"].contains(before.text)
  }

  /// *One had been …*: what somebody did or was, while *one is* and *one has to* are said of anybody.
  private func tellsOfOne(_ first: String, _ verb: String) -> Bool {
    switch language {
    case .en:
      first == "one"
        && ["had", "was", "came", "lived", "stayed", "got", "received", "held"].contains(verb)
    case .fi:
      first == "yksi"
        && ["oli", "tuli", "asui", "oleskeli", "sai", "joutui", "kävi"].contains(verb)
    case .sv:
      first == "en"
        && ["hade", "var", "kom", "bodde", "vistades", "fick", "blev", "höll"].contains(verb)
    }
  }

  /// *IV persons*: a Roman numeral before what is counted; *Annex IV* and *II kerros* name things.
  ///
  /// As nobody writes the counts of an edition so, it is like none of them.
  func romanNumber(at start: Int, in lexemes: [Lexeme]) -> SpokenNumber? {
    guard start + 2 < lexemes.count, lexemes[start + 1].kind == .space,
      lexemes[start + 2].kind == .word, isCounted(lexemes[start + 2].text),
      let value = romanValue(of: lexemes[start].text.utf8)
    else { return nil }
    let isWord = language == .sv && lexemes[start].text.lowercased() == "vi"
    return isWord ? nil : SpokenNumber(value: value, isRough: true, lexemes: start..<(start + 1))
  }

  /// *||||*: strokes that stand for as many.
  func tally(at start: Int, in lexemes: [Lexeme]) -> SpokenNumber? {
    let end = lexemes[start...].firstIndex { $0.text != "|" } ?? lexemes.endIndex
    return end - start > 1
      ? SpokenNumber(value: end - start, isRough: true, lexemes: start..<end) : nil
  }

  /// A word for persons or for what happened to them, in small letters.
  private func isCounted(_ word: String) -> Bool {
    word.first?.isUppercase == false && language.isPerson(word)
  }
}
