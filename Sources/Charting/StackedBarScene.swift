/// One bar in parts that make a whole, with a line of words for each part below it.
///
/// With a part that is not known there is no bar: its length would tell.
func stackedBarScene(_ chart: Chart) -> Scene {
  let values = chart.categories.indices.map { index in
    chart.series.first?.value(at: index) ?? Chart.Value(number: nil, label: "")
  }
  let numbers = values.compactMap(\.number)
  let total = numbers.reduce(0.0) { $0 + Double($1) }
  let barHeight = 2.2
  var strokes: [Scene.Stroke] = []
  var y = 0.0
  if numbers.count == values.count, total > 0 {
    addParts(numbers, total: total, height: barHeight, to: &strokes)
    y = barHeight + 0.7
  }
  let valueWidth = values.map { semiboldWidth($0.label) }.max() ?? 0
  let nameStart = Measure.keyText + valueWidth + 0.5
  for (index, category) in chart.categories.enumerated() {
    let baseline = y + 0.95
    strokes.append(
      .rectangle(
        x: .em(0), y: baseline - 0.7, width: .em(Measure.keySize), height: Measure.keySize,
        role: .series(index)))
    strokes.append(
      .text(
        values[index].label, x: .em(Measure.keyText + valueWidth), y: baseline,
        role: values[index].number == nil ? .mark : .value, anchor: .end))
    let lines = wrapped(category, to: max(4, Measure.narrowest - nameStart))
    for (number, line) in lines.enumerated() {
      let lineY = baseline + Double(number) * Measure.lineHeight
      strokes.append(.text(line, x: .em(nameStart), y: lineY, role: .category))
    }
    y += Double(max(1, lines.count)) * Measure.lineHeight + 0.4
  }
  return Scene(height: rounded(max(0, y)), strokes: strokes)
}

/// A gap between parts keeps neighbours apart without a line of another colour.
private func addParts(
  _ numbers: [Int], total: Double, height: Double, to strokes: inout [Scene.Stroke]
) {
  let gap = 0.5
  let shown = numbers.filter { $0 > 0 }.count
  let room = 100 - gap * Double(max(0, shown - 1))
  var x = 0.0
  for (index, number) in numbers.enumerated() where number > 0 {
    let width = Double(number) / total * room
    strokes.append(
      .rectangle(
        x: .percent(x), y: 0, width: .percent(width), height: height, role: .series(index)))
    x += width + gap
  }
}
