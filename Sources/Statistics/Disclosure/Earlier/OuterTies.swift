import Periods

/// Earlier editions of longer periods: the edition is one part of what they counted.
///
/// The true counts of the other parts are not at hand, so that these relations are there for the audit alone; where
/// it finds a leak, more of the edition is hidden. All that is told of a longer time and of its parts is divided
/// into the smallest classes of the shortest times, as the counts of the edition are.
struct OuterTies {
  private let cells: [AuditModel.Cell]
  private let sums: [AuditModel.Sum]
  private let relations: EarlierRelations
  /// Rests of longer times, and of their parts.
  let rests: [MergedRest]
  /// Numbers that are public by `history.csv`.
  let historical: Set<Int>
  /// Whom its cells count.
  let definitions: [Int: FactNetwork.Definition]
  /// The numbers that were told cannot all be true beside the records of today.
  private let isCorrected: Bool

  /// - `network`: that of the edition, as it stays.
  /// - `divided`: times that are divided with the edition's own.
  /// - `implications`: by record set.
  /// - `personal`: dimensions that tell of persons; nil where all do.
  init(
    _ network: FactNetwork, of period: Period, earlier: [EarlierCounts], divided: Set<Moment>,
    observations: [EarlierParts.Observation], implications: [String: Implications],
    personal: Set<String>?,
    declaration: StatisticsDeclaration
  ) {
    var building = OuterTimes(
      network, of: period, earlier: earlier, divided: divided, observations: observations,
      declaration)
    for (basis, statements) in building.statements {
      guard let implied = implications[basis.recordSet] else { continue }
      SmallestClasses(basis, statements, declaration, implied, personal: personal ?? [])
        .add(to: &building.cells) { region, days in
          network.period.holds(days) ? network.index(of: region, days: days) : nil
        }
    }
    cells = building.cells.cells
    sums = building.cells.sums
    relations = building.relations
    rests = building.rests
    historical = building.historical
    definitions = building.cells.definitions
    guard !cells.isEmpty else {
      isCorrected = false
      return
    }
    var truth = AuditModel()
    truth.cells = network.counts.map { .init(id: $0.name, value: $0.tally.count) } + cells
    truth.sums = sums
    isCorrected = !truth.isPossible
  }

  func add(to model: inout AuditModel) {
    guard !cells.isEmpty else { return }
    let first = model.cells.count
    var added = model
    added.cells += cells
    added.sums += sums
    relations.add(to: &added)
    if isCorrected {
      added.keepFitting(
        added.cells.indices.dropFirst(first).filter { added.cells[$0].value != nil })
    }
    model = added
  }
}
