/// Horizontal bars on a wide page, with the labels of the categories before them.
func labelledBarScene(_ chart: Chart) -> Scene {
  let page = Page.wide
  let label = LabelColumn(chart.categories, atMost: page.width * 0.42)
  let start = label.width + 0.7
  let isGrouped = chart.series.count > 1
  let height = isGrouped ? 0.95 : 1.25
  let between = isGrouped ? 0.12 : 0
  let room = page.width - start - chart.widestValue - Measure.valueGap
  let reach = page.percent(max(page.width * 0.2, room))
  var strokes: [Scene.Stroke] = []
  var top = 0.15
  if isGrouped { top = addKey(chart.series.map(\.name), on: page, to: &strokes) + 0.95 }
  var y = top
  for category in chart.categories.indices {
    let lines = label.lines[category]
    let bars = Double(chart.series.count) * (height + between) - between
    let text = Double(max(0, lines.count - 1)) * Measure.lineHeight + 0.95
    let block = max(bars, text)
    strokes.addLines(
      lines, x: .em(label.width), y: y + (block - text) / 2 + 0.81, role: .category, anchor: .end)
    for (index, series) in chart.series.enumerated() {
      strokes += bar(
        series.value(at: category), of: chart.largest, reach: reach, x: .em(start),
        y: y + (block - bars) / 2 + Double(index) * (height + between), height: height,
        role: .series(index), gap: Measure.valueGap)
    }
    y += block + (isGrouped ? 0.85 : 0.62)
  }
  let bottom = max(top, y - (isGrouped ? 0.85 : 0.62)) + 0.15
  if !chart.categories.isEmpty {
    strokes.append(
      .line(x1: .em(start), y1: top - 0.15, x2: .em(start), y2: bottom, role: .axis))
  }
  return Scene(height: rounded(bottom + 0.1), strokes: strokes)
}

/// Labels broken into lines so that they stand in a column before what they name.
struct LabelColumn {
  let lines: [[String]]
  /// In em.
  let width: Double

  init(_ labels: [String], atMost width: Double) {
    let lines = labels.map { wrapped($0, to: width) }
    self.lines = lines
    self.width = lines.joined().map(textWidth).max() ?? 0
  }
}
