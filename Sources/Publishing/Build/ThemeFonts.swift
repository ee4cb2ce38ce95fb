import Composition
import Diagnostics
import Foundation
import Writing

extension Project {
  /// The theme’s part of a page’s style sheet; `folder` leads from the page to the edition’s.
  func themeStyle(folder: String) -> String {
    style.css(fonts: faces { "\(folder)\(fontPath(of: $0))" }, isPaper: false)
  }

  /// The same for paper, where the fonts are in the page itself.
  var paperThemeStyle: String {
    let faces = faces { file in
      "data:font/woff2;base64,\(Data(file.bytes).base64EncodedString())"
    }
    return style.css(fonts: faces, isPaper: true)
  }

  /// The fonts as files of an edition.
  func fontFiles(of edition: String) -> [Rendition] {
    fonts.map { Rendition(path: "\(edition)/\(fontPath(of: $0))", bytes: $0.bytes) }
  }

  private var style: ThemeStyle {
    let theme = publication.theme
    return ThemeStyle(
      light: theme.light, dark: theme.dark, text: theme.families[.text],
      headings: theme.families[.headings], figures: theme.families[.figures])
  }

  private func faces(_ source: (SourceFile) -> String) -> [ThemeStyle.FontFace] {
    zip(publication.theme.fonts, fonts).map { font, file in
      ThemeStyle.FontFace(
        family: font.family, weight: font.weight, isItalic: font.isItalic, source: source(file))
    }
  }

  /// Named by what it holds, so that a font that changes is another file.
  private func fontPath(of file: SourceFile) -> String {
    "fonts/\(digest(of: file.bytes).prefix(16)).woff2"
  }
}
