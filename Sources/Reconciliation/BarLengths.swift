import Diagnostics
import ReadingBack

extension DrawingReconciliation {
  /// A bar with a value at its end has to be as long as the value says, on one scale with the others.
  ///
  /// It looks at nothing but the drawing: whatever laid it out, what is drawn has to say what is written.
  func barFindings(_ drawing: ReadDrawing, _ texts: [ReadPassage]) -> [Diagnostic] {
    let labels = drawing.strokes.filter { $0.element == "text" }
    var measured: [(stroke: ReadStroke, length: Double, value: Double)] = []
    var findings: [Diagnostic] = []
    for bar in drawing.strokes where bar.element == "rect" {
      guard let length = bar.percent("width"),
        let index = labels.firstIndex(where: { bar.ends(at: $0) })
      else { continue }
      let passage = texts.first { text in
        if case .drawingText(_, index) = text.kind { true } else { false }
      }
      guard let numbers = passage?.numbers, numbers.count == 1, let value = numbers[0].value else {
        findings.append(.barWithoutValue(in: drawing.place, at: file.location(bar.origin)))
        continue
      }
      measured.append((bar, length, Double(value)))
    }
    // The scale is that of most bars, so that one that lies is found out even if it is the longest.
    let scales = measured.filter { $0.value > 0 }.map { $0.length / $0.value }.sorted()
    guard !scales.isEmpty else { return findings }
    let scale = scales[scales.count / 2]
    for (bar, length, value) in measured {
      // Two decimals are written, and a bar is at least 0.3 % wide.
      let slack = 0.02 + 0.006 * value / max(1, measured.map(\.value).max() ?? 1)
      if abs(length - max(0.3, value * scale)) > slack {
        findings.append(.barWithoutValue(in: drawing.place, at: file.location(bar.origin)))
      }
    }
    return findings
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
