/// Bounds that follow from looking at one equation at a time, again and again until nothing moves.
///
/// They hold but need not be reached: an interval is never wider.
struct BoundPropagation {
  private(set) var lower: [Int]
  private(set) var upper: [Int?]
  /// Some unknown is left without a value.
  private(set) var isContradictory = false

  /// Slowly creeping bounds are left to linear programming.
  private static let mostRounds = 50

  init(_ component: AttackComponent) {
    lower = component.lower
    upper = component.upper
    var changed = true
    var round = 0
    while changed, !isContradictory, round < BoundPropagation.mostRounds {
      changed = false
      round += 1
      for equation in component.equations where tighten(equation) { changed = true }
    }
  }

  private mutating func tighten(_ equation: AttackComponent.Equation) -> Bool {
    var least = Extreme()
    var most = Extreme()
    for (place, coefficient) in equation.terms {
      least.add(coefficient > 0 ? lower[place] : upper[place], times: coefficient)
      most.add(coefficient > 0 ? upper[place] : lower[place], times: coefficient)
    }
    guard least.unbounded <= 1 || most.unbounded <= 1 else { return false }
    var changed = false
    for (place, coefficient) in equation.terms {
      let (low, high) = (lower[place], upper[place])
      // coefficient · unknown = number − rest, and the rest lies between its least and its most.
      if let rest = least.without(coefficient > 0 ? low : high, times: coefficient) {
        let room = equation.number - rest
        if coefficient > 0 {
          let bound = room.floorDivided(by: coefficient)
          if high.map({ bound < $0 }) ?? true {
            upper[place] = bound
            most.replace(high, by: bound, times: coefficient)
          }
        } else {
          let bound = -room.floorDivided(by: -coefficient)
          if bound > low {
            lower[place] = bound
            most.replace(low, by: bound, times: coefficient)
          }
        }
      }
      let (newLow, newHigh) = (lower[place], upper[place])
      if let rest = most.without(coefficient > 0 ? newHigh : newLow, times: coefficient) {
        let need = equation.number - rest
        if coefficient > 0 {
          let bound = -(-need).floorDivided(by: coefficient)
          if bound > newLow {
            lower[place] = bound
            least.replace(newLow, by: bound, times: coefficient)
          }
        } else {
          let bound = (-need).floorDivided(by: -coefficient)
          if newHigh.map({ bound < $0 }) ?? true {
            upper[place] = bound
            least.replace(newHigh, by: bound, times: coefficient)
          }
        }
      }
      if lower[place] != low || upper[place] != high { changed = true }
      if let upper = upper[place], upper < lower[place] {
        isContradictory = true
        return true
      }
    }
    return changed
  }
}

extension AuditModel {
  /// What each cell without a value can be, as far as single relations tell; nil for the others.
  var propagatedRanges: [AttackResult.Interval?] {
    let system = AttackSystem(self)
    var ranges = [AttackResult.Interval?](repeating: nil, count: cells.count)
    for component in system.components {
      let propagation = BoundPropagation(component)
      for (place, unknown) in component.unknowns.enumerated() {
        guard let cell = system.unknowns[unknown].cell else { continue }
        ranges[cell] = .init(lower: propagation.lower[place], upper: propagation.upper[place])
      }
    }
    return ranges
  }
}

/// The least or the most that some terms add up to; what has no bound is counted apart.
private struct Extreme {
  var sum = 0
  var unbounded = 0

  mutating func add(_ bound: Int?, times coefficient: Int) {
    if let bound { sum += bound * coefficient } else { unbounded += 1 }
  }

  mutating func replace(_ old: Int?, by new: Int, times coefficient: Int) {
    if let old { sum -= old * coefficient } else { unbounded -= 1 }
    sum += new * coefficient
  }

  /// The sum of all terms but one; nil when it has no bound.
  func without(_ bound: Int?, times coefficient: Int) -> Int? {
    if let bound { return unbounded == 0 ? sum - bound * coefficient : nil }
    return unbounded == 1 ? sum : nil
  }
}
