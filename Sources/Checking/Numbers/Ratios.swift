import Localization

/// A part of a whole in words: *one in five*, *kaksi kolmasosaa*, *varannan*.
struct Ratio: Sendable {
  /// Rounded to a whole number.
  let percent: Int
  /// In code points of the passage.
  let range: Range<Int>
  /// True where a number is said: *two thirds*, not *a third*.
  let holdsNumber: Bool
}

/// Finds the parts of wholes that a passage tells in words.
struct RatioScan: Sendable {
  let language: Language
  let words: NumberWordScan

  func ratios(of passage: Passage) -> [Ratio] {
    let lexemes = passage.lexemes
    var ratios: [Ratio] = []
    var index = 0
    while index < lexemes.count {
      let text = Text(lexemes: lexemes, start: index)
      guard lexemes[index].kind == .word || lexemes[index].kind == .digits,
        let found = fraction(text) ?? outOf(text) ?? every(text)
      else {
        index += 1
        continue
      }
      ratios.append(
        Ratio(
          percent: (found.part * 200 + found.whole) / (found.whole * 2),
          range: passage.range(of: index..<found.end), holdsNumber: found.holdsNumber))
      index = found.end
    }
    return ratios
  }

  private typealias Found = (part: Int, whole: Int, end: Int, holdsNumber: Bool)

  /// Lexemes from a place on; a space or hyphen stands between two words.
  private struct Text {
    let lexemes: [Lexeme]
    let start: Int

    /// The word or number so many words on, in small letters.
    func word(_ offset: Int) -> String {
      let index = start + 2 * offset
      guard lexemes.indices.contains(index) else { return "" }
      for gap in stride(from: start + 1, to: index, by: 2) {
        guard lexemes[gap].kind == .space || lexemes[gap].text == "-" else { return "" }
      }
      return lexemes[index].text.lowercased()
    }

    var before: String {
      start >= 2 && lexemes[start - 1].kind == .space ? lexemes[start - 2].text : ""
    }

    func end(_ words: Int) -> Int { start + 2 * words - 1 }
  }

  private func number(_ word: String) -> Int? {
    if let digits = Int(word), word.count <= 2 { return digits }
    let one = ["one", "yksi", "yhdellä", "yhden", "en", "ett"]
    return one.contains(word) ? 1 : words.value(of: word)
  }

  /// *A third of*, *two-thirds*, *kolmannes*, *kaksi kolmasosaa*, *en femtedel*.
  private func fraction(_ text: Text) -> Found? {
    if language == .fi, let whole = wholeOfPart(text.word(0)) {
      // Ensimmäisellä neljänneksellä: a quarter of the year.
      let ordinals = ["ensimmäi", "toise", "kolmanne", "neljänne", "viimei", "19", "20"]
      if ordinals.contains(where: text.before.lowercased().hasPrefix) { return nil }
      return (1, whole, text.end(1), false)
    }
    guard let whole = wholeOfPart(text.word(1)) else { return nil }
    let first = text.word(0)
    let isArticle = first == "a" || language == .sv && ["en", "ett"].contains(first)
    if language == .en {
      let next = text.word(2)
      let isPart = ["of", "were", "are", "was", "is", "have", "had", "came", ""].contains(next)
      // A third party, a quarter past, a quarter of an hour.
      if ["party", "person", "past", "to"].contains(next) { return nil }
      if next == "of", ["an", "a"].contains(text.word(3)) { return nil }
      if isArticle, !isPart || next.isEmpty || (whole == 3 && next != "of") { return nil }
    }
    if isArticle { return (1, whole, text.end(2), false) }
    guard let part = number(first), part < whole else { return nil }
    let isMany = text.word(1).hasSuffix("s")
    if language == .en, isMany != (part > 1) { return nil }
    return (part, whole, text.end(2), true)
  }

  /// The 3 of *third*, *kolmasosa*, *tredjedel*.
  private func wholeOfPart(_ word: String) -> Int? {
    guard word.count >= 5 else { return nil }
    switch language {
    case .en:
      let names = [
        (3, "third"), (4, "quarter"), (5, "fifth"), (6, "sixth"), (8, "eighth"), (10, "tenth"),
      ]
      return names.first { word == $0.1 || word == $0.1 + "s" }?.0
    case .sv:
      let names = [
        (3, "tredjedel"), (4, "fjärdedel"), (5, "femtedel"), (6, "sjättedel"), (8, "åttondel"),
        (10, "tiondel"),
      ]
      return names.first { word.hasPrefix($0.1) }?.0
    case .fi:
      let names = [
        (3, "kolmas", "kolmanne"), (4, "neljäs", "neljänne"), (5, "viides", "viidenne"),
        (6, "kuudes", "kuudenne"), (8, "kahdeksas", "kahdeksanne"),
        (10, "kymmenes", "kymmenenne"),
      ]
      return names.first { _, ordinal, stem in
        word.hasPrefix(ordinal + "osa") || word == stem + "s" || word == stem + "sta"
          || word == stem + "stä" || word.hasPrefix(stem + "kse")
      }?.0
    }
  }

  /// *One in five*, *2 out of 3*, *kaksi kolmesta*, *två av tre*.
  private func outOf(_ text: Text) -> Found? {
    guard let part = number(text.word(0)), part > 0 else { return nil }
    let isDigits = text.lexemes[text.start].kind == .digits
    let second = text.word(1)
    var whole: Int?
    var count = 3
    switch language {
    case .en:
      if second == "out", text.word(2) == "of" {
        whole = number(text.word(3))
        count = 4
      } else if second == "in", !isDigits || part == 1 {
        whole = number(text.word(2))
      }
    case .sv: whole = second == "av" ? number(text.word(2)) : nil
    case .fi:
      // Kaksi kolmesta: the whole stands in the elative.
      let isElative = second.hasSuffix("sta") || second.hasSuffix("stä")
      whole = isElative ? number(second) : nil
      count = 2
    }
    guard let whole, part < whole, whole <= 20 else { return nil }
    return (part, whole, text.end(count), true)
  }

  /// *Every third*, *joka toinen*, *varannan*; not of weeks and years.
  private func every(_ text: Text) -> Found? {
    let first = text.word(0)
    var whole: Int?
    var count = 2
    switch language {
    case .en:
      let ordinals = ["second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10]
      whole = first == "every" ? ordinals[text.word(1)] : nil
    case .sv:
      if ["varannan", "vartannat"].contains(first) {
        whole = 2
        count = 1
      } else if ["var", "vart", "varje"].contains(first) {
        let ordinals = ["tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "tionde": 10]
        whole = ordinals[text.word(1)]
      }
    case .fi:
      // A comma before it makes *joka* a pronoun.
      guard first == "joka", !text.before.hasSuffix(",") else { return nil }
      let ordinals = [
        ("toinen", 2), ("toise", 2), ("toista", 2), ("kolmas", 3), ("kolmanne", 3),
        ("kolmatta", 3), ("neljäs", 4), ("neljänne", 4), ("viides", 5), ("viidenne", 5),
        ("kymmenes", 10), ("kymmenenne", 10),
      ]
      whole = ordinals.first { text.word(1).hasPrefix($0.0) }?.1
    }
    guard let whole else { return nil }
    let next = text.word(count)
    let times = [
      "time", "day", "week", "month", "year", "minute", "gång", "dag", "vecka", "månad", "år",
      "kerta", "kerra", "päivä", "viikko", "viiko", "kuukau", "vuosi", "vuote", "vuode", "vuonna",
      "counts", "puole",
    ]
    if times.contains(where: next.hasPrefix) { return nil }
    return (1, whole, text.end(count), false)
  }
}
