/// One bar in parts that make a whole, with a line of words for each part below it.
///
/// With a part that is not known there is no bar: its length would tell.
func stackedBarScene(_ chart: Chart) -> Scene {
  let page = Page.narrow
  let values = chart.categories.indices.map { index in
    chart.series.first?.value(at: index) ?? Chart.Value(number: nil, label: "")
  }
  let barHeight = 2.2
  var strokes = parts(of: values, y: 0, height: barHeight)
  var y = strokes.isEmpty ? 0 : barHeight + 0.7
  let valueWidth = values.map { semiboldWidth($0.label) }.max() ?? 0
  let nameStart = Measure.keyText + valueWidth + 0.5
  for (index, category) in chart.categories.enumerated() {
    let baseline = y + Measure.ascent
    strokes += keyedValue(
      values[index], of: index, valueEnd: Measure.keyText + valueWidth, baseline: baseline)
    let lines = wrapped(category, to: max(4, page.width - nameStart))
    strokes.addLines(lines, x: .em(nameStart), y: baseline, role: .category)
    y += Double(max(1, lines.count)) * Measure.lineHeight + 0.4
  }
  return Scene(height: rounded(max(0, y)), strokes: strokes)
}

/// The same on a wide page, with the words below the part that they name.
///
/// Nil where they do not fit beside each other.
func labelledStackedBarScene(_ chart: Chart) -> Scene? {
  let page = Page.wide
  let values = chart.categories.indices.map { index in
    chart.series.first?.value(at: index) ?? Chart.Value(number: nil, label: "")
  }
  let barHeight = 2.2
  var strokes = parts(of: values, y: 0, height: barHeight)
  guard !strokes.isEmpty, !values.contains(where: { $0.number == 0 }) else { return nil }
  let numbers = values.compactMap(\.number)
  let places = extents(of: numbers, total: numbers.reduce(0.0) { $0 + Double($1) })
  // Names are as wide as their parts if there is room, else as narrow as a quarter of the page.
  let fitting = [page.width / 2 - 1, page.width / 3 - 1, page.width / 4 - 1].lazy.compactMap {
    most -> (names: [[String]], starts: [Double])? in
    let names = chart.categories.map { wrapped($0, to: most) }
    let widths = zip(values, names).map { value, lines in
      max(Measure.keyText + semiboldWidth(value.label), lines.map(textWidth).max() ?? 0) + 1
    }
    return spread(
      places.map { page.em($0.start) }, extents: widths, from: 0, to: page.width + 1
    ).map { (names, $0) }
  }
  guard let (names, starts) = fitting.first else { return nil }
  let top = barHeight + 1.35
  for (index, start) in starts.enumerated() {
    let x = page.percent(start)
    strokes.append(keySquare(of: index, x: .percent(x), baseline: top))
    strokes.append(
      .text(
        values[index].label, x: .percent(x).plus(em: Measure.keyText), y: top, role: .value))
    strokes.addLines(
      names[index], x: .percent(x), y: top + Measure.lineHeight * 1.1, role: .category)
  }
  let lines = Double(names.map(\.count).max() ?? 0)
  return Scene(height: rounded(top + lines * Measure.lineHeight + 0.4), strokes: strokes)
}

/// The parts of a bar that fills the width; none when one of them is not known.
///
/// A gap between parts keeps neighbours apart without a line of another colour.
func parts(of values: [Chart.Value], y: Double, height: Double) -> [Scene.Stroke] {
  let numbers = values.compactMap(\.number)
  let total = numbers.reduce(0.0) { $0 + Double($1) }
  guard numbers.count == values.count, total > 0 else { return [] }
  return extents(of: numbers, total: total).map { part in
    .rectangle(
      x: .percent(part.start), y: y, width: .percent(part.length), height: height,
      role: .series(part.index))
  }
}

/// Where each part that is not zero begins and how long it is, in percent.
func extents(
  of numbers: [Int], total: Double
) -> [(index: Int, start: Double, length: Double)] {
  let gap = 0.5
  let shown = numbers.indices.filter { numbers[$0] > 0 }
  let room = 100 - gap * Double(max(0, shown.count - 1))
  var start = 0.0
  return shown.map { index in
    let length = Double(numbers[index]) / total * room
    defer { start += length + gap }
    return (index, start, length)
  }
}
