/// A colour of the screen, in sRGB.
package struct Colour: Sendable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#14365c`.
  package init?(hex: String) {
    let digits = Array(hex.utf8.dropFirst())
    guard hex.hasPrefix("#"), digits.count == 6,
      digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let number = Int(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(number >> 16), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
  }

  package var hex: String {
    let number = Int(red) << 16 | Int(green) << 8 | Int(blue)
    let digits = String(number, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The contrast ratio, from 1 to 21 (WCAG 2.2).
  package func contrast(with other: Colour) -> Double {
    let lighter = max(luminance, other.luminance)
    let darker = min(luminance, other.luminance)
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// Relative luminance, from 0 to 1 (WCAG 2.2).
  private var luminance: Double {
    let light = LinearColour(self)
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
  }
}

/// The same in amounts of light; values beyond 0 and 1 lie outside what a screen shows.
struct LinearColour: Sendable, Hashable {
  var red: Double
  var green: Double
  var blue: Double

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(_ colour: Colour) {
    func light(_ value: UInt8) -> Double {
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055, 2.4)
    }
    self.init(red: light(colour.red), green: light(colour.green), blue: light(colour.blue))
  }

  /// Nil where a screen cannot show it.
  var colour: Colour? {
    let all = [red, green, blue]
    guard all.allSatisfy({ $0 > -0.0005 && $0 < 1.0005 }) else { return nil }
    let values = all.map { light -> UInt8 in
      let light = min(1, max(0, light))
      let part = light <= 0.0031308 ? light * 12.92 : 1.055 * power(light, 1 / 2.4) - 0.055
      return UInt8((part * 255).rounded())
    }
    return Colour(red: values[0], green: values[1], blue: values[2])
  }
}
