import Localization
import Statistics

/// Nouns that make a word beside them tell how many: those for persons and cases, and the names of the
/// categories that the edition counts.
struct CountedNouns: Sendable {
  let language: Language
  /// How words of the names of categories begin, in small letters.
  private let categories: [String]
  /// How words for people from a country begin, in small letters.
  private let nations: [String]
  /// How the names of countries begin, in small letters.
  private let countries: [String]
  /// The same of names of several words, word by word.
  private let longCountries: [[String]]

  /// Lists of more codes name countries or authorities.
  static let mostOfShortList = 15

  init(language: Language, edition: ProtectedEdition) {
    self.language = language
    let used = Set(edition.tables.flatMap(\.axes).compactMap { $0.dimension?.id })
    let dimensions = edition.declaration.dimensions.filter { used.contains($0.id) }
    let lists = dimensions.map { edition.declaration.codeList(of: $0).codes }
    // What the whole publication is about: forms of *exploitation*.
    let topics = dimensions.compactMap { $0.label[language.tag]?.lowercased() }
    let labels =
      lists
      // Names of countries and authorities stand in any sentence.
      .filter { $0.count <= CountedNouns.mostOfShortList }.joined()
      .filter { !$0.isMissing && !$0.isResidual }.compactMap { $0.labels[language.tag] }
    var stems: [String] = []
    for label in labels {
      for word in label.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
        let word = String(word)
        guard word.count >= 4, !language.isEmptyWord(word),
          !CountedNouns.everyday.contains(where: word.hasPrefix)
        else { continue }
        // *EU-maan kansalainen* is also called *EU-kansalainen*.
        let stem =
          word.firstIndex(of: "-").map { String(word[...$0]) } ?? language.stem(of: word)
        if !stems.contains(stem), !topics.contains(where: { $0.contains(stem) }) {
          stems.append(stem)
        }
      }
    }
    categories = stems
    let labelsOfCountries = lists.joined().filter { $0.attributes["alpha2"] != nil }
      .compactMap { $0.labels[language.tag]?.lowercased() }
    let names = labelsOfCountries.filter { $0.count >= 4 && $0.allSatisfy(\.isLetter) }
    nations = names.map(language.beginningOfPeople) + (names.isEmpty ? [] : language.otherNations)
    longCountries = labelsOfCountries.map { label in
      var words = label.split { !$0.isLetter }.map(String.init)
      if let last = words.popLast() { words.append(language.stemOfCountry(last)) }
      return words
    }.filter { $0.count > 1 }
    countries = names.filter { !CountedNouns.everyday.contains(where: $0.hasPrefix) }
      .map(language.stemOfCountry)
  }

  /// The edition's own country, and words that say nothing by themselves.
  static let everyday = [
    "finland", "finnish", "finsk", "suome", "outside", "utanför", "ulkopuol", "other", "right",
    "without", "under", "over", "eller", "annat", "ilman", "inte", "ingen", "till", "made",
  ]

  /// A word for persons or for what happened to them.
  func isPerson(_ word: String) -> Bool {
    word.first?.isUppercase == false && language.isPerson(word)
  }

  /// A word in the name of a category.
  func isCategory(_ word: String) -> Bool {
    let word = word.lowercased()
    return categories.contains(where: word.hasPrefix)
  }

  /// *Estonian*, *virolainen*, *rumän*, said of a person: a company may be Estonian too.
  func isFromNation(_ words: [String]) -> Bool {
    guard words.count > 1, language != .en || words[0].first?.isUppercase == true else {
      return false
    }
    let next = words[1].lowercased()
    let isOfFamily =
      ["and", "ja", "och"].contains(next) && words.count > 2
      && language.familyWords.contains(words[2].lowercased())
    return (isOfFamily || language.wordsAfterPerson.contains(next)) && isNation(words[0])
  }

  /// *Estonian* and nothing after it.
  func isNationAlone(_ words: [String]) -> Bool {
    guard words.count == 1, language != .en || words[0].first?.isUppercase == true else {
      return false
    }
    return isNation(words[0])
  }

  private func isNation(_ word: String) -> Bool {
    let word = word.lowercased()
    // Somebody English-speaking may be from anywhere.
    return !word.contains("-") && language.isOfPeople(word)
      && nations.contains(where: word.hasPrefix)
  }

  /// *From Kenya*, *från Kenya*, *Keniasta*.
  func isFromCountry(_ words: [String]) -> Bool {
    var words = words[...]
    if language != .fi {
      guard [language == .en ? "from" : "från"].contains(words.first?.lowercased()) else {
        return false
      }
      words = words.dropFirst()
    }
    if language == .en, words.first == "the" { words = words.dropFirst() }
    guard let name = words.first, name.first?.isUppercase == true else { return false }
    // *Etelä-Sudanista* is one word or three, as it is read.
    let parts = words.prefix(5).flatMap { $0.lowercased().split { !$0.isLetter } }
    return countries.contains { isFrom([$0], parts) }
      || longCountries.contains { isFrom($0, parts) }
  }

  private func isFrom(_ country: [String], _ words: [Substring]) -> Bool {
    guard let stem = country.last, words.count >= country.count else { return false }
    let last = words[country.count - 1]
    let isElative = ["sta", "stä", "lta", "ltä"].contains(where: last.hasSuffix)
    return (language != .fi || isElative) && last.hasPrefix(stem)
      && zip(country.dropLast(), words).allSatisfy { $0 == $1 }
  }

  func isCounted(_ word: String) -> Bool { isPerson(word) || isCategory(word) }
}

extension Language {
  fileprivate func stem(of word: String) -> String {
    switch self {
    case .en: word.hasSuffix("s") ? String(word.dropLast()) : word
    case .sv: String(word.prefix(max(5, min(7, word.count - 2))))
    case .fi: String(word.prefix(max(5, min(7, word.count - 2))))
    }
  }

  /// What the forms of the name of a country have in common.
  fileprivate func stemOfCountry(_ country: String) -> String {
    self == .fi ? String(country.prefix(max(4, country.count - 2))) : country
  }

  /// What words for those who come from a country have in common with its name.
  fileprivate func beginningOfPeople(from country: String) -> String {
    switch self {
    case .en: country.hasSuffix("a") ? String(country.dropLast()) : country
    case .fi: String(country.prefix(max(4, country.count - 2)))
    case .sv: String(country.prefix(max(4, country.count - 4)))
    }
  }

  /// The word ends as those do that stand for people from a country: an individual is none from India.
  func isOfPeople(_ word: String) -> Bool {
    switch self {
    case .en: true
    case .fi: word.contains("lai") || word.contains("läi")
    case .sv:
      ["än", "änen", "ier", "iern", "an", "anen", "are", "aren", "sk", "ska"]
        .contains(where: word.hasSuffix)
    }
  }

  /// *A few came*, *some clients*: the word goes on about persons.
  func tellsOfPerson(_ next: String) -> Bool { wordsAfterPerson.contains(next) || isPerson(next) }

  /// What goes on after a word that stands for a person, or names one after a word for the country.
  fileprivate var wordsAfterPerson: Set<String> {
    switch self {
    case .en:
      [
        "had", "has", "held", "was", "were", "is", "came", "lived", "got", "received", "left",
        "joined", "sought", "applied", "told", "who", "whose", "woman", "man", "girl", "boy",
        "client", "person",
      ]
    case .fi:
      [
        "oli", "on", "sai", "tuli", "asui", "joutui", "haki", "otettiin", "hyväksyttiin", "lähti",
        "pääsi", "jäi", "kertoi", "esitettiin", "ohjattiin", "joka", "jonka", "jolla", "nainen",
        "mies", "tyttö", "poika", "asiakas", "henkilö",
      ]
    case .sv:
      [
        "hade", "har", "höll", "var", "är", "kom", "bodde", "fick", "blev", "antogs", "togs",
        "intogs", "lämnade", "sökte", "berättade", "anvisades", "som", "vars", "kvinna", "man",
        "flicka", "pojke", "klient", "person",
      ]
    }
  }

  /// What somebody’s own begins with: *an Iraqi and his brother*.
  fileprivate var familyWords: Set<String> {
    switch self {
    case .en: ["his", "her", "their"]
    case .fi: ["hänen"]
    case .sv: ["hans", "hennes", "deras", "sin", "sitt", "sina"]
    }
  }

  /// A word for persons or for what happened to them, in small letters.
  func isPerson(_ word: String) -> Bool {
    personWords.contains(word) || personStems.contains(where: word.hasPrefix)
  }

  /// Those with which other words begin: *many*, *mention*, *mängd*.
  private var personWords: Set<String> {
    switch self {
    case .en: ["man", "men"]
    case .fi: []
    case .sv: ["man", "mannen", "män", "männen", "mäns"]
    }
  }

  /// How the others begin.
  private var personStems: [String] {
    switch self {
    case .en:
      [
        "person", "people", "client", "victim", "witness", "case", "child", "woman", "women",
        "girl", "boy", "minor", "adult", "referral", "decision", "applica", "famil",
      ]
    case .fi:
      [
        "henkilö", "ihmi", "asiakas", "asiakka", "uhri", "todistaj", "tapau", "lapsi", "lapse",
        "lasta", "naise", "naisi", "naista", "nainen", "miehe", "miehi", "miestä", "mies", "tyttö",
        "tytö", "poika", "poja", "nuor", "aikui", "esitys", "esityks", "päätö", "perhe",
      ]
    case .sv:
      [
        "person", "människ", "klient", "offer", "offre", "vittne", "fall", "barn", "kvinn",
        "flick", "pojk", "ungdom", "vux", "framställning", "beslut", "familj",
      ]
    }
  }
}
