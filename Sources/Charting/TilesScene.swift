/// Each value set large above the words that say what it counts.
func tilesScene(_ chart: Chart, on page: Page) -> Scene {
  let values = chart.categories.indices.map {
    chart.series.first?.value(at: $0) ?? Chart.Value(number: nil, label: "")
  }
  let widest = values.map { semiboldWidth($0.label) * Scene.Role.figure.size }.max() ?? 0
  let gutter = 1.4
  // A tile is as wide as its number and as the longest word below it.
  let words = chart.categories.joined(separator: " ").split(separator: " ").map(String.init)
  let longest = min(words.map(textWidth).max() ?? 0, page.width)
  let least = max(widest, longest, page == .wide ? 7 : 7.5)
  let fitting = max(1, Int((page.width + gutter) / (least + gutter)))
  let columns = max(1, min(fitting, page == .wide ? 4 : 2, chart.categories.count))
  let width = (page.width - gutter * Double(columns - 1)) / Double(columns)
  var strokes: [Scene.Stroke] = []
  var top = 0.0
  for row in stride(from: 0, to: chart.categories.count, by: columns) {
    let tiles = chart.categories.indices[row..<min(row + columns, chart.categories.count)]
    var bottom = top
    for (column, category) in tiles.enumerated() {
      let x = Scene.Across.percent(page.percent(Double(column) * (width + gutter)))
      let value = values[category]
      let end = Scene.Across.percent(page.percent(Double(column) * (width + gutter) + width))
      strokes.append(.line(x1: x, y1: top + 0.1, x2: end, y2: top + 0.1, role: .axis))
      strokes.append(
        .text(
          value.label, x: x, y: top + 2.6, role: value.number == nil ? .mark : .figure))
      let lines = wrapped(chart.categories[category], to: width)
      let after = strokes.addLines(lines, x: x, y: top + 4, role: .category)
      bottom = max(bottom, after - Measure.lineHeight)
    }
    top = bottom + 1.5
  }
  return Scene(height: rounded(max(0, top - 1.15)), strokes: strokes)
}
