extension AuditModel {
  /// The sum that can be computed is one that an exception shows.
  package func isExcused(_ leak: AttackResult.Leak) -> Bool {
    guard leak.kind == .implied else { return false }
    let parts = leak.cells.sorted()
    return sums.contains { sum in
      cells[sum.total].isExcepted
        && sum.parts.filter { cells[$0].value == nil }.sorted() == parts
        && sum.parts.allSatisfy { cells[$0].value == nil || cells[$0].value == 0 }
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
