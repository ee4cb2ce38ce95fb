/// A row of squares for each category, one for every so many; what is left over is a narrower one.
func unitRowsScene(_ chart: Chart, on page: Page) -> Scene {
  let size = max(1, chart.unit?.size ?? unitSize(upTo: chart.largest))
  let values = chart.categories.indices.map {
    chart.series.first?.value(at: $0) ?? Chart.Value(number: nil, label: "")
  }
  let valueWidth = values.map { semiboldWidth($0.label) }.max() ?? 0
  let nameStart = valueWidth + 0.5
  var strokes: [Scene.Stroke] = []
  var y = Measure.ascent
  if let unit = chart.unit {
    strokes.append(
      .rectangle(
        x: .em(0), y: y - UnitSquare.side, width: .em(UnitSquare.side), height: UnitSquare.side,
        role: .series1))
    let lines = wrapped(unit.label, to: page.width - Measure.keyText)
    y = strokes.addLines(lines, x: .em(Measure.keyText), y: y, role: .key) + 0.6
  }
  for (category, value) in values.enumerated() {
    let role: Scene.Role = value.number == nil ? .mark : .value
    strokes.append(.text(value.label, x: .em(valueWidth), y: y, role: role, anchor: .end))
    let lines = wrapped(chart.categories[category], to: max(4, page.width - nameStart))
    y = strokes.addLines(lines, x: .em(nameStart), y: y, role: .category)
    // Squares stand closer together than bars, and need more room below the words.
    y += Measure.labelGap + 0.2 - Measure.lineHeight
    if let number = value.number, number > 0 {
      y = addUnits(number, size: size, on: page, y: y, to: &strokes)
    }
    y += 1.7
  }
  return Scene(height: rounded(max(0, y - 1.7 + 0.2)), strokes: strokes)
}

/// How many one square stands for: 1, 2 or 5 times a power of ten, so that none needs more than
/// forty squares.
package func unitSize(upTo largest: Int) -> Int {
  var power = 1
  while true {
    for factor in [1, 2, 5] {
      let (size, overflow) = power.multipliedReportingOverflow(by: factor)
      if overflow || largest / size < 40 || (largest / size == 40 && largest % size == 0) {
        return overflow ? Int.max : size
      }
    }
    let (next, overflow) = power.multipliedReportingOverflow(by: 10)
    if overflow { return Int.max }
    power = next
  }
}

private enum UnitSquare {
  static let side = 0.7
  static let step = 0.85
}

/// Squares in lines of twenty or forty, in groups of ten; the bottom of the last line is returned.
private func addUnits(
  _ number: Int, size: Int, on page: Page, y: Double, to strokes: inout [Scene.Stroke]
) -> Double {
  let inLine = page == .wide ? 30 : 20
  let whole = number / size
  let rest = Double(number % size) / Double(size)
  let count = whole + (rest > 0 ? 1 : 0)
  for index in 0..<count {
    let place = index % inLine
    let x = Double(place) * UnitSquare.step + Double(place / 10) * 0.25
    let width = index < whole ? UnitSquare.side : max(0.1, UnitSquare.side * rest)
    strokes.append(
      .rectangle(
        x: .em(x), y: y + Double(index / inLine) * UnitSquare.step, width: .em(width),
        height: UnitSquare.side, role: .series1))
  }
  return y + Double((count - 1) / inLine) * UnitSquare.step + UnitSquare.side
}
