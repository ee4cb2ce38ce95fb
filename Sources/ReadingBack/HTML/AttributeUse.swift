/// What an attribute is for, as far as numbers in it go.
enum AttributeUse {
  /// How something looks or behaves; its numbers count nothing.
  case layout
  /// A name of a place on the page, or names of places.
  case identifier
  case address
  /// The place or extent of a mark in a drawing.
  case measure
  /// Everything else may tell a reader something.
  case telling

  init(_ name: String, of element: String, isDrawn: Bool) {
    if isDrawn, AttributeUse.measureNames.contains(name), AttributeUse.marks.contains(element) {
      self = .measure
    } else if AttributeUse.layoutNames.contains(name) {
      self = .layout
    } else if AttributeUse.identifierNames.contains(name) {
      self = .identifier
    } else if AttributeUse.addressNames.contains(name) {
      self = .address
    } else {
      self = .telling
    }
  }

  /// Elements that draw.
  static let marks: Set<String> = [
    "rect", "line", "circle", "ellipse", "path", "polyline", "polygon", "text", "use", "image",
  ]

  private static let measureNames: Set<String> = [
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height",
    "d", "points", "transform",
  ]

  private static let layoutNames: Set<String> = [
    "class", "width", "height", "viewbox", "preserveaspectratio", "charset", "media", "sizes",
    "colspan", "rowspan", "xmlns", "version", "fill", "stroke", "stroke-width", "font-size",
    "font-weight", "opacity", "stroke-dasharray",
  ]

  /// Attributes that need no number, and say nothing as long as they have none.
  static let wordNames: Set<String> = [
    "role", "lang", "hreflang", "dir", "loading", "decoding", "rel", "type", "scope", "http-equiv",
    "text-anchor", "aria-hidden", "aria-current", "focusable", "target", "open", "font-family",
    "stroke-linecap", "stroke-linejoin", "display", "tabindex",
  ]

  private static let identifierNames: Set<String> = [
    "id", "name", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls",
    "aria-owns", "aria-details",
  ]

  private static let addressNames: Set<String> = [
    "href", "src", "action", "cite", "poster", "srcset",
  ]
}
