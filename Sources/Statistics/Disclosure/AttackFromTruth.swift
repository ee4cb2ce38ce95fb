extension AuditModel {
  /// Attacks by somebody who knows the true counts, which is quicker and finds the same.
  ///
  /// Other counts that are possible lie near the true ones. They are looked for there first, and each
  /// is checked in exact numbers; what was not met is searched for as ever.
  ///
  /// - `truth`: by index of the cells.
  package func attacked(
    candidates: Int, threshold: Int, depth: AttackDepth, from truth: [Int]
  ) -> AttackResult {
    let nodes = CountNodes(
      LinkedCounts(
        counts: zip(cells, truth).map { cell, count in
          .init(
            value: count, known: cell.lower, most: cell.upper,
            standing: cell.value != nil ? .fixed : cell.isAsked ? cell.standing : .unprinted)
        },
        sums: sums.map { .init(total: $0.total, parts: $0.parts) }))
    var possibilities = Possibilities(nodes)
    possibilities.search(
      isHidden: cells.map { $0.value == nil },
      isAsked: cells.map { $0.value == nil && $0.isAsked },
      goal: HidingGoal(candidates: candidates, smallestGroup: threshold))
    return attacked(
      candidates: candidates, threshold: threshold, depth: depth,
      knowing: possibilities.solutions(values: truth))
  }
}

extension AuditModel.Cell {
  fileprivate var isAsked: Bool { role == .protected || role == .secondary }

  fileprivate var standing: LinkedCounts.Standing { role == .protected ? .primary : .hidden }
}
