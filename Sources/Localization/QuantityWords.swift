extension Language {
  /// Words in small letters that say how many without being numerals: *a couple*, *both*, *a dozen*.
  ///
  /// Fractions and ordinals are not among them.
  var quantityWords: [String] {
    switch self {
    case .en:
      [
        "both", "couple", "couples", "pair", "pairs", "dozen", "dozens", "single", "singly", "sole",
        "solitary", "lone", "once", "twice", "thrice", "duo", "trio", "quartet", "quintet",
        "twosome", "threesome", "foursome", "twofold", "threefold", "fourfold", "nobody", "none",
        "score", "scores",
      ]
    case .sv:
      [
        "båda", "bådas", "bägge", "bägges", "par", "paret", "dussin", "dussinet", "dussintal",
        "dussintals", "enda", "ende", "ensam", "ensamt", "enstaka", "ingen", "duo", "trio",
        "kvartett",
        "kvintett", "tjog", "tjogtals", "engång", "tvåfaldigt", "trefaldigt", "noll",
      ]
    case .fi:
      bent(
        "molemm", "at|ille|illa|ilta|issa|ista|iin|ia|ien|ina")
        + bent("pari", "|n|a|lla|lle|lta|ssa|sta|in|na|ksi|kin|t|en|sen|kymmentä")
        + bent("tusina", "|n|a|lla|lle|lta|ssa|sta|an|na|ksi|t|ttain")
        + bent("yksittäi", "nen|sen|stä|selle|sellä|seltä|sessä|sestä|seen|senä|set|siä|sten|sille")
        + bent("ainoa", "|n|a|lle|lla|lta|ssa|sta|an|na|t|staan")
        + bent("kump", "ikin|ikaan|aakin|aakaan")
        + bent("kumma", "nkin|nkaan|llekin|llakin|ltakin|ssakin|stakin")
        + bent("kolmik", "ko|on|koa") + bent("nelik", "ko|on|koa") + bent("viisik", "ko|on|koa")
        + bent("kaksik", "ko|on|koa")
        + ["kerran", "kahdesti", "kolmesti", "neljästi", "viidesti", "kukaan", "duo", "trio"]
    }
  }

  private func bent(_ stem: String, _ endings: String) -> [String] {
    endings.split(separator: "|", omittingEmptySubsequences: false).map { stem + $0 }
  }
}
