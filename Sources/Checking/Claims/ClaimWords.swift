import Localization

/// What words claim of a number that should stand beside them.
enum StatedClaim: Sendable, Hashable {
  case majority
  /// A part of a whole, in percent.
  case fraction(Int)
  case multiplied(Int)
  case more
  case fewer
  case mostly
  /// *Nearly all*, *every second*.
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
        ("most clients", .majority), ("most people", .majority),
        ("most new", .majority), ("most were", .majority), ("most women", .majority),
        ("most men", .majority), ("most victims", .majority), ("mostly", .mostly),
        ("nearly all", .quantified), ("almost all", .quantified), ("nearly every", .quantified),
        ("almost every", .quantified), ("half of", .fraction(50)), ("half the", .fraction(50)),
        ("half were", .fraction(50)), ("a third of", .fraction(33)), ("one third", .fraction(33)),
        ("two thirds", .fraction(67)), ("a quarter of", .fraction(25)),
        ("one quarter", .fraction(25)), ("three quarters", .fraction(75)),
        ("a fifth of", .fraction(20)), ("doubled", .multiplied(2)), ("twice as", .multiplied(2)),
        ("tripled", .multiplied(3)), ("three times as", .multiplied(3)),
        ("quadrupled", .multiplied(4)),
      ]
    case .fi:
      [
        ("yli puolet", .majority), ("enemmän kuin puolet", .majority), ("enemmistö", .majority),
        ("valtaosa", .majority), ("suurin osa", .majority), ("useimmat", .majority),
        ("useimmilla", .majority), ("pääosa", .majority), ("enimmäkseen", .mostly),
        ("useimmiten", .mostly), ("lähes kaikki", .quantified), ("melkein kaikki", .quantified),
        ("lähes jokainen", .quantified), ("puolet", .fraction(50)),
        ("kaksi kolmasosaa", .fraction(67)), ("kolmasosa", .fraction(33)),
        ("kolmannes ", .fraction(33)), ("kolmanneks", .fraction(33)),
        ("kolme neljäsosaa", .fraction(75)),
        ("neljäsosa", .fraction(25)), ("neljännes ", .fraction(25)), ("neljänneks", .fraction(25)),
        ("viidesosa", .fraction(20)),
        ("viidennes ", .fraction(20)), ("viidenneks", .fraction(20)),
        ("kaksinkertaist", .multiplied(2)),
        ("kolminkertaist", .multiplied(3)), ("nelinkertaist", .multiplied(4)),
      ]
    case .sv:
      [
        ("över hälften", .majority), ("mer än hälften", .majority), ("flertalet", .majority),
        ("majoritet", .majority), ("de flesta", .majority), ("merparten", .majority),
        ("större delen", .majority), ("mestadels", .mostly), ("nästan alla", .quantified),
        ("nästan varje", .quantified), ("hälften", .fraction(50)),
        ("två tredjedelar", .fraction(67)), ("en tredjedel", .fraction(33)),
        ("tre fjärdedelar", .fraction(75)), ("en fjärdedel", .fraction(25)),
        ("en femtedel", .fraction(20)), ("fördubbl", .multiplied(2)),
        ("dubbelt så", .multiplied(2)), ("tredubbl", .multiplied(3)),
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

  /// Verbs of growing and shrinking, as the beginnings of words.
  var movements: (more: [String], fewer: [String]) {
    switch self {
    case .en:
      (["increased", "rose", "grew", "has grown", "has risen"], ["decreased", "fell", "declined"])
    case .fi: (["kasvoi", "lisääntyi", "on kasvanut"], ["väheni", "pieneni", "on vähentynyt"])
    case .sv: (["ökade", "har ökat", "växte"], ["minskade", "har minskat", "sjönk"])
    }
  }

  /// How words for what can grow begin; without one a verb of growing claims no number.
  var countedThings: [String] {
    switch self {
    case .en: ["number", "share", "proportion", "referral", "client", "decision", "admission"]
    case .fi: ["määrä", "osuus", "lukumäärä", "asiakas", "asiakkai", "esity", "päätö"]
    case .sv: ["antal", "andel", "framställning", "klient", "beslut"]
    }
  }

  /// Words that make a number inexact when they stand right before it.
  var approximations: [String] {
    switch self {
    case .en: ["over", "more than", "almost", "nearly", "fewer than", "less than", "close to"]
    case .fi: ["yli", "lähes", "melkein", "alle"]
    case .sv: ["över", "mer än", "fler än", "nästan", "närmare", "färre än", "mindre än"]
    }
  }

  /// How words for people of age begin.
  var adultWords: [String] {
    switch self {
    case .en: ["adult"]
    case .fi: ["aikui", "täysi-ikäi"]
    case .sv: ["vuxn", "vuxen", "myndig"]
    }
  }

  /// Turns of speech in which the words above claim nothing.
  func isIdiom(_ words: String, after before: String, then next: String) -> Bool {
    let after = ["always", "never", "aina", "koskaan", "alltid", "aldrig"]
    if after.contains(next) { return true }
    if ["first", "second", "last", "latter", "första", "andra"].contains(before) { return true }
    return words == "majority" && before == "of"
  }
}
