extension ExactDictionary {
  mutating func reachFeasibility() throws(NumberOverflow) -> Feasibility {
    while let (unknown, side) = try firstOutside() {
      idleSteps = 0
      // Towards the bound that it misses, until it is there or nothing more can be done.
      while let row = row(of: unknown), try violation(row: row) == side {
        switch try step(unknown, upwards: side < 0, isMending: true) {
        case .moved: continue
        case .best, .unbounded: return .impossible
        }
      }
    }
    return .possible
  }

  /// An unknown that is not within its bounds, and on which side.
  private func firstOutside() throws(NumberOverflow) -> (unknown: Int, side: Int)? {
    for row in basics.indices {
      let side = try violation(row: row)
      if side != 0 { return (basics[row], side) }
    }
    return nil
  }

  mutating func step(_ unknown: Int, upwards: Bool) throws(NumberOverflow) -> Progress {
    try step(unknown, upwards: upwards, isMending: false)
  }

  private mutating func step(
    _ unknown: Int, upwards: Bool, isMending: Bool
  ) throws(NumberOverflow) -> Progress {
    let row = place[unknown]
    guard row >= 0 else {
      let column = -1 - row
      guard canMove(column, upwards: upwards) else { return .best }
      return try move(column: column, upwards: upwards, isMending: isMending)
    }
    guard let (column, direction) = entering(row: row, upwards: upwards) else { return .best }
    return try move(
      column: column, upwards: direction, isMending: isMending,
      mended: isMending ? (row, upwards) : nil)
  }

  /// A column whose movement changes the row's value as wanted, and which way it has to move.
  private func entering(row: Int, upwards: Bool) -> (column: Int, upwards: Bool)? {
    let zero = Number(exactly: 0)
    let start = row * stride
    var best: (column: Int, upwards: Bool)?
    var steepest = zero
    for column in others.indices {
      let coefficient = entries[start + column]
      guard !coefficient.isZero else { continue }
      // The row falls as a column with a positive coefficient rises.
      let rises = (coefficient < zero) == upwards
      guard canMove(column, upwards: rises) else { continue }
      if idleSteps > Self.patience {
        let unknown = others[column]
        if best == nil || unknown < others[best?.column ?? column] { best = (column, rises) }
        continue
      }
      let size = coefficient < zero ? coefficient.negated : coefficient
      if size > steepest {
        steepest = size
        best = (column, rises)
      }
    }
    return best
  }

  private func canMove(_ column: Int, upwards: Bool) -> Bool {
    upwards
      ? upper[others[column]].map { resting[column] < $0 } ?? true
      : resting[column] > lower[others[column]]
  }

  /// Moves a column as far as everything stays within its bounds, and exchanges it with what stops
  /// it.
  private mutating func move(
    column: Int, upwards: Bool, isMending: Bool, mended: (row: Int, upwards: Bool)? = nil
  ) throws(NumberOverflow) -> Progress {
    let zero = Number(exactly: 0)
    let one = Number(exactly: 1)
    var blocking: (row: Int, bound: Int)?
    // The distance to the nearest stop, as a fraction.
    var distance: (numerator: Number, denominator: Number)?
    for row in basics.indices {
      let coefficient = entries[row * stride + column]
      guard !coefficient.isZero else { continue }
      let rises = (coefficient < zero) == upwards
      let unknown = basics[row]
      let side = isMending ? try violation(row: row) : 0
      let bound: Int
      if let mended, mended.row == row {
        // It stops at the bound that it missed.
        guard let target = mended.upwards ? lower[unknown] : upper[unknown] else { continue }
        bound = target
      } else if rises {
        // What misses a bound may move further away; coming back it stops at the far one.
        guard side <= 0, let top = upper[unknown] else { continue }
        bound = top
      } else {
        guard side >= 0 else { continue }
        bound = lower[unknown]
      }
      let gap = try entries[row * stride + others.count]
        .combined(one, minus: Number(exactly: bound), divisors[row])
      let numerator = gap < zero ? gap.negated : gap
      let denominator = coefficient < zero ? coefficient.negated : coefficient
      if let nearest = distance {
        // numerator / denominator < nearest
        let difference = try numerator.combined(
          nearest.denominator, minus: nearest.numerator, denominator)
        if difference > zero { continue }
        if difference.isZero, let blocking, basics[blocking.row] < unknown { continue }
      }
      distance = (numerator, denominator)
      blocking = (row, bound)
    }
    let unknown = others[column]
    if let far = upwards ? upper[unknown] : lower[unknown] {
      let range = Number(exactly: abs(far - resting[column]))
      let isNearer = try distance.map { nearest throws(NumberOverflow) in
        try range.combined(nearest.denominator, minus: nearest.numerator, one) < zero
      }
      if isNearer ?? true {
        try shift(column: column, to: far)
        idleSteps = 0
        return .moved
      }
    }
    guard let blocking, let distance else { return .unbounded }
    idleSteps = distance.numerator.isZero ? idleSteps + 1 : 0
    try exchange(row: blocking.row, column: column, restingAt: blocking.bound)
    return .moved
  }
}
