/// How a reader sees colours.
///
/// Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A physiologically-based model for
/// simulation of color vision deficiency, IEEE TVCG 15 (2009), at full severity.
package enum ColourVision: String, Sendable, Hashable, CaseIterable {
  case common
  case protanopia
  case deuteranopia
  case tritanopia

  private var matrix: [Double] {
    switch self {
    case .common: [1, 0, 0, 0, 1, 0, 0, 0, 1]
    case .protanopia:
      [
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998,
      ]
    case .deuteranopia:
      [
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881,
      ]
    case .tritanopia:
      [
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900,
      ]
    }
  }

  /// How far apart two colours look, where 0.02 is barely seen and black and white are 1 apart.
  package func distance(_ one: Colour, _ other: Colour) -> Double {
    seen(one).distance(to: seen(other))
  }

  func seen(_ colour: Colour) -> OKLab {
    let light = LinearColour(colour)
    let rows = stride(from: 0, to: 9, by: 3).map { row in
      min(
        1,
        max(
          0,
          matrix[row] * light.red + matrix[row + 1] * light.green + matrix[row + 2] * light.blue))
    }
    return OKLab(LinearColour(red: rows[0], green: rows[1], blue: rows[2]))
  }
}
