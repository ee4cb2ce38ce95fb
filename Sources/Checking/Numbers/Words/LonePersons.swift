import Localization

/// What tells of one person or two, of nobody or of all, without a word for a number: *a woman from Kenya*,
/// *a man and a woman*, *the other visa holder*, *no man*, *all were women*.
extension CountWordPlace {
  /// True of a share, false of a number, nil of what counts nothing.
  ///
  /// The reading of built files leaves such words alone, as most of them count nothing.
  var tellsWithoutNumber: Bool? {
    if language.allWords.contains(word) { return isSaidOfAll ? true : nil }
    let isOne =
      switch language {
      case .en: isOneInEnglish
      case .fi: isOneInFinnish
      case .sv: isOneInSwedish
      }
    return isOne && !isDenied ? false : nil
  }

  private var isOneInEnglish: Bool {
    switch word {
    case "one": isSaidToBe || isLeftOut || before.first == "the" && isOneOfNation(after)
    // *The only client* is said of one.
    case "only":
      ["the", "an", "whose"].contains(before.first) && isBesideNoun
        || before.first == "the" && isOneOfNation(after)
    case "a", "an": isOneOfNation(after)
    // *The Kenyan woman left*; the woman from Kenya has been told of before.
    case "the", "our": isOneOfNation(after) && language.tellsOfPast(after)
    case "from": isBroughtByCountry
    case "no": before.first != "in" && isSaidOfNobody
    case "lone", "sole", "single": isOneOfNation(after)
    case "other": before.first == "the" && isSingleOfCategory(after)
    case "second": ["a", "the"].contains(before.first) && isSingleOfCategory(after)
    case "either":
      after.first == "of" && after.contains(where: nouns.isCategory) && !isGeneral
    case "and": isPair
    default: false
    }
  }

  /// Swedish *en* and *ett* are articles but in *en av dem*.
  private var isOneInSwedish: Bool {
    switch word {
    case "en", "ett":
      isOfThem || isOneOfNation(after) || isBroughtByCountry || isSaidToBe || isLeftOut
    case "från": isBroughtByCountry
    case "enda": before.first == "den" && isOneOfNation(after)
    case "inga", "inget": before.first != "i" && isSaidOfNobody
    case "andra": before.first == "den" && isSingleOfCategory(after)
    case "och": isPair
    default: false
    }
  }

  /// Finnish has no article: *kenialainen nainen*, *nainen Keniasta* are one.
  private var isOneInFinnish: Bool {
    if word == "ja" { return isPair }
    if word == "yksi" { return isSaidToBe }
    if word == "yhtä" { return isLeftOut }
    if word == "toinen" {
      // *Kansalaisista* and not *viisumista*: of several.
      let plurals = ["isista", "isistä", "eista", "eistä", "oista", "öistä"]
      return after.first.map { word in
        nouns.isCategory(word) && plurals.contains(where: word.hasSuffix)
      } ?? false
    }
    guard !isGeneral else { return false }
    let isSaidOfAnybody = ["on", "joka", "jonka", "jolla"].contains(after.first)
    // Virolainen and Ruotsalainen are surnames too.
    let isName = lexemes[index].text.first?.isUppercase == true && !before.isEmpty
    if !isSaidOfAnybody, !isName, ["lainen", "läinen"].contains(where: word.hasSuffix),
      nouns.isFromNation([word] + after)
    {
      return true
    }
    return language.isOnePerson(word) && nouns.isFromCountry(after) || isBroughtByCountry
  }

  /// *From Kenya came a woman*, *från Kenya kom en kvinna*, *Keniasta tullut nainen*: the country stands before
  /// the person.
  private var isBroughtByCountry: Bool {
    let isNamed =
      ["en", "ett"].contains(word)
      ? nouns.isFromCountry(after) : nouns.isFromCountry([lexemes[index].text] + after)
    guard isNamed, !isGeneral else { return false }
    let words = after.map { $0.lowercased() }
    guard let coming = words.firstIndex(where: language.wordsOfComing.contains) else {
      return false
    }
    guard let next = words[coming...].first(where: { !language.wordsOfComing.contains($0) }) else {
      // *From Kenya came one.*
      return ["one", "yksi", "en"].contains(words.last)
    }
    return language.isOnePerson(next)
  }

  /// *Of the witnesses, one was a man*, *todistajista yksi oli mies*, *av vittnena var en man*; not *every one
  /// was a child once* and *han var en man*.
  private var isSaidToBe: Bool {
    guard !isGeneral else { return false }
    func isSomebody(_ words: some Collection<String>) -> Bool {
      words.first.map { language.isOnePerson($0.lowercased()) } ?? false
        || nouns.isFromNation(Array(words)) || nouns.isFromCountry(Array(words))
    }
    let rest = after.dropFirst()
    switch language {
    case .en:
      let isArticle = ["a", "an"].contains(rest.first)
      return after.first == "was" && !["every", "each", "no", "any", "this"].contains(before.first)
        && isSomebody(isArticle ? rest.dropFirst() : rest)
    case .fi: return after.first == "oli" && isSomebody(rest)
    case .sv:
      if after.first == "var" { return isSomebody(rest) }
      return before.first == "var" && before.contains("av") && isSomebody(after)
    }
  }

  /// *All but one were women*, *yhtä lukuun ottamatta*, *alla utom en*.
  private var isLeftOut: Bool {
    let isLeft =
      switch language {
      case .en: [["but", "all"], ["for", "except"]].contains(Array(before.prefix(2)))
      case .fi: after.first == "lukuun" && after.dropFirst().first == "ottamatta"
      case .sv: before.first == "utom"
      }
    return isLeft
      && (after.isEmpty || after.contains(where: nouns.isPerson)
        || after.contains(where: nouns.isCategory))
  }

  /// *No man held a visa*; *no child is left alone* says what ought to be.
  private var isSaidOfNobody: Bool {
    nouns.isPerson(after.first ?? "") && !isGeneral
      && after.dropFirst().contains(where: nouns.isCategory)
      && language.tellsOfPast(after.map { $0.lowercased() })
  }

  /// *Kenyan held*, *woman from Kenya*, *one from Kenya*.
  func isOneOfNation(_ words: [String]) -> Bool {
    guard !isGeneral else { return false }
    if nouns.isFromNation(words) || nouns.isNationAlone(words) && isSingledOut { return true }
    if nouns.isFromCountry(words) && word == "one" { return true }
    return language != .fi && words.first.map { language.isOnePerson($0.lowercased()) } ?? false
      && nouns.isFromCountry(Array(words.dropFirst()))
  }

  /// *The only Kenyan* ends a sentence too; *a Kenyan* may be anything there.
  private var isSingledOut: Bool {
    ["only", "one", "lone", "sole", "single", "enda"].contains(word)
  }

  /// *A woman from Kenya may …* is said of anybody.
  private var isGeneral: Bool {
    after.prefix(5).contains { language.modalWords.contains($0.lowercased()) }
  }

  /// *The EU citizens were a man and a woman*; that a man and a woman have the same rights counts nobody, and
  /// trainers are none of whom the edition counts.
  private var isPair: Bool {
    let (before, after) = (before, after.map { $0.lowercased() })
    let articles = ["a", "an", "en", "ett"]
    let hasArticles = language != .fi
    guard before.count > (hasArticles ? 2 : 1), language.isOnePerson(before[0]),
      !hasArticles || articles.contains(before[1]),
      ["were", "was", "var", "olivat", "oli"].contains(before[hasArticles ? 2 : 1]),
      before.dropFirst(hasArticles ? 3 : 2).contains(where: nouns.isCounted)
    else { return false }
    let other = hasArticles ? after.dropFirst().first : after.first
    return (!hasArticles || articles.contains(after.first ?? ""))
      && language.isOnePerson(other ?? "")
  }

  /// *Visa holder* and not *visa holders*.
  private func isSingleOfCategory(_ words: [String]) -> Bool {
    // *EU citizen*: the name may begin with a short word. *Forced labour cases* are several.
    let isShort = (words.first?.count ?? 0) < 4
    let name = words.dropFirst(isShort ? 1 : 0).prefix { nouns.isCounted($0) }
    guard name.contains(where: nouns.isCategory), let noun = name.last else { return false }
    return language == .en
      ? !noun.hasSuffix("s") : ["en", "et", "aren"].contains(where: noun.hasSuffix)
  }

  /// *All visa holders were women*; *all EU citizens may stay* is said of a right, and *all legal advice was
  /// given online* of no persons.
  private var isSaidOfAll: Bool {
    let words = after.map { $0.lowercased() }
    guard let verb = words.firstIndex(where: { language.tellsOfPast([$0]) }), !isGeneral else {
      return false
    }
    return words[..<verb].prefix(3).contains(where: nouns.isCategory)
      && words[verb...].contains(where: nouns.isPerson)
  }
}

extension Language {
  fileprivate var allWords: Set<String> { LoneWords.all[self] ?? [] }

  /// What somebody was, had or did, rather than may or has to.
  func tellsOfPast(_ words: some Sequence<String>) -> Bool {
    let verbs = LoneWords.pastVerbs[self] ?? []
    return words.contains(where: verbs.contains)
  }

  /// What stands between a country and somebody from there.
  fileprivate var wordsOfComing: Set<String> { LoneWords.coming[self] ?? [] }

  /// *Woman*, *asiakas*, *klient*.
  func isOnePerson(_ word: String) -> Bool { LoneWords.singlePersons[self]?.contains(word) == true }

  /// *Women*, *asiakasta*, *klienter*, as they stand after a number.
  func isSeveralPersons(_ word: String) -> Bool {
    LoneWords.manyPersons[self]?.contains(word) == true
  }
}

/// Made once, since every word of every text is looked up in them.
private enum LoneWords {
  static let all: [Language: Set<String>] = [
    .en: ["all", "every"], .fi: ["kaikki", "jokainen", "jokaisella", "kaikilla"],
    .sv: ["alla", "varje", "samtliga"],
  ]

  static let pastVerbs: [Language: Set<String>] = [
    .en: ["were", "was", "had", "came", "held", "got", "received", "lived", "left"],
    .fi: [
      "oli", "olivat", "tuli", "tulivat", "sai", "saivat", "asui", "asuivat", "lähti", "lähtivät",
      "otettiin", "hyväksyttiin", "esitettiin",
    ],
    .sv: [
      "var", "hade", "kom", "höll", "fick", "bodde", "lämnade", "togs", "antogs", "intogs",
    ],
  ]

  static let coming: [Language: Set<String>] = [
    .en: ["came", "arrived", "was", "a", "an", "one"],
    .fi: ["tuli", "saapui", "oli", "tullut", "saapunut", "kotoisin", "lähtöisin", "oleva", "yksi"],
    .sv: ["kom", "anlände", "var", "kommen", "en", "ett"],
  ]

  static let manyPersons: [Language: Set<String>] = [
    .en: [
      "men", "women", "girls", "boys", "children", "people", "persons", "clients", "victims",
      "minors", "adults",
    ],
    .fi: [
      "miestä", "naista", "tyttöä", "poikaa", "lasta", "ihmistä", "henkilöä", "asiakasta", "uhria",
      "alaikäistä", "aikuista",
    ],
    .sv: [
      "män", "kvinnor", "flickor", "pojkar", "barn", "människor", "personer", "klienter", "offer",
      "minderåriga", "vuxna",
    ],
  ]

  static let singlePersons: [Language: Set<String>] = [
    .en: ["man", "woman", "girl", "boy", "child", "person", "client", "victim", "minor"],
    .fi: ["mies", "nainen", "tyttö", "poika", "lapsi", "henkilö", "asiakas", "uhri"],
    .sv: ["man", "kvinna", "flicka", "pojke", "barn", "person", "klient"],
  ]
}
