import Diagnostics

/// An article: its front matter and its text.
package struct Article<S: Stage>: Sendable, Hashable {
  /// The file's name without its ending; the anchor of the article.
  package var id: String
  package var title: [Inline<S>]
  /// For the contents, where the title is long.
  package var shortTitle: [Inline<S>]?
  /// A word or two above the title.
  package var kicker: [Inline<S>]?
  package var standfirst: [Inline<S>]?
  /// What the cover says of the article.
  package var teaser: [Inline<S>]?
  package var authors: [String]
  package var image: Image?
  package var text: Text<S>
  /// Of what it is a translation.
  package var translation: Translation?
  /// Readers of this language get it later; it holds only a title and a word that says so.
  package var isPublishedLater: Bool
  package var location: SourceLocation

  package init(
    id: String, title: [Inline<S>], shortTitle: [Inline<S>]? = nil, kicker: [Inline<S>]? = nil,
    standfirst: [Inline<S>]? = nil, teaser: [Inline<S>]? = nil, authors: [String] = [],
    image: Image? = nil, text: Text<S>, translation: Translation? = nil,
    isPublishedLater: Bool = false, location: SourceLocation
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.kicker = kicker
    self.standfirst = standfirst
    self.teaser = teaser
    self.authors = authors
    self.image = image
    self.text = text
    self.translation = translation
    self.isPublishedLater = isPublishedLater
    self.location = location
  }
}

/// The original of a translation, as it was when it was translated.
package struct Translation: Sendable, Hashable {
  /// A BCP 47 tag.
  package var language: String
  /// Of each paragraph of the original.
  package var digests: [String]
  package var location: SourceLocation

  package init(language: String, digests: [String], location: SourceLocation) {
    self.language = language
    self.digests = digests
    self.location = location
  }
}
