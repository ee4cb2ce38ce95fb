import DocumentModel

/// A form of the publication that readers meet.
package enum Surface: String, Sendable, Hashable, CaseIterable {
  case webPage
  case print
  case plainText
  /// Speaks no language.
  case dataFile

  /// Those in which an edition appears in each language.
  package static let renditions: [Surface] = [.webPage, .print, .plainText]
}

/// One statement of an edition: a number where a reader meets it, or words that tell as much.
package struct LedgerEntry: Sendable, Hashable {
  /// Where on the surface it stands.
  package enum Place: Sendable, Hashable {
    /// The title and description that a browser shows.
    case page
    /// The line at the head of a page that says where help is.
    case helpBar
    case cover
    case contents
    /// By anchor.
    case article(String)
    case figure(String)
    case helpline
    case imprint
    case colophon
    case sender
  }

  /// What it is part of there.
  package enum Role: Sendable, Hashable {
    case pageTitle
    case pageDescription
    case masthead
    case teaser
    case contentsEntry
    case title
    case kicker
    case standfirst
    case authors
    case prose
    case heading
    /// A cell of a table typed by hand.
    case textCell
    case keyFigure
    case keyFigureNote
    case course
    case contact
    case pullQuote
    case funder
    case alternative
    case caption
    case note
    /// The title of a link, which some browsers show.
    case linkTitle
    /// An address printed in the text.
    case address
    /// The number of an article, section, note, list entry or address.
    case ordinal
    /// A number in an attribute: by which a note is called, with which a list begins.
    case label
    case figureNumber
    case figureTitle
    case measureLine
    case figureNote
    case source
    case description
    case stubHead
    case columnHead(Int)
    case rowLabel(Int)
    case cell(row: Int, column: Int)
    /// A text of a drawing, by the drawing of the figure and the order in which it is drawn there.
    case chartLabel(drawing: Int, label: Int)
    /// How long a bar or how far a point is; what it is worth stands in the fact.
    case chartMark(series: Int, category: Int)
    /// How long a part of a band of the cover's art is.
    case motif(band: Int, part: Int)
    /// A field of a data file, by the line of its cell.
    case field(Int)
    case backMatter
  }

  package enum Statement: Sendable, Hashable {
    case fact(Fact)
    /// A number that counts nothing: a day, a time, a telephone, an address, a law, a number of order.
    case literal
  }

  package var edition: String
  /// A BCP 47 tag; empty for what speaks no language.
  package var language: String
  package var surface: Surface
  package var place: Place
  package var role: Role
  package var statement: Statement
  /// As written; empty where nothing is printed, as for claims and lengths.
  package var text: String
  /// How a scan of the language reads it; nil for what is no number.
  package var reading: String?

  package init(
    edition: String, language: String, surface: Surface, place: Place, role: Role,
    statement: Statement, text: String, reading: String?
  ) {
    self.edition = edition
    self.language = language
    self.surface = surface
    self.place = place
    self.role = role
    self.statement = statement
    self.text = text
    self.reading = reading
  }
}

extension LedgerEntry {
  package var fact: Fact? {
    if case .fact(let fact) = statement { fact } else { nil }
  }
}

/// A paragraph, cell, caption or label with its entries in the order in which they stand.
package struct LedgerPassage: Sendable, Hashable {
  package var place: LedgerEntry.Place
  package var role: LedgerEntry.Role
  /// In UTF-8, without marks that no reader sees.
  package var text: [UInt8]
  package var entries: [LedgerEntry]
  /// For each entry the bytes of the text that it takes.
  package var ranges: [Range<Int>]
}
