/// What an attribute is for, as far as it can tell a number to a reader.
///
/// `ReadElement` has them all, with what programs read in them.
enum AttributeUse {
  /// The place or extent of a mark in a drawing.
  case measure
  /// Words that some readers meet.
  case words
  /// For programs.
  case name

  init(_ name: String, of element: String, isDrawn: Bool) {
    if isDrawn, AttributeUse.measures.contains(name), AttributeUse.marks.contains(element) {
      self = .measure
    } else {
      self = AttributeUse.spoken.contains(name) ? .words : .name
    }
  }

  /// Elements that draw.
  static let marks: Set<String> = [
    "rect", "line", "circle", "ellipse", "path", "polyline", "polygon", "text", "use", "image",
  ]

  private static let measures: Set<String> = [
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height",
    "d", "points", "transform",
  ]

  private static let spoken: Set<String> = [
    "alt", "title", "aria-label", "aria-description", "content", "start",
  ]
}
