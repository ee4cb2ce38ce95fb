import Charting

/// A chart as inline SVG: every stroke of its scenes one to one, words for those who do not see it.
///
/// The style sheet shows the scene that fits the page; without one the narrow scene stands alone.
func drawing(
  of chart: Chart, id: String, title: String, description: String
) -> HTMLNode {
  let drawing = layOut(chart)
  let height = "\(decimal(drawing.narrow.height))em"
  var groups = [group(drawing.narrow, [])]
  var style: String?
  if let wide = drawing.wide {
    groups = [
      group(drawing.narrow, [("class", "narrow")]),
      group(wide, [("class", "wide"), ("display", "none")]),
    ]
    style = "--narrow: \(height); --wide: \(decimal(wide.height))em"
  }
  return .tag(
    "svg",
    [
      ("class", "chart \(chart.form.rawValue)"), ("role", "img"),
      ("aria-labelledby", "\(id)-title \(id)-desc"), ("width", "100%"), ("height", height),
      ("style", style),
    ],
    [
      .tag("title", [("id", "\(id)-title")], title),
      .tag("desc", [("id", "\(id)-desc")], description),
    ] + groups)
}

private func group(_ scene: Scene, _ attributes: [(String, String?)]) -> HTMLNode {
  .tag("g", attributes + [("aria-hidden", "true")], scene.strokes.map(node))
}

private func node(_ stroke: Scene.Stroke) -> HTMLNode {
  switch stroke {
  case .rectangle(let rectangle):
    .tag(
      "rect",
      [
        ("class", rectangle.role.rawValue), ("x", extent(rectangle.x)),
        ("y", "\(decimal(rectangle.y))em"), ("width", extent(rectangle.width)),
        ("height", "\(decimal(rectangle.height))em"),
      ])
  case .line(let line):
    .tag(
      "line",
      [
        ("class", line.role.rawValue), ("x1", extent(line.x1)), ("y1", "\(decimal(line.y1))em"),
        ("x2", extent(line.x2)), ("y2", "\(decimal(line.y2))em"),
      ])
  case .dot(let dot):
    .tag(
      "circle",
      [
        ("class", dot.role.rawValue), ("cx", extent(dot.x)), ("cy", "\(decimal(dot.y))em"),
        ("r", "\(decimal(dot.radius))em"),
      ])
  case .label(let label):
    // An em in a text’s own place is that text’s font size.
    .tag(
      "text",
      [
        ("class", label.role.rawValue), ("x", start(label.x, label.role.size)),
        ("dx", shift(label.x, label.role.size)),
        ("y", "\(decimal(label.y / label.role.size))em"),
        ("text-anchor", label.anchor == .start ? nil : label.anchor.rawValue),
      ], label.text)
  }
}

private func extent(_ across: Scene.Across) -> String {
  across.percent == 0 ? "\(decimal(across.em))em" : "\(decimal(across.percent))%"
}

/// A text’s place may be a percentage and some em more; the em are a shift of their own.
private func start(_ across: Scene.Across, _ size: Double) -> String {
  across.percent == 0 ? "\(decimal(across.em / size))em" : "\(decimal(across.percent))%"
}

private func shift(_ across: Scene.Across, _ size: Double) -> String? {
  across.percent == 0 || across.em == 0 ? nil : "\(decimal(across.em / size))em"
}

/// At most two decimals, always with a point.
private func decimal(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let sign = hundredths < 0 ? "-" : ""
  let whole = hundredths.magnitude / 100
  let part = hundredths.magnitude % 100
  guard part > 0 else { return "\(sign)\(whole)" }
  let digits = part < 10 ? "0\(part)" : part.isMultiple(of: 10) ? "\(part / 10)" : "\(part)"
  return "\(sign)\(whole).\(digits)"
}
