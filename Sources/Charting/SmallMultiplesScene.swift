/// A panel of bars for each series, all on one scale, in rows of so many panels.
func smallMultiplesScene(_ chart: Chart, columns: Int, on page: Page) -> Scene {
  let gutter = columns > 1 ? 1.6 : 0
  let width = (page.width - gutter * Double(columns - 1)) / Double(columns)
  let room = width - chart.widestValue - Measure.valueGap
  let reach = page.percent(max(width * 0.4, room))
  var strokes: [Scene.Stroke] = []
  var top = 0.0
  for row in stride(from: 0, to: chart.series.count, by: columns) {
    let panels = chart.series.indices[row..<min(row + columns, chart.series.count)]
    let titles = panels.map { wrapped(chart.series[$0].name, to: width * 0.9) }
    let titleLines = Double(titles.map(\.count).max() ?? 0)
    var bottom = top
    for (column, panel) in panels.enumerated() {
      let start = page.percent(Double(column) * (width + gutter))
      strokes.addLines(
        titles[column], x: .percent(start), y: top + Measure.ascent, role: .panel)
      var y = top + titleLines * Measure.lineHeight + 1.55
      strokes.append(
        .line(
          x1: .percent(start), y1: y - 1.25, x2: .percent(start + page.percent(width)),
          y2: y - 1.25, role: .guide))
      for category in chart.categories.indices {
        let lines = wrapped(chart.categories[category], to: width)
        y = strokes.addLines(lines, x: .percent(start), y: y, role: .category)
        y += Measure.labelGap - Measure.lineHeight
        strokes += bar(
          chart.series[panel].value(at: category), of: chart.largest, reach: reach,
          x: .percent(start), y: y, height: 1, role: .series1)
        y += 1 + 1.6
      }
      bottom = max(bottom, y - 1.6)
    }
    top = bottom + 1.6
  }
  return Scene(height: rounded(max(0, top - 1.35)), strokes: strokes)
}
