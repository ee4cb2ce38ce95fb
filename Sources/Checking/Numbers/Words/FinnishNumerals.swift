/// Finnish number words in every case, alone and put together: *kolme*, *kahdellatoista*, *sadankahden*.
///
/// Source: Iso suomen kielioppi (2004), sections 770–777.
struct FinnishNumerals: Sendable {
  private enum Part: Sendable {
    case unit(Int)
    case teen
    case ten
    case hundred
    case thousand
  }

  /// The longest first, by their first letter.
  private let parts: [Character: [(word: String, part: Part)]]
  private let rough: [String: Int]

  init() {
    var all: [(String, Part)] = [("toista", .teen)]
    for (index, stem) in Stem.units.enumerated() {
      all += stem.forms.map { ($0, .unit(index + 1)) }
    }
    all += Stem.ten.forms.map { ($0, .ten) } + Stem.hundred.forms.map { ($0, .hundred) }
    all += Stem.thousand.forms.map { ($0, .thousand) }
    parts = Dictionary(grouping: all.map { (word: $0.0, part: $0.1) }) { $0.word.first ?? " " }
      .mapValues { $0.sorted { $0.word.count > $1.word.count } }
    rough = Self.roughWords()
  }

  /// The number that a word in small letters says; *yksi* alone is mostly a pronoun and says none.
  func value(of word: String) -> Int? {
    guard let first = word.first, "ksntvy".contains(first) else { return nil }
    if let value = read(word[...], []) { return value == 1 ? nil : value }
    for ending in ["kin", "kaan", "kään", "han", "hän", "ko", "kö"] where word.hasSuffix(ending) {
      if let value = read(word.dropLast(ending.count), []) { return value == 1 ? nil : value }
    }
    return nil
  }

  /// *Satoja*, *parikymmentä*, *kymmenkunta*: a number that nobody counted.
  func roughValue(of word: String) -> Int? { rough[word] }

  private func read(_ rest: Substring, _ before: [Part]) -> Int? {
    guard let first = rest.first else { return Self.sum(before) }
    for (word, part) in parts[first] ?? [] where rest.hasPrefix(word) {
      if let value = read(rest.dropFirst(word.count), before + [part]) { return value }
    }
    return nil
  }

  private static func sum(_ parts: [Part]) -> Int? {
    var thousands = 0
    var below = 0
    var unit: Int?
    for part in parts {
      switch part {
      case .unit(let value):
        guard unit == nil, below % 10 == 0 else { return nil }
        unit = value
      case .teen:
        guard let value = unit, below % 100 == 0 else { return nil }
        below += 10 + value
        unit = nil
      case .ten:
        guard below % 100 == 0 else { return nil }
        below += 10 * (unit ?? 1)
        unit = nil
      case .hundred:
        guard below == 0 else { return nil }
        below = 100 * (unit ?? 1)
        unit = nil
      case .thousand:
        guard thousands == 0 else { return nil }
        thousands = 1000 * max(1, below + (unit ?? 0))
        below = 0
        unit = nil
      }
    }
    return parts.isEmpty ? nil : thousands + below + (unit ?? 0)
  }

  private static func roughWords() -> [String: Int] {
    let many: [(Int, [String])] = [
      (10, ["kymmenet", "kymmenien", "kymmeniä", "kymmenissä", "kymmenistä", "kymmeniin"]),
      (10, ["kymmenillä", "kymmeniltä", "kymmenille", "kymmenkunta", "kymmenisen"]),
      (12, ["tusina", "tusinan", "tusinaa", "tusinalle"]),
      (100, ["sadat", "satojen", "satoja", "sadoissa", "sadoista", "satoihin", "sadoilla"]),
      (100, ["sadoilta", "sadoille", "satakunta", "satamäärin"]),
      (1000, ["tuhannet", "tuhansien", "tuhansia", "tuhansissa", "tuhansista", "tuhansiin"]),
      (1000, ["tuhansilla", "tuhansilta", "tuhansille"]),
    ]
    var words: [String: Int] = [:]
    for (value, forms) in many { for form in forms { words[form] = value } }
    let tens = [("kymmentä", 10), ("kymmenen", 10), ("sataa", 100), ("sadan", 100)]
    for (word, value) in tens + [("tuhatta", 1000), ("tuhannen", 1000)] {
      words["pari" + word] = 2 * value
      words["parisen" + word] = 2 * value
      words["muutama" + word] = 3 * value
      words["muutaman" + word] = 3 * value
    }
    let abouts = ["kolm": 3, "nelj": 4, "viit": 5, "kuut": 6, "seitsem": 7, "kahdeks": 8]
    for (stem, value) in abouts {
      words[stem + "isen"] = value
      words[stem + "isenkymmentä"] = 10 * value
      words[stem + "isensataa"] = 100 * value
    }
    return words
  }
}

/// What a Finnish numeral bends from.
private struct Stem {
  let nominative: String
  let partitive: String
  /// Before most endings: *kahde-ssa*.
  let weak: String
  /// *Kahte-en*, *kahte-na*.
  let strong: String
  let illative: String
  /// *Kaksi-ssa*; nil where the plural says *many* or is another word.
  let plural: String?

  static let units: [Stem] = [
    Stem("yksi", "yhtä", "yhde", "yhte", "yhteen", nil),
    Stem("kaksi", "kahta", "kahde", "kahte", "kahteen", "kaksi"),
    Stem("kolme", "kolmea", "kolme", "kolme", "kolmeen", "kolmi"),
    Stem("neljä", "neljää", "neljä", "neljä", "neljään", "nelji"),
    Stem("viisi", "viittä", "viide", "viite", "viiteen", "viisi"),
    // Kuusissa is in the spruces.
    Stem("kuusi", "kuutta", "kuude", "kuute", "kuuteen", nil),
    Stem("seitsemän", "seitsemää", "seitsemä", "seitsemä", "seitsemään", "seitsemi"),
    Stem("kahdeksan", "kahdeksaa", "kahdeksa", "kahdeksa", "kahdeksaan", "kahdeksi"),
    Stem("yhdeksän", "yhdeksää", "yhdeksä", "yhdeksä", "yhdeksään", "yhdeksi"),
  ]
  static let ten = Stem("kymmenen", "kymmentä", "kymmene", "kymmene", "kymmeneen", nil)
  static let hundred = Stem("sata", "sataa", "sada", "sata", "sataan", nil)
  static let thousand = Stem("tuhat", "tuhatta", "tuhanne", "tuhante", "tuhanteen", nil)

  init(
    _ nominative: String, _ partitive: String, _ weak: String, _ strong: String,
    _ illative: String, _ plural: String?
  ) {
    self.nominative = nominative
    self.partitive = partitive
    self.weak = weak
    self.strong = strong
    self.illative = illative
    self.plural = plural
  }

  var forms: [String] {
    let a = nominative.contains(where: "aou".contains) ? "a" : "ä"
    let endings = ["ss\(a)", "st\(a)", "ll\(a)", "lt\(a)", "lle", "ksi", "tt\(a)"]
    var forms = [nominative, partitive, illative, weak + "n", strong + "n\(a)"]
    forms += endings.map { weak + $0 }
    // Kahdet kengät.
    if nominative != "sata", nominative != "tuhat", nominative != "kymmenen" {
      forms.append(weak + "t")
    }
    if let plural {
      forms += [plural + "en", plural + a, plural + "in", plural + "n\(a)"]
      forms += endings.map { plural + $0 }
    }
    return Array(Set(forms)).sorted()
  }
}
