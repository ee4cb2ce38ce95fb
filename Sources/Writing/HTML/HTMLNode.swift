/// A piece of HTML or inline SVG.
///
/// There is no way to put text in it that is not escaped.
package indirect enum HTMLNode: Sendable, Hashable {
  case text(String)
  case element(String, [Attribute], [HTMLNode])

  package struct Attribute: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// `("class", "lead")` pairs; a pair without a value is left out.
  static func tag(
    _ name: String, _ attributes: [(String, String?)] = [], _ children: [HTMLNode] = []
  ) -> HTMLNode {
    let present = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0) }
    }
    return .element(name, present, children)
  }

  static func tag(
    _ name: String, _ attributes: [(String, String?)] = [], _ text: String
  ) -> HTMLNode {
    tag(name, attributes, [.text(text)])
  }
}

extension [HTMLNode] {
  /// HTML, escaped for each place.
  package var html: String {
    var html = ""
    for node in self { node.write(to: &html) }
    return html
  }
}

extension HTMLNode {
  fileprivate func write(to html: inout String) {
    switch self {
    case .text(let text):
      html += escaped(text)
    case .element(let name, let attributes, let children):
      html += "<\(name)"
      for attribute in attributes {
        html += " \(attribute.name)=\"\(escaped(attribute.value))\""
      }
      if strokes.contains(name), children.isEmpty {
        html += "/>"
      } else {
        html += ">"
        if !void.contains(name) {
          for child in children { child.write(to: &html) }
          html += "</\(name)>"
        }
      }
      // A line a block, so that two editions can be compared line by line.
      if blocks.contains(name) { html += "\n" }
    }
  }
}

/// Text for an element or a quoted attribute.
///
/// Goes by code points: an accent that follows a `<` must not hide it.
package func escaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result.append(contentsOf: "&amp;".unicodeScalars)
    case "<": result.append(contentsOf: "&lt;".unicodeScalars)
    case ">": result.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
    case "'": result.append(contentsOf: "&#39;".unicodeScalars)
    case "\n", "\t": result.append(scalar)
    case _ where scalar.properties.generalCategory == .control: break
    default: result.append(scalar)
    }
  }
  return String(result)
}

private let void: Set<String> = ["br", "col", "hr", "img", "link", "meta", "wbr"]
private let strokes: Set<String> = ["rect", "line", "circle"]
private let blocks: Set<String> = [
  "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt",
  "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
  "main",
  "nav", "ol", "p", "pre", "section", "summary", "svg", "table", "tbody", "thead", "tr", "ul",
  "rect", "line", "circle", "text",
]
