/// Which count a name means, where texts and figures say it.
///
/// A figure leaves out those to whom a dimension does not apply, so that its total may count fewer
/// persons than a sentence that calls them the same.
package struct StatedCells: Sendable {
  struct Stated: Sendable {
    /// An index of the audit model's cells; nil for a number that is no count of the network.
    let cell: Int?
    let measure: Measure
    /// The region in the words of `published.csv`.
    let text: String
  }

  private var inTexts: [String: Stated] = [:]
  private var inFigures: [String: [String: Stated]] = [:]
  /// By subject and dimension, what is told of when the largest are named.
  private var ranked: [[String]: [(code: String, name: String)]] = [:]

  init() {}

  mutating func state(_ name: String, in figure: String?, as stated: Stated) {
    if let figure {
      inFigures[figure, default: [:]][name] = stated
    } else {
      inTexts[name] = stated
    }
  }

  private func stated(_ name: String, in figure: String?) -> Stated? {
    figure.flatMap { inFigures[$0]?[name] } ?? inTexts[name]
  }

  /// Where the count stands among the cells of the edition's audit.
  ///
  /// - `figure`: the figure whose table says it; nil for the words of a text.
  package func cell(_ name: String, in figure: String?) -> Int? { stated(name, in: figure)?.cell }

  /// The categories of which none is larger than those that an order names, where texts tell one.
  package func cells(
    of subject: String, by dimension: String, besides codes: [String]
  ) -> [Int] {
    (ranked[[subject, dimension]] ?? []).filter { !codes.contains($0.code) }
      .compactMap { cell($0.name, in: nil) }
  }

  /// Where a category stands in its list, among those that an order may name.
  package func place(of code: String, _ subject: String, by dimension: String) -> Int {
    ranked[[subject, dimension]]?.firstIndex { $0.code == code } ?? 0
  }

  /// As the columns `measure` and `cell` of `published.csv` name it.
  package func words(_ name: String, in figure: String?) -> (measure: String, cell: String)? {
    stated(name, in: figure).map { ($0.measure.id, $0.text) }
  }

  /// As the column `time` names a period: for a stock, by its last day.
  package func time(_ period: String, of name: String, in figure: String?) -> String {
    stated(name, in: figure).flatMap { CountingTime(period, of: $0.measure) }?.text ?? period
  }
}

extension StatedCells {
  /// What the tables and requests of an edition name.
  init(
    _ tables: [CountedTable], _ requests: Set<FactRequest>, in network: FactNetwork,
    _ reading: RegionReading
  ) {
    let declaration = reading.counting.declaration
    let texts = RegionText(declaration: declaration)
    func stated(_ region: Region, _ measure: Measure) -> Stated {
      Stated(
        cell: network.index(of: region), measure: measure,
        text: texts.text(of: region, measure))
    }
    for table in tables {
      for (name, region) in zip(table.cellNames, reading.regions(of: table)) {
        state(name, in: table.declaration.id, as: stated(region, table.measure))
      }
    }
    func name(_ reference: CellReference) {
      guard reading.rests.hasRest(for: reference), let region = reading.region(of: reference),
        let measure = declaration.measure(reference.measure)
      else { return }
      state(reference.text, in: nil, as: stated(region, measure))
    }
    for request in requests {
      switch request {
      case .count(let reference), .earlier(let reference, _), .distinct(let reference, _):
        name(reference)
      case .ranking(let reference, let dimensionName, _):
        name(reference)
        guard let dimension = declaration.dimension(dimensionName) else { continue }
        for code in declaration.codeList(of: dimension).codes {
          let category = reference.adding(Condition(dimension: dimensionName, values: [code.code]))
          name(category)
          guard code.isCounted else { continue }
          ranked[[reference.text, dimensionName], default: []].append((code.code, category.text))
        }
      }
    }
  }
}
