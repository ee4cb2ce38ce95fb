extension AuditModel {
  /// Unknowns times equations; in larger components only what single relations tell is known.
  private static let mostToSearchEmpty = 250_000

  /// Leaks but those in which the persons whose number can be computed are those of an exception:
  /// whatever the numbers are, the sums say that the two are the same.
  package func withoutExcused(_ leaks: [AttackResult.Leak]) -> [AttackResult.Leak] {
    let excepted = cells.indices.filter { cells[$0].isExcepted && cells[$0].value != nil }
    guard !excepted.isEmpty, leaks.contains(where: { $0.kind == .implied }) else { return leaks }
    var unknown = AuditModel()
    unknown.cells = cells
    unknown.sums = sums
    let empty = empty(inside: excepted)
    for index in cells.indices { unknown.cells[index].value = empty.contains(index) ? 0 : nil }
    let system = AttackSystem(unknown)
    var places: [Int: (component: Int, place: Int)] = [:]
    var movements: [Movements?] = []
    for (index, component) in system.components.enumerated() {
      var holdsException = false
      for (place, unknown) in component.unknowns.enumerated() {
        guard let cell = system.unknowns[unknown].cell else { continue }
        places[cell] = (index, place)
        if cells[cell].isExcepted { holdsException = true }
      }
      movements.append(
        holdsException
          ? (try? RowReduction<LargeNumber>(component)).map {
            Movements($0, count: component.unknowns.count)
          } : nil)
    }
    return leaks.filter { leak in
      guard leak.kind == .implied else { return true }
      let group = leak.cells.filter { !empty.contains($0) }.map { places[$0] }
      return !excepted.contains { cell in
        guard cells[cell].value == leak.interval.lower, let whole = places[cell],
          group.allSatisfy({ $0?.component == whole.component }),
          let movements = movements[whole.component]
        else { return false }
        return movements.cancel(group.compactMap { $0?.place }, minus: [whole.place])
      }
    }
  }

  /// Of the parts of excepted cells, those of which everybody knows that they count nobody, though no
  /// exception were printed.
  private func empty(inside excepted: [Int]) -> Set<Int> {
    let parts = Set(sums.filter { excepted.contains($0.total) }.flatMap(\.parts))
    var empty = Set(cells.indices.filter { cells[$0].upper == 0 })
    var withheld = self
    for index in cells.indices where cells[index].isExcepted { withheld.cells[index].value = nil }
    let ranges = withheld.propagatedRanges
    for part in parts where ranges[part]?.upper == 0 { empty.insert(part) }
    let system = AttackSystem(withheld)
    for component in system.components {
      let asked = component.unknowns.indices.filter { place in
        system.unknowns[component.unknowns[place]].cell.map {
          parts.contains($0) && !empty.contains($0)
        } ?? false
      }
      guard !asked.isEmpty,
        component.unknowns.count * component.equations.count <= AuditModel.mostToSearchEmpty,
        let reduction = try? RowReduction<LargeNumber>(component),
        let intervals = try? ComponentSearch(component, reduction).ranges(
          asked: [], wanted: component.unknowns.map { _ in 0 }, ends: asked)
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
