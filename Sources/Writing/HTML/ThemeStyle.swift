import Palette

/// The part of a style sheet that a theme decides: colours, and the fonts that a page carries.
package struct ThemeStyle: Sendable {
  package struct FontFace: Sendable {
    package let family: String
    package let weight: Int
    package let isItalic: Bool
    /// An address relative to the page, or a data address.
    package let source: String

    package init(family: String, weight: Int, isItalic: Bool, source: String) {
      self.family = family
      self.weight = weight
      self.isItalic = isItalic
      self.source = source
    }
  }

  package let light: Palette
  package let dark: Palette
  /// Families to be tried first, for text, headings and figures.
  package let text: String?
  package let headings: String?
  package let figures: String?

  package init(
    light: Palette, dark: Palette, text: String?, headings: String?, figures: String?
  ) {
    self.light = light
    self.dark = dark
    self.text = text
    self.headings = headings
    self.figures = figures
  }

  private static let serif =
    "\"Iowan Old Style\", \"Palatino Linotype\", Georgia, \"Liberation Serif\", serif"
  private static let sans =
    "system-ui, \"Segoe UI\", \"Helvetica Neue\", Arial, \"Liberation Sans\", sans-serif"

  /// On paper everything is light.
  package func css(fonts: [FontFace], isPaper: Bool) -> String {
    var lines = fonts.map { font in
      "@font-face { font-family: \"\(font.family)\"; font-weight: \(font.weight); "
        + "font-style: \(font.isItalic ? "italic" : "normal"); font-display: swap; "
        + "src: url(\"\(font.source)\") format(\"woff2\"); }"
    }
    func stack(_ family: String?, _ others: String) -> String {
      (family.map { "\"\($0)\", " } ?? "") + others
    }
    lines.append(
      ":root { --serif: \(stack(text, Self.serif)); --display: \(stack(headings, Self.serif)); "
        + "--sans: \(stack(figures, Self.sans)); }")
    lines.append(":root { \(properties(of: light)) }")
    if !isPaper {
      lines.append(
        "@media screen and (prefers-color-scheme: dark) { :root { \(properties(of: dark)) } }")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func properties(of palette: Palette) -> String {
    ColourRole.allCases.map { "--\($0.rawValue): \(palette[$0].hex);" }.joined(separator: " ")
  }
}
