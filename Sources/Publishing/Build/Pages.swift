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
      "cover": .markup, "navigation": .markup, "contents": .markup, "articles": .markup,
      "helpline": .markup, "sender": .markup, "imprint": .markup,
    ]),
    print: TemplateShape([
      "language": .text, "title": .text, "description": .text, "style": .markup, "cover": .markup,
      "contents": .markup, "articles": .markup, "helpline": .markup, "sender": .markup,
      "imprint": .markup,
    ]),
    site: TemplateShape([
      "language": .text, "publisher": .text, "title": .text, "style": .markup,
      "editions": .list(TemplateShape(["period": .text, "languages": languages])),
    ]),
    edition: TemplateShape([
      "language": .text, "publisher": .text, "title": .text, "period": .text, "style": .markup,
      "languages": languages,
    ]),
  ]
}

extension Project {
  func webPage(of edition: ComposedEdition, words: Words) -> String {
    let writer = PageWriter(edition: edition, words: words, medium: .web)
    var values = shared(writer, style: "web/style.css")
    values["skip"] = .text(words[.skipToContent])
    values["navigation"] = .markup(writer.navigation.html)
    return templates.render(Page.web, values)
  }

  /// `images` holds each image of the edition as a data address.
  func printPage(
    of edition: ComposedEdition, words: Words, images: [String: String]
  ) -> String {
    let medium = Medium.print(address: "\(publication.site)\(edition.id)/", images: images)
    let writer = PageWriter(edition: edition, words: words, medium: medium)
    return templates.render(Page.print, shared(writer, style: "print/style.css"))
  }

  private func shared(_ writer: PageWriter, style: String) -> [String: TemplateValue] {
    let edition = writer.edition
    return [
      "language": .text(edition.language),
      "title": .text("\(edition.masthead.title), \(edition.masthead.period)"),
      "description": .text(edition.masthead.standfirst), "style": .markup(templates.style(style)),
      "cover": .markup(writer.cover.html), "contents": .markup(writer.contents.html),
      "articles": .markup(writer.articles.html), "helpline": .markup(writer.helpline.html),
      "sender": .markup(writer.sender.html), "imprint": .markup(writer.imprint.html),
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
        "style": .markup(templates.style("web/style.css")),
        "editions": .list(
          editions.map { edition in
            [
              "period": .text(language.months(of: edition.period)),
              "languages": languages(of: edition, below: "\(edition.id)/"),
            ]
          }),
      ])
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
        "style": .markup(templates.style("web/style.css")),
        "languages": languages(of: edition, below: ""),
      ])
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
