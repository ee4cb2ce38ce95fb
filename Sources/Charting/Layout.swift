/// Where every stroke of a chart lies.
///
/// Texts are wrapped and room is kept for the narrowest page there is, 18 em; a wider page only
/// stretches the drawing.
package func layOut(_ chart: Chart) -> Scene {
  switch chart.form {
  case .bars, .groupedBars: barScene(chart)
  case .stackedBar where chart.categories.count <= 4: stackedBarScene(chart)
  case .stackedBar: barScene(chart)
  case .timeSeries: timeSeriesScene(chart)
  }
}

/// Measures that the forms share, in em.
enum Measure {
  /// The narrowest page: 288 px of 320.
  static let narrowest = 18.0
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
  static let keySize = 0.8
  static let keyText = 1.15
}

func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

extension Scene.Across {
  static func percent(_ percent: Double) -> Scene.Across { Scene.Across(percent: rounded(percent)) }
  static func em(_ em: Double) -> Scene.Across { Scene.Across(em: rounded(em)) }

  func plus(em more: Double) -> Scene.Across {
    Scene.Across(percent: percent, em: rounded(em + more))
  }
}

extension Scene.Role {
  /// The colour of a series, by its place.
  static func series(_ index: Int) -> Scene.Role {
    [Scene.Role.series1, .series2, .series3, .series4][index % 4]
  }
}

extension Chart.Series {
  /// A series may be shorter than the categories; what it does not say is not known.
  func value(at index: Int) -> Chart.Value {
    values.indices.contains(index) ? values[index] : Chart.Value(number: nil, label: "")
  }
}

extension Scene.Label {
  init(
    _ text: String, x: Scene.Across, y: Double, role: Scene.Role, anchor: Anchor = .start
  ) {
    self.init(x: x, y: rounded(y), anchor: anchor, text: text, role: role)
  }
}

extension Scene.Stroke {
  static func rectangle(
    x: Scene.Across, y: Double, width: Scene.Across, height: Double, role: Scene.Role
  ) -> Scene.Stroke {
    .rectangle(
      Scene.Rectangle(x: x, y: rounded(y), width: width, height: rounded(height), role: role))
  }

  static func text(
    _ text: String, x: Scene.Across, y: Double, role: Scene.Role,
    anchor: Scene.Label.Anchor = .start
  ) -> Scene.Stroke {
    .label(Scene.Label(text, x: x, y: y, role: role, anchor: anchor))
  }
}
