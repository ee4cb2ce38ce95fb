import Localization
import Testing

@Suite("Soft hyphens")
struct HyphenationTests {
  private func broken(_ word: String, _ language: Language, shortest: Int = 9) -> String {
    Hyphenation(language: language, shortest: shortest)(word).replacing("\u{AD}", with: "-")
  }

  @Test(
    "Finnish words break between syllables and at the seams of compounds",
    arguments: [
      ("ihmiskauppa", "ihmis-kauppa"), ("rikosuhripäivystys", "rikos-uhri-päi-vys-tys"),
      ("auttamisjärjestelmä", "aut-ta-mis-jär-jes-telmä"),
      ("pakkoavioliitto", "pakko-avio-liitto"),
      ("vastaanottokeskukset", "vas-taa-not-to-kes-kuk-set"),
      ("oleskelulupa", "oles-ke-lu-lupa"), ("ihmisoikeuksien", "ihmis-oikeuk-sien"),
      ("rikosprosessi", "rikos-pro-sessi"), ("turvapaikanhakija", "tur-va-pai-kan-ha-kija"),
      ("Maahanmuuttovirasto", "Maa-han-muut-to-vi-rasto"),
      ("erityisasiantuntija", "eri-tyis-asian-tun-tija"), ("siivousalalla", "sii-vous-alalla"),
      ("riskialoilla", "riski-aloilla"), ("kansalaisuus", "kan-sa-lai-suus"),
      ("työelämään", "työ-elä-mään"), ("pääasialliset", "pää-asial-li-set"),
      ("hyväksikäyttö", "hyväk-si-käyttö"), ("oikeusavustajat", "oikeus-avus-ta-jat"),
    ])
  func finnish(word: String, expected: String) {
    #expect(broken(word, .fi) == expected)
  }

  @Test(
    "Swedish compounds break between their parts, with the linking s before the break",
    arguments: [
      ("människohandel", "människo-handel"), ("hjälpsystemet", "hjälp-systemet"),
      ("tvångsäktenskap", "tvångs-äktenskap"), ("uppehållstillstånd", "uppehålls-tillstånd"),
      ("brottsofferjouren", "brotts-offer-jouren"), ("halvårsöversikt", "halvårs-översikt"),
      ("åklagarmyndigheten", "åklagar-myn-dig-he-ten"), ("arbetsgivare", "arbets-givare"),
      ("migrationsverket", "migrations-verket"), ("ansvarsfrågor", "ansvars-frågor"),
      ("kostnadsfria", "kostnads-fria"), ("personalarbete", "personal-arbete"),
      ("företagsansvar", "företags-ansvar"), ("beskriver", "beskri-ver"),
      ("Afghanistan", "Afgha-nistan"), ("verksamhetsställen", "verksamhets-ställen"),
      ("utbildningarna", "utbildningarna"),
    ])
  func swedish(word: String, expected: String) {
    #expect(broken(word, .sv) == expected)
  }

  @Test(
    "in a heading a compound is broken between its parts",
    arguments: [
      ("Puolivuotiskatsaus", "Puolivuotis-katsaus"),
      ("Maahanmuuttovirasto", "Maahanmuutto-virasto"),
      ("auttamisjärjestelmästä", "auttamis-järjestelmästä"),
      ("hyväksikäytetyistä", "hyväksi-käytetyistä"), ("kansalaisuuksia", "kan-sa-lai-suuk-sia"),
    ])
  func headings(word: String, expected: String) {
    let hyphenation = Hyphenation(language: .fi, shortest: 12, prefersSeams: true)
    #expect(hyphenation(word).replacing("\u{AD}", with: "-") == expected)
  }

  @Test("English, short words, addresses and what is hyphenated by hand stay as they are")
  func untouched() {
    #expect(broken("confidentiality", .en) == "confidentiality")
    #expect(broken("kauppa", .fi) == "kauppa")
    for text in ["ihmiskauppa.auttamisjarjestelma@migri.fi", "https://www.ihmiskauppa.fi/fi"] {
      #expect(broken(text, .fi) == text)
    }
    #expect(broken("ihmis\u{AD}kauppajuttu", .fi) == "ihmis-kauppajuttu")
  }

  @Test("punctuation and capitals stand where they stood")
  func punctuation() {
    #expect(broken("(IHMISKAUPPA), ”ihmiskaupan”.", .fi) == "(IHMIS-KAUPPA), ”ihmis-kau-pan”.")
    #expect(
      broken("Uhrien auttamisjärjestelmä ja EU-kansalaisuus", .fi).contains("EU-kan-sa-lai-suus"))
  }

  @Test("nothing but soft hyphens is added, whatever the word")
  func lossless() {
    for word in [
      "Ångströmsjögatan", "x", "aaaaaaaaaaaaaaaa", "strtsktrstkrtr", "Œuvrejääkiekkoilija",
    ] {
      for language in Language.allCases {
        let hyphenated = Hyphenation(language: language, shortest: 5)(word)
        #expect(hyphenated.replacing("\u{AD}", with: "") == word)
      }
    }
  }
}
