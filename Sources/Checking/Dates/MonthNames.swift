import Localization

extension Language {
  /// The month a word names in whatever case, 1 to 12.
  func month(named word: String) -> Int? {
    let word = word.lowercased()
    switch self {
    case .en, .sv:
      return monthStems.firstIndex(of: word).map { $0 + 1 }
    case .fi:
      // Heinäkuu, heinäkuuta, heinäkuussa.
      return monthStems.firstIndex { word.hasPrefix($0 + "kuu") }.map { $0 + 1 }
    }
  }

  /// The day of the week a word names in whatever case, 1 for Monday.
  func weekday(named word: String) -> Int? {
    let word = word.lowercased()
    let stems =
      switch self {
      case .en: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
      case .sv: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
      case .fi:
        [
          "maanantai", "tiistai", "keskiviik", "torstai", "perjantai", "lauantai", "sunnuntai",
        ]
      }
    return stems.firstIndex { word == $0 || (self != .en && word.hasPrefix($0)) }.map { $0 + 1 }
  }

  /// The day of the week that a short form names, 1 for Monday; beside a day or hours alone.
  func weekday(abbreviated word: String) -> Int? {
    let word = word.lowercased()
    let days: [[String]] =
      switch self {
      case .en:
        [["mon"], ["tue", "tues"], ["wed"], ["thu", "thur", "thurs"], ["fri"], ["sat"], ["sun"]]
      case .sv:
        [
          ["må", "mån"], ["ti", "tis"], ["on", "ons"], ["to", "tor", "tors"], ["fr", "fre"],
          ["lö", "lör"], ["sö", "sön"],
        ]
      case .fi: [["ma"], ["ti"], ["ke"], ["to"], ["pe"], ["la"], ["su"]]
      }
    return days.firstIndex { $0.contains(word) }.map { $0 + 1 }
  }

  private var monthStems: [String] {
    switch self {
    case .en:
      [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
      ]
    case .sv:
      [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober", "november", "december",
      ]
    case .fi:
      [
        "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka",
        "marras", "joulu",
      ]
    }
  }
}
