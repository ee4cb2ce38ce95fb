// Short ways to say a stroke; every measure is rounded here and nowhere else.

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

extension Scene.Stroke {
  static func rectangle(
    x: Scene.Across, y: Double, width: Scene.Across, height: Double, role: Scene.Role
  ) -> Scene.Stroke {
    .rectangle(
      Scene.Rectangle(x: x, y: rounded(y), width: width, height: rounded(height), role: role))
  }

  static func line(
    x1: Scene.Across, y1: Double, x2: Scene.Across, y2: Double, role: Scene.Role
  ) -> Scene.Stroke {
    .line(Scene.Line(x1: x1, y1: rounded(y1), x2: x2, y2: rounded(y2), role: role))
  }

  static func dot(
    x: Scene.Across, y: Double, radius: Double, role: Scene.Role
  ) -> Scene.Stroke {
    .dot(Scene.Dot(x: x, y: rounded(y), radius: radius, role: role))
  }

  static func text(
    _ text: String, x: Scene.Across, y: Double, role: Scene.Role,
    anchor: Scene.Label.Anchor = .start
  ) -> Scene.Stroke {
    .label(Scene.Label(x: x, y: rounded(y), anchor: anchor, text: text, role: role))
  }
}

extension [Scene.Stroke] {
  /// Lines of text below each other; the baseline that a next one would have is returned.
  @discardableResult
  mutating func addLines(
    _ lines: [String], x: Scene.Across, y: Double, role: Scene.Role,
    anchor: Scene.Label.Anchor = .start
  ) -> Double {
    for (index, line) in lines.enumerated() {
      let baseline = y + Double(index) * Measure.lineHeight
      append(.text(line, x: x, y: baseline, role: role, anchor: anchor))
    }
    return y + Double(lines.count) * Measure.lineHeight
  }
}
