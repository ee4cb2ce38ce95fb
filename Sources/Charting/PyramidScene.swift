/// Two series back to back on one scale, with the categories in a column between them.
func pyramidScene(_ chart: Chart) -> Scene {
  let page = Page.wide
  let label = LabelColumn(chart.categories, atMost: 9)
  let half = page.percent(label.width / 2 + 0.8)
  let reach = 50 - half - page.percent(chart.widestValue + Measure.valueGap)
  var strokes: [Scene.Stroke] = []
  let names = chart.series.prefix(2).map { wrapped($0.name, to: page.em(50 - half) / 1.1) }
  let sides: [(x: Double, anchor: Scene.Label.Anchor)] = [(50 - half, .end), (50 + half, .start)]
  for (index, lines) in names.enumerated() {
    strokes.addLines(
      lines, x: .percent(sides[index].x), y: Measure.ascent, role: .panel,
      anchor: sides[index].anchor)
  }
  let top = Double(names.map(\.count).max() ?? 0) * Measure.lineHeight + 0.55
  var y = top
  for category in chart.categories.indices {
    let lines = label.lines[category]
    let text = Double(max(0, lines.count - 1)) * Measure.lineHeight + 0.95
    let block = max(1.25, text)
    strokes.addLines(
      lines, x: .percent(50), y: y + (block - text) / 2 + 0.81, role: .category, anchor: .middle)
    let barY = y + (block - 1.25) / 2
    if let left = chart.series.first {
      strokes += leftBar(
        left.value(at: category), of: chart.largest, reach: reach, end: 50 - half, y: barY)
    }
    if chart.series.count > 1 {
      strokes += bar(
        chart.series[1].value(at: category), of: chart.largest, reach: reach,
        x: .percent(50 + half), y: barY, height: 1.25, role: .series2, gap: Measure.valueGap)
    }
    y += block + 0.4
  }
  let bottom = max(top, y - 0.4) + 0.15
  for side in sides {
    strokes.append(
      .line(
        x1: .percent(side.x), y1: top - 0.15, x2: .percent(side.x), y2: bottom, role: .axis))
  }
  return Scene(height: rounded(bottom + 0.1), strokes: strokes)
}

/// A bar that grows to the left.
private func leftBar(
  _ value: Chart.Value, of largest: Int, reach: Double, end: Double, y: Double
) -> [Scene.Stroke] {
  let baseline = y + 0.985
  guard let number = value.number, number > 0, largest > 0 else {
    return [
      .text(
        value.label, x: .percent(end).plus(em: -Measure.valueGap), y: baseline,
        role: value.number == nil ? .mark : .value, anchor: .end)
    ]
  }
  let length = max(0.3, Double(number) / Double(largest) * reach)
  return [
    .rectangle(
      x: .percent(end - length), y: y, width: .percent(length), height: 1.25, role: .series1),
    .text(
      value.label, x: .percent(end - length).plus(em: -Measure.valueGap), y: baseline,
      role: .value, anchor: .end),
  ]
}
