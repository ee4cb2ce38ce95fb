extension AuditModel {
  /// The persons whose number can be computed are those of an exception: without it the difference
  /// between the two is nothing all the same.
  package func isExcused(_ leak: AttackResult.Leak) -> Bool {
    guard leak.kind == .implied else { return false }
    return cells.indices.contains { excepted in
      guard cells[excepted].isExcepted, cells[excepted].value == leak.interval.lower else {
        return false
      }
      var withheld = self
      withheld.cells[excepted].value = nil
      let system = AttackSystem(withheld)
      let places = system.unknowns.indices.filter { place in
        system.unknowns[place].cell.map { leak.cells.contains($0) || $0 == excepted } ?? false
      }
      guard places.count == leak.cells.count + 1, let first = places.first,
        let component = system.components.first(where: { $0.unknowns.contains(first) }),
        let reduction = try? RowReduction<LargeNumber>(component)
      else { return false }
      let movements = Movements(reduction, count: component.unknowns.count)
      let inside = component.unknowns.indices.filter { places.contains(component.unknowns[$0]) }
      guard inside.count == places.count else { return false }
      let other = inside.filter { system.unknowns[component.unknowns[$0]].cell == excepted }
      let group = inside.filter { !other.contains($0) }
      // What can be computed without the exception is not the exception’s doing.
      return !movements.cancel(group) && movements.cancel(group, minus: other)
    }
  }

  /// Cells that an attacker knows only because of exceptions.
  package func givenAway(by result: AttackResult) -> [Int] {
    guard cells.contains(where: \.isExcepted) else { return [] }
    var withheld = self
    for index in withheld.cells.indices where withheld.cells[index].isExcepted {
      withheld.cells[index].value = nil
      withheld.cells[index].lower = 0
      withheld.cells[index].role = .derived
    }
    let before = withheld.attacked(candidates: 2, threshold: 0, depth: .intervals)
    return cells.indices.filter { index in
      guard let now = result.intervals[index], now.lower == now.upper else { return false }
      guard let then = before.intervals[index] else { return false }
      return then.lower != then.upper
    }
  }
}
