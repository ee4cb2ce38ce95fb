import Localization
import Testing

@Suite("The numbers of a text")
struct WrittenNumberTests {
  private func readings(_ text: String, _ language: Language) -> [String] {
    language.numbers(in: Array(text.utf8)).map(\.reading)
  }

  private func values(_ text: String, _ language: Language) -> [Int?] {
    language.numbers(in: Array(text.utf8)).map(\.value)
  }

  @Test("are grouped and divided as the language does it")
  func digits() {
    #expect(readings("1,051 of 2,000,000 and 4.5%", .en) == ["1051", "2000000", "4.5%"])
    #expect(readings("1\u{A0}051 ja 4,5\u{A0}% sekä 58 %", .fi) == ["1051", "4.5%", "58%"])
    #expect(readings("1 051 eller 1,051", .sv) == ["1", "051", "1.051"])
    #expect(
      readings("30.6.2021, 1.1.–30.6.2021", .fi) == [
        "30", "6", "2021", "1", "1", "30", "6", "2021",
      ])
    #expect(
      readings("\u{2212}16 and 2014–2020, 18-29", .en) == ["-16", "2014", "2020", "18", "29"])
    #expect(readings("H1, 24/7, ½, x², Ⅳ", .en) == ["1", "24", "7", "½", "²", "Ⅳ"])
    #expect(readings("12345678901234567890123", .en) == ["12345678901234567890123"])
  }

  @Test("are words too, in the forms that sentences need")
  func words() {
    #expect(
      values("Three of sixty-four, one hundred and nine, a hundred, ten\n thousand", .en)
        == [3, 64, 109, 100, 10_000])
    #expect(
      values("kolme kolmesta kolmelle kahteentoista kahdellakymmenelläviidellä neljänä", .fi)
        == [3, 3, 3, 12, 25, 4])
    #expect(values("satayhdeksän kolmesataa kaksituhatta tuhat", .fi) == [109, 300, 2000, 1000])
    #expect(values("tre, tjugotre, etthundranio, femtusen, en, ett", .sv) == [3, 23, 109, 5000])
    #expect(values("often weight stone second", .en) == [])
    #expect(values("kuusikko viisas toinen ensimmäinen", .fi) == [])
  }

  @Test("are found in every word that the language has for them", arguments: Language.allCases)
  func everyWord(_ language: Language) {
    for number in Array(2...100) + Array(stride(from: 200, through: 900, by: 100)) {
      for form in NumberCase.allCases {
        guard let word = language.words(for: number, in: form) else { continue }
        #expect(values("x \(word).", language) == [number], "\(word)")
        #expect(values(word.uppercased(), language) == [number], "\(word.uppercased())")
      }
    }
  }

  @Test("are Roman numerals and tallies too")
  func numeralsAndTallies() {
    #expect(values("IV persons, xii and MMXXI", .en) == [4, 12, 2021])
    #expect(values("Vi var i Finland. V personer", .sv) == [nil])
    #expect(values("I henkilö, III henkilöä", .fi) == [nil, 3])
    #expect(readings("I think it is civil; the IIX of VX mild", .en) == [])
    #expect(values("|||| persons, | | |, ●●●, IIII, *** and ⚂", .en) == [4, 3, 3, 4, 3, 1])
    #expect(values("a | b, https://x, …, “” and \(String(repeating: "*", count: 40))", .en) == [])
  }

  @Test("are words that say how many, whatever their case")
  func quantities() {
    #expect(
      readings("A couple of cases, half a dozen, a single person, both, a pair", .en)
        == ["couple", "half", "dozen", "single", "both", "pair"])
    #expect(
      readings("pari tapausta, puoli tusinaa, yksittäisen asiakkaan, molemmat, yksi ainoa", .fi)
        == ["pari", "tusinaa", "yksittäisen", "molemmat", "yksi", "ainoa"])
    #expect(
      readings("ett par fall, ett halvt dussin, en enda person, båda", .sv)
        == ["par", "halvt", "dussin", "en", "enda", "båda"])
    #expect(readings("respectively halfway pairing", .en) == [])
  }

  @Test("are words for groups, parts, multiples and orders, in every form")
  func groupsAndParts() {
    for (words, language) in [
      (
        "half quarter thirds fifth quartet triad handful neither twice doubling quadruple fourfold third twelfth",
        Language.en
      ),
      (
        "puolet neljännes kolmannekselle kolmasosalla kolmikolla nelihenkisen nelisen molempia neljännen "
          + "viidettä kaksinkertaistui nelinkertainen ketään kolmoset", .fi
      ),
      (
        "hälften fjärdedelen tredjedel femtedelar trio kvartetten tvåa dubbelt fördubblades ensamma fjärde "
          + "ingendera handfull trillingar", .sv
      ),
    ] {
      let count = words.split(separator: " ").count
      #expect(readings(words, language).count == count, "\(readings(words, language))")
    }
  }

  @Test("are seen through spaces within a word and letters of other shapes")
  func disguised() {
    #expect(readings("a f our of thre e, I I I I, a b", .en) == ["four", "three", "IIII"])
    #expect(readings("nel jä henkilöä", .fi) == ["neljä"])
    #expect(readings("ｆｏｕｒ and 𝐟𝐨𝐮𝐫 and ⓕⓞⓤⓡ", .en) == ["ｆｏｕｒ", "𝐟𝐨𝐮𝐫", "ⓕⓞⓤⓡ"])
    #expect(readings("fοur", .en) == ["ο"], "a Greek letter in the middle")
    #expect(readings("⠼⠙ and ᶠᵒᵘʳ and ᴠɪɪ and 🇫🇴🇺🇷", .en).count == 4)
    #expect(readings("часть of μέτρο, to the end, no r", .en) == [])
  }

  @Test("are those of the other languages too, but for short words that mean something else")
  func otherLanguages() {
    #expect(readings("kolme persons, fyra and kolmesta", .en) == ["kolme", "fyra", "kolmesta"])
    #expect(readings("three henkilöä, tjugotre", .fi) == ["three", "tjugotre"])
    #expect(readings("seven och neljälle", .sv) == ["seven", "neljälle"])
    #expect(readings("sex, fem, ten, one, tio", .fi) == [])
    #expect(readings("sex work", .en) == [])
  }
}
