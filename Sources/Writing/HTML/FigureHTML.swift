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
      .tag("p", [("class", "measure")], figure.measureLine),
    ]
    var content: [HTMLNode] = [
      .tag(isPrint ? "div" : "figcaption", [("id", captionID), ("class", "caption")], caption)
    ]
    if let chart = figure.chart {
      content.append(
        drawing(
          of: chart, id: figure.id, title: figure.measureLine, description: figure.description,
          isPrint: isPrint))
    }
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
          ("id", figure.id), ("class", "figure"), ("role", "group"),
          ("aria-labelledby", captionID),
        ], content)
    }
    return .tag(
      "figure", [("id", figure.id), ("class", "figure"), ("aria-labelledby", captionID)], content)
  }

  /// The same values as a table: behind a summary where a chart shows them, open on paper.
  private func values(of figure: Figure) -> HTMLNode {
    let table = dataTable(figure.table)
    let framed = scrolling(table, label: figure.table.caption)
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
