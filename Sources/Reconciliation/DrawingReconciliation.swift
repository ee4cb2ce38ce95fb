import Charting
import Diagnostics
import FactLedger
import ReadingBack

/// Compares the drawings of a page with what published values draw.
struct DrawingReconciliation {
  let file: ReadFile
  let ledger: Ledger

  var findings: [Diagnostic] {
    var findings: [Diagnostic] = []
    var open = ledger.charts
    for (index, drawing) in file.drawings.enumerated() {
      let texts = file.passages.filter { passage in
        if case .drawingText(index, _) = passage.kind { true } else { false }
      }
      if drawing.place.isEmpty {
        findings += motif(drawing, texts)
      } else if let place = open.firstIndex(where: { $0.figure == drawing.place }) {
        let chart = open.remove(at: place).chart
        findings += self.findings(drawing, texts, scenes(of: chart, on: ledger.surface))
      } else {
        findings.append(.unknownDrawing(in: drawing.place, at: file.location(drawing.origin)))
      }
    }
    for (figure, _) in open {
      let place = file.passages.first { $0.place == figure }?.origin ?? 0
      findings.append(.missingDrawing(in: figure, at: file.location(place)))
    }
    return findings
  }

  private func findings(
    _ drawing: ReadDrawing, _ texts: [ReadPassage], _ scenes: [Scene]
  ) -> [Diagnostic] {
    let labels = NumberRow(
      file,
      expected: ledger.passages.filter { passage in
        if case .chartLabel = passage.role {
          passage.place == .figure(drawing.place)
        } else {
          false
        }
      }, read: texts)
    let expected = scenes.flatMap(\.strokes)
    guard drawing.strokes.count == expected.count else {
      let odd = zip(drawing.strokes, expected).first { !isDrawn($1, as: $0) }?.0
      return labels.findings { _ in drawing.place } + [
        .otherMark(
          in: drawing.place,
          at: file.location((odd ?? drawing.strokes.last)?.origin ?? drawing.origin))
      ]
    }
    let moved = zip(drawing.strokes, expected).filter { !isDrawn($1, as: $0) }.map(\.0)
    return labels.findings { _ in drawing.place }
      + swapped(texts, scenes.flatMap(\.labels), in: drawing.place)
      + moved.map { .otherMark(in: drawing.place, at: file.location($0.origin)) }
      + barFindings(drawing, texts)
  }

  /// A name that stands where another one belongs gives it the other’s value.
  private func swapped(
    _ texts: [ReadPassage], _ labels: [String], in anchor: String
  ) -> [Diagnostic] {
    let known = Set(labels)
    return texts.compactMap { passage in
      guard case .drawingText(_, let label) = passage.kind, labels.indices.contains(label) else {
        return nil
      }
      let text = String(decoding: passage.text, as: UTF8.self)
      guard passage.numbers.isEmpty, text != labels[label], known.contains(text) else { return nil }
      return .otherLabel(labels[label], in: anchor, at: file.location(passage.origin))
    }
  }

  private func isDrawn(_ stroke: Scene.Stroke, as read: ReadStroke) -> Bool {
    switch stroke {
    case .rectangle(let rectangle):
      read.element == "rect"
        && read.has([
          ("x", rectangle.x.measure), ("y", (rectangle.y, "em")),
          ("width", rectangle.width.measure),
          ("height", (rectangle.height, "em")),
        ])
    case .line(let line):
      read.element == "line"
        && read.has([
          ("x1", line.x1.measure), ("y1", (line.y1, "em")), ("x2", line.x2.measure),
          ("y2", (line.y2, "em")),
        ])
    case .dot(let dot):
      read.element == "circle"
        && read.has([
          ("cx", dot.x.measure), ("cy", (dot.y, "em")), ("r", (dot.radius, "em")),
        ])
    case .label(let label):
      read.element == "text"
        && read.has(
          [("x", label.x.measure), ("y", (label.y, "em"))]
            + (label.x.percent != 0 && label.x.em != 0 ? [("dx", (label.x.em, "em"))] : []))
    }
  }

  /// The bars of the cover are as high as the series they are drawn from.
  private func motif(_ drawing: ReadDrawing, _ texts: [ReadPassage]) -> [Diagnostic] {
    let bars = drawing.strokes.filter { $0.element == "rect" }
    let heights = bars.map { $0.measure("height")?.number ?? 0 }
    let tallest = heights.max() ?? 0
    let numbers = texts.flatMap(\.origins)
    guard bars.count == drawing.strokes.count, bars.count == ledger.motif.count, tallest > 0 else {
      return [.unknownDrawing(in: "", at: file.location(drawing.origin))]
    }
    let odd = zip(bars, zip(heights, ledger.motif)).filter { _, sizes in
      // Heights are whole units of the drawing.
      abs(sizes.0 - sizes.1 * tallest) > 1
    }
    return odd.map { .otherMark(in: "", at: file.location($0.0.origin)) }
      + numbers.map { .unstated(in: "", at: file.location($0)) }
  }
}

extension Scene.Across {
  /// As a drawing writes it: a percentage where there is one.
  fileprivate var measure: (Double, String) { percent == 0 ? (em, "em") : (percent, "%") }
}

extension ReadStroke {
  /// Exactly these measures, to two decimals.
  fileprivate func has(_ expected: [(name: String, size: (number: Double, unit: String))]) -> Bool {
    guard measures.count == expected.count else { return false }
    return expected.allSatisfy { name, size in
      guard let measure = measure(name), let number = measure.number else { return false }
      return measure.unit == size.unit && abs(number - size.number) < 0.006
    }
  }
}
