import Charting
import DocumentModel
import Localization

extension LedgerKeeping {
  /// A figure is a place of its own; what follows belongs to the article again.
  mutating func enter(_ figure: Figure) {
    let article = place
    place = .figure(figure.id)
    defer { place = article }
    anchors.insert(figure.id)
    addresses.insert(figure.dataPath)
    let stated = figure.facts.others
    enter("\(figure.number)", as: .figureNumber)
    enter(figure.title, as: .figureTitle)
    enter(figure.measureLine, as: .measureLine, stated: stated)
    if !isText, let chart = figure.chart { enter(chart, of: figure) }
    // What a table is called that moves in a frame of its own.
    if !isText {
      enter("\(figure.number). \(figure.table.caption)", as: .label, stated: stated)
    }
    enter(figure.table, of: figure)
    for note in figure.notes {
      enter(passage(note), as: .figureNote, stated: stated)
    }
    enter(figure.source, as: .source)
    if isText { enter("../\(figure.dataPath)", as: .address) }
  }

  private mutating func enter(_ table: DataTable, of figure: Figure) {
    let stated = figure.facts.others
    enter(passage(table.stubHead), as: .stubHead, isKept: true)
    for (index, head) in table.columns.enumerated() {
      enter(passage(head), as: .columnHead(index), stated: stated, isKept: true)
    }
    for (index, row) in table.rows.enumerated() {
      enter(passage(row.label), as: .rowLabel(index), stated: stated, isKept: true)
      for (column, value) in row.values.enumerated() {
        let fact = figure.facts.cell(row: index, column: column)
        enter(
          passage(PublishedValue(text: value, fact: fact)), as: .cell(row: index, column: column),
          isKept: true)
      }
    }
  }

  private mutating func enter(_ chart: Chart, of figure: Figure) {
    let cells = figure.facts.cells.joined().compactMap(\.self)
    let counts = cells.filter { $0.form == .count || $0.form == .earlierCount }
    let values = counts.flatMap { fact in
      fact.values.map { PublishedValue(text: language.number($0), fact: fact) }
    }
    enter(
      figure.description, as: .description, stated: figure.facts.others + values)
    for (series, category, fact) in chart.states(in: figure) {
      enterMark(fact, as: .chartMark(series: series, category: category))
    }
    let parts = surface == .print ? chart.partsOnPaper : [chart]
    for (index, part) in parts.enumerated() {
      if parts.count > 1 {
        anchors.insert("\(figure.id)-part-\(index + 1)")
        enter(
          "\(figure.measureLine) (\(index + 1)/\(parts.count))", as: .label,
          stated: figure.facts.others)
      }
      charts.append((figure.id, part))
      enterLabels(of: part, drawing: index, in: figure)
    }
  }

  private mutating func enterLabels(of chart: Chart, drawing: Int, in figure: Figure) {
    var states = chart.states(in: figure)
    let texts = layOut(chart).scenes.flatMap(\.labels)
    for (label, text) in texts.enumerated() {
      var passage = self.passage(text)
      // The same value may stand several times; each is taken once, in the order of drawing.
      if let index = states.firstIndex(where: { chart.text($0.series, $0.category) == text }) {
        passage = self.passage(PublishedValue(text: text, fact: states[index].fact))
        states.append(states.remove(at: index))
      }
      enter(
        passage, as: .chartLabel(drawing: drawing, label: label), stated: figure.facts.others,
        isKept: true)
    }
  }
}

extension Scene {
  /// The texts, in the order of drawing.
  package var labels: [String] {
    strokes.compactMap { stroke in
      if case .label(let label) = stroke { label.text } else { nil }
    }
  }
}

extension FigureFacts {
  func cell(row: Int, column: Int) -> Fact? {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else { return nil }
    return cells[row][column]
  }
}

extension Chart {
  func text(_ series: Int, _ category: Int) -> String? {
    let values = self.series[series].values
    return values.indices.contains(category) ? values[category].label : nil
  }

  /// What each value states: it stands in the figure's table too, under the same names.
  func states(in figure: Figure) -> [(series: Int, category: Int, fact: Fact?)] {
    categories.indices.flatMap { category -> [(series: Int, category: Int, fact: Fact?)] in
      series.indices.map { index in
        let row = figure.table.rows.firstIndex { $0.label == categories[category] }
        let column = figure.table.columns.firstIndex(of: series[index].name) ?? 0
        let fact = row.flatMap { figure.facts.cell(row: $0, column: column) }
        return (index, category, fact)
      }
    }
  }
}
