import Localization

/// A word that tells how many without being a numeral that `TypedNumbers` reads: *a quartet*, *the only
/// client*, *half of the women*, ④.
struct CountWord: Sendable {
  /// In code points of the passage.
  let range: Range<Int>
  /// It tells a part or a multiple: a claim that numbers can bear out.
  let isShare: Bool
}

/// Finds what the reading of built files takes for a number, and prose does not write as one.
///
/// Groups, signs and numerals of other scripts are always found. Words that sentences need for other things
/// too (*one*, *both*, *half*, *fourth*) are found where they are said of what the edition counts.
struct CountWordScan: Sendable {
  let language: Language
  let exemptions: Exemptions

  /// - `taken`: what other checks read, in code points.
  func words(of passage: Passage, except taken: [Range<Int>]) -> [CountWord] {
    let text = Array(passage.text.utf8)
    let lexemes = passage.lexemes
    var words: [CountWord] = []
    for number in language.numbers(in: text) {
      let range = codePoints(number.range, of: text)
      guard !taken.contains(where: { $0.overlaps(range) }),
        let index = lexemes.lastIndex(where: { $0.range.lowerBound <= range.lowerBound })
      else { continue }
      let place = CountWordPlace(
        lexemes: lexemes, index: index, language: language, exemptions: exemptions)
      if let isShare = place.tells(number) {
        words.append(CountWord(range: range, isShare: isShare))
      }
    }
    for index in lexemes.indices where lexemes[index].kind == .word {
      let place = CountWordPlace(
        lexemes: lexemes, index: index, language: language, exemptions: exemptions)
      if let isShare = place.tellsWithoutNumber, words.last?.range != lexemes[index].range {
        words.append(CountWord(range: lexemes[index].range, isShare: isShare))
      }
    }
    return words.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func codePoints(_ bytes: Range<Int>, of text: [UInt8]) -> Range<Int> {
    let start = text[..<bytes.lowerBound].count { $0 & 0xC0 != 0x80 }
    return start..<(start + text[bytes].count { $0 & 0xC0 != 0x80 })
  }
}

/// A word that may tell how many, among those around it.
struct CountWordPlace {
  let lexemes: [Lexeme]
  let index: Int
  let language: Language
  let exemptions: Exemptions

  var nouns: CountedNouns { exemptions.nouns }
  var word: String { lexemes[index].text.lowercased() }

  /// Words before it, the nearest first, and after it, up to a mark, a number or a citation.
  ///
  /// *EU-citizen* is one word.
  private func words(_ step: Int, from start: Int) -> [String] {
    var words: [String] = []
    var place = start + step
    var isJoined = false
    while lexemes.indices.contains(place), words.count < 5 {
      let text = lexemes[place].text
      switch lexemes[place].kind {
      case .word:
        if isJoined, let last = words.popLast() {
          words.append(step > 0 ? "\(last)-\(text)" : "\(text)-\(last)")
        } else {
          words.append(text)
        }
      case .space: break
      case .sign where text == "-": break
      default: return words
      }
      isJoined = text == "-" && !words.isEmpty
      place += step
    }
    return words
  }

  var before: [String] { words(-1, from: index).map { $0.lowercased() } }
  var after: [String] { words(1, from: index) }

  /// True of a share, false of a number, nil of what counts nothing.
  func tells(_ number: WrittenNumber) -> Bool? {
    switch number.style {
    case .sign: return isSignOfNumber(number) ? false : nil
    case .disguised: return false
    case .roman: return isRomanCount(number) ? false : nil
    case .foreign: return isBesideNoun ? false : nil
    case .plain:
      guard number.value == 1, lexemes[index].kind == .word else { return nil }
      if language == .en, before.first == "no" { return isNobody ? false : nil }
      return isFew || isOneOfNation(after) && !isDenied ? false : nil
    case .quantity(.group): return false
    case .quantity(.part): return isShare ? true : nil
    case .quantity(.multiple): return isShare ? true : nil
    case .quantity(.ordinal): return isOrdinalOfPerson ? false : nil
    case .quantity(.few):
      if language.nobodyWords.contains(word) { return isNobody ? false : nil }
      if ["twins", "tvilling"].contains(where: word.hasPrefix) { return isDenied ? nil : false }
      if language.roughWords.contains(where: word.hasPrefix) {
        // A married couple is none of several.
        let isSome = language == .fi || ["a", "ett", "en"].contains(before.first)
        let isOfGroup =
          after.prefix(4).contains(where: nouns.isCategory) || nouns.isFromCountry(after)
        return isFew || isSome && isOfGroup ? false : nil
      }
      return language.timesWords.contains(word) || isOfMany ? nil : isFew ? false : nil
    }
  }

  /// ④ and ٤; not the 2 of CO₂ and m², and not the signs of Markdown and of lists.
  private func isSignOfNumber(_ number: WrittenNumber) -> Bool {
    guard let sign = number.reading.unicodeScalars.first, !sign.isASCII, sign != Passage.mark
    else { return false }
    let isRaised =
      sign.properties.numericType == .digit && !("0"..."9").contains(sign)
      && (0x2070...0x2089).contains(sign.value) || [0xB2, 0xB3, 0xB9].contains(sign.value)
    return !(isRaised && index > 0 && lexemes[index - 1].kind == .word)
  }

  /// *Visa holders: IV*, *IV held a visa*; not *Annex IV* and *Charles XII*.
  private func isRomanCount(_ number: WrittenNumber) -> Bool {
    let letters = number.reading.uppercased()
    guard letters.allSatisfy({ "IVX".contains($0) }),
      !exemptions.isNamed(LexemePlace(lexemes: lexemes, index: index))
    else { return false }
    if number.value != nil, romanValue(of: number.reading.utf8) == nil { return true }
    if isBesideNoun { return true }
    let sign = lexemes[..<index].last { $0.kind != .space }
    if [":", "="].contains(sign?.text) { return letters.count > 1 || isAfterCategory }
    guard letters.count > 1 else { return false }
    return before.prefix(2).contains(where: nouns.isCounted)
      || after.prefix(4).contains(where: nouns.isCounted)
  }

  /// *Visas: V*.
  private var isAfterCategory: Bool {
    lexemes[..<index].suffix(4).contains { $0.kind == .word && nouns.isCategory($0.text) }
  }

  /// The next word, or the one behind an adjective, is what is counted.
  var isBesideNoun: Bool {
    let words = after
    guard let first = words.first else { return false }
    if nouns.isCounted(first) || nouns.isFromNation(words) { return true }
    return words.count > 1 && language.personAdjectives.contains(first.lowercased())
      && nouns.isCounted(words[1])
  }

  /// *Of them*, *of the women*, *av dem*, *heistä*.
  var isOfThem: Bool {
    let words = after.map { $0.lowercased() }
    switch language {
    case .fi: return ["heistä", "niistä"].contains(words.first)
    case .en, .sv:
      guard words.first == (language == .en ? "of" : "av"), words.count > 1 else { return false }
      if ["them", "whom", "dem"].contains(words[1]) {
        return !["who", "som"].contains(words.dropFirst(2).first)
      }
      return words.dropFirst().prefix(3).contains(where: nouns.isCounted)
    }
  }

  private var isFew: Bool {
    let pairs = ["both", "båda", "bägge"].contains(word)
    // *Both with a visa*.
    let isBeside =
      isBesideNoun
      || pairs && ["with", "med"].contains(after.first)
        && after.prefix(4).contains(where: nouns.isCategory)
    guard !isDenied, isBeside || isOfThem else { return false }
    // Both women and men are no two women.
    return !(pairs && after.prefix(4).contains { ["and", "och"].contains($0.lowercased()) })
      && !["yhdessä", "yhtenä"].contains(word)
  }

  /// *Single cases*, *yksittäisiä tapauksia*: a few here and there.
  private var isOfMany: Bool {
    switch language {
    case .en: word == "single" && after.first?.hasSuffix("s") == true
    case .fi: ["yksittäisiä", "yksittäiset", "yksittäisten", "yksittäisille"].contains(word)
    case .sv: word == "enstaka"
    }
  }

  /// *Not the only*, *without a single*, *each one*, *more than one*.
  var isDenied: Bool {
    before.prefix(2).contains { language.denyingWords.contains($0) }
  }

  /// *Nobody held a visa*; *nobody should* says what ought to be, and *nobody is turned away* of whom nothing
  /// is counted.
  private var isNobody: Bool {
    let words = after.prefix(4).map { $0.lowercased() }
    return words.contains(where: nouns.isCategory)
      && !words.contains(where: language.modalWords.contains)
  }

  /// *Half of the women*, *a third held a visa*, *twice as many clients*; not *the first half of the year*.
  private var isShare: Bool {
    let lead = [
      "first", "second", "latter", "last", "första", "andra", "senare", "ensimmäi", "toise",
    ]
    if let word = before.first, lead.contains(where: word.hasPrefix) { return false }
    return after.prefix(4).contains(where: nouns.isCounted) || isOfThem
  }

  /// *The fourth visa holder*; third persons and third countries are no third of their kind.
  private var isOrdinalOfPerson: Bool {
    guard isBesideNoun, let next = after.first?.lowercased() else {
      // *A third held a visa* tells a part.
      return language == .en && before.first == "a"
        && after.prefix(4).contains(where: nouns.isCategory)
    }
    let isThird = ["third", "tredje"].contains(word) || word.hasPrefix("kolma")
    return !(isThird && ["person", "henkilö"].contains(where: next.hasPrefix))
  }
}

extension Language {
  fileprivate var nobodyWords: Set<String> {
    switch self {
    case .en: ["nobody", "none", "neither"]
    case .fi:
      [
        "kukaan", "ketään", "kenenkään", "kenelläkään", "kenellekään", "kumpikaan", "kumpaakaan",
        "kummankaan", "kummallakaan", "yksikään", "yhdenkään", "yhtäkään", "yhdelläkään",
        "yhdellekään", "yhdeltäkään",
      ]
    case .sv: ["ingen", "ingendera"]
    }
  }

  /// Words for not many, as they begin.
  fileprivate var roughWords: [String] {
    switch self {
    case .en: ["couple", "pair", "handful", "score"]
    case .fi: ["pari", "kouralli"]
    case .sv: ["par", "handfull"]
    }
  }

  /// Words that say how many times.
  fileprivate var timesWords: Set<String> {
    ["once", "singly", "kerran", "kahdesti", "engång", "noll", "ainoastaan"]
  }

  fileprivate var denyingWords: Set<String> {
    switch self {
    case .en: ["not", "without", "every", "each", "than", "any", "which", "another"]
    case .fi: ["ei", "eivät", "eikä", "kuin", "joka"]
    case .sv: ["inte", "utan", "varje", "än"]
    }
  }

  var modalWords: Set<String> {
    switch self {
    case .en: ["should", "may", "must", "can", "could", "would", "will", "shall", "ought", "need"]
    case .fi: ["saa", "saisi", "pidä", "pitäisi", "voi", "voisi", "tule", "joudu", "tarvitse"]
    case .sv: ["får", "ska", "skall", "bör", "borde", "måste", "kan", "skulle", "behöver"]
    }
  }

  /// Words that stand between a number and the persons it counts.
  fileprivate var personAdjectives: Set<String> {
    switch self {
    case .en: ["new", "young", "adult", "minor", "male", "female", "foreign", "unaccompanied"]
    case .fi: ["uusi", "uuden", "uutta", "nuori", "nuoren", "nuorta", "alaikäinen", "alaikäisen"]
    case .sv: ["ny", "nya", "nye", "ung", "unga", "unge", "vuxen", "vuxna", "minderårig"]
    }
  }
}
