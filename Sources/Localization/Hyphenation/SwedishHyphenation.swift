/// Swedish compounds are broken between their parts, and within a long part so that one consonant goes
/// over to the next line.
///
/// Source: Språkrådet, Svenska skrivregler, Avstavning.
func swedishBreaks(in letters: [UInt32]) -> [Int] {
  let seams = swedishSeams(in: letters)
  var breaks = seams
  for (start, end) in zip([0] + seams, seams + [letters.count])
  where end - start >= 9 && !swedishFirstParts.isPart(letters[start..<end]) {
    for index in (start + 1)..<(end - 1)
    where isSwedishBreak(letters, at: index, from: start)
      && index - start >= Hyphenation.kept && end - index >= Hyphenation.kept
    {
      breaks.append(index)
    }
  }
  return Set(breaks).sorted()
}

/// Seams after a known first part, the longest that fits, and before a known second one.
func swedishSeams(in letters: [UInt32]) -> [Int] {
  var seams: Set<Int> = []
  if let first = swedishFirstParts.longest(in: letters, at: 0), letters.count - first >= 4 {
    seams.insert(first)
  }
  for index in letters.indices where index >= Hyphenation.kept && letters.count - index >= 4 {
    // The linking s belongs to the part before: “tvångs-äktenskap”.
    if swedishSecondParts.longest(in: letters, at: index) != nil,
      letters[..<index].contains(where: isSwedishVowel)
    {
      seams.insert(index)
    }
  }
  var kept: [Int] = []
  for seam in seams.sorted() where seam - (kept.last ?? 0) >= 3 { kept.append(seam) }
  return kept
}

/// Between two consonants or before one, with vowels on both sides.
///
/// Three consonants, sounds that are written with two letters, and an s that may link two parts are left
/// alone: a break that is missing harms nobody.
private func isSwedishBreak(_ letters: [UInt32], at index: Int, from start: Int) -> Bool {
  guard !isSwedishVowel(letters[index]), isSwedishVowel(letters[index + 1]),
    letters[index] != swedishX, index - 1 >= start
  else { return false }
  let before = letters[index - 1]
  if isSwedishVowel(before) { return true }
  guard index - 2 >= start, isSwedishVowel(letters[index - 2]) else { return false }
  if before == letters[index] { return true }
  let isTogether =
    swedishOnsets.isPart(letters[(index - 1)...index])
    || swedishSounds.isPart(letters[(index - 1)...index])
  return !isTogether && letters[index] != swedishS
}

private func isSwedishVowel(_ letter: UInt32) -> Bool { swedishVowels.contains(letter) }

private let swedishVowels = letterSet("aeiouyåäöé")
private let swedishS = Unicode.Scalar("s").value
private let swedishX = Unicode.Scalar("x").value

/// Two consonants that can begin a syllable: “be-skriva”, “pro-gram”.
private let swedishOnsets = WordParts([
  "bl", "br", "bj", "dr", "dv", "fl", "fr", "fj", "gl", "gr", "gn", "kl", "kr", "kn", "kv", "pl",
  "pr", "sk", "sl", "sm", "sn", "sv", "tr", "tv", "vr",
])

/// One sound in two letters, or two that do not part.
private let swedishSounds = WordParts(["ng", "ck", "ch", "sh", "ph", "st", "sp", "th"])

private let swedishFirstParts = WordParts([
  "anställnings", "antagnings", "arbets", "asyl", "auktoriserings", "avtals", "ansvars", "barn",
  "bakgrunds",
  "besluts",
  "bostads", "brotts", "diskriminerings", "familje", "flykting", "företags", "framställnings",
  "förmedlings",
  "första", "förvaltnings", "gransknings", "gärnings", "halvårs", "hjälp", "högskole", "hälso",
  "inrikes",
  "justitie",
  "karriär", "kontakt", "kostnads", "kvinno", "likabehandlings", "medborgar", "migrations",
  "månads", "människo",
  "mottagnings", "myndighets", "nätverks", "offer", "polis", "pass", "person", "personal",
  "projekt", "referens", "rese",
  "restaurang", "rätts", "samhälls", "samarbets", "sekretess", "sexual", "social", "special",
  "språk",
  "statistik", "städ", "sysselsättnings", "telefon", "tids", "trafik", "tvångs", "under",
  "uppehålls", "utbildnings", "utlännings", "utrikes", "verksamhets", "vardags", "vård", "yrkes",
  "åklagar",
  "ålders", "års",
  "äktenskaps", "över", "fram", "till", "mot", "upp",
])

private let swedishSecondParts = WordParts([
  "advokat", "ansvar", "arbetar", "arbete", "arbetsgivar", "avdelning", "avtal", "bakgrund",
  "beslut",
  "bildning", "bransch", "brott", "byrå", "central", "centrum", "chef", "coach", "domstol",
  "enhet", "europeisk", "familj", "framställ", "förening", "förlägg", "förmedl", "förvalt",
  "grupp", "handel", "handled", "handlägg", "hjälp", "högskol", "jouren", "jourer", "journalist",
  "klient", "kompetens",
  "konferens", "kontor", "kunskap", "ledare", "ledning", "leverantör", "livet", "marknad",
  "medborgar", "metod", "mottag", "myndighet", "nummer", "näring", "nätverk", "offer", "område",
  "organisation", "partner", "period", "personal", "plats", "politik", "praktik", "process",
  "program",
  "projekt", "rapport", "register", "relater", "rådgiv", "rättegång", "rättighet", "samarbet",
  "samhäll", "samtal", "sektor", "situation", "skola", "skydd", "språk", "statistik", "status",
  "ställning", "ställt", "stöd", "system", "sökande", "säkerhet", "telefon", "tillstånd", "tjänst",
  "tolkning", "undersök", "uppgift", "utbildning", "utnyttj", "utredn", "verket", "verksam",
  "verksamhet", "version", "våld", "vägled", "yrke", "ålder", "åtgärd", "ärende", "äktenskap",
  "översikt",
])
