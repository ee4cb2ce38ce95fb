import Localization
import Testing

@testable import Composition

@Suite("Punctuation")
struct TypographyTests {
  @Test(
    "quotation marks, apostrophes and dashes are set as each language does",
    arguments: [
      (Language.en, "\"It's 'so',\" she said.", "“It’s ‘so’,” she said."),
      (.fi, "\"Niin\", hän sanoi.", "”Niin”, hän sanoi."),
      (.sv, "\"Så\", sade hon.", "”Så”, sade hon."),
      (.en, "2014--2020 and --- so...", "2014–2020 and — so…"),
      (.en, "(\"in brackets\")", "(“in brackets”)"),
      (.en, "the '90s", "the ’90s"),
      (.en, "women’s “own”", "women’s “own”"),
      (.fi, "5\u{A0}\u{A0}000 pit\u{AD}\u{AD}kä", "5\u{A0}000 pit\u{AD}kä"),
    ])
  func marks(language: Language, written: String, read: String) {
    var typographer = Typographer(language: language)
    #expect(typographer.set(written) == read)
  }

  @Test("a mark after a number that was cited closes")
  func afterCitation() {
    var typographer = Typographer(language: .en)
    #expect(typographer.set("\"") == "“")
    typographer.pass("109")
    #expect(typographer.set("\"") == "”")
  }

  @Test("anchors are plain, and no two places have the same")
  func anchors() {
    var anchors = Anchors()
    #expect(
      anchors.anchor(for: "Ilman oleskeluoikeutta – Äiti’s 2!") == "ilman-oleskeluoikeutta-aitis-2")
    #expect(anchors.anchor(for: "Same") == "same")
    #expect(anchors.anchor(for: "Same") == "same-2")
    #expect(anchors.anchor(for: "Contents") == "contents-2")
    #expect(anchors.anchor(for: "…") == "section")
    anchors.define("all-clients", name: "Figure 12")
    anchors.define(articleID: "all-clients", name: "All clients")
    #expect(anchors["all-clients"] == "Figure 12")
    #expect(anchors.anchor(ofArticle: "all-clients") == "all-clients-article")
  }
}
