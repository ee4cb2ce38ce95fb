extension AuditModel {
  /// Some numbers fit to all that is told, be they whole or not.
  var isPossible: Bool {
    let system = AttackSystem(self)
    return system.contradictions.isEmpty && system.components.allSatisfy(\.isPossible)
  }

  /// Forgets numbers that do not fit to the others; then they tell nothing of each other.
  mutating func keepFitting(_ told: [Int]) {
    let all = self
    for cell in told {
      cells[cell].value = nil
      cells[cell].role = .derived
    }
    func know(_ told: some Collection<Int>, in model: inout AuditModel) {
      var trial = model
      for cell in told { trial.cells[cell] = all.cells[cell] }
      if trial.isPossible {
        model = trial
      } else if told.count > 1 {
        know(told.prefix(told.count / 2), in: &model)
        know(told.dropFirst(told.count / 2), in: &model)
      }
    }
    know(told[...], in: &self)
  }
}

extension AttackComponent {
  fileprivate var isPossible: Bool {
    let propagation = BoundPropagation(self)
    guard !propagation.isContradictory else { return false }
    guard
      let open = unknowns.indices.first(where: { propagation.lower[$0] != propagation.upper[$0] })
    else { return true }
    do {
      return try isPossible(Int.self, open)
    } catch {
      // Larger numbers never overflow.
      return (try? isPossible(LargeNumber.self, open)) ?? true
    }
  }

  /// A place is asked for more than is wanted of any, so that a solution is searched for.
  private func isPossible<Number: ExactNumber>(
    _: Number.Type, _ place: Int
  ) throws(NumberOverflow) -> Bool {
    let search = ComponentSearch(self, try RowReduction<Number>(self))
    let wanted = unknowns.map { _ in 1 }
    return try !search.ranges(asked: [place], wanted: wanted, ends: []).isContradictory
  }
}
