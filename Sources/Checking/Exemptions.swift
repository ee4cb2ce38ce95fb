import Localization

/// Which digits of a passage are no counts: days, times, years, numbers to call, laws, codes.
struct Exemptions {
  let language: Language
  /// Labels of codes that hold digits, in small letters: *18–29*, *under 18*.
  let labels: [String]

  /// Indices of the lexemes that need no source.
  func exempt(in lexemes: [Lexeme], of passage: Passage) -> Set<Int> {
    var exempt = labelled(lexemes, in: passage)
    let days = writtenDays(in: lexemes, language: language)
    for day in days { exempt.formUnion(day.lexemes) }
    for index in lexemes.indices where lexemes[index].kind == .digits && !exempt.contains(index) {
      if isAddress(index, lexemes) || isYear(index, lexemes) || isPartOfWord(index, lexemes)
        || isTime(index, lexemes) || isLaw(index, lexemes) || isBeforeDay(index, lexemes, days)
      {
        exempt.insert(index)
      }
      exempt.formUnion(telephone(from: index, lexemes))
    }
    return exempt
  }

  private func labelled(_ lexemes: [Lexeme], in passage: Passage) -> Set<Int> {
    let text = passage.scalars.map { Array(String($0).lowercased().unicodeScalars)[0] }
    var exempt: Set<Int> = []
    for label in labels {
      let sought = Array(label.unicodeScalars)
      guard !sought.isEmpty, sought.count <= text.count else { continue }
      for start in 0...(text.count - sought.count)
      where text[start] == sought[0] && Array(text[start..<(start + sought.count)]) == sought {
        let range = start..<(start + sought.count)
        for (index, lexeme) in lexemes.enumerated() where range.overlaps(lexeme.range) {
          exempt.insert(index)
        }
      }
    }
    return exempt
  }

  /// Within an address of the net, which no space divides.
  private func isAddress(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    var start = index
    while start > 0, lexemes[start - 1].kind != .space { start -= 1 }
    var end = index
    while end + 1 < lexemes.count, lexemes[end + 1].kind != .space { end += 1 }
    let chunk = lexemes[start...end].map(\.text).joined()
    return chunk.contains("@") || chunk.contains("://") || chunk.hasPrefix("www.")
  }

  private func isYear(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    guard lexemes[index].year != nil else { return false }
    // 2,021 and 2021 000 are counts.
    let isGrouped =
      index + 2 < lexemes.count && [",", "."].contains(lexemes[index + 1].text)
      && lexemes[index + 2].kind == .digits
    return !isGrouped
  }

  /// H1, CO2, COVID-19, 24/7.
  private func isPartOfWord(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    if index > 0, lexemes[index - 1].kind == .word { return true }
    if index > 1, lexemes[index - 1].text == "-", lexemes[index - 2].kind == .word { return true }
    let text = { (offset: Int) in
      lexemes.indices.contains(index + offset) ? lexemes[index + offset].text : ""
    }
    return (text(0) == "24" && text(1) == "/" && text(2) == "7")
      || (text(0) == "7" && text(-1) == "/" && text(-2) == "24")
  }

  private func isTime(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    func text(_ offset: Int) -> String {
      lexemes.indices.contains(index + offset) ? lexemes[index + offset].text.lowercased() : ""
    }
    let units = ["h", "min", "min.", "tim", "t", "am", "pm", "a", "p"]
    let isClock = [":", "."].contains(text(1)) && text(2).count == 2 && Int(text(2)) ?? 60 < 60
    let isSecond = [":", "."].contains(text(-1)) && text(0).count == 2 && Int(text(0)) ?? 60 < 60
    if text(1) == ":" && isClock || text(-1) == ":" && isSecond { return true }
    if ["klo", "kl"].contains(text(-2)) || ["klo", "kl"].contains(text(-3)) { return true }
    if isSecond, ["klo", "kl"].contains(text(-4)) || ["klo", "kl"].contains(text(-5)) {
      return true
    }
    return lexemes.indices.contains(index + 1) && lexemes[index + 1].kind == .space
      && units.prefix(4).contains(text(2))
  }

  private func isLaw(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    func text(_ offset: Int) -> String {
      lexemes.indices.contains(index + offset) ? lexemes[index + offset].text.lowercased() : ""
    }
    let words = [
      "section", "sections", "chapter", "article", "paragraph", "kapitel", "§", "luvun", "luku",
      "pykälä", "pykälän", "artikel", "artikla",
    ]
    if text(1) == "/" && lexemes.indices.contains(index + 2) && lexemes[index + 2].year != nil {
      return true
    }
    return words.contains(text(-2)) || words.contains(text(1)) || words.contains(text(2))
  }

  /// The 1 of *1–30 June*.
  private func isBeforeDay(_ index: Int, _ lexemes: [Lexeme], _ days: [WrittenDay]) -> Bool {
    var next = index + 1
    while next < lexemes.count, [" ", "–", "-", "."].contains(lexemes[next].text) { next += 1 }
    return next > index + 1 && days.contains { $0.lexemes.lowerBound == next }
      && lexemes[(index + 1)..<next].contains { ["–", "-"].contains($0.text) }
  }

  /// +358 295 463 177, 029 546 3177.
  private func telephone(from index: Int, _ lexemes: [Lexeme]) -> Set<Int> {
    let hasPlus = index > 0 && lexemes[index - 1].text == "+"
    guard hasPlus || lexemes[index].text.hasPrefix("0") else { return [] }
    var group: Set<Int> = [index]
    var digits = lexemes[index].text.count
    var next = index + 1
    while next + 1 < lexemes.count, lexemes[next].kind == .space || lexemes[next].text == "-",
      lexemes[next + 1].kind == .digits
    {
      group.insert(next + 1)
      digits += lexemes[next + 1].text.count
      next += 2
    }
    return digits >= 7 || hasPlus ? group : []
  }
}
