/// What a colour is for; its name is that in `publication.yaml` and in style sheets.
package enum ColourRole: String, Sendable, Hashable, CaseIterable {
  /// The page, and what is set apart on it.
  case paper
  case tint
  case line
  /// Text, and text that may stand back.
  case ink
  case soft
  /// Kickers and rules that lead the eye.
  case accent
  case link
  case focus
  /// Cover and helpline, with what is written on them.
  case brand
  case onBrand = "on-brand"
  case onBrandSoft = "on-brand-soft"
  case onBrandAccent = "on-brand-accent"
  /// The series of charts, in their order.
  case series1 = "s1"
  case series2 = "s2"
  case series3 = "s3"
  case series4 = "s4"

  package static let series: [ColourRole] = [.series1, .series2, .series3, .series4]
}

/// The colours of one page, light or dark.
package struct Palette: Sendable, Hashable {
  private var colours: [ColourRole: Colour]

  /// Roles that are not named keep their colour of `base`.
  package init(_ colours: [ColourRole: Colour], over base: Palette) {
    self.colours = base.colours.merging(colours) { $1 }
  }

  private init(_ hex: [(ColourRole, String)]) {
    colours = [:]
    for (role, hex) in hex { colours[role] = Colour(hex: hex) }
    precondition(ColourRole.allCases.allSatisfy { colours[$0] != nil })
  }

  package subscript(role: ColourRole) -> Colour {
    colours[role] ?? Colour(red: 0, green: 0, blue: 0)
  }

  package func replacing(_ role: ColourRole, with colour: Colour) -> Palette {
    Palette([role: colour], over: self)
  }

  package static let light = Palette([
    (.paper, "#ffffff"), (.tint, "#f3f5f8"), (.line, "#d5dbe4"), (.ink, "#14203a"),
    (.soft, "#4a5870"), (.accent, "#ac3f1c"), (.link, "#14508c"), (.focus, "#8a5a00"),
    (.brand, "#10294a"), (.onBrand, "#ffffff"), (.onBrandSoft, "#cbd8ea"),
    (.onBrandAccent, "#f3b79c"), (.series1, "#173d6b"), (.series2, "#d9683a"),
    (.series3, "#5e1a24"), (.series4, "#2196a0"),
  ])

  package static let dark = Palette([
    (.paper, "#10192a"), (.tint, "#182338"), (.line, "#33415a"), (.ink, "#e8edf5"),
    (.soft, "#abb8cb"), (.accent, "#f29a72"), (.link, "#92c3ff"), (.focus, "#f2b134"),
    (.brand, "#0b1a33"), (.onBrand, "#ffffff"), (.onBrandSoft, "#cbd8ea"),
    (.onBrandAccent, "#f3b79c"), (.series1, "#cfe0fb"), (.series2, "#b04a22"),
    (.series3, "#f5cf5e"), (.series4, "#127f8a"),
  ])
}
