import Periods

/// What the numbers of `history.csv` tell by themselves, without anything that an edition says: it is public, and
/// stops no build.
struct ToldByHistory: Sendable {
  typealias Definition = FactNetwork.Definition

  /// Cells whose numbers stand there.
  let cells: Set<Int>
  /// Of the cells of the attacked model, as far as they count persons by one definition.
  let definitions: [Int: Definition]
  let observations: [EarlierParts.Observation]
  /// By record set.
  let implications: [String: Implications]
  let declaration: StatisticsDeclaration

  /// Leaks of a model that they do not tell.
  func untold(
    _ leaks: [AttackResult.Leak], in model: AuditModel, _ policy: DisclosurePolicy
  ) -> [AttackResult.Leak] {
    guard !cells.isEmpty, !leaks.isEmpty else { return leaks }
    let open = model.telling(only: cells).untold(leaks, policy)
    // The lines of the model make use of what the edition says too.
    return leaks.filter { open.contains($0) || !tells(of: $0.cells, policy) }
  }

  /// Whether the sum of some cells follows.
  func tells(of cells: [Int], _ policy: DisclosurePolicy) -> Bool {
    let asked = cells.compactMap { definitions[$0] }
    guard asked.count == cells.count, let basis = asked.first?.region.basis,
      let implied = implications[basis.recordSet],
      asked.allSatisfy({ $0.region.basis == basis && isAtOneTime($0, asked[0]) })
    else { return false }
    var added = AuditCells(after: [])
    var statements: [FactNetwork.Statement] = []
    func state(_ definition: Definition, _ cell: AuditModel.Cell) -> Int {
      let count = added.add(cell)
      statements.append(
        .init(region: definition.region, days: definition.days, count: count))
      return count
    }
    for observation in observations where observation.region.basis == basis {
      let definition = Definition(region: observation.region, days: observation.days)
      guard isAtOneTime(definition, asked[0]) else { continue }
      _ = state(definition, .init(id: observation.name, value: observation.value))
    }
    let parts = asked.map { state($0, .init(id: "", value: nil)) }
    let sum = added.add(.init(id: "", value: nil, role: .protected))
    added.tie(sum, parts)
    SmallestClasses(basis, statements, declaration, implied).add(to: &added) { _, _ in nil }
    var model = AuditModel()
    model.cells = added.cells
    for cell in model.cells.indices where cell != sum { model.cells[cell].role = .derived }
    model.sums = added.sums
    if !model.isPossible {
      model.keepFitting(model.cells.indices.filter { model.cells[$0].value != nil })
    }
    let result = model.attacked(
      candidates: policy.candidates, threshold: policy.threshold, depth: .counts)
    return result.leaks.contains { $0.cells == [sum] }
  }

  /// Stocks of other days are those of others.
  private func isAtOneTime(_ one: Definition, _ other: Definition) -> Bool {
    !one.region.basis.isOfStocks || one.days.upperBound == other.days.upperBound
  }
}
