/// Puts labels beside points where nothing else stands, in the order they are asked for.
///
/// Each is tried at a few places around its point; the first that is clear is taken. Whether a place is
/// clear is judged on the narrowest page: on a wider one everything is further apart. A label that
/// finds no place is left out, since the table has its value.
struct LabelPlacing {
  let page: Page
  /// The baseline of the drawing.
  let bottom: Double
  /// Where the room of labels begins, in em.
  let left: Double
  private(set) var labels: [Scene.Label] = []
  private var taken: [Frame] = []
  private var points: [(index: Int, frame: Frame)] = []
  private var lines: [Scene.Line] = []

  init(page: Page, bottom: Double, left: Double) {
    self.page = page
    self.bottom = bottom
    self.left = left
  }

  /// A rectangle in em on the narrowest page.
  private struct Frame {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func meets(_ other: Frame) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  mutating func addPoint(x: Double, y: Double, of index: Int) {
    let middle = page.em(x)
    let frame = Frame(left: middle - 0.42, right: middle + 0.42, top: y - 0.42, bottom: y + 0.42)
    points.append((index, frame))
  }

  mutating func addLine(_ line: Scene.Line) { lines.append(line) }

  /// `y` is that of the point; nil for a word that stands at the baseline.
  mutating func place(_ value: Chart.Value, at x: Double, y: Double?, of index: Int) {
    let candidates: [Scene.Label]
    if let y {
      let places: [(em: Double, y: Double, anchor: Scene.Label.Anchor)] = [
        (0, y - 0.75, .middle), (0, y + 1.35, .middle), (-0.25, y - 0.7, .end),
        (0.25, y - 0.7, .start), (0.25, y + 1.3, .start), (-0.25, y + 1.3, .end),
      ]
      candidates = places.filter { $0.y < bottom - 0.2 }.map { place in
        Scene.Label(
          x: .percent(x).plus(em: place.em), y: rounded(place.y), anchor: place.anchor,
          text: value.label, role: .value)
      }
    } else {
      candidates = (0..<12).map { step in
        Scene.Label(
          x: .percent(x), y: rounded(bottom - 0.5 - Double(step) * 0.6), anchor: .middle,
          text: value.label, role: .mark)
      }
    }
    let apart = candidates.filter { isApart($0, from: index) }
    guard let label = apart.first(where: { !isCrossed($0) }) ?? apart.first else { return }
    labels.append(label)
    taken.append(frame(of: label))
  }

  private func frame(of label: Scene.Label) -> Frame {
    let x = page.em(label.x.percent) + label.x.em
    let left =
      switch label.anchor {
      case .start: x
      case .middle: x - label.width / 2
      case .end: x - label.width
      }
    return Frame(
      left: left, right: left + label.width, top: label.y - 0.8, bottom: label.y + 0.25)
  }

  private func isApart(_ label: Scene.Label, from index: Int) -> Bool {
    let frame = frame(of: label)
    return frame.left >= left && frame.right <= page.width && frame.top >= 0
      && !taken.contains(where: frame.meets)
      && !points.contains { $0.frame.meets(frame) && ($0.index != index || label.role == .mark) }
  }

  private func isCrossed(_ label: Scene.Label) -> Bool {
    let frame = frame(of: label)
    return lines.contains { line in
      let x1 = page.em(line.x1.percent)
      let x2 = page.em(line.x2.percent)
      let from = max(x1, frame.left)
      let to = min(x2, frame.right)
      guard from < to, x2 > x1 else { return false }
      let slope = (line.y2 - line.y1) / (x2 - x1)
      let start = line.y1 + slope * (from - x1)
      let end = line.y1 + slope * (to - x1)
      return min(start, end) < frame.bottom && max(start, end) > frame.top
    }
  }
}
