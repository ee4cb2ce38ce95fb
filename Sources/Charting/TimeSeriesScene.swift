/// Points at equal distances, joined where both neighbours are known and counted alike.
func timeSeriesScene(_ chart: Chart, on page: Page) -> Scene {
  TimeSeries(chart, page: page).scene
}

private struct TimeSeries {
  let chart: Chart
  let page: Page
  let periods: [String]
  let values: [Chart.Value]
  let largest: Int
  let left: Double
  let right: Double

  private static let axis = 12.8
  private static let top = 2.3

  init(_ chart: Chart, page: Page) {
    self.chart = chart
    self.page = page
    periods = chart.categories
    values = chart.categories.indices.map { index in
      chart.series.first?.value(at: index) ?? Chart.Value(number: nil, label: "")
    }
    largest = chart.largest
    // Half a label hangs over each end; on the narrowest page it takes the largest part.
    let labels = [periods.first, periods.last].compactMap { $0.map(textWidth) }
    let half = ((labels + [chart.widestValue]).max() ?? 0) / 2
    let margin = min(25, max(3, page.percent(half)))
    let gaps = Double(max(1, chart.categories.count - 1))
    let isDense = chart.widestValue + 0.3 > page.em(100 - 2 * margin) / gaps
    self.isDense = isDense
    ticks = isDense ? chart.scale : []
    tickWidth = ticks.map { textWidth($0.label) }.max() ?? 0
    left = max(margin, isDense ? page.percent(tickWidth + 1 + half) : 0)
    right = 100 - margin
  }

  /// Values would meet each other: only the telling ones are written, and there is a scale.
  let isDense: Bool
  private let ticks: [Chart.Value]
  /// In em.
  private let tickWidth: Double

  private var scaleTop: Int { ticks.last?.number ?? largest }

  private func x(_ index: Int) -> Double {
    guard periods.count > 1 else { return (left + right) / 2 }
    return left + (right - left) * Double(index) / Double(periods.count - 1)
  }

  private func y(_ number: Int) -> Double {
    guard scaleTop > 0 else { return TimeSeries.axis }
    let part = Double(number) / Double(scaleTop)
    return TimeSeries.axis - part * (TimeSeries.axis - TimeSeries.top)
  }

  var scene: Scene {
    guard !periods.isEmpty else { return Scene(height: 0, strokes: []) }
    var strokes = tickStrokes
    strokes.append(
      .line(
        x1: .em(0), y1: TimeSeries.axis, x2: .percent(100), y2: TimeSeries.axis, role: .axis))
    strokes += breakLines + lines
    let last = values.lastIndex { $0.number != nil }
    for (index, value) in values.enumerated() {
      guard let number = value.number else { continue }
      let isFull = index == last && !chart.preliminary.contains(index)
      strokes.append(
        .dot(
          x: .percent(x(index)), y: y(number), radius: isFull ? 0.36 : 0.3,
          role: isFull ? .lastDot : .dot))
    }
    strokes += labels
    for index in shownPeriods {
      strokes.append(
        .text(
          periods[index], x: .percent(x(index)), y: TimeSeries.axis + 1.5, role: .tick,
          anchor: .middle))
    }
    return Scene(height: rounded(TimeSeries.axis + 2), strokes: strokes)
  }

  private var lines: [Scene.Stroke] {
    values.indices.dropFirst().compactMap { index in
      guard !chart.breaks.contains(index), let before = values[index - 1].number,
        let now = values[index].number
      else { return nil }
      return .line(
        x1: .percent(x(index - 1)), y1: y(before), x2: .percent(x(index)), y2: y(now),
        role: .stroke)
    }
  }

  /// Halfway between the two periods that were counted differently.
  private var breakLines: [Scene.Stroke] {
    chart.breaks.filter { $0 > 0 && $0 < periods.count }.map { index in
      let middle = Scene.Across.percent((x(index - 1) + x(index)) / 2)
      return .line(
        x1: middle, y1: TimeSeries.top - 0.6, x2: middle, y2: TimeSeries.axis, role: .breakLine)
    }
  }

  private var tickStrokes: [Scene.Stroke] {
    ticks.filter { $0.number != 0 }.flatMap { tick -> [Scene.Stroke] in
      let height = y(tick.number ?? 0)
      return [
        .line(x1: .percent(left), y1: height, x2: .percent(100), y2: height, role: .guide),
        .text(tick.label, x: .em(0), y: height + 0.35, role: .tick),
      ]
    }
  }

  /// The last value, the first and the largest come first; in a dense series, no others but those that
  /// are words.
  private var labels: [Scene.Stroke] {
    let known = values.indices.filter { values[$0].number != nil }
    let peak = known.first { values[$0].number == largest }
    let hidden = values.indices.filter { values[$0].number == nil && !values[$0].label.isEmpty }
    let telling = [known.last, known.first, peak].compactMap { $0 }
    let wanted = hidden + telling + (isDense ? [] : known)
    var placing = LabelPlacing(page: page, bottom: TimeSeries.axis, left: tickWidth)
    for index in known {
      placing.addPoint(x: x(index), y: y(values[index].number ?? 0), of: index)
    }
    for case .line(let line) in lines { placing.addLine(line) }
    var done: Set<Int> = []
    for index in wanted where done.insert(index).inserted {
      placing.place(values[index], at: x(index), y: values[index].number.map { y($0) }, of: index)
    }
    return placing.labels.map { .label($0) }
  }

  /// As many as stand beside each other on the narrowest page, the last always.
  private var shownPeriods: [Int] {
    let widest = periods.map(textWidth).max() ?? 0
    let room = page.em(right - left)
    let gaps = Double(max(1, periods.count - 1))
    let step = max(1, Int(((widest + 0.2) * gaps / max(0.1, room)).rounded(.up)))
    let last = periods.count - 1
    return periods.indices.filter { (last - $0).isMultiple(of: step) }
  }
}
