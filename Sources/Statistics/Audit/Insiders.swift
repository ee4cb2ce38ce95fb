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
  /// Two cells give each other away when in the reduced form both move with the same unknowns in
  /// the same proportion: knowing one leaves nothing of the other open.
  package func insiderLeaks() -> [AttackResult.InsiderLeak] {
    let system = AttackSystem(self)
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
        }.filter { cells[$0].role == .protected || cells[$0].role == .secondary }.sorted()
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
