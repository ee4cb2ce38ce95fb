/// Points at equal distances, joined where both neighbours are known.
func timeSeriesScene(_ chart: Chart) -> Scene {
  TimeSeries(chart).scene
}

private struct TimeSeries {
  let periods: [String]
  let values: [Chart.Value]
  let largest: Int
  let left: Double
  let right: Double

  private static let axis = 12.8
  private static let top = 2.3
  /// Beyond so many points only the telling ones carry their value.
  private static let labelledPoints = 8

  init(_ chart: Chart) {
    periods = chart.categories
    values = chart.categories.indices.map { index in
      chart.series.first?.value(at: index) ?? Chart.Value(number: nil, label: "")
    }
    largest = values.compactMap(\.number).max() ?? 0
    // Half a label hangs over each end; on the narrowest page it takes the largest part.
    let labels = [periods.first, periods.last].compactMap { $0.map(textWidth) }
    let half = ((labels + values.map { semiboldWidth($0.label) }).max() ?? 0) / 2
    let margin = min(25, max(3, half / Measure.narrowest * 100))
    let isDense = chart.categories.count > TimeSeries.labelledPoints
    let ticks = isDense ? countTicks(upTo: largest).map { textWidth(String($0)) }.max() ?? 0 : 0
    left = max(margin, (ticks + 1) / Measure.narrowest * 100 * (ticks > 0 ? 1 : 0))
    right = 100 - margin
  }

  private var isDense: Bool { periods.count > TimeSeries.labelledPoints }

  private var scaleTop: Int { isDense ? countTicks(upTo: largest).last ?? largest : largest }

  private func x(_ index: Int) -> Double {
    guard periods.count > 1 else { return 50 }
    return left + (right - left) * Double(index) / Double(periods.count - 1)
  }

  private func y(_ number: Int) -> Double {
    guard scaleTop > 0 else { return TimeSeries.axis }
    let part = Double(number) / Double(scaleTop)
    return TimeSeries.axis - part * (TimeSeries.axis - TimeSeries.top)
  }

  var scene: Scene {
    guard !periods.isEmpty else { return Scene(height: 0, strokes: []) }
    var strokes: [Scene.Stroke] = isDense ? ticks : []
    strokes.append(line(0, TimeSeries.axis, 100, TimeSeries.axis, .axis))
    for index in values.indices.dropFirst() {
      guard let before = values[index - 1].number, let now = values[index].number else { continue }
      strokes.append(line(x(index - 1), y(before), x(index), y(now), .stroke))
    }
    let last = values.lastIndex { $0.number != nil }
    for (index, value) in values.enumerated() {
      if let number = value.number {
        let isLast = index == last
        strokes.append(
          .dot(
            Scene.Dot(
              x: .percent(x(index)), y: rounded(y(number)), radius: isLast ? 0.36 : 0.3,
              role: isLast ? .lastDot : .dot)))
        if isLabelled(index) { strokes.append(label(index, number)) }
      } else {
        strokes.append(
          .text(
            value.label, x: .percent(x(index)), y: TimeSeries.axis - 0.5, role: .mark,
            anchor: .middle))
      }
    }
    for index in shownPeriods {
      strokes.append(
        .text(
          periods[index], x: .percent(x(index)), y: TimeSeries.axis + 1.5, role: .tick,
          anchor: .middle))
    }
    return Scene(height: rounded(TimeSeries.axis + 2), strokes: strokes)
  }

  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ role: Scene.Role
  ) -> Scene.Stroke {
    .line(
      Scene.Line(
        x1: .percent(x1), y1: rounded(y1), x2: .percent(x2), y2: rounded(y2), role: role))
  }

  private var ticks: [Scene.Stroke] {
    countTicks(upTo: largest).dropFirst().map { tick in
      .text(String(tick), x: .em(0), y: y(tick) + 0.35, role: .tick)
    }
  }

  private func isLabelled(_ index: Int) -> Bool {
    guard isDense else { return true }
    let known = values.indices.filter { values[$0].number != nil }
    let numbers = known.compactMap { values[$0].number }
    return index == known.first || index == known.last
      || index == known.first { values[$0].number == numbers.max() }
  }

  /// Above the point, except in a valley, where the lines leave room below.
  private func label(_ index: Int, _ number: Int) -> Scene.Stroke {
    let before = index > 0 ? values[index - 1].number : nil
    let after = index + 1 < values.count ? values[index + 1].number : nil
    let isValley = (before ?? number) > number && (after ?? number) > number
    let hasRoomBelow = TimeSeries.axis - y(number) > 1.8
    let labelY = isValley && hasRoomBelow ? y(number) + 1.35 : y(number) - 0.75
    return .text(
      values[index].label, x: .percent(x(index)), y: labelY, role: .value, anchor: .middle)
  }

  /// As many as stand beside each other on the narrowest page, the last always.
  private var shownPeriods: [Int] {
    let widest = periods.map { naturalWidth($0) }.max() ?? 0
    let room = (right - left) / 100 * Measure.narrowest
    let gaps = Double(max(1, periods.count - 1))
    let step = max(1, Int(((widest + 0.4) * gaps / room).rounded(.up)))
    let last = periods.count - 1
    return periods.indices.filter { (last - $0).isMultiple(of: step) }
  }

  /// Without the space that a reader may add, since labels that touch can still be read.
  private func naturalWidth(_ text: String) -> Double {
    textWidth(text) - Double(text.count) * 0.12
  }
}
