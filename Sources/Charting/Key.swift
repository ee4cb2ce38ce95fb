/// Coloured squares with the names of the series; the baseline of the last line is returned.
func addKey(_ names: [String], on page: Page, to strokes: inout [Scene.Stroke]) -> Double {
  addKey(names, on: page, to: &strokes) { index, x, baseline in
    keySquare(of: index, x: .em(x), baseline: baseline)
  }
}

/// The same with a mark of the form’s own; `mark` is told the series, the place in em and the baseline.
func addKey(
  _ names: [String], on page: Page, to strokes: inout [Scene.Stroke],
  mark: (Int, Double, Double) -> Scene.Stroke
) -> Double {
  var x = 0.0
  var baseline = Measure.ascent
  for (index, name) in names.enumerated() {
    let lines = wrapped(name, to: page.width - Measure.keyText)
    let width = Measure.keyText + (lines.map(textWidth).max() ?? 0)
    if x > 0, x + width > page.width {
      x = 0
      baseline += Measure.lineHeight * 1.2
    }
    strokes.append(mark(index, x, baseline))
    strokes.addLines(lines, x: .em(x + Measure.keyText), y: baseline, role: .key)
    baseline += Double(max(0, lines.count - 1)) * Measure.lineHeight
    x = lines.count > 1 ? page.width : x + width + 1
  }
  return baseline
}

/// The square of a series, standing on the baseline of the words beside it.
func keySquare(of series: Int, x: Scene.Across, baseline: Double) -> Scene.Stroke {
  .rectangle(
    x: x, y: baseline - 0.7, width: .em(Measure.keySize), height: Measure.keySize,
    role: .series(series))
}

/// The square and the value of a part, the value ending at `valueEnd` em.
func keyedValue(
  _ value: Chart.Value, of series: Int, valueEnd: Double, baseline: Double
) -> [Scene.Stroke] {
  [
    keySquare(of: series, x: .em(0), baseline: baseline),
    .text(
      value.label, x: .em(valueEnd), y: baseline, role: value.number == nil ? .mark : .value,
      anchor: .end),
  ]
}
