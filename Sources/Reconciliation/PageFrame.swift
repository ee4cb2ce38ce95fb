/// What a page holds besides the statements of its edition.
package struct PageFrame: Sendable {
  /// The address of the edition’s folder, which some addresses begin with.
  package var base: String
  /// The style sheet that stands in the page.
  package var style: String
  /// What the program says itself; `{number}` stands for a number.
  package var phrases: [String]
  /// How large the edition’s images are, in figures, by their addresses.
  package var images: [String: (width: String, height: String)]

  package init(
    base: String, style: String, phrases: [String],
    images: [String: (width: String, height: String)]
  ) {
    self.base = base
    self.style = style
    self.phrases = phrases
    self.images = images
  }
}
