/// One edition in one language, ready for any writer.
package struct ComposedEdition: Sendable, Hashable {
  /// `2021-H1`.
  package var id: String
  /// A BCP 47 tag: `en`.
  package var language: String
  package var masthead: Masthead
  /// The numbers of the cover.
  package var keyFigures: [KeyFigure]
  package var teasers: [Teaser]
  package var contents: [ContentsEntry]
  package var articles: [Article<Composed>]
  package var helpline: Helpline
  package var imprint: Imprint
  package var colophon: Colophon
  package var sender: Sender
  /// The same edition in the languages built with it, this one included.
  package var languages: [LanguageEdition]
  /// A PDF is made of it too.
  package var hasPDF: Bool
  /// The names of everything that the edition counts by, whether a reader meets them or not.
  package var categoryNames: [String] = []

  package init(
    id: String, language: String, masthead: Masthead, keyFigures: [KeyFigure] = [],
    teasers: [Teaser], contents: [ContentsEntry], articles: [Article<Composed>],
    helpline: Helpline, imprint: Imprint, colophon: Colophon, sender: Sender,
    languages: [LanguageEdition], hasPDF: Bool = false
  ) {
    self.id = id
    self.language = language
    self.masthead = masthead
    self.keyFigures = keyFigures
    self.teasers = teasers
    self.contents = contents
    self.articles = articles
    self.helpline = helpline
    self.imprint = imprint
    self.colophon = colophon
    self.sender = sender
    self.languages = languages
    self.hasPDF = hasPDF
  }

  /// Every figure in the order a reader meets it.
  package var figures: [Figure] { articles.flatMap { $0.text.blocks.flatMap(\.figures) } }
}

/// The cover's words.
package struct Masthead: Sendable, Hashable {
  package var publisher: String
  /// The kind of publication: *Semiannual review*.
  package var title: String
  /// *January–June 2021*.
  package var period: String
  package var standfirst: String
  /// The cover's art: a band for each published table of the edition, in parts that make a whole.
  package var motif: [[MotifPart]]

  package init(
    publisher: String, title: String, period: String, standfirst: String, motif: [[MotifPart]]
  ) {
    self.publisher = publisher
    self.title = title
    self.period = period
    self.standfirst = standfirst
    self.motif = motif
  }
}

/// A part of a band of the cover's art, as long as its share of the whole.
package struct MotifPart: Sendable, Hashable {
  /// Between 0 and 1.
  package var share: Double
  /// The count that it is a share of its table with.
  package var fact: Fact

  package init(share: Double, fact: Fact) {
    self.share = share
    self.fact = fact
  }
}

/// What the cover says of one article.
package struct Teaser: Sendable, Hashable {
  package var articleID: String
  package var title: [Inline<Composed>]
  package var text: [Inline<Composed>]

  package init(articleID: String, title: [Inline<Composed>], text: [Inline<Composed>]) {
    self.articleID = articleID
    self.title = title
    self.text = text
  }
}

package struct ContentsEntry: Sendable, Hashable {
  /// An anchor of the edition.
  package var target: String
  package var title: String
  package var entries: [ContentsEntry]

  package init(target: String, title: String, entries: [ContentsEntry] = []) {
    self.target = target
    self.title = title
    self.entries = entries
  }
}

/// Where a person in need finds help, on every page.
package struct Helpline: Sendable, Hashable {
  package var title: String
  package var phone: String
  package var hours: String
  package var text: String
  /// Where a reader goes who has to leave the page at once; nil where there is no such way.
  package var exit: String?

  package init(
    title: String, phone: String, hours: String, text: String, exit: String? = nil
  ) {
    self.title = title
    self.phone = phone
    self.hours = hours
    self.text = text
    self.exit = exit
  }
}

/// Who is responsible, what the data is and how numbers are protected and rounded.
package struct Imprint: Sendable, Hashable {
  package struct Exception: Sendable, Hashable {
    package var subject: String
    package var reason: String
    package var decidedBy: String

    package init(subject: String, reason: String, decidedBy: String) {
      self.subject = subject
      self.reason = reason
      self.decidedBy = decidedBy
    }
  }

  package var title: String
  package var paragraphs: [String]
  package var exceptionsTitle: String
  package var exceptions: [Exception]
  /// *Published 21 July 2021*.
  package var release: String
  /// What its paragraphs state.
  package var values: [PublishedValue]

  package init(
    title: String, paragraphs: [String], exceptionsTitle: String, exceptions: [Exception],
    release: String, values: [PublishedValue] = []
  ) {
    self.title = title
    self.paragraphs = paragraphs
    self.exceptionsTitle = exceptionsTitle
    self.exceptions = exceptions
    self.release = release
    self.values = values
  }
}

/// How a paper was made, and how it can be compared with what is published.
package struct Colophon: Sendable, Hashable {
  package var title: String
  package var paragraphs: [String]
  /// SHA-256 of the plain text of the same edition in the same language, in groups of eight digits;
  /// empty until that is written.
  package var checksum: String

  package init(title: String, paragraphs: [String], checksum: String = "") {
    self.title = title
    self.paragraphs = paragraphs
    self.checksum = checksum
  }
}

/// The block on the back cover.
package struct Sender: Sendable, Hashable {
  /// Set in lines of its own.
  package var nameLines: [String]
  package var email: String
  /// As printed, without a scheme: `ihmiskauppa.fi/en`.
  package var web: String
  package var webAddress: String
  package var social: String

  package init(
    nameLines: [String], email: String, web: String, webAddress: String, social: String
  ) {
    self.nameLines = nameLines
    self.email = email
    self.web = web
    self.webAddress = webAddress
    self.social = social
  }
}

package struct LanguageEdition: Sendable, Hashable {
  /// A BCP 47 tag.
  package var language: String
  /// The language's name for itself.
  package var name: String

  package init(language: String, name: String) {
    self.language = language
    self.name = name
  }
}

extension Block where S == Composed {
  /// The figures in the block, in order.
  package var figures: [Figure] {
    switch content {
    case .embed(.figure(let figure)): [figure]
    case .embed(.course(let course)): course.text.flatMap(\.figures)
    case .quote(let blocks): blocks.flatMap(\.figures)
    case .box(let box): box.content.flatMap(\.figures)
    case .list(let list): list.entries.joined().flatMap(\.figures)
    case .paragraph, .heading, .table, .preformatted, .picture, .thematicBreak, .embed: []
    }
  }
}
