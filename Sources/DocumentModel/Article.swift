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
  package var location: SourceLocation

  package init(
    id: String, title: [Inline<S>], shortTitle: [Inline<S>]? = nil, kicker: [Inline<S>]? = nil,
    standfirst: [Inline<S>]? = nil, teaser: [Inline<S>]? = nil, authors: [String] = [],
    image: Image? = nil, text: Text<S>, location: SourceLocation
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
    self.location = location
  }
}
