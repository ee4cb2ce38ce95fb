import Localization

/// What words claim of a number that should stand beside them.
enum StatedClaim: Sendable, Hashable {
  case majority
  /// A part of a whole, in percent.
  case fraction(Int)
  case multiplied(Int)
  case halved
  case more
  case fewer
  /// *As many as*, *equally many*.
  case equal
  /// *The smallest group*, *the largest number*.
  case extreme
  /// *A few*, *several*.
  case vague
  case mostly
  /// *Nearly all*.
  case quantified
}

extension Language {
  /// The words that make a claim, in small letters, each beginning a word; the longer before the shorter.
  var claimWords: [(words: String, claim: StatedClaim)] {
    switch self {
    case .en:
      [
        ("more than half", .majority), ("over half", .majority), ("majority", .majority),
        ("most of the ", .majority),
        ("most of them", .majority), ("most of those", .majority), ("most of our", .majority),
        ("most clients", .majority), ("most people", .majority), ("most new", .majority),
        ("most were", .majority), ("most are", .majority), ("most have", .majority),
        ("most had", .majority), ("most held", .majority), ("most came", .majority),
        ("most women", .majority),
        ("most men", .majority), ("most victims", .majority), ("most referrals", .majority),
        ("most decisions", .majority), ("most cases", .majority), ("the bulk of", .majority),
        ("mostly", .mostly), ("for the most part", .mostly),
        ("nearly all", .quantified), ("almost all", .quantified), ("nearly every", .quantified),
        ("almost every", .quantified), ("half of", .fraction(50)), ("half the", .fraction(50)),
        ("half were", .fraction(50)), ("half are", .fraction(50)), ("halved", .halved),
        ("outnumber", .more),
        ("doubled", .multiplied(2)), ("twice as many", .multiplied(2)),
        ("twice as much", .multiplied(2)), ("twice as high", .multiplied(2)),
        ("tripled", .multiplied(3)), ("three times as many", .multiplied(3)),
        ("quadrupled", .multiplied(4)),
      ]
    case .fi:
      [
        ("yli puolet", .majority), ("enemmän kuin puolet", .majority), ("enemmistö", .majority),
        ("valtaosa", .majority), ("suurin osa", .majority), ("suurimman osan", .majority),
        ("suurimmalla osalla", .majority), ("suurimmalle osalle", .majority),
        ("suurimmalta osalta", .majority), ("suurimmasta osasta", .majority),
        ("suurimmassa osassa", .majority), ("enin osa", .majority), ("useimmat", .majority),
        ("useimmilla", .majority), ("useimmille", .majority), ("useimmilta", .majority),
        ("useimpien", .majority), ("useimpia", .majority), ("useimmissa", .majority),
        ("useimmista", .majority), ("pääosa ", .majority), ("pääosin", .mostly),
        ("enimmäkseen", .mostly), ("useimmiten", .mostly), ("lähes kaik", .quantified),
        ("melkein kaik", .quantified), ("miltei kaik", .quantified),
        ("lähes jokai", .quantified), ("melkein jokai", .quantified), ("puolet", .fraction(50)),
        ("puolella asiakkaista", .fraction(50)), ("puolella uhreista", .fraction(50)),
        ("puolella heistä", .fraction(50)), ("puolelle heistä", .fraction(50)),
        ("puolelle asiakkaista", .fraction(50)), ("puolittu", .halved),
        ("puolta pienem", .halved), ("kaksinkertaist", .multiplied(2)),
        ("kaksinkertainen määrä", .multiplied(2)), ("kaksi kertaa enemmän", .multiplied(2)),
        ("kolminkertaist", .multiplied(3)), ("nelinkertaist", .multiplied(4)),
      ]
    case .sv:
      [
        ("över hälften", .majority), ("mer än hälften", .majority), ("flertalet", .majority),
        ("majoritet", .majority), ("de flesta", .majority), ("merparten", .majority),
        ("större delen", .majority), ("största delen", .majority), ("mestadels", .mostly),
        ("till största del", .mostly), ("nästan alla", .quantified),
        ("nästan varje", .quantified), ("så gott som alla", .quantified),
        ("hälften", .fraction(50)), ("halverad", .halved), ("halverats", .halved),
        ("fördubbl", .multiplied(2)), ("dubbelt så många", .multiplied(2)),
        ("dubbelt så stor", .multiplied(2)), ("dubbelt så mycket", .multiplied(2)),
        ("tredubbl", .multiplied(3)), ("tre gånger så", .multiplied(3)),
        ("fyrdubbl", .multiplied(4)),
      ]
    }
  }

  /// Comparisons: the word, and the word for *than* that has to follow it.
  var comparisons: (more: [String], fewer: [String], than: String) {
    switch self {
    case .en: (["more", "higher"], ["fewer", "less", "lower"], "than")
    case .fi: (["enemmän", "useampi"], ["vähemmän", "harvempi"], "kuin")
    case .sv: (["fler", "mer", "högre"], ["färre", "mindre", "lägre"], "än")
    }
  }

  /// Words that tell a little of a number, in small letters: nothing to prove of what the edition shows.
  var hints: [(words: [String], claim: StatedClaim)] {
    switch self {
    case .en:
      [
        (
          [
            "equally many", "equally few", "just as many", "just as few", "the same number",
            "in equal numbers",
          ], .equal
        ),
        (["smallest", "largest", "biggest"], .extreme),
        (["a few", "few", "several", "some"], .vague),
      ]
    case .fi:
      [
        (["yhtä monta", "yhtä moni", "yhtä monella", "yhtä vähän", "sama määrä"], .equal),
        (["pienin", "suurin"], .extreme),
        (
          [
            "muutama", "muutamalla", "muutamat", "usea", "usealla", "useat", "jotkut", "joitakin",
            "joillakin",
            "joillain", "harva", "harvalla", "osalla",
          ], .vague
        ),
      ]
    case .sv:
      [
        (["lika många", "lika få", "samma antal"], .equal),
        (["minsta", "största"], .extreme),
        (["några", "några få", "flera", "somliga", "ett fåtal"], .vague),
      ]
    }
  }

  /// How words for a group begin, of which something is the smallest.
  var groupWords: [String] {
    switch self {
    case .en: ["group", "number", "share"]
    case .fi: ["ryhm", "määr", "osuu"]
    case .sv: ["grupp", "antal", "andel"]
    }
  }

  /// Words for the same number, what has to follow them, and after what it compares no numbers.
  var equalities: (words: [String], than: String, idle: Set<String>) {
    switch self {
    case .en:
      (
        ["as many", "as few", "the same number"], "as",
        ["possible", "needed", "necessary", "they", "you", "we", "it", "there", "one", "a", "can"]
      )
    case .fi:
      (
        ["yhtä monta", "yhtä vähän", "sama määrä"], "kuin",
        ["mahdollista", "tarvitaan", "ennen", "ennenkin", "aiemmin", "voi", "on", "he", "me"]
      )
    case .sv:
      (
        ["lika många", "lika få", "samma antal"], "som",
        ["möjligt", "behövs", "tidigare", "förut", "de", "vi", "man", "du", "det"]
      )
    }
  }

  /// Verbs of growing and shrinking, as the beginnings of words.
  var movements: (more: [String], fewer: [String]) {
    switch self {
    case .en:
      (
        ["increased", "rose", "grew", "has grown", "has risen", "have grown", "went up"],
        ["decreased", "fell", "declined", "dropped", "has fallen", "have fallen", "went down"]
      )
    case .fi:
      (
        ["kasvoi", "kasvoivat", "lisääntyi", "lisääntyivät", "on kasvanut", "nousi"],
        ["väheni", "vähenivät", "pieneni", "on vähentynyt", "vähentyi", "laski"]
      )
    case .sv:
      (
        ["ökade", "har ökat", "växte", "steg", "har stigit"],
        ["minskade", "har minskat", "sjönk", "har sjunkit", "gick ner"]
      )
    }
  }

  /// What can grow in number, as the beginnings of words.
  ///
  /// Without one a verb of growing claims none.
  var countedThings: [String] {
    switch self {
    case .en:
      [
        "number", "numbers", "share", "proportion", "referrals", "clients", "decisions",
        "admissions",
      ]
    case .fi:
      [
        "määrä", "osuus", "osuude", "lukumäärä", "asiakasmäärä", "asiakkaat", "esitykset",
        "esitysten", "esitysmäärä", "päätökset", "päätösten",
      ]
    case .sv: ["antal", "andel", "framställningar", "klienterna ", "klienter ", "besluten"]
    }
  }

  /// Words that make a number inexact when they stand right before it.
  var approximations: [String] {
    switch self {
    case .en: ["over", "more than", "almost", "nearly", "fewer than", "less than", "close to"]
    case .fi:
      [
        "yli", "lähes", "melkein", "alle", "vajaa", "vajaat", "runsas", "runsaat", "reilu",
        "reilut", "liki", "miltei",
      ]
    case .sv:
      [
        "över", "mer än", "fler än", "nästan", "närmare", "färre än", "mindre än", "knappt",
        "drygt", "inemot",
      ]
    }
  }

  /// How words for people of age begin.
  var adultWords: [String] {
    switch self {
    case .en: ["adult"]
    case .fi: ["aikuis", "aikui", "täysi-ikäi"]
    case .sv: ["vuxn", "vuxen", "myndiga"]
    }
  }

  /// How words for people under age begin.
  var minorWords: [String] {
    switch self {
    case .en: ["minor", "child", "underage"]
    case .fi: ["alaikäi", "laps"]
    case .sv: ["minderårig", "barn"]
    }
  }

  /// What leads from a number to a part of it.
  var amongWords: [String] {
    switch self {
    case .en: ["among them", "of whom", "of them", "among whom", "including"]
    case .fi: ["joista", "heistä", "heidän joukossaan", "mukaan lukien", "joiden joukossa"]
    case .sv: ["varav", "av dem", "bland dem", "av vilka", "däribland", "inklusive"]
    }
  }

  /// Turns of speech in which the words above claim nothing.
  func isIdiom(_ words: String, after before: String, then next: String) -> Bool {
    let after = [
      "always", "never", "aina", "koskaan", "alltid", "aldrig", "time", "gånger", "truth",
      "totuudesta", "sanningen", "battle", "language", "opinion", "vote", "population",
    ]
    if after.contains(next) { return true }
    if ["first", "second", "last", "latter", "other", "första", "andra"].contains(before) {
      return true
    }
    return words == "majority" && (before == "of" || next == "of")
      && !["the", "vast", "great", "large"].contains(before)
  }

  /// Words after *than* in turns of speech that compare no numbers: *more than ever*.
  var idleComparisons: Set<String> {
    switch self {
    case .en:
      [
        "ever", "anyone", "anything", "anybody", "enough", "just", "that", "you", "we", "one",
        "a", "an", "meets", "others", "words",
      ]
    case .fi:
      ["koskaan", "mitään", "mikään", "kukaan", "ketään", "voisi", "luulla", "tarpeeksi", "vain"]
    case .sv:
      [
        "någonsin", "något", "någon", "nog", "man", "du", "vi", "bara", "så", "en", "ett", "vad",
        "andra",
      ]
    }
  }
}
