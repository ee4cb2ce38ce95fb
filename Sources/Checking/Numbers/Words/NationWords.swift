import Localization

extension Language {
  /// How words for people begin that do not begin like the name of their country, in small letters.
  var otherNations: [String] {
    switch self {
    case .en:
      [
        "afghan", "american", "belgian", "british", "chinese", "congolese", "cypriot", "czech",
        "danish", "dutch", "emirati", "english", "filipin", "french", "german", "greek",
        "hungarian",
        "irish", "ivorian", "kazakh", "kosovar", "kyrgyz", "lebanese", "mexican", "moroccan",
        "mozambican", "norwegian", "palestinian", "peruvian", "polish", "portuguese", "serb",
        "scottish", "slovak",
        "slovene", "spanish", "swedish", "swiss", "tajik", "thai", "turkish", "turkmen",
        "ukrainian",
        "uzbek", "welsh",
      ]
    case .fi:
      [
        "amerikkala", "bosniala", "brittilä", "englantila", "eteläafrikkala", "eteläkoreala",
        "eteläsudanila", "hollantila", "kongola", "koreala", "makedoniala", "norsunluurannikkola",
        "saudiarabiala", "sierraleonela", "skotlantila", "srilankala", "valkovenälä",
      ]
    case .sv:
      [
        "afghansk", "amerikan", "brittisk", "dansk", "engelsk", "estnisk", "finländsk", "fransk",
        "holländsk", "irländsk", "isländsk", "kines", "kirgis", "kongoles", "norsk", "polsk",
        "svensk", "tadzjik", "turkmen", "uzbek",
      ]
    }
  }
}
