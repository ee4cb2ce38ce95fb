/// Finnish words are broken between syllables: before each consonant that a vowel follows.
///
/// Where a part of a compound begins with a vowel or with two consonants, the seam takes the place of
/// the breaks next to it: *rikos-uhri*, not *riko-suhri*. Source: Kielitoimiston ohjepankki, Tavutus.
func finnishBreaks(in letters: [UInt32]) -> [Int] {
  let seams = finnishSeams(in: letters)
  var breaks = seams
  for index in letters.indices.dropFirst().dropLast() {
    guard !isFinnishVowel(letters[index]), isFinnishVowel(letters[index + 1]),
      letters[..<index].contains(where: isFinnishVowel)
    else { continue }
    if !seams.contains(where: { abs($0 - index) <= 2 }) { breaks.append(index) }
  }
  return Set(breaks).sorted()
}

/// Where second parts begin: those whose seam the rule of syllables would miss, and others if asked for.
func finnishSeams(in letters: [UInt32], including others: WordParts? = nil) -> [Int] {
  letters.indices.filter { index in
    guard index >= Hyphenation.kept else { return false }
    return finnishParts.longest(in: letters, at: index) != nil
      || others?.longest(in: letters, at: index) != nil
      || isAfterOpenSyllable(letters, index)
        && shortFinnishParts.longest(in: letters, at: index) != nil
  }
}

/// After a vowel, or after a vowel and the s in which first parts end: *siivous-alalla*, not
/// *kans-alaiset*.
private func isAfterOpenSyllable(_ letters: [UInt32], _ index: Int) -> Bool {
  isFinnishVowel(letters[index - 1])
    || letters[index - 1] == finnishS && isFinnishVowel(letters[index - 2])
}

private func isFinnishVowel(_ letter: UInt32) -> Bool { finnishVowels.contains(letter) }

private let finnishVowels = letterSet("aeiouyäöåé")
private let finnishS = Unicode.Scalar("s").value

/// Beginnings of second parts whose seam the rule of syllables would miss.
private let finnishParts = WordParts([
  "ajaja", "ajanja", "ammatti", "ammatte", "anomu", "apuraha", "arvioin", "asema", "asetu",
  "asiaka", "asiakk", "asialli", "asianom", "asiantun", "asukas", "asukka", "auttam", "auttav",
  "avioero", "avioliit",
  "avunan", "avusta", "avustu", "edustaj", "ehkäis", "elinkein", "eläkke", "eläke", "elämä",
  "epäily",
  "erityis", "esimie", "esitut", "esityk", "esitys", "etsijä", "etsijö", "etuude", "etuus",
  "ihmis", "ikäluok", "ikäryh", "ilmoitu", "ilmoituk", "istunno", "itsenäis", "ohjaaj", "ohjau",
  "ohjelma", "ohjelmi", "oikeud", "oikeuk", "oikeus", "oikeut", "oleskelu", "olosuht", "ongelma",
  "ongelmi", "opetta", "opetuk", "opetus", "opiskel", "opistot", "opisto", "oppilai", "osaami",
  "osasto", "osoite", "osoitte", "osuud", "osuuk", "osuus", "uhreil", "uhreja", "uhrej", "uhria",
  "uhrie", "uhrik", "uhrin", "uhris", "uhrit", "uhri", "ulkomaa", "urakka", "urakoi", "yhdisty",
  "yhteis", "yhteyd", "yhtey", "yksikk", "yksikö", "yritty", "yrityk", "yritys", "yrittäj",
  // Two consonants at the beginning.
  "franchis", "klini", "kriis", "kritiik", "kroon", "planee", "presid", "primaa", "profi",
  "program", "proje", "prose", "prostit", "psyk", "stat", "stipen", "strate", "stress", "struk",
  "traum",
])

/// Short beginnings, which stand within simple words too.
private let shortFinnishParts = WordParts([
  "alal", "alat", "aloil", "aloj", "osaa", "osan", "osia",
])

/// Second parts that begin with one consonant: the rule of syllables finds their seam among others.
let finnishHeads = WordParts([
  "hakij", "hankk", "hanke", "järjest", "katsau", "kaupan", "kauppa", "keskuk", "keskus", "kokou",
  "koulut", "kuntou", "käytt", "käytö", "käyte", "laitok", "laitos", "lupa", "luvat", "menett",
  "mielt",
  "mukais", "muodo", "muoto", "määrä", "neuvon", "palvel", "perust", "päivyst", "päällik",
  "rekister",
  "ryhmä", "seuraam", "säädö", "tarkast", "tiedot", "tieto", "tilasto", "toimin", "tunnist",
  "turva",
  "tutkin", "tutkim", "valmen", "valvon", "vastuu", "viesti", "virano", "virasto", "väkival",
])
