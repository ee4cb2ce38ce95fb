extension AttackResult {
  /// What one person can compute beyond what everybody can.
  package struct InsiderLeak: Sendable, Hashable {
    /// The cell in which the person is, and knows its count.
    package let insider: Int
    /// The cell whose count follows.
    package let cell: Int
  }
}

extension AuditModel {
  /// Hidden cells whose counts follow for somebody who knows the count of another hidden cell,
  /// because she is alone in it.
  ///
  /// By insider, then by cell.
  ///
  /// - `result`: what everybody can compute, which is no news to her.
  package func insiderLeaks(besides result: AttackResult) -> [AttackResult.InsiderLeak] {
    let system = AttackSystem(self)
    let found = proportional(in: system) + bounded(in: system, besides: result)
    return Set(found).filter { !result.isExact($0.cell) && !result.isExact($0.insider) }
      .sorted { ($0.insider, $0.cell) < ($1.insider, $1.cell) }
  }

  private func isHidden(_ cell: Int) -> Bool {
    cells[cell].role == .protected || cells[cell].role == .secondary
  }

  /// What follows from her being the only one: others may be as large, or as small, as they can then.
  private func bounded(
    in system: AttackSystem, besides result: AttackResult
  ) -> [AttackResult.InsiderLeak] {
    system.components.flatMap { component -> [AttackResult.InsiderLeak] in
      let hidden = component.unknowns.compactMap { system.unknowns[$0].cell }.filter(isHidden)
      return hidden.filter { result.canBeOne($0) }.flatMap { insider in
        var model = self
        model.cells[insider].value = 1
        return model.attacked(
          candidates: 2, threshold: 2, depth: .counts, knowing: nil, among: Set(hidden)
        ).leaks.filter { $0.kind == .exact }.flatMap(\.cells).filter(isHidden)
          .map { AttackResult.InsiderLeak(insider: insider, cell: $0) }
      }
    }
  }

  /// Two cells give each other away when in the reduced form both move with the same unknowns in
  /// the same proportion: knowing one leaves nothing of the other open.
  private func proportional(in system: AttackSystem) -> [AttackResult.InsiderLeak] {
    var leaks: [AttackResult.InsiderLeak] = []
    for component in system.components {
      guard let reduction = try? RowReduction<LargeNumber>(component) else { continue }
      let isBasic = Set(reduction.rows.map(\.basic))
      // Of each unknown: how it moves with the free ones, scaled so that the first factor is 1.
      var movements: [[Movement]: [Int]] = [:]
      var order: [[Movement]] = []
      func note(_ place: Int, _ movement: [Movement]) {
        guard !movement.isEmpty else { return }
        if movements[movement] == nil { order.append(movement) }
        movements[movement, default: []].append(place)
      }
      for place in component.unknowns.indices where !isBasic.contains(place) {
        note(place, [Movement(place: place, numerator: 1, denominator: 1)])
      }
      for row in reduction.rows {
        guard let first = row.terms.first?.coefficient else { continue }
        note(
          row.basic,
          row.terms.map { term in
            let divisor = term.coefficient.commonDivisor(with: first)
            let sign = first < 0 ? LargeNumber(-1) : 1
            return Movement(
              place: term.place, numerator: term.coefficient / divisor * sign,
              denominator: first / divisor * sign)
          })
      }
      for movement in order {
        let together = (movements[movement] ?? []).compactMap { place in
          system.unknowns[component.unknowns[place]].cell
        }.filter(isHidden)
        for insider in together {
          for cell in together where cell != insider {
            leaks.append(.init(insider: insider, cell: cell))
          }
        }
      }
    }
    return leaks
  }

  private struct Movement: Hashable {
    let place: Int
    let numerator: LargeNumber
    let denominator: LargeNumber
  }
}

extension AttackResult {
  fileprivate func isExact(_ cell: Int) -> Bool {
    intervals[cell].map { $0.lower == $0.upper } ?? false
  }

  fileprivate func canBeOne(_ cell: Int) -> Bool {
    intervals[cell].map { $0.lower <= 1 && $0.upper ?? 1 >= 1 } ?? true
  }
}
