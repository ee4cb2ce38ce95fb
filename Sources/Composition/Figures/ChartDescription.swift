import Charting
import Localization
import Statistics

extension FigureComposer {
  /// Three layers: what the chart is, what stands out in it, what the editor adds.
  ///
  /// Source: A. Lundgard, A. Satyanarayan, Accessible visualization via natural language
  /// descriptions, IEEE TVCG 28 (2022).
  func describe(
    _ table: ProtectedTable, _ view: TableView, chart: Chart?, editor: String?
  ) -> String {
    var sentences: [String] = []
    if let chart { sentences.append(words[phrase(of: chart)]) }
    let known = view.rows.filter { !$0.isTotal }.compactMap { row in
      row.cells.last?.value.map { (row: row, value: $0) }
    }
    if table.declaration.sinceYear != nil {
      sentences += self.sentences(on: change(of: table, view))
      sentences += missing(in: view, of: table)
    } else {
      sentences += extremes(of: known.filter { !$0.row.isRest && $0.value > 0 }, in: table)
      if let total = table.total?.value {
        sentences.append(words(.describeTotal, ["value": language.number(total)]))
        sentences += self.sentences(on: change(of: table, view))
      }
    }
    if let editor { sentences.append(editor) }
    return sentences.joined(separator: " ")
  }

  private func phrase(of chart: Chart) -> Phrase {
    switch chart.form {
    case .bars: .describeBars
    case .groupedBars: .describeGroupedBars
    case .stackedBar: chart.series.count > 1 ? .describeShareRows : .describeStackedBar
    case .timeSeries: .describeTimeSeries
    case .pyramid: .describePyramid
    case .dotPlot: .describeDotPlot
    case .slope: .describeSlope
    case .smallMultiples: .describeSmallMultiples
    case .tiles: .describeTiles
    case .unitRows: .describeUnitRows
    }
  }

  private func sentences(on change: ChangeOverTime?) -> [String] {
    guard let change else { return [] }
    let values = [
      "first": change.first.label, "firstValue": language.number(change.first.value),
      "last": change.last.label, "lastValue": language.number(change.last.value),
    ]
    var sentences = [words(.describeFromTo, values)]
    if let percent = change.percent, percent > 0 {
      let phrase: Phrase =
        change.last.value > change.first.value ? .describeRise : .describeFall
      sentences.append(words(phrase, ["percent": language.percent(percent)]))
    }
    return sentences
  }

  private func missing(in view: TableView, of table: ProtectedTable) -> [String] {
    let absent = view.rows.filter { $0.cells.last == .missing(.notAvailable) }
    guard !absent.isEmpty else { return [] }
    let names = language.list(absent.map { label(of: $0, in: table) })
    return [words(.describeMissing, ["names": names])]
  }

  /// The largest and the smallest, where every category is shown and one stands out.
  private func extremes(
    of known: [(row: TableView.Row, value: Int)], in table: ProtectedTable
  ) -> [String] {
    guard known.count > 1, !table.positions.contains(where: { table[$0] == .suppressed }) else {
      return []
    }
    let values = known.map(\.value)
    var sentences: [String] = []
    if let largest = values.max(), values.filter({ $0 == largest }).count == 1,
      let row = known.first(where: { $0.value == largest })?.row
    {
      sentences.append(
        words(
          .describeLargest,
          ["name": label(of: row, in: table), "value": language.number(largest)]))
    }
    let isWhole = !table.axes.contains { $0.categories.contains(where: \.isRest) }
    if isWhole, let smallest = values.min(), values.filter({ $0 == smallest }).count == 1,
      let row = known.first(where: { $0.value == smallest })?.row
    {
      sentences.append(
        words(
          .describeSmallest,
          ["name": label(of: row, in: table), "value": language.number(smallest)]))
    }
    return sentences
  }
}
