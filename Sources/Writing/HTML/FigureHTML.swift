import DocumentModel
import Localization

extension PageWriter {
  /// A numbered figure.
  ///
  /// On paper it is a group instead of a `figure`, which browsers would tag in the
  /// PDF as a picture without alternative text.
  func figure(_ figure: Figure, level: Int) -> HTMLNode {
    let captionID = "\(figure.id)-caption"
    let caption: [HTMLNode] = [
      .tag("p", [("class", "no")], words(.figure, ["number": "\(figure.number)"])),
      .tag("h\(level)", [], inlines(figure.title)),
      .tag("p", [("class", "measure")], measureLine(figure.measureLine)),
    ]
    var content: [HTMLNode] = [
      .tag(isPrint ? "div" : "figcaption", [("id", captionID), ("class", "caption")], caption)
    ]
    content += charts(of: figure)
    content.append(values(of: figure))
    content += figure.notes.map { .tag("p", [("class", "figure-note")], inlines($0)) }
    content.append(
      .tag(
        "p", [("class", "source")],
        [
          .text("\(figure.source) "),
          .tag("a", [("href", link(to: figure.dataPath))], words[.downloadData]),
        ]))
    if isPrint {
      return .tag(
        "div",
        [
          ("id", figure.id), ("class", isLong(figure) ? "figure long" : "figure"),
          ("role", "group"),
          ("aria-labelledby", captionID),
        ], content)
    }
    return .tag(
      "figure", [("id", figure.id), ("class", "figure"), ("aria-labelledby", captionID)], content)
  }

  /// The n at its end stays on one line.
  private func measureLine(_ line: String) -> [HTMLNode] {
    guard line.hasSuffix(")"), let open = line.lastIndex(of: "(") else { return [.text(line)] }
    return [
      .text(String(line[..<open])), .tag("span", [("class", "n-of")], String(line[open...])),
    ]
  }

  /// The chart, on paper in parts that fit a page.
  private func charts(of figure: Figure) -> [HTMLNode] {
    guard let chart = figure.chart else { return [] }
    let parts = isPrint ? chart.partsOnPaper : [chart]
    return parts.enumerated().map { index, part in
      let count = parts.count > 1 ? " (\(index + 1)/\(parts.count))" : ""
      // With text set very large on a small screen a chart is wider than the page and moves in a frame.
      return .tag(
        "div", [("class", "drawing")],
        [
          drawing(
            of: part, id: index == 0 ? figure.id : "\(figure.id)-part-\(index + 1)",
            title: figure.measureLine + count, description: figure.description)
        ])
    }
  }

  /// A figure that does not fit a page together with its table.
  private func isLong(_ figure: Figure) -> Bool {
    let chart = figure.chart.map { $0.categories.count * max(1, $0.series.count) } ?? 0
    return chart + figure.table.rows.count > 44
  }

  /// The same values as a table: behind a summary where a chart shows them, open on paper.
  private func values(of figure: Figure) -> HTMLNode {
    let table = dataTable(figure.table)
    let number = words(.figure, ["number": "\(figure.number)"])
    let framed = scrolling(table, label: "\(number). \(figure.table.caption)")
    guard figure.chart != nil, !isPrint else { return framed }
    return .tag("details", [], [.tag("summary", [], words[.showTable]), framed])
  }

  private func dataTable(_ table: DataTable) -> HTMLNode {
    let head: [HTMLNode] =
      [.tag("th", [("scope", "col")], table.stubHead)]
      + table.columns.map { .tag("th", [("scope", "col"), ("class", "n")], $0) }
    let rows = table.rows.map { row -> HTMLNode in
      .tag(
        "tr", [("class", row.isTotal ? "total" : nil)],
        [.tag("th", [("scope", "row")], row.label)]
          + row.values.map { .tag("td", [("class", "n")], $0) })
    }
    return .tag(
      "table", [("class", "data")],
      [
        .tag("caption", [], table.caption), .tag("thead", [], [.tag("tr", [], head)]),
        .tag("tbody", [], rows),
      ])
  }
}
