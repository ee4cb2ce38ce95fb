import Testing

@testable import Palette

@Suite("Colours")
struct PaletteTests {
  private func colour(_ hex: String) throws -> Colour { try #require(Colour(hex: hex)) }

  @Test("contrast is that of WCAG")
  func contrast() throws {
    #expect(try colour("#000000").contrast(with: colour("#ffffff")) == 21)
    #expect(abs(try colour("#767676").contrast(with: colour("#ffffff")) - 4.54) < 0.01)
    #expect(abs(try colour("#ff0000").contrast(with: colour("#ffffff")) - 4.0) < 0.01)
    #expect(Colour(hex: "14365c") == nil && Colour(hex: "#14365") == nil)
    #expect(try colour("#0a0b0c").hex == "#0a0b0c")
  }

  @Test("a colour comes back from the space of the eye")
  func roundTrip() throws {
    for hex in ["#000000", "#ffffff", "#14365c", "#d9683a", "#2a9280"] {
      #expect(OKLab(LinearColour(try colour(hex))).light.colour?.hex == hex)
    }
  }

  @Test("red and green of one lightness are one to those who do not see the difference")
  func vision() throws {
    let red = try colour("#b5651d")
    let green = try colour("#7a7a1d")
    #expect(ColourVision.common.distance(red, green) > 0.08)
    #expect(ColourVision.deuteranopia.distance(red, green) < 0.06)
  }

  @Test("the palettes that come with the program are right", arguments: [Palette.light, .dark])
  func defaults(palette: Palette) {
    #expect(palette.faults == [])
  }

  @Test("a palette that cannot be read is refused, with the nearest that can")
  func refused() throws {
    for (role, hex) in [
      (ColourRole.soft, "#9aa5b5"), (.link, "#ff8800"), (.series1, "#ffd700"),
      (.onBrandSoft, "#33557a"), (.series2, "#264f80"),
    ] {
      let broken = Palette.light.replacing(role, with: try colour(hex))
      let fault = try #require(broken.faults.first { $0.role == role })
      let mended = broken.replacing(role, with: try #require(fault.nearest))
      #expect(!mended.faults.contains { $0.role == role }, "\(role) \(fault.kind)")
    }
  }

  @Test("two series that colour-blind readers take for one are refused")
  func alike() throws {
    // Three to one against the page and each other is not enough: these differ in hue alone.
    let broken = Palette.light.replacing(.series4, with: try colour("#b07a00"))
    let fault = try #require(broken.faults.first { $0.role == .series4 })
    guard case .alike(with: .series2, _) = fault.kind else {
      Issue.record("\(fault.kind)")
      return
    }
    #expect(broken.replacing(.series4, with: try #require(fault.nearest)).faults == [])
  }
}
