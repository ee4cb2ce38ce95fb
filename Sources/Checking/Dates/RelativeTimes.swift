import Diagnostics
import Localization

/// Finds times that move with the reader’s day, and comparisons that do not say with which period.
struct RelativeTimes {
  let language: Language

  func findings(on passage: Passage, in prose: Prose) -> [Diagnostic] {
    let text = passage.lowered
    func find(
      _ phrases: [String], _ make: (String, SourceLocation) -> Diagnostic
    ) -> Diagnostic? {
      for phrase in phrases {
        for start in text.offsets(of: phrase, isWhole: true) {
          let end = min(passage.scalars.count, start + phrase.unicodeScalars.count)
          // I vår vardag is in our everyday life.
          if phrase == "i vår", !swedishSpring.contains(text.word(from: end)) { continue }
          return make(phrase, prose.location(of: start..<end, in: passage))
        }
      }
      return nil
    }
    if let found = find(language.vagueBases, { .baseUnnamed($0, at: $1) }) { return [found] }
    return find(language.relativeTimes, { .relative($0, at: $1) }).map { [$0] } ?? []
  }
}

/// What goes on after *this spring* where it is no *in our*: nothing, or a verb.
private let swedishSpring: Set<String> = [
  "", "och", "startar", "börjar", "öppnar", "ordnar", "ordnas", "blir", "hålls", "ska", "kommer",
  "får", "utbildar", "arbetar",
]

extension Language {
  /// Years that a half-year is compared with, as a reader cannot tell which half is meant.
  fileprivate var vagueBases: [String] {
    switch self {
    case .en: RelativePhrases.englishBases
    case .fi: RelativePhrases.finnishBases
    case .sv: RelativePhrases.swedishBases
    }
  }

  fileprivate var relativeTimes: [String] {
    switch self {
    case .en: RelativePhrases.english
    case .fi: RelativePhrases.finnish
    case .sv: RelativePhrases.swedish
    }
  }
}

private enum RelativePhrases {
  static let englishBases = ["than", "than in", "compared with", "compared to", "from"].flatMap {
    lead in
    ["last year", "the year before", "the previous year", "a year ago", "a year earlier"]
      .map { "\(lead) \($0)" }
  }

  static let swedishBases = ["än", "än under", "jämfört med", "från"].flatMap { lead in
    [
      "förra året", "i fjol", "året innan", "året före", "föregående år", "fjolåret",
      "för ett år sedan", "ett år tidigare",
    ].map { "\(lead) \($0)" }
  }

  static let finnishBases =
    [
      "viime vuonna", "edellisvuonna", "edellisenä vuonna", "vuotta aiemmin", "vuosi sitten",
      "vuotta aikaisemmin",
    ].map { "kuin \($0)" }
    + ["viime vuoteen", "edellisvuoteen", "edelliseen vuoteen"].flatMap {
      ["\($0) verrattuna", "\($0) nähden", "verrattuna \($0)"]
    } + ["viime vuodesta", "edellisvuodesta", "edellisestä vuodesta"]

  static let english =
    ["next", "this", "last", "the coming", "the past"].flatMap { word in
      ["spring", "summer", "autumn", "winter", "year", "month", "week", "half-year"]
        .map { "\(word) \($0)" }
    }
    + ["year", "month", "week"].map { "a \($0) ago" }
    + [
      "later this year", "earlier this year", "right now", "at the moment", "at present",
      "recently", "currently", "tomorrow", "yesterday", "next monday", "next tuesday",
      "next wednesday", "next thursday", "next friday", "next saturday", "next sunday",
    ]

  static let swedish =
    ["nästa", "kommande", "förra", "denna"].flatMap { word in
      ["vår", "sommar", "höst", "vinter", "vecka", "månad"].map { "\(word) \($0)" }
    }
    + ["förra", "det gångna", "det kommande"].flatMap { word in
      ["året", "halvåret"].map { "\(word) \($0)" }
    }
    + ["förra veckan", "förra månaden", "förra hösten", "förra våren", "förra sommaren"]
    + ["ett år", "en månad", "en vecka"].map { "för \($0) sedan" }
    + [
      "i vår", "i sommar", "i höst", "i vinter", "nästa år", "detta år", "i år", "i fjol",
      "i våras", "i somras", "i höstas", "i vintras",
      "nyligen", "för närvarande", "i morgon", "i går", "just nu", "på sistone",
    ]

  /// Every case of a time after *next*, *last*, *this*; not *viime vuosina*, in recent years.
  static let finnish =
    times(
      ["ensi", "viime"],
      cases: [
        "keväänä", "kesänä", "syksynä", "talvena", "vuonna", "kuussa", "viikolla", "vuoden",
        "kevään", "kesän", "syksyn", "talven", "kuun", "viikon", "vuodesta", "vuoteen", "keväästä",
        "kesästä", "syksystä", "syksyyn", "kevääseen", "kesään", "vuosipuoliskolla",
      ])
    + times(
      ["tänä", "tulevana", "kuluvana", "kuluneena"],
      cases: [
        "keväänä", "kesänä", "syksynä", "talvena", "vuonna",
      ])
    + times(
      ["tämän", "tulevan", "kuluvan"],
      cases: [
        "kevään", "kesän", "syksyn", "talven", "vuoden", "kuun", "viikon",
      ])
    + ["tällä viikolla", "tässä kuussa", "tulevalla viikolla"]
    + ["vuosi", "kuukausi", "viikko"].map { "\($0) sitten" }
    + ["äskettäin", "hiljattain", "tällä hetkellä", "parhaillaan", "huomenna", "eilen"]

  private static func times(_ leads: [String], cases: [String]) -> [String] {
    leads.flatMap { lead in cases.map { "\(lead) \($0)" } }
  }
}

extension Diagnostic {
  fileprivate static func relative(_ words: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .dateRelative, at: place, "“\(words)” will mean another time when it is read later",
      help: "name the season or month with its year")
  }

  fileprivate static func baseUnnamed(_ words: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .baseUnnamed, at: place, "“\(words)” does not say which part of the year is compared",
      help: "name the period, as in “than in January–June 2020”")
  }
}
