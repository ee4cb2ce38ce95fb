/// A line for each category from its first value to its second, with the names at the right end.
///
/// Labels that would meet are moved apart. Where one of the two values is not known there is no line,
/// and the words stand below the drawing.
func slopeScene(_ chart: Chart, on page: Page) -> Scene {
  Slope(chart: chart, page: page).scene
}

private struct Slope {
  let chart: Chart
  let page: Page
  private let known: [Int]
  /// Where the lines begin and end, in percent.
  private let left: Double
  private let right: Double
  /// The name of each known category, broken into lines.
  private let names: [[String]]
  private let valueWidth: Double
  /// The names of the two ends, broken into lines.
  private let heads: [[String]]
  private let headIsAtEdge: Bool
  private let top: Double
  private let bottom: Double

  init(chart: Chart, page: Page) {
    self.chart = chart
    self.page = page
    let known = chart.categories.indices.filter { index in
      chart.series.prefix(2).allSatisfy { $0.value(at: index).number != nil }
    }
    self.known = known
    valueWidth = chart.widestValue
    let room = page.width * (page == .wide ? 0.45 : 0.55) - valueWidth - 1.4
    let names = known.map { wrapped(chart.categories[$0], to: max(3, room)) }
    self.names = names
    let nameWidth = names.joined().map(textWidth).max() ?? 0
    left = page.percent(valueWidth + 0.7)
    right = 100 - page.percent(valueWidth + nameWidth + 1.4)
    // The second name stands over its end of the lines if there is room, else at the edge of the page.
    let roomRight = page.em(100 - right)
    let isAtEdge = roomRight < 6
    headIsAtEdge = isAtEdge
    heads = chart.series.prefix(2).enumerated().map { index, series in
      let isNarrow = index == 1 && !isAtEdge
      return wrapped(series.name, to: (isNarrow ? roomRight : page.width * 0.44) / 1.1)
    }
    top = Double(heads.map(\.count).max() ?? 0) * Measure.lineHeight + 1
    let lines = Double(names.joined().count)
    bottom = top + max(page == .wide ? 13 : 11, lines * Measure.lineHeight * 1.15)
  }

  private func y(_ number: Int) -> Double {
    guard chart.largest > 0 else { return bottom }
    return bottom - (bottom - top) * Double(number) / Double(chart.largest)
  }

  var scene: Scene {
    var strokes: [Scene.Stroke] = []
    let places: [(x: Scene.Across, anchor: Scene.Label.Anchor)] = [
      (.em(0), .start), headIsAtEdge ? (.percent(100), .end) : (.percent(right), .start),
    ]
    for (head, place) in zip(heads, places) {
      strokes.addLines(
        head, x: place.x, y: Measure.ascent, role: .panel, anchor: place.anchor)
    }
    var end = Measure.ascent
    if !known.isEmpty {
      for x in [left, right] {
        strokes.append(
          .line(x1: .percent(x), y1: top - 0.4, x2: .percent(x), y2: bottom + 0.4, role: .guide))
      }
      strokes += lines + ends(side: 0) + ends(side: 1)
      end = bottom + 0.6
    }
    let hidden = chart.categories.indices.filter { !known.contains($0) }
    for category in hidden {
      let words = chart.series.prefix(2).map { $0.value(at: category).label }
      let line = ([chart.categories[category]] + [words.joined(separator: " – ")])
      for part in wrapped(line.joined(separator: ": "), to: page.width) {
        end += Measure.lineHeight
        strokes.append(.text(part, x: .em(0), y: end, role: .mark))
      }
    }
    return Scene(height: rounded(end + 0.35), strokes: strokes)
  }

  private func number(_ series: Int, _ category: Int) -> Int {
    chart.series[series].value(at: category).number ?? 0
  }

  private var lines: [Scene.Stroke] {
    known.flatMap { category -> [Scene.Stroke] in
      let first = number(0, category)
      let second = number(1, category)
      let role: Scene.Role = second >= first ? .stroke : .stroke2
      return [
        .line(
          x1: .percent(left), y1: y(first), x2: .percent(right), y2: y(second), role: role),
        .dot(x: .percent(left), y: y(first), radius: 0.3, role: .dot),
        .dot(x: .percent(right), y: y(second), radius: 0.3, role: .lastDot),
      ]
    }
  }

  /// The values of one side, and on the right the names, from the top down.
  private func ends(side: Int) -> [Scene.Stroke] {
    let order = known.indices.sorted { one, other in
      let left = number(side, known[one])
      let right = number(side, known[other])
      return left == right ? one < other : left > right
    }
    let counts = order.map { side == 0 ? 1 : max(1, names[$0].count) }
    let extents = counts.map { Double($0) * Measure.lineHeight }
    let starts = zip(order, extents).map { y(number(side, known[$0])) - $1 / 2 }
    let places =
      spread(starts, extents: extents, from: top - 0.6, to: bottom + 0.6) ?? starts
    return zip(order, places).flatMap { index, place -> [Scene.Stroke] in
      let label = chart.series[side].value(at: known[index]).label
      let baseline = place + Measure.ascent
      guard side == 1 else {
        return [
          .text(
            label, x: .percent(left).plus(em: -0.7), y: baseline, role: .value, anchor: .end)
        ]
      }
      var strokes: [Scene.Stroke] = [
        .text(label, x: .percent(right).plus(em: 0.7), y: baseline, role: .value)
      ]
      strokes.addLines(
        names[index], x: .percent(right).plus(em: valueWidth + 1.2), y: baseline, role: .category)
      return strokes
    }
  }
}
