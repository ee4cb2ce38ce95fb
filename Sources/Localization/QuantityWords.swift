/// What a word says that tells how many without being a numeral.
package enum QuantityKind: Sendable, Hashable {
  /// As many as the word itself says: *quartet*, *kolmikko*, *dussin*.
  case group
  /// A part of a whole: *half*, *neljännes*, *tredjedel*.
  case part
  /// A whole taken several times: *double*, *nelinkertainen*, *fördubblas*.
  case multiple
  /// One, two, none or not many, in words that sentences use for other things too: *both*, *ainoa*, *ett par*.
  case few
  /// The last of so many, from the third on: *fourth*, *neljäs*, *fjärde*; lower ones mostly count nothing.
  case ordinal
}

extension Language {
  /// Words in small letters that tell a quantity, in every form a sentence bends them into.
  var quantityWords: [(kind: QuantityKind, words: [String])] {
    switch self {
    case .en: englishQuantityWords
    case .sv: swedishQuantityWords
    case .fi: finnishQuantityWords
    }
  }
}

private let englishQuantityWords: [(kind: QuantityKind, words: [String])] = [
  (
    .group,
    [
      "duo", "trio", "trios", "triad", "triads", "quartet", "quartets", "quartette", "quintet",
      "quintets", "sextet", "septet", "octet", "tetrad", "pentad", "twosome", "threesome",
      "foursome", "fivesome", "triplets", "quadruplet", "quadruplets", "quintuplets", "dozen",
      "dozens", "thrice",
    ]
  ),
  (
    .part,
    [
      "half", "halves", "thirds", "quarter", "quarters", "fifths", "sixths", "sevenths", "eighths",
      "ninths", "tenths",
    ]
  ),
  (
    .multiple,
    [
      "twice", "double", "doubled", "doubles", "doubling", "twofold", "triple", "tripled",
      "triples",
      "tripling", "treble", "trebled", "threefold", "quadruple", "quadrupled", "quadruples",
      "quadrupling", "fourfold", "quintuple", "quintupled", "fivefold", "tenfold", "halved",
      "halving",
    ]
  ),
  (
    .few,
    [
      "both", "couple", "couples", "pair", "pairs", "single", "singly", "sole", "solitary", "lone",
      "once", "nobody", "none", "neither", "handful", "handfuls", "score", "scores", "twins",
    ]
  ),
  (
    .ordinal,
    [
      "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
      "nineteenth", "twentieth",
    ]
  ),
]

private let swedishQuantityWords: [(kind: QuantityKind, words: [String])] = [
  (
    .group,
    [
      "duo", "trio", "trion", "triad", "kvartett", "kvartetten", "kvintett", "kvintetten",
      "sextett",
      "dussin", "dussinet", "dussintal", "dussintals", "tjog", "tjogtals", "trillingar",
      "trillingarna", "fyrlingar", "fyrlingarna", "tvåa", "tvåan", "trea", "trean", "fyran",
    ]
      + ["två", "tre", "fyr", "fem", "sex", "sju", "åtta", "nio"].flatMap {
        bent($0 + "tal", "|et|s")
      }
  ),
  (
    .part,
    ["hälften", "hälft", "halv", "halva", "halvan", "halvt"]
      + [
        "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "åtton", "nionde", "nion",
        "tionde", "tion",
      ].flatMap { bent($0 + "del", "|en|ar|arna|s|ens") }
  ),
  (
    .multiple,
    ["dubbel", "tredubbel", "fyrdubbel", "femdubbel", "tiodubbel", "mångdubbel"].flatMap {
      bent(String($0.dropLast(2)), "el|elt|la")
    }
      + ["för", "tre", "fyr", "fem", "tio", "mång"].flatMap {
        bent($0 + "dubbl", "a|ar|as|ade|ades|at|ats|ad|ing|ingen")
      }
      + bent("halver", "a|ar|as|ade|ades|at|ats|ad|ing|ingen")
      + ["två", "tre", "fyr", "fem", "tio"].flatMap { bent($0 + "faldig", "|t|a") }
  ),
  (
    .few,
    [
      "båda", "bådas", "bägge", "bägges", "par", "paret", "enda", "ende", "ensam", "ensamt",
      "ensamma", "enstaka", "ingen", "ingendera", "engång", "noll", "handfull", "handfullen",
      "tvillingar", "tvillingarna",
    ]
  ),
  (
    .ordinal,
    [
      "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte",
      "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde",
      "nittonde", "tjugonde",
    ]
  ),
]

private let finnishQuantityWords: [(kind: QuantityKind, words: [String])] = [
  (
    .group,
    // Kuusikko is a wood of spruces.
    ["kaksik", "kolmik", "nelik", "viisik"].flatMap {
      bent($0, "ko|on|koa|kona|olle|olla|olta|ossa|osta|koon|ot|kojen|koja|koina|oille|oilla")
    }
      + ["kaksi", "kaks", "kolmi", "neli", "viisi", "kuusi", "seitsen"].flatMap {
        bent($0 + "henki", "nen|sen|stä|sellä|selle|seltä|sessä|sestä|seen|senä|set|siä|sten|sille")
      }
      + ["kaks", "kolm", "nel"].flatMap { bent($0 + "o", "set|sten|sia|sille|silla|silta") }
      + bent("tusin", "a|an|aa|alla|alle|alta|assa|asta|aan|ana|aksi|at|oita|oittain|attain")
      + ["kolm", "nel", "viit", "kuut", "seitsem", "kahdeks", "yhdeks", "kymmen"].map {
        $0 + "isen"
      }
      + bent("kymmenkun", "ta|nan|taa")
      + ["parisen", "parikymmentä", "kolmesti", "neljästi", "viidesti", "duo", "trio", "trion"]
  ),
  (
    .part,
    ["puolet", "puolikas", "puolikkaan", "puolitoista", "puolisen", "puolittain"]
      + FinnishOrdinal.all.flatMap { ordinal in
        bent(ordinal.weak, "s|ksen|sta|stä|ksella|ksellä|kselle|kselta|kseltä|ksessa|ksessä|kseen")
          + bent(
            ordinal.nominative + "osa", "|n|a|t|lla|lle|lta|ssa|sta|an|na|ksi")
      }
  ),
  (
    .multiple,
    ["kaksin", "kolmin", "nelin", "viisin", "kymmenin", "monin"].flatMap {
      bent(
        $0 + "kertai",
        "nen|sen|sta|sella|selle|selta|sessa|sesta|seen|sena|seksi|set|sia|sesti|stua|stui|stuu"
          + "|stunut|stuneet|stuivat|stuvat|stuminen|stumisen|staa|stanut")
    }
      + bent("tupla", "|n|a|ten|sti|ta|tut|t|ntui|ntuu|ntunut|ntuivat|ntua|ntuminen")
      + bent("puolittu", "a|i|u|nut|neet|ivat|vat|minen|misen")
  ),
  (
    .few,
    bent("molemm", "at|ille|illa|ilta|issa|ista|iksi") + bent("molemp", "iin|ia|ien|ina")
      + bent("pari", "|n|a|lla|lle|lta|ssa|sta|in|na|ksi|kin|t|en|sen")
      + bent(
        "yksittäi", "nen|sen|stä|selle|sellä|seltä|sessä|sestä|seen|senä|set|siä|sten|sille")
      + bent("ainoa", "|n|a|lle|lla|lta|ssa|sta|an|na|t|staan")
      + bent("kump", "ikin|ikaan|aakin|aakaan") + bent("kumma", "nkin|nkaan")
      + bent("kumma", "llekin|llakin|ltakin|ssakin|stakin|llekaan|llakaan|ltakaan")
      + ["yksikään"] + bent("yh", "denkään|täkään|delläkään|dellekään|deltäkään")
      + ["kerran", "kahdesti", "kukaan", "ketään", "kenenkään", "kenelläkään", "kenellekään"]
      + bent("kouralli", "nen|sen|sta|selle|sella")
  ),
  (
    .ordinal,
    FinnishOrdinal.all.flatMap { ordinal in
      [ordinal.nominative]
        + bent(ordinal.weak, "n|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi|t")
        + bent(String(ordinal.weak.dropLast(3)), "tta|ttä|nteen|ntena|ntenä|nsien|nsia|nsiä")
    }
  ),
]

/// *Kolmas, kolmannen*: what ordinals bend from.
private struct FinnishOrdinal {
  let nominative: String
  let weak: String

  static let all = [
    ("kolmas", "kolmanne"), ("neljäs", "neljänne"), ("viides", "viidenne"), ("kuudes", "kuudenne"),
    ("seitsemäs", "seitsemänne"), ("kahdeksas", "kahdeksanne"), ("yhdeksäs", "yhdeksänne"),
    ("kymmenes", "kymmenenne"),
  ].map { FinnishOrdinal(nominative: $0.0, weak: $0.1) }
}

private func bent(_ stem: String, _ endings: String) -> [String] {
  endings.split(separator: "|", omittingEmptySubsequences: false).map { stem + $0 }
}
