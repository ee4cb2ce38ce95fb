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
    #expect(values("often weight stone seventeenth", .en) == [])
    #expect(values("kolmas kuusikko viisas", .fi) == [])
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
}
