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
        || isTime(index, lexemes) || isLaw(index, lexemes) || isName(index, lexemes)
        || isPostal(index, lexemes) || isHouse(index, lexemes) || isBeforeDay(index, lexemes, days)
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
    // 5G, 4K.
    if index + 1 < lexemes.count, lexemes[index + 1].kind == .word,
      lexemes[index + 1].text.allSatisfy(\.isUppercase)
    {
      return true
    }
    let text = { (offset: Int) in
      lexemes.indices.contains(index + offset) ? lexemes[index + offset].text : ""
    }
    return (text(0) == "24" && text(1) == "/" && text(2) == "7")
      || (text(0) == "7" && text(-1) == "/" && text(-2) == "24")
  }

  /// The lexemes that are neither space nor sign of one, before and after a place.
  private func neighbours(_ index: Int, _ lexemes: [Lexeme]) -> (before: [String], after: [String])
  {
    func near(_ some: [Lexeme]) -> [String] {
      some.filter { $0.kind != .space }.prefix(3).map { $0.text.lowercased() }
    }
    return (
      near(lexemes[max(0, index - 6)..<index].reversed()),
      near(Array(lexemes[(index + 1)..<min(lexemes.count, index + 7)]))
    )
  }

  /// 12:30, klo 9–16, 9.00–15.30, 9 a.m., 1 h 30 min, Monday to Friday 9–16.
  private func isTime(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    let (before, after) = neighbours(index, lexemes)
    let units = ["h", "min", "tim", "noon", "midnight", "o", "am", "pm"]
    if let next = after.first, units.contains(next) { return true }
    if ["a", "p"].contains(after.first), after.dropFirst().first == "." { return true }
    let ownStart = clockStart(index, lexemes)
    if ownStart != index || isClock(index, lexemes) { return true }
    // What stands before the hours, or before a range of them.
    var start = ownStart
    if before.first.map({ ["–", "-"].contains($0) }) == true {
      var first = start - 1
      while first > 0, lexemes[first].kind != .digits { first -= 1 }
      start = clockStart(first, lexemes)
    }
    let lead = neighbours(start, lexemes).before
    if ["klo", "kl"].contains(lead.first ?? "") { return true }
    if lead.first == ".", ["kl", "klo"].contains(lead.dropFirst().first ?? "") { return true }
    let isRange = ["–", "-"].contains(after.first ?? "") || start != ownStart
    return isRange && lead.first.map { language.weekday(named: $0) != nil } == true
  }

  /// The hours and minutes of a time that is written with a point or colon.
  private func isClock(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    guard index + 2 < lexemes.count, [".", ":"].contains(lexemes[index + 1].text),
      let hour = lexemes[index].number, hour <= 24, lexemes[index + 2].text.count == 2,
      let minute = lexemes[index + 2].number, minute < 60
    else { return false }
    return lexemes[index + 1].text == ":" || minute.isMultiple(of: 15)
  }

  private func clockStart(_ index: Int, _ lexemes: [Lexeme]) -> Int {
    index >= 2 && isClock(index - 2, lexemes) ? index - 2 : index
  }

  /// Section 25, 4 luvun 38 §, 746/2011, 2011/36/EU.
  private func isLaw(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    let (before, after) = neighbours(index, lexemes)
    if after.first == "/", after.dropFirst().first?.count == 4 { return true }
    if before.first == "/", lexemes[index].text.count == 4 || before.dropFirst().first?.count == 4 {
      return true
    }
    if isSection(index, lexemes) { return true }
    let words = ["§", "luvun", "luku", "kapitel", "kap", "pykälä", "pykälän", "momentti", "mom"]
    return words.contains(after.first ?? "")
  }

  /// The 3 of *3 and 3 a §*, *sections 3 and 3 a*, *3–5 §*.
  private func isSection(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    let joins = ["ja", "och", "and", "–", "-", ",", "a", "b", "c", "d", "to", "or", "tai", "eller"]
    var next = index + 1
    while next < lexemes.count, next < index + 14 {
      let text = lexemes[next].text.lowercased()
      if text == "§" { return true }
      guard lexemes[next].kind == .space || lexemes[next].kind == .digits || joins.contains(text)
      else { break }
      next += 1
    }
    var before = index - 1
    while before >= 0, before > index - 14 {
      let text = lexemes[before].text.lowercased()
      if ["sections", "articles", "artiklat", "artiklarna", "paragraferna"].contains(text) {
        return true
      }
      guard
        lexemes[before].kind == .space || lexemes[before].kind == .digits || joins.contains(text)
      else { break }
      before -= 1
    }
    return false
  }

  /// The 3 of *Käenkuja 3 A*: a street stands before it.
  private func isHouse(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    guard index >= 2, lexemes[index - 1].kind == .space,
      lexemes[index - 2].text.first?.isUppercase == true
    else { return false }
    let streets = ["katu", "tie", "kuja", "polku", "gatan", "vägen", "gränden", "street", "road"]
    return streets.contains { lexemes[index - 2].text.lowercased().hasSuffix($0) }
  }

  /// Part 2, Room 12, PL 10, vaihe 3: a number that names a thing and counts nothing.
  private func isName(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    let before = neighbours(index, lexemes).before
    return Exemptions.named.contains(before.first ?? "")
      || (before.first == "."
        && ["nr", "nro", "no", "kap", "sid"].contains(before.dropFirst().first ?? ""))
  }

  private static let named: Set<String> = [
    "table", "figure", "appendix", "annex", "taulukko", "kuvio", "liite", "tabell", "figur",
    "bilaga",
    "part", "step", "room", "box", "page", "point", "level", "chapter", "section", "sections",
    "article", "module", "phase", "floor", "version", "no", "paragraph", "ios", "windows",
    "android",
    "osa", "kohta", "kohdassa", "vaihe", "sivu", "huone", "pl", "kerros", "moduuli", "numero",
    "nro",
    "artikla", "del", "punkt", "steg", "sida", "rum", "pb", "våning", "modul", "nummer", "nr",
    "artikel", "kapitel", "paragraf",
  ]

  /// The number of a house and the code of a town: *Opastinsilta 12 A, 00520 Helsinki*.
  private func isPostal(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    if isPostcode(index, lexemes) { return true }
    var next = index + 1
    var steps = 0
    while next < lexemes.count, steps < 5 {
      if lexemes[next].kind == .digits { return isPostcode(next, lexemes) }
      next += 1
      steps += 1
    }
    return false
  }

  private func isPostcode(_ index: Int, _ lexemes: [Lexeme]) -> Bool {
    guard lexemes[index].text.count == 5, index + 2 < lexemes.count,
      lexemes[index + 1].kind == .space, lexemes[index + 2].kind == .word
    else { return false }
    return lexemes[index + 2].text.first?.isUppercase == true
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
