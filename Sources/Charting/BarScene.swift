/// Horizontal bars, one a series within each category, with the category’s label above them.
func barScene(_ chart: Chart) -> Scene {
  let values = chart.series.flatMap { series in
    chart.categories.indices.map { series.value(at: $0) }
  }
  let largest = values.compactMap(\.number).max() ?? 0
  let widest = values.map { semiboldWidth($0.label) }.max() ?? 0
  let reach = max(50, (Measure.narrowest - widest - Measure.valueGap) / Measure.narrowest * 100)
  var strokes: [Scene.Stroke] = []
  var y = 0.0
  if chart.series.count > 1 {
    y = addKey(chart.series.map(\.name), to: &strokes)
    y += Measure.categoryGap
  } else {
    y = 1
  }
  for category in chart.categories.indices {
    for line in wrapped(chart.categories[category], to: Measure.narrowest) {
      strokes.append(.text(line, x: .em(0), y: y, role: .category))
      y += Measure.lineHeight
    }
    y += Measure.labelGap - Measure.lineHeight
    for (index, series) in chart.series.enumerated() {
      let value = series.value(at: category)
      addBar(value, largest: largest, reach: reach, y: y, role: .series(index), to: &strokes)
      y += Measure.barHeight + (index < chart.series.count - 1 ? Measure.barGap : 0)
    }
    y += Measure.categoryGap
  }
  let height = max(0, y - Measure.categoryGap + 0.25)
  return Scene(height: rounded(height), strokes: strokes)
}

/// A suppressed value is a word at the baseline: no bar of any length tells of it.
private func addBar(
  _ value: Chart.Value, largest: Int, reach: Double, y: Double, role: Scene.Role,
  to strokes: inout [Scene.Stroke]
) {
  var end = Scene.Across.percent(0)
  if let number = value.number, number > 0, largest > 0 {
    end = .percent(max(0.3, Double(number) / Double(largest) * reach))
    strokes.append(
      .rectangle(x: .em(0), y: y, width: end, height: Measure.barHeight, role: role))
    end = end.plus(em: Measure.valueGap)
  }
  strokes.append(
    .text(
      value.label, x: end, y: y + Measure.valueBaseline, role: value.number == nil ? .mark : .value)
  )
}

/// Coloured squares with the names of the series; the baseline of the last line is returned.
func addKey(_ names: [String], to strokes: inout [Scene.Stroke]) -> Double {
  var x = 0.0
  var baseline = 0.95
  for (index, name) in names.enumerated() {
    let lines = wrapped(name, to: Measure.narrowest - Measure.keyText)
    let width = Measure.keyText + (lines.map(textWidth).max() ?? 0)
    if x > 0, x + width > Measure.narrowest {
      x = 0
      baseline += Measure.lineHeight * 1.2
    }
    strokes.append(
      .rectangle(
        x: .em(x), y: baseline - 0.7, width: .em(Measure.keySize), height: Measure.keySize,
        role: .series(index)))
    for (number, line) in lines.enumerated() {
      if number > 0 { baseline += Measure.lineHeight }
      strokes.append(.text(line, x: .em(x + Measure.keyText), y: baseline, role: .key))
    }
    x = lines.count > 1 ? Measure.narrowest : x + width + 1
  }
  return baseline
}
