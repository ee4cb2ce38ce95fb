extension AuditModel {
  /// The persons whose number can be computed are those of an exception: whatever the numbers are, the
  /// sums say that the two are the same.
  package func isExcused(_ leak: AttackResult.Leak) -> Bool {
    guard leak.kind == .implied else { return false }
    let excepted = cells.indices.filter {
      cells[$0].isExcepted && cells[$0].value == leak.interval.lower
    }
    guard !excepted.isEmpty else { return false }
    var unknown = AuditModel()
    unknown.cells = cells
    unknown.sums = sums
    let empty = empty(inside: excepted)
    for index in cells.indices { unknown.cells[index].value = empty.contains(index) ? 0 : nil }
    let system = AttackSystem(unknown)
    return system.components.contains { component in
      func places(of wanted: [Int]) -> [Int] {
        component.unknowns.indices.filter { place in
          system.unknowns[component.unknowns[place]].cell.map(wanted.contains) ?? false
        }
      }
      let group = places(of: leak.cells)
      let others = places(of: excepted)
      guard group.count == leak.cells.count(where: { !empty.contains($0) }), !others.isEmpty,
        let reduction = try? RowReduction<LargeNumber>(component)
      else { return false }
      let movements = Movements(reduction, count: component.unknowns.count)
      return others.contains { movements.cancel(group, minus: [$0]) }
    }
  }

  /// Of the parts of excepted cells, those of which everybody knows that they count nobody, though no
  /// exception were printed.
  private func empty(inside excepted: [Int]) -> Set<Int> {
    let parts = Set(sums.filter { excepted.contains($0.total) }.flatMap(\.parts))
    var empty = Set(cells.indices.filter { cells[$0].upper == 0 })
    var withheld = self
    for index in cells.indices where cells[index].isExcepted { withheld.cells[index].value = nil }
    let system = AttackSystem(withheld)
    for component in system.components {
      let asked = component.unknowns.indices.filter { place in
        system.unknowns[component.unknowns[place]].cell.map(parts.contains) ?? false
      }
      guard !asked.isEmpty,
        let intervals = try? IntervalSearch<LargeNumber>(component, asked: asked, wanted: nil)
      else { continue }
      for place in asked where intervals.outerUpper[place] == 0 {
        if let cell = system.unknowns[component.unknowns[place]].cell { empty.insert(cell) }
      }
    }
    return empty
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
