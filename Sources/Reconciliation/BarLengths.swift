import Diagnostics
import ReadingBack

extension DrawingReconciliation {
  /// A bar with a value at its end has to be as long as the value says, on one scale with the others.
  ///
  /// It looks at nothing but the drawing: whatever laid it out, what is drawn has to say what is written.
  ///
  /// - `firstLabel`: which of the texts is the first of these strokes.
  func barFindings(
    _ drawing: ReadDrawing, firstLabel: Int, _ texts: [ReadPassage]
  ) -> [Diagnostic] {
    let labels = drawing.strokes.filter { $0.element == "text" }
    var measured: [(stroke: ReadStroke, length: Double, value: Double)] = []
    var findings: [Diagnostic] = []
    for bar in drawing.strokes where bar.element == "rect" {
      guard let length = bar.percent("width"),
        let index = labels.firstIndex(where: { bar.ends(at: $0) })
      else { continue }
      let passage = texts.first { text in
        if case .drawingText(_, index + firstLabel) = text.kind { true } else { false }
      }
      guard let numbers = passage?.numbers, numbers.count == 1, let value = numbers[0].value else {
        findings.append(.barWithoutValue(in: drawing.place, at: file.location(bar.origin)))
        continue
      }
      measured.append((bar, length, Double(value)))
    }
    // The scale is that of most bars, so that one that lies is found out even if it is the longest; of
    // two that serve as many, that of the longer bar is known better.
    let bars = measured.filter { $0.value > 0 }.sorted { $0.length > $1.length }
    let fitting = bars.map { scale in bars.count { isTrue($0.length, $0.value, to: scale) } }
    guard let most = fitting.max(), let place = fitting.firstIndex(of: most) else {
      return findings
    }
    for (bar, length, value) in measured where !isTrue(length, value, to: bars[place]) {
      findings.append(.barWithoutValue(in: drawing.place, at: file.location(bar.origin)))
    }
    return findings
  }

  /// As long as a bar of known length says; two decimals are written, and no bar is shorter than 0.3 %.
  private func isTrue(
    _ length: Double, _ value: Double, to other: (stroke: ReadStroke, length: Double, value: Double)
  ) -> Bool {
    let times = value / other.value
    return abs(length - max(0.3, other.length * times)) <= 0.006 * (1 + times) + 0.001
  }
}

extension ReadStroke {
  /// The text begins where the bar ends, on its height.
  fileprivate func ends(at text: ReadStroke) -> Bool {
    guard let top = measure("y")?.number, let height = measure("height")?.number,
      let baseline = text.measure("y")?.number, baseline > top, baseline < top + height,
      let place = text.percent("x"), let width = percent("width")
    else { return false }
    let start = percent("x") ?? 0
    return abs(place - (start + width)) < 0.02 || (start > 0 && abs(place - start) < 0.02)
  }
}
