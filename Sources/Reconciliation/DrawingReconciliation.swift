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
    var parts: [String: Int] = [:]
    for (index, drawing) in file.drawings.enumerated() {
      let texts = file.passages.filter { passage in
        if case .drawingText(index, _) = passage.kind { true } else { false }
      }
      if drawing.place.isEmpty {
        findings += motif(drawing, texts)
      } else if let place = open.firstIndex(where: { $0.figure == drawing.place }) {
        let chart = open.remove(at: place).chart
        let part = parts[drawing.place, default: 0]
        parts[drawing.place] = part + 1
        findings += self.findings(drawing, part: part, texts, layOut(chart).scenes)
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

  /// `part` counts the drawings of the same figure.
  private func findings(
    _ drawing: ReadDrawing, part: Int, _ texts: [ReadPassage], _ scenes: [Scene]
  ) -> [Diagnostic] {
    let labels = NumberRow(
      file,
      expected: ledger.passages.filter { passage in
        if case .chartLabel(part, _) = passage.role {
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
      + renamed(texts, scenes.flatMap(\.labels), in: drawing.place)
      + moved.map { .otherMark(in: drawing.place, at: file.location($0.origin)) }
      + barFindings(drawing, scenes, texts)
  }

  /// Each scene has a scale of its own.
  private func barFindings(
    _ drawing: ReadDrawing, _ scenes: [Scene], _ texts: [ReadPassage]
  ) -> [Diagnostic] {
    var start = 0
    var label = 0
    return scenes.flatMap { scene -> [Diagnostic] in
      let strokes = drawing.strokes[start..<(start + scene.strokes.count)]
      defer {
        start += scene.strokes.count
        label += scene.labels.count
      }
      return barFindings(
        ReadDrawing(place: drawing.place, origin: drawing.origin, strokes: Array(strokes)),
        firstLabel: label, texts)
    }
  }

  /// Another name, or anything beside a value, gives the value to others.
  private func renamed(
    _ texts: [ReadPassage], _ labels: [String], in anchor: String
  ) -> [Diagnostic] {
    let known = Set(labels)
    return texts.compactMap { passage in
      guard case .drawingText(_, let label) = passage.kind, labels.indices.contains(label) else {
        return nil
      }
      let text = String(decoding: passage.text, as: UTF8.self)
      guard !isName(text, labels[label], among: known) else { return nil }
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
      // An em in a text’s own place is that text’s font size.
      read.element == "text" && read.has(label.place)
    }
  }

  /// The bands of the cover are parted as the tables are that they are drawn from.
  private func motif(_ drawing: ReadDrawing, _ texts: [ReadPassage]) -> [Diagnostic] {
    let bars = drawing.strokes.filter { $0.element == "rect" }
    let numbers = texts.flatMap(\.origins)
    guard bars.count == drawing.strokes.count, bars.count == ledger.motif.joined().count else {
      return [.unknownDrawing(in: "", at: file.location(drawing.origin))]
    }
    var open = bars[...]
    let odd = ledger.motif.flatMap { band -> [ReadStroke] in
      defer { open = open.dropFirst(band.count) }
      return misplaced(in: open.prefix(band.count), as: band)
    }
    return odd.map { .otherMark(in: "", at: file.location($0.origin)) }
      + numbers.map { .unstated(in: "", at: file.location($0)) }
  }

  /// Parts that do not lie where their shares put them, on a height of their own.
  private func misplaced(in bars: ArraySlice<ReadStroke>, as band: [Double]) -> [ReadStroke] {
    let top = bars.first?.measure("y")?.number
    let height = bars.first?.measure("height")?.number
    var start = 0.0
    return zip(bars, band).compactMap { bar, share in
      defer { start += share }
      guard let x = bar.measure("x")?.number, let width = bar.measure("width")?.number,
        bar.measure("y")?.number == top, bar.measure("height")?.number == height
      else { return bar }
      // The drawing is a thousand whole units wide, and a gap stands behind each part.
      let room = share * 1000 - width
      let isThere = abs(x - start * 1000) <= 1 && (room > 3 && room < 7 || width == 1 && room < 7)
      return isThere ? nil : bar
    }
  }
}

extension Scene.Label {
  /// Its place as a drawing writes it.
  fileprivate var place: [(name: String, size: (number: Double, unit: String))] {
    let shift = x.em / role.size
    let across = x.percent == 0 ? (shift, "em") : (x.percent, "%")
    return [("x", across), ("y", (y / role.size, "em"))]
      + (x.percent != 0 && x.em != 0 ? [("dx", (shift, "em"))] : [])
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
