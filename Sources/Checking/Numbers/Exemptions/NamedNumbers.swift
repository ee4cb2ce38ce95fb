import Localization

/// Numbers that name a thing and count nothing: laws, pages, parts, rooms, lines.
extension Exemptions {
  /// Section 25, 4 luvun 38 §, 746/2011, 2011/36/EU, R 21/1234.
  func isLaw(_ place: LexemePlace) -> Bool {
    let (before, after) = place.neighbours
    if after.first == "/", after.dropFirst().first?.count == 4 { return true }
    if before.first == "/", place.text(0).count == 4 || before.dropFirst().first?.count == 4 {
      return true
    }
    if isSection(place) { return true }
    let next = after.first ?? ""
    let whole = ["§", "mom", "kap", "kapitel", "kapitlet", "momentet", "punkten"]
    if whole.contains(next) { return true }
    // 11 artiklan 3 kohta; “3 kohtaa” counts.
    let stems = ["pykäl", "luku", "luvu", "momen", "kohta", "kohda", "artikla", "alakoh"]
    guard language == .fi, stems.contains(where: next.hasPrefix) else { return false }
    return !["a", "ä"].contains(next.suffix(1)) || ["kohta", "artikla", "pykälä"].contains(next)
      || next.hasSuffix("ssa") || next.hasSuffix("ssä") || next.hasSuffix("sta")
  }

  /// The 3 of *3 and 3 a §*, *sections 3 and 3 a*, *3–5 §*.
  private func isSection(_ place: LexemePlace) -> Bool {
    var next = place.index + 1
    while next < place.lexemes.count, next < place.index + 14 {
      let text = place.lexemes[next].text.lowercased()
      if text == "§" { return true }
      guard Exemptions.isJoin(place.lexemes[next]) else { break }
      next += 1
    }
    return false
  }

  /// Part 2, Room 12, PL 10, vaihe 3, bussit 550 ja 51, WCAG 2.1.
  ///
  /// *Outside the EU 4 women* counts them.
  func isNamed(_ place: LexemePlace) -> Bool {
    if countsPersons(place) { return false }
    var before = place.index - 1
    var isDirect = true
    var isOneOfMany = false
    while before >= 0, before > place.index - 14 {
      let lexeme = place.lexemes[before]
      if lexeme.kind == .word, !Exemptions.isJoin(lexeme) {
        return isName(place.at(before), directly: isDirect, ofMany: isOneOfMany)
      }
      // A stop that ends a sentence; nr. 3 is none.
      if lexeme.text == ".", place.lexemes[before + 1].kind == .space {
        return isDirect && before > 0
          && Exemptions.shortened.contains(place.lexemes[before - 1].text.lowercased())
      }
      guard Exemptions.isJoin(lexeme) else { return false }
      // The 1 of ISO 639-1 and of WCAG 2.1 goes on with the number before it.
      if lexeme.kind == .digits, !["-", "."].contains(place.lexemes[before + 1].text) {
        isDirect = false
      }
      if lexeme.kind == .word || lexeme.text == "," { isOneOfMany = true }
      before -= 1
    }
    return false
  }

  /// The next word is a word for several persons.
  private func countsPersons(_ place: LexemePlace) -> Bool {
    let next = place.index + 2
    guard next < place.lexemes.count, place.lexemes[next - 1].kind == .space,
      place.lexemes[next].kind == .word
    else { return false }
    return language.isSeveralPersons(place.lexemes[next].text)
  }

  private static let shortened: Set<String> = ["nr", "nro", "no", "kap", "sid", "art", "s", "p"]

  private static func isJoin(_ lexeme: Lexeme) -> Bool {
    let joins = [
      "ja", "och", "and", "to", "or", "tai", "eller", "–", "-", ",", "(", ")", ".", "/",
      "a", "b", "c", "d",
    ]
    return lexeme.kind == .space || lexeme.kind == .digits
      || joins.contains(lexeme.text.lowercased())
  }

  /// - `directly`: no other number stands between the name and the number.
  /// - `ofMany`: the number is one of several that the name bears: *sections 3 and 5*.
  private func isName(_ place: LexemePlace, directly: Bool, ofMany: Bool) -> Bool {
    let word = place.lexeme.text
    // WCAG 2.1, ISO 639-1, KKO 2018:10: letters alone name a standard, a court, a series.
    if directly, word.count >= 2, word.allSatisfy(\.isUppercase), place.kind(1) == .space {
      return true
    }
    // This phase 57 people: the word has its own determiner and no number.
    let small = word.lowercased()
    let before = place.neighbours.before.first ?? ""
    if Exemptions.determiners.contains(before) { return false }
    if ["the", "our", "their"].contains(before), Exemptions.common.contains(small) { return false }
    switch language {
    case .en: return Exemptions.english.contains(small) && (!ofMany || small.hasSuffix("s"))
    case .sv:
      return Exemptions.swedish.contains(small)
        && (!ofMany || small.hasSuffix("na") || ["kapitel", "buss", "linje"].contains(small))
    case .fi:
      let isPlural = small.hasSuffix("t") || small.hasSuffix("issa") || small.hasSuffix("ista")
      if Exemptions.finnishOnlyPlain.contains(small) { return !ofMany }
      return (!ofMany || isPlural)
        && Exemptions.finnish.contains { stem in
          small.hasPrefix(stem)
            && Exemptions.endings.contains(String(small.dropFirst(stem.count)))
        }
    }
  }

  private static let determiners: Set<String> = [
    "this", "that", "each", "every", "same", "which", "first", "second", "last", "final", "tässä",
    "siinä", "samassa", "joka", "jokaisessa", "ensimmäisessä", "tämä", "denna", "detta", "samma",
    "varje", "första", "en", "ett", "a", "one",
  ]

  private static let english: Set<String> = [
    "table", "figure", "appendix", "annex", "part", "step", "room", "box", "page", "pages", "point",
    "level", "chapter", "section", "sections", "article", "articles", "module", "phase", "floor",
    "version", "no", "paragraph", "paragraphs", "ios", "windows", "android", "bus", "buses",
    "lines", "line", "tram", "resolution", "target", "goal", "directive", "protocol", "convention",
    "tables", "figures", "gate", "platform", "question", "exercise", "volume", "issue", "form",
    "agenda", "horizon", "press", "option", "item", "items",
  ]
  /// Names that with *the* before them are mostly things: *on the line 412 calls came*.
  private static let common: Set<String> = [
    "line", "lines", "part", "point", "box", "floor", "form", "issue", "room", "level", "phase",
    "step", "target", "goal", "bus",
  ]
  private static let swedish: Set<String> = [
    "tabell", "figur", "bilaga", "del", "punkt", "punkterna", "steg", "sida", "sidan", "sidorna",
    "rum", "pb", "våning", "modul", "nummer", "nr", "artikel", "artiklarna", "kapitel", "paragraf",
    "paragraferna", "buss", "bussarna", "linje", "spårvagn", "resolution", "delmål", "mål",
    "direktiv", "protokoll", "tabellerna", "figurerna", "version", "fråga", "övning", "blankett",
    "fas", "nivå", "agenda", "horisont", "tryck",
  ]
  /// Before their endings.
  private static let finnish = [
    "taulukko", "tauluko", "kuvio", "liite", "liittee", "kohta", "kohda", "sivu", "pl", "artikla",
    "artikl", "bussi", "bussilinja", "raitiovaunu", "päätöslauselma", "tavoite", "tavoittee",
    "alatavoite", "alatavoittee", "direktiivi", "pöytäkirja", "versio", "kysymys", "kysymykse",
    "tehtävä", "lomake", "lomakkee", "luvu", "agenda", "horisontti", "paina", "valitse",
  ]
  /// In other cases these stand before counts: *vaiheessa 57 ihmistä*.
  private static let finnishOnlyPlain: Set<String> = [
    "osa", "osan", "vaihe", "vaiheen", "huone", "huoneen", "kerros", "kerroksen", "moduuli",
    "moduulin", "numero", "numeron", "nro", "taso", "tason",
  ]
  private static let endings: Set<String> = [
    "", "n", "t", "ssa", "ssä", "sta", "stä", "lla", "llä", "lle", "lta", "ltä", "on", "an", "un",
    "in", "nä", "na", "ja", "jen", "ien", "issa", "issä", "ista", "istä", "illa", "isiin", "illä",
  ]
}
