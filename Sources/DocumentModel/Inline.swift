import Diagnostics

/// A run of text within a block.
package indirect enum Inline<S: Stage>: Sendable, Hashable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link(Link<S>)
  case image(Image)
  /// A line break in the source that means a space.
  case softBreak
  /// A line break that the reader sees.
  case lineBreak
  /// The number of the note in `Text.notes`, counted from 1.
  case noteReference(Int)
  case embed(S.InlineEmbed)
}

package struct Link<S: Stage>: Sendable, Hashable {
  /// As written: an address, a path, or `#id` for a place in the edition.
  package var destination: String
  package var title: String?
  /// Empty when the composition has to name the target: `[](#training)`.
  package var content: [Inline<S>]
  package var location: SourceLocation

  package init(
    destination: String, title: String?, content: [Inline<S>], location: SourceLocation
  ) {
    self.destination = destination
    self.title = title
    self.content = content
    self.location = location
  }
}

package struct Image: Sendable, Hashable {
  /// As written, relative to the article's file; once composed, relative to the edition's folder.
  package var source: String
  /// Empty for an image that only decorates.
  package var alternative: String
  package var caption: String?
  /// The values that citations in the caption became, once composed.
  package var captionValues: [PublishedValue] = []
  /// The values that the alternative text states, in order.
  package var alternativeValues: [PublishedValue] = []
  package var credit: String?
  /// It shows models, not the people that the article speaks of.
  package var isStock: Bool
  /// Pixels, or user units of a drawing; known once composed.
  package var size: Size?
  package var location: SourceLocation

  package struct Size: Sendable, Hashable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  package init(
    source: String, alternative: String, caption: String? = nil, credit: String? = nil,
    isStock: Bool = false, size: Size? = nil, location: SourceLocation
  ) {
    self.source = source
    self.alternative = alternative
    self.caption = caption
    self.credit = credit
    self.isStock = isStock
    self.size = size
    self.location = location
  }
}
