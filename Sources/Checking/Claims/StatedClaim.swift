import Localization

/// A claim that words make, and where.
struct WordedClaim {
  let words: String
  /// In code points of the text.
  let offset: Int
  let claim: StatedClaim
  /// Where the word for *than* stands, in code points of the text.
  let than: Int?
}

/// The first claim of a text that is no turn of speech.
func statedClaim(in text: LoweredText, _ language: Language) -> WordedClaim? {
  for (words, claim) in language.claimWords {
    for offset in text.offsets(of: words) where !isCompound(words, at: offset, text) {
      let next = text.word(from: offset + words.unicodeScalars.count)
      if !language.isIdiom(words, after: text.word(before: offset), then: next) {
        return WordedClaim(words: words, offset: offset, claim: claim, than: nil)
      }
    }
  }
  let compared = language.comparisons
  for (list, claim) in [(compared.more, StatedClaim.more), (compared.fewer, .fewer)] {
    for words in list {
      for offset in text.offsets(of: words, isWhole: true) {
        let end = offset + words.unicodeScalars.count
        let denials = ["no", "nothing", "none", "ei", "eikä", "inte", "varken"]
        guard !denials.contains(text.word(before: offset)), isComparison(text, from: end, language)
        else { continue }
        let than = text.offsets(of: compared.than, isWhole: true).first { $0 >= end }
        return WordedClaim(words: words, offset: offset, claim: claim, than: than)
      }
    }
  }
  let moved = language.movements
  for (list, claim) in [(moved.more, StatedClaim.more), (moved.fewer, .fewer)] {
    for words in list {
      for offset in text.offsets(of: words, isWhole: true)
      where isOfCounted(text, offset..<(offset + words.unicodeScalars.count), language) {
        return WordedClaim(words: words, offset: offset, claim: claim, than: nil)
      }
    }
  }
  return equality(in: text, language)
}

/// Words that tell a little of a number, if it is one that nobody may know.
func hints(in text: LoweredText, _ language: Language) -> [WordedClaim] {
  language.hints.flatMap { list, claim in
    list.flatMap { words in
      text.offsets(of: words, isWhole: true).map {
        WordedClaim(words: words, offset: $0, claim: claim, than: nil)
      }
    }
  }
}

/// *As many held a visa as came with a permit*; not *as many as possible* and *as many as they need*.
private func equality(in text: LoweredText, _ language: Language) -> WordedClaim? {
  let equal = language.equalities
  for words in equal.words {
    for offset in text.offsets(of: words, isWhole: true) {
      let end = offset + words.unicodeScalars.count
      let rest = text.words(from: end, count: 7)
      // English says “as many as thirty” of a number that is large.
      guard let than = rest.firstIndex(of: equal.than), than > 0 || language != .en,
        than + 1 < rest.count, !equal.idle.contains(rest[than + 1])
      else { continue }
      return WordedClaim(words: words, offset: offset, claim: .equal, than: nil)
    }
  }
  return nil
}

/// True of a verb of growing beside what can grow in number: *the number of referrals rose*.
///
/// *Clients whose confidence rose* are not what grew.
private func isOfCounted(_ text: LoweredText, _ verb: Range<Int>, _ language: Language) -> Bool {
  func isCounted(_ word: String) -> Bool {
    language.countedThings.contains {
      $0.hasSuffix(" ") ? $0.dropLast() == word : word.hasPrefix($0)
    }
  }
  let others: Set<String> = ["whose", "who", "that", "joiden", "jonka", "jotka", "vars", "som"]
  let before = text.words(before: verb.lowerBound, count: 7)
  if before.prefix(while: { !others.contains($0) }).contains(where: isCounted) { return true }
  return isCounted(text.word(from: verb.upperBound))
}

/// True of *enemmistökieli* and *majoritetsspråk*, in which the word only begins another.
private func isCompound(_ words: String, at offset: Int, _ text: LoweredText) -> Bool {
  guard ["enemmistö", "majoritet", "valtaosa"].contains(words) else { return false }
  let rest = text.word(from: offset).dropFirst(words.count)
  let endings = [
    "", "n", "ä", "a", "nä", "ssä", "stä", "llä", "ltä", "lle", "ksi", "lla", "lta", "ssa", "sta",
    "en", "ens",
  ]
  return !endings.contains(String(rest))
}

/// Whether *more* at a place compares numbers: more than three is a limit, more than that a turn of speech.
private func isComparison(_ text: LoweredText, from end: Int, _ language: Language) -> Bool {
  let rest = text.words(from: end, count: 7)
  guard let than = rest.firstIndex(of: language.comparisons.than) else { return false }
  let next = than + 1 < rest.count ? rest[than + 1] : ""
  if language.idleComparisons.contains(next) { return isTime(rest.dropFirst(than + 1)) }
  if than > 0 { return true }
  return isTime(rest.dropFirst(than + 1)) || isGroup(next, language)
}

/// *Than in January*, *kuin viime vuonna*, *än förra året*.
private func isTime(_ words: ArraySlice<String>) -> Bool {
  let times = [
    "in", "last", "the", "viime", "vuonna", "edellis", "vuode", "vuotta", "i", "under", "förra",
    "året",
    "tammi", "heinä", "before", "earlier", "ennen", "aiemmin", "aikaisemmin", "tidigare", "förut",
  ]
  guard let first = words.first else { return false }
  if first == "a" { return ["year", "half"].contains(words.dropFirst().first ?? "") }
  return times.contains { first == $0 || ($0.count > 3 && first.hasPrefix($0)) }
}

/// *Kuin miehiä*, *än männen*: people follow at once.
private func isGroup(_ word: String, _ language: Language) -> Bool {
  switch language {
  case .en: false
  case .fi: ["ia", "iä", "ja", "jä", "vat", "vät"].contains { word.hasSuffix($0) }
  case .sv: ["na", "nen", "rna", "er", "or", "ar", "män"].contains { word.hasSuffix($0) }
  }
}
