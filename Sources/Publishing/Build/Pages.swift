import Composition
import DocumentModel
import Localization
import Templating
import Writing

/// The pages there are, and the names that each one’s template may use.
enum Page {
  static let web = "web/page"
  static let print = "print/page"
  static let site = "site/index"
  static let edition = "site/edition"

  private static let languages = TemplateShape.Content.list(
    TemplateShape(["address": .text, "tag": .text, "name": .text, "title": .text]))

  static let shapes: [String: TemplateShape] = [
    web: TemplateShape([
      "language": .text, "title": .text, "description": .text, "skip": .text, "style": .markup,
      "helpbar": .markup,
      "cover": .markup, "navigation": .markup, "contents": .markup, "articles": .markup,
      "helpline": .markup, "sender": .markup, "imprint": .markup,
    ]),
    print: TemplateShape([
      "language": .text, "title": .text, "description": .text, "style": .markup, "cover": .markup,
      "contents": .markup, "articles": .markup, "helpline": .markup, "sender": .markup,
      "imprint": .markup, "colophon": .markup,
    ]),
    site: TemplateShape([
      "language": .text, "publisher": .text, "title": .text, "style": .markup, "helpbar": .markup,
      "editions": .list(TemplateShape(["period": .text, "languages": languages])),
    ]),
    edition: TemplateShape([
      "language": .text, "publisher": .text, "title": .text, "period": .text, "style": .markup,
      "helpbar": .markup, "languages": languages,
    ]),
  ]
}

extension Project {
  func webPage(of edition: ComposedEdition, words: Words) -> String {
    let writer = PageWriter(edition: edition, words: words, medium: .web)
    var values = shared(writer, style: webStyle(folder: "../"))
    values["helpbar"] = .markup(writer.helpBar.html)
    values["skip"] = .text(words[.skipToContent])
    values["navigation"] = .markup(writer.navigation.html)
    return templates.render(Page.web, values)
  }

  func printPage(of edition: ComposedEdition, words: Words, on paper: Paper) -> String {
    let writer = PageWriter(edition: edition, words: words, medium: .paper(paper))
    var values = shared(writer, style: paperStyle(with: writer.chapterStyle))
    values["colophon"] = .markup(writer.typeset(writer.colophon).html)
    return templates.render(Page.print, values)
  }

  /// `folder` leads from the page to the edition’s.
  func webStyle(folder: String) -> String {
    themeStyle(folder: folder) + templates.style("web/style.css")
  }

  func paperStyle(with chapters: String) -> String {
    paperThemeStyle + templates.style("print/style.css") + chapters
  }

  private func shared(_ writer: PageWriter, style: String) -> [String: TemplateValue] {
    let edition = writer.edition
    return [
      "language": .text(edition.language),
      "title": .text("\(edition.masthead.title), \(edition.masthead.period)"),
      "description": .text(edition.masthead.standfirst), "style": .markup(style),
      "cover": .markup(writer.typeset(writer.cover).html),
      "contents": .markup(writer.typeset(writer.contents).html),
      "articles": .markup(writer.typeset(writer.articles).html),
      "helpline": .markup(writer.typeset(writer.helpline).html),
      "sender": .markup(writer.sender.html),
      "imprint": .markup(writer.typeset(writer.imprint).html),
    ]
  }

  /// All editions, newest first, each in the languages it has.
  func sitePage(_ editions: [PublishedEdition]) -> String {
    let language = publication.languages[0]
    return templates.render(
      Page.site,
      [
        "language": .text(language.tag),
        "publisher": .text(publication.publisher[language.tag] ?? ""),
        "title": .text(publication.title[language.tag] ?? ""),
        "style": .markup(webStyle(folder: siteFolder(of: editions))),
        "helpbar": .markup(helpBar(in: language)),
        "editions": .list(
          editions.map { edition in
            [
              "period": .text(language.months(of: edition.period)),
              "languages": languages(of: edition, below: "\(edition.id)/"),
            ]
          }),
      ])
  }

  /// The fonts of the list of editions are those of the newest.
  func siteFolder(of editions: [PublishedEdition]) -> String {
    editions.first.map { "\($0.id)/" } ?? ""
  }

  /// The languages of one edition, each in its own.
  func editionPage(_ edition: PublishedEdition) -> String {
    let language = edition.languages.first ?? publication.languages[0]
    return templates.render(
      Page.edition,
      [
        "language": .text(language.tag),
        "publisher": .text(publication.publisher[language.tag] ?? ""),
        "title": .text(publication.title[language.tag] ?? ""),
        "period": .text(language.months(of: edition.period)),
        "style": .markup(webStyle(folder: "")), "helpbar": .markup(helpBar(in: language)),
        "languages": languages(of: edition, below: ""),
      ])
  }

  private func helpBar(in language: Language) -> String {
    guard let words = words[language] else { return "" }
    return Writing.helpBar(publication.helpline(in: language), words: words).html
  }

  private func languages(of edition: PublishedEdition, below folder: String) -> TemplateValue {
    .list(
      edition.languages.map { language in
        let title = publication.title[language.tag] ?? ""
        return [
          "address": .text("\(folder)\(language.tag)/index.html"), "tag": .text(language.tag),
          "name": .text(language.name),
          "title": .text("\(title), \(language.months(of: edition.period))"),
        ]
      })
  }
}
