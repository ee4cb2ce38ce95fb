import Charting

/// What the tags of pages are made of: the elements, the attributes of each, and what those may hold.
///
/// Whatever the writers write stands here, and little more: any other name or value could tell a number.
enum PageVocabulary {
  /// What the value of an attribute has to be.
  enum Content {
    case oneOf(Set<String>)
    /// Names that the style sheet or the writers know.
    case classes
    /// Anchors, or names without numbers.
    case anchors
    case address
    /// Several images with the width of each.
    case sources
    /// Of an image, as it is.
    case size
    /// Of a `meta`, by its name.
    case metadata
    /// Looked at with the sentences or with a drawing.
    case elsewhere
  }

  static let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "blockquote", "body", "br", "caption",
    "circle",
    "cite", "code", "dd", "desc", "details", "div", "dl", "dt", "em", "figcaption", "figure",
    "footer",
    "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "li",
    "line",
    "main", "meta", "nav", "ol", "p", "pre", "q", "rect", "s", "section", "small", "span", "strong",
    "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "text", "th", "thead", "title",
    "tr", "ul",
  ]

  /// Nil for an attribute that no page has there.
  static func content(of attribute: String, in element: String, isDrawn: Bool) -> Content? {
    anywhere[attribute] ?? (isDrawn ? drawn[element] : plain[element])?[attribute]
  }

  private static let languages: Set<String> = ["fi", "sv", "en"]

  private static let anywhere: [String: Content] = [
    "class": .classes, "id": .anchors, "aria-labelledby": .anchors, "aria-label": .elsewhere,
    "aria-hidden": .oneOf(["true"]), "lang": .oneOf(languages),
    "role": .oneOf(["note", "region", "group", "img"]), "tabindex": .oneOf(["0", "-1"]),
  ]

  private static let plain: [String: [String: Content]] = [
    "a": [
      "href": .address, "title": .elsewhere, "hreflang": .oneOf(languages),
      "aria-current": .oneOf(["page"]), "rel": .oneOf(["noopener", "noreferrer", "external"]),
    ],
    "img": [
      "src": .address, "srcset": .sources, "sizes": .oneOf(["(min-width: 50rem) 46rem, 100vw"]),
      "alt": .elsewhere, "width": .size, "height": .size,
      "loading": .oneOf(["lazy", "eager"]), "decoding": .oneOf(["async", "sync"]),
    ],
    "meta": [
      "charset": .oneOf(["utf-8"]), "name": .oneOf(["viewport", "color-scheme", "description"]),
      "http-equiv": .oneOf(["Content-Security-Policy"]), "content": .metadata,
    ],
    "ol": ["start": .elsewhere],
    "th": ["scope": .oneOf(["col", "row"])],
  ]

  private static let drawn: [String: [String: Content]] = [
    "svg": [
      "width": .oneOf(["100%"]), "height": .elsewhere, "style": .elsewhere,
      "viewbox": .oneOf(["0 0 1000 600"]),
      "preserveaspectratio": .oneOf(["xMaxYMax meet", "none"]),
    ],
    "g": ["display": .oneOf(["none"])],
    "rect": places("x", "y", "width", "height"),
    "line": places("x1", "y1", "x2", "y2"),
    "circle": places("cx", "cy", "r"),
    "text": places("x", "dx", "y").merging(
      ["text-anchor": .oneOf(["start", "middle", "end"])]) { $1 },
  ]

  private static func places(_ names: String...) -> [String: Content] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, .elsewhere) })
  }

  /// What `content` holds, by the name of the `meta`.
  static let metadata: [String: Set<String>] = [
    "viewport": ["width=device-width, initial-scale=1"],
    "color-scheme": ["light dark", "light", "dark"],
  ]

  /// The words of a policy that says what a page may load.
  static let policy: Set<String> = [
    "default-src", "style-src", "img-src", "font-src", "script-src", "connect-src", "object-src",
    "frame-src", "base-uri", "form-action", "'none'", "'self'", "'unsafe-inline'", "data:",
  ]

  /// Classes that the writers write, those of the marks of drawings aside.
  static let classes: Set<String> = Set([
    "back", "body", "box", "box-label", "byline", "caption", "caution", "centered", "chart",
    "contact",
    "contact-name", "course", "cover", "credit", "data", "editions", "entry", "figure",
    "figure-note",
    "foot",
    "forms", "funder", "funder-block", "funder-name", "grid", "hotline", "hours", "important",
    "imprint", "keyfigures", "kicker", "lang", "lead", "measure", "motif", "n", "nameplate", "no",
    "note", "note-ref", "notes", "number", "others", "picture", "publisher", "pull", "scroll",
    "sender", "sender-name", "skip", "slogan", "source", "speaker", "stand", "teaser-title",
    "teasers",
    "tel", "tip", "toc", "total", "warning", "wrap",
  ]).union(Chart.Form.allCases.map(\.rawValue))
}
