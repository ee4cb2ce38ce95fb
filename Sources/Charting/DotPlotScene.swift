/// Two values of each category as two points on one line, the first hollow and the second full.
///
/// A value stands outside its point, so that the two never meet. A suppressed one is a word before
/// the line, where nothing tells of its size.
func dotPlotScene(_ chart: Chart, on page: Page) -> Scene {
  DotPlot(chart: chart, page: page).scene
}

private struct DotPlot {
  let chart: Chart
  let page: Page
  private let label: LabelColumn
  /// The ends of the scale, in percent.
  private let left: Double
  private let right: Double

  init(chart: Chart, page: Page) {
    self.chart = chart
    self.page = page
    let isWide = page == .wide
    label = LabelColumn(chart.categories, atMost: isWide ? page.width * 0.38 : page.width)
    let margin = chart.widestValue + DotPlot.away + 0.1
    left = page.percent((isWide ? label.width + 0.6 : 0) + margin)
    right = 100 - page.percent(margin)
  }

  /// From the middle of a point to its value.
  private static let away = 0.75
  private static let radius = 0.4

  private func x(_ number: Int) -> Double {
    guard chart.largest > 0 else { return left }
    return left + (right - left) * Double(number) / Double(chart.largest)
  }

  var scene: Scene {
    var strokes: [Scene.Stroke] = []
    var y = addKey(chart.series.map(\.name), on: page, to: &strokes) { index, x, baseline in
      .dot(
        x: .em(x + DotPlot.radius + 0.06), y: baseline - 0.32, radius: DotPlot.radius,
        role: index == 0 ? .dot : .lastDot)
    }
    y += page == .wide ? 0.9 : Measure.categoryGap
    for category in chart.categories.indices {
      let lines = label.lines[category]
      if page == .wide {
        let text = Double(max(0, lines.count - 1)) * Measure.lineHeight + 0.95
        let block = max(1.2, text)
        strokes.addLines(
          lines, x: .em(label.width), y: y + (block - text) / 2 + 0.81, role: .category,
          anchor: .end)
        addRow(category, y: y + block / 2, to: &strokes)
        y += block + 0.6
      } else {
        y = strokes.addLines(lines, x: .em(0), y: y, role: .category) - Measure.lineHeight
        addRow(category, y: y + 1.05, to: &strokes)
        y += 1.05 + 0.6 + 1.35
      }
    }
    let height = page == .wide ? y - 0.45 : y - 1.2
    return Scene(height: rounded(max(0, height)), strokes: strokes)
  }

  private func addRow(_ category: Int, y: Double, to strokes: inout [Scene.Stroke]) {
    let values = chart.series.prefix(2).map { $0.value(at: category) }
    let numbers = values.map(\.number)
    strokes.append(
      .line(x1: .percent(left), y1: y, x2: .percent(right), y2: y, role: .guide))
    if numbers.count == 2, let first = numbers[0], let second = numbers[1], first != second {
      strokes.append(
        .line(x1: .percent(x(first)), y1: y, x2: .percent(x(second)), y2: y, role: .stroke2))
    }
    for (index, number) in numbers.enumerated() {
      guard let number else { continue }
      strokes.append(
        .dot(
          x: .percent(x(number)), y: y, radius: DotPlot.radius,
          role: index == 0 ? .dot : .lastDot))
    }
    strokes += labels(of: values, y: y + 0.36)
  }

  private func labels(of values: [Chart.Value], y: Double) -> [Scene.Stroke] {
    func text(_ value: Chart.Value, at percent: Double, before: Bool) -> Scene.Stroke {
      .text(
        value.label, x: .percent(percent).plus(em: before ? -DotPlot.away : DotPlot.away), y: y,
        role: value.number == nil ? .mark : .value, anchor: before ? .end : .start)
    }
    guard values.count == 2 else { return [] }
    switch (values[0].number, values[1].number) {
    case (let first?, let second?) where first == second:
      return [text(values[1], at: x(second), before: false)]
    case (let first?, let second?):
      return [
        text(values[0], at: x(first), before: first < second),
        text(values[1], at: x(second), before: first > second),
      ]
    case (nil, let second?):
      return [
        text(values[0], at: left, before: true), text(values[1], at: x(second), before: false),
      ]
    case (let first?, nil):
      return [
        text(values[0], at: x(first), before: false), text(values[1], at: left, before: true),
      ]
    case (nil, nil):
      return [
        text(values[0], at: left, before: true), text(values[1], at: left, before: false),
      ]
    }
  }
}
