/// A bar of equal length for each category, in parts; the value of each part stands below it.
///
/// Nil where the values are too wide to stand beside each other on the page.
func shareRowsScene(_ chart: Chart, on page: Page) -> Scene? {
  var strokes: [Scene.Stroke] = []
  let height = 1.3
  var y = addKey(chart.series.map(\.name), on: page, to: &strokes) + Measure.categoryGap
  for category in chart.categories.indices {
    let lines = wrapped(chart.categories[category], to: page.width)
    y = strokes.addLines(lines, x: .em(0), y: y, role: .category)
    y += Measure.labelGap - Measure.lineHeight
    let values = chart.series.map { $0.value(at: category) }
    let bar = parts(of: values, y: y, height: height)
    if bar.isEmpty {
      y = addWords(values, of: chart, on: page, y: y, to: &strokes)
    } else {
      strokes += bar
      guard let labels = labels(of: values, on: page, y: y + height + 1.05) else { return nil }
      strokes += labels
      y += height + 1.35
    }
    y += Measure.categoryGap - 0.3
  }
  return Scene(height: rounded(max(0, y - Measure.categoryGap + 0.55)), strokes: strokes)
}

/// The values below the starts of their parts, moved apart where they would meet.
private func labels(of values: [Chart.Value], on page: Page, y: Double) -> [Scene.Stroke]? {
  let numbers = values.compactMap(\.number)
  let parts = extents(of: numbers, total: numbers.reduce(0.0) { $0 + Double($1) })
  let widths = parts.map { semiboldWidth(values[$0.index].label) + Measure.valueGap }
  guard
    let starts = spread(
      parts.map { page.em($0.start) }, extents: widths, from: 0, to: page.width + Measure.valueGap)
  else { return nil }
  return zip(parts, starts).map { part, start in
    .text(values[part.index].label, x: .percent(page.percent(start)), y: y, role: .value)
  }
}

/// Where a part is hidden the row has words instead of a bar: one line a series.
private func addWords(
  _ values: [Chart.Value], of chart: Chart, on page: Page, y: Double,
  to strokes: inout [Scene.Stroke]
) -> Double {
  var y = y
  let width = values.map { semiboldWidth($0.label) }.max() ?? 0
  for (index, value) in values.enumerated() {
    strokes += keyedValue(
      value, of: index, valueEnd: Measure.keyText + width, baseline: y + Measure.ascent)
    y += Measure.lineHeight
  }
  return y
}
