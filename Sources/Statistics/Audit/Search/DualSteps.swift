extension SparseVertex {
  /// The dual simplex method: what misses a bound leaves for what costs `unknown` least.
  mutating func reachFeasibility(keeping unknown: Int, upwards: Bool) -> Feasibility {
    // How much is gained as each unknown outside the basis rises by one.
    var gains = [Double](repeating: 0, count: system.unknownCount)
    let sign: Double = upwards ? 1 : -1
    if place[unknown] >= 0 {
      price(row: place[unknown])
      for other in priced.places where place[other] < 0 { gains[other] = -sign * priced[other] }
    } else {
      gains[unknown] = sign
    }
    for _ in 0..<SparseVertex.mostDualSteps {
      guard let wrong = furthestOut() else { return .possible }
      let side = violation(of: wrong)
      price(row: place[wrong])
      guard let entering = cheapest(gains, upwards: side < 0) else {
        return isOutOfReach(wrong, upwards: side < 0) ? .impossible : .unknown
      }
      fillColumn(entering)
      let leavingRow = place[wrong]
      guard abs(column[leavingRow]) > SparseVertex.tolerance else { break }
      let rest = side < 0 ? least(wrong) : most(wrong)
      let change = (values[wrong] - rest) / column[leavingRow]
      moveBasics(change)
      values[entering] += change
      let ratio = gains[entering] / priced[entering]
      if ratio != 0 {
        for other in priced.places where place[other] < 0 { gains[other] -= ratio * priced[other] }
      }
      gains[entering] = 0
      if wrong < system.unknownCount { gains[wrong] = -ratio }
      exchange(row: leavingRow, with: entering, restingAt: rest)
    }
    return reachFeasibility()
  }

  private static let mostDualSteps = 500

  private func furthestOut() -> Int? {
    var worst = SparseVertex.tolerance
    var found: Int?
    for index in basics {
      let distance = max(least(index) - values[index], values[index] - most(index))
      if distance > worst {
        worst = distance
        found = index
      }
    }
    return found
  }

  /// What moves the last row that was priced at the least loss.
  private func cheapest(_ gains: [Double], upwards: Bool) -> Int? {
    var best: (unknown: Int, ratio: Double)?
    for unknown in priced.places where place[unknown] < 0 {
      let factor = priced[unknown]
      guard abs(factor) > SparseVertex.tolerance,
        canMove(unknown, upwards: (factor < 0) == upwards)
      else { continue }
      let ratio = abs(gains[unknown] / factor)
      if let best {
        let isTie = abs(ratio - best.ratio) <= SparseVertex.nothing
        let (size, other) = (abs(factor), abs(priced[best.unknown]))
        guard ratio < best.ratio - SparseVertex.nothing || isTie && size > other else { continue }
      }
      best = (unknown, ratio)
    }
    return best?.unknown
  }
}
