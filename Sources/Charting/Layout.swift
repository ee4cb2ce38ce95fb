/// Where every stroke of a chart lies, on a narrow page and on a wide one.
///
/// Texts are wrapped and room is kept for the narrowest page of each kind; a wider one only
/// stretches the drawing.
package func layOut(_ chart: Chart) -> Drawing {
  guard Chart.suits(chart.form, categories: chart.categories.count, series: chart.series.count)
  else { return plainDrawing(chart) }
  switch chart.form {
  case .bars, .groupedBars:
    return Drawing(narrow: barScene(chart), wide: labelledBarScene(chart))
  case .stackedBar where chart.series.count == 1:
    return Drawing(narrow: stackedBarScene(chart), wide: labelledStackedBarScene(chart))
  case .stackedBar:
    guard let narrow = shareRowsScene(chart, on: .narrow) else { return plainDrawing(chart) }
    return Drawing(narrow: narrow, wide: shareRowsScene(chart, on: .wide))
  case .timeSeries:
    return Drawing(
      narrow: timeSeriesScene(chart, on: .narrow), wide: timeSeriesScene(chart, on: .wide))
  case .pyramid:
    return Drawing(narrow: barScene(chart), wide: pyramidScene(chart))
  case .dotPlot:
    return Drawing(narrow: dotPlotScene(chart, on: .narrow), wide: dotPlotScene(chart, on: .wide))
  case .slope:
    return Drawing(narrow: slopeScene(chart, on: .narrow), wide: slopeScene(chart, on: .wide))
  case .smallMultiples:
    return Drawing(
      narrow: smallMultiplesScene(chart, columns: 1, on: .narrow),
      wide: smallMultiplesScene(chart, columns: 2, on: .wide))
  case .tiles:
    return Drawing(narrow: tilesScene(chart, on: .narrow), wide: tilesScene(chart, on: .wide))
  case .unitRows:
    return Drawing(narrow: unitRowsScene(chart, on: .narrow), wide: unitRowsScene(chart, on: .wide))
  }
}

/// What does not fit its form is drawn as bars, which hold anything.
private func plainDrawing(_ chart: Chart) -> Drawing {
  Drawing(narrow: barScene(chart), wide: labelledBarScene(chart))
}

/// A chart’s scene for the narrowest page there is, and one for a page that has room.
package struct Drawing: Sendable, Hashable {
  package var narrow: Scene
  /// Nil where the narrow scene serves every width.
  package var wide: Scene?

  package init(narrow: Scene, wide: Scene?) {
    self.narrow = narrow
    self.wide = wide
  }

  /// In the order in which they are drawn.
  package var scenes: [Scene] { [narrow] + (wide.map { [$0] } ?? []) }
}

/// A page that a scene is laid out for.
package enum Page: Sendable, Hashable, CaseIterable {
  case narrow
  case wide

  /// The narrowest page of its kind, in em: 288 px of 320; a column of text on a screen, or paper.
  package var width: Double {
    switch self {
    case .narrow: 18
    case .wide: 34
    }
  }

  /// An extent in em as percent of the narrowest page.
  func percent(_ em: Double) -> Double { em / width * 100 }

  func em(_ percent: Double) -> Double { percent / 100 * width }
}

/// Measures that the forms share, in em.
enum Measure {
  static let lineHeight = 1.2
  static let barHeight = 1.15
  static let barGap = 0.2
  /// From the last line of a label down to its bar.
  static let labelGap = 0.4
  /// From a bar down to the baseline of the next label.
  static let categoryGap = 1.95
  /// From the end of a bar to its value.
  static let valueGap = 0.45
  /// From the top of a bar down to the baseline of its value.
  static let valueBaseline = 0.95
  /// From the top of a line of text down to its baseline.
  static let ascent = 0.95
  static let keySize = 0.8
  static let keyText = 1.15
}

func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
