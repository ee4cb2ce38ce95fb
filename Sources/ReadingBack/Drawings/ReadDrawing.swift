/// A drawing as it stands in a file.
package struct ReadDrawing: Sendable {
  /// The anchor of what it stands in.
  package let place: String
  package let origin: Int
  package var strokes: [ReadStroke]

  package init(place: String, origin: Int, strokes: [ReadStroke] = []) {
    self.place = place
    self.origin = origin
    self.strokes = strokes
  }
}

/// One mark of a drawing with its measures.
package struct ReadStroke: Sendable {
  package struct Measure: Sendable, Hashable {
    package let name: String
    /// Nil for what is no single number.
    package let number: Double?
    /// `%`, `em` or nothing.
    package let unit: String
  }

  /// `rect`, `line`, `circle`, `text`, or another element that draws.
  package let element: String
  package let measures: [Measure]
  package let origin: Int

  package func measure(_ name: String) -> Measure? { measures.first { $0.name == name } }

  /// The share of the width, for what is measured in percent.
  package func percent(_ name: String) -> Double? {
    guard let measure = measure(name), measure.unit == "%" else { return nil }
    return measure.number
  }
}

extension ReadStroke.Measure {
  init(_ name: String, _ value: [UInt8]) {
    self.name = name
    let digits = value.prefix { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    number = Double(String(decoding: digits, as: UTF8.self))
    unit = String(decoding: value.dropFirst(digits.count), as: UTF8.self)
  }
}
