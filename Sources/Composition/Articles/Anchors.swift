import Diagnostics
import DocumentModel
import Statistics

/// The places of an edition that a text can point to, and how each is called in the text.
struct Anchors {
  private var names: [String: String] = [:]
  private var articles: [String: String] = [:]
  private var taken: Set<String>

  /// Names of the page itself that no anchor may take.
  private static let reserved = [
    "main", "contents", "cover", "imprint", "sender", "helpline", "teasers", "key-figures",
    "helpline-title", "imprint-title", "colophon-title",
  ]

  init() {
    taken = Set(Anchors.reserved)
  }

  /// `name` is what a reference reads: *Figure 7*, the title of an article.
  mutating func define(_ id: String, name: String) {
    taken.insert(id)
    names[id] = name
  }

  /// An article has its own name, unless a figure has it.
  mutating func define(articleID id: String, name: String) {
    articles[id] = names[id] == nil ? id : "\(id)-article"
    define(self.anchor(ofArticle: id), name: name)
  }

  func anchor(ofArticle id: String) -> String { articles[id] ?? id }

  subscript(id: String) -> String? { names[id] }

  var known: [String] { names.keys.sorted() }

  /// An anchor made from words, which no other place has.
  mutating func anchor(for words: String) -> String {
    let base = Anchors.slug(words)
    var candidate = base
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(base)-\(number)"
      number += 1
    }
    return candidate
  }

  /// Small letters of the alphabet, digits and hyphens.
  static func slug(_ words: String) -> String {
    var slug = ""
    for scalar in words.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case "å", "ä", "à", "á": slug += "a"
      case "ö", "ó", "ø": slug += "o"
      case "é", "è": slug += "e"
      case "ü": slug += "u"
      case "'", "’", "\u{AD}": break
      default: if !slug.isEmpty, slug.last != "-" { slug += "-" }
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "section" : slug
  }
}

extension Diagnostic {
  static func anchorMissing(
    _ id: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .anchorMissing, at: location, "The edition has no place named “\(id)”",
      help: suggestion(for: id, among: known, kind: "places"))
  }
}
