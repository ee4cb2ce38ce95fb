/// Coloured squares with the names of the series; the baseline of the last line is returned.
func addKey(_ names: [String], on page: Page, to strokes: inout [Scene.Stroke]) -> Double {
  addKey(names, on: page, to: &strokes) { index, baseline in
    { x in
      .rectangle(
        x: .em(x), y: baseline - 0.7, width: .em(Measure.keySize), height: Measure.keySize,
        role: .series(index))
    }
  }
}

/// The same with a mark of the form’s own; `mark` is told the series and the baseline, then the
/// place in em.
func addKey(
  _ names: [String], on page: Page, to strokes: inout [Scene.Stroke],
  mark: (Int, Double) -> (Double) -> Scene.Stroke
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
    strokes.append(mark(index, baseline)(x))
    strokes.addLines(lines, x: .em(x + Measure.keyText), y: baseline, role: .key)
    baseline += Double(max(0, lines.count - 1)) * Measure.lineHeight
    x = lines.count > 1 ? page.width : x + width + 1
  }
  return baseline
}
