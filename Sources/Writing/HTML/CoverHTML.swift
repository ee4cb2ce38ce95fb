import DocumentModel
import Localization

extension PageWriter {
  /// Sender, title, period, what the review is about, its key figures and its teasers.
  package var cover: [HTMLNode] {
    let masthead = edition.masthead
    let nameplate: [HTMLNode] = [
      .tag("p", [("class", "publisher")], masthead.publisher),
      .tag(
        "h1", [],
        [.text(masthead.title + " "), .tag("span", [], masthead.period)]),
      .tag("p", [("class", "stand")], masthead.standfirst),
    ]
    var content: [HTMLNode] = [.tag("div", [("class", "nameplate")], nameplate)]
    if !edition.keyFigures.isEmpty { content.append(keyFigures) }
    if !edition.teasers.isEmpty { content.append(teasers) }
    let motif = masthead.motif.isEmpty ? [] : [motif]
    return [
      .tag(
        "header", [("class", "cover")],
        motif + [.tag("div", [("class", "wrap")], content)])
    ]
  }

  private var keyFigures: HTMLNode {
    .tag(
      "dl", [("class", "cover-figures")],
      edition.keyFigures.map { figure in
        .tag(
          "div", [],
          [.tag("dt", [], inlines(figure.label)), .tag("dd", [], inlines(figure.value))])
      })
  }

  private var teasers: HTMLNode {
    .tag(
      "ul", [("class", "teasers"), ("aria-label", words[.inThisReview])],
      edition.teasers.map { teaser in
        .tag(
          "li", [],
          [
            .tag(
              "a", [("href", "#\(teaser.articleID)")],
              [.tag("span", [("class", "teaser-title")], inlines(teaser.title))]),
            .tag("p", [], inlines(teaser.text)),
          ])
      })
  }

  /// A band for each table of the edition, in parts as large as those of its table: an ornament.
  private var motif: HTMLNode {
    let bands = edition.masthead.motif
    let height = 600
    let step = Double(height) / Double(max(1, bands.count))
    var parts: [HTMLNode] = []
    for (row, band) in bands.enumerated() {
      var x = 0.0
      for (index, part) in band.enumerated() {
        let width = part.share * 1000
        parts.append(
          .tag(
            "rect",
            [
              ("class", "m\(min(index, 4) + 1)"), ("x", "\(Int(x.rounded()))"),
              ("y", "\(Int((Double(row) * step).rounded()))"),
              ("width", "\(max(1, Int(width.rounded()) - 5))"),
              ("height", "\(max(1, Int(step.rounded()) - 5))"),
            ]))
        x += width
      }
    }
    return .tag(
      "svg",
      [
        ("class", "motif"), ("viewBox", "0 0 1000 \(height)"), ("aria-hidden", "true"),
        ("preserveAspectRatio", "none"),
      ], parts)
  }
}
