/// Whole numbers for all cells that somebody who knows them says fit everything published, and
/// changes after which they still do.
///
/// An attack believes none of it: each is checked in exact numbers. What passes shows that values are
/// possible, so that no search is needed for them; it never shows that others are not.
struct KnownSolutions: Sendable {
  /// By index of the model's cells, published ones too.
  let base: [Int]
  /// Cells and by how much each changes.
  let moves: [[(cell: Int, change: Int)]]
}

/// The least and the most that each unknown of a system is in solutions that were checked.
struct KnownRanges: Sendable {
  private(set) var values: [Int]
  private(set) var lower: [Int]
  private(set) var upper: [Int]

  /// Nil where the solution does not fit the system.
  init?(_ known: KnownSolutions, _ system: AttackSystem, _ model: AuditModel) {
    guard known.base.count == model.cells.count,
      zip(known.base, model.cells).allSatisfy({ value, cell in
        cell.value.map { $0 == value } ?? true
      })
    else { return nil }
    var values = system.unknowns.map { unknown in unknown.cell.map { known.base[$0] } ?? 0 }
    var uses: [[(equation: Int, coefficient: Int)]] = system.unknowns.map { _ in [] }
    // An inequality's own difference is whatever makes the equation hold.
    var slack = [(unknown: Int, coefficient: Int)?](repeating: nil, count: system.equations.count)
    for (index, equation) in system.equations.enumerated() {
      var rest = equation.number
      for term in equation.terms {
        if system.unknowns[term.unknown].cell == nil {
          slack[index] = (term.unknown, term.coefficient)
        } else {
          rest -= term.coefficient * values[term.unknown]
          uses[term.unknown].append((index, term.coefficient))
        }
      }
      guard let slack = slack[index] else {
        guard rest == 0 else { return nil }
        continue
      }
      values[slack.unknown] = rest * slack.coefficient
    }
    func isWithin(_ unknown: Int, _ value: Int) -> Bool {
      value >= system.unknowns[unknown].lower
        && system.unknowns[unknown].upper.map { value <= $0 } ?? true
    }
    guard values.indices.allSatisfy({ isWithin($0, values[$0]) }) else { return nil }
    self.values = values
    lower = values
    upper = values
    var place = [Int?](repeating: nil, count: model.cells.count)
    for (index, unknown) in system.unknowns.enumerated() {
      if let cell = unknown.cell { place[cell] = index }
    }
    for move in known.moves {
      var changes: [(unknown: Int, change: Int)] = []
      var left: [Int: Int] = [:]
      var isPossible = true
      for (cell, change) in move {
        guard let unknown = place[cell], isWithin(unknown, values[unknown] + change) else {
          isPossible = false
          break
        }
        changes.append((unknown, change))
        for (equation, coefficient) in uses[unknown] {
          left[equation, default: 0] += coefficient * change
        }
      }
      guard isPossible else { continue }
      for (equation, change) in left where change != 0 {
        guard let slack = slack[equation],
          isWithin(slack.unknown, values[slack.unknown] - change * slack.coefficient)
        else {
          isPossible = false
          break
        }
      }
      guard isPossible else { continue }
      for (unknown, change) in changes {
        lower[unknown] = min(lower[unknown], values[unknown] + change)
        upper[unknown] = max(upper[unknown], values[unknown] + change)
      }
    }
  }
}
