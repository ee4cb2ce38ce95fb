/// Horizontal bars, one a series within each category, with the category’s label above them.
func barScene(_ chart: Chart) -> Scene {
  let page = Page.narrow
  let reach = max(50, page.percent(page.width - chart.widestValue - Measure.valueGap))
  var strokes: [Scene.Stroke] = []
  var y = 1.0
  if chart.series.count > 1 {
    y = addKey(chart.series.map(\.name), on: page, to: &strokes) + Measure.categoryGap
  }
  for category in chart.categories.indices {
    let lines = wrapped(chart.categories[category], to: page.width)
    y = strokes.addLines(lines, x: .em(0), y: y, role: .category)
    y += Measure.labelGap - Measure.lineHeight
    for (index, series) in chart.series.enumerated() {
      strokes += bar(
        series.value(at: category), of: chart.largest, reach: reach, x: .em(0), y: y,
        height: Measure.barHeight, role: .series(index))
      y += Measure.barHeight + (index < chart.series.count - 1 ? Measure.barGap : 0)
    }
    y += Measure.categoryGap
  }
  let height = max(0, y - Measure.categoryGap + 0.25)
  return Scene(height: rounded(height), strokes: strokes)
}

/// A bar with its value at the end.
///
/// `x` is a percentage or em; `reach` is the length of the largest bar in percent. A suppressed
/// value is a word at the baseline, `gap` away from it: no bar of any length tells of it.
func bar(
  _ value: Chart.Value, of largest: Int, reach: Double, x: Scene.Across, y: Double,
  height: Double, role: Scene.Role, gap: Double = 0
) -> [Scene.Stroke] {
  let baseline = y + height / 2 + 0.36
  guard let number = value.number, number > 0, largest > 0 else {
    let role: Scene.Role = value.number == nil ? .mark : .value
    return [.text(value.label, x: x.plus(em: gap), y: baseline, role: role)]
  }
  let length = max(0.3, Double(number) / Double(largest) * reach)
  let end = Scene.Across(percent: rounded(x.percent + length), em: x.em)
  return [
    .rectangle(x: x, y: y, width: .percent(length), height: height, role: role),
    .text(value.label, x: end.plus(em: Measure.valueGap), y: baseline, role: .value),
  ]
}
