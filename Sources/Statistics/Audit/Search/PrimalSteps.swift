extension SparseVertex {
  mutating func reachFeasibility() -> Feasibility {
    for _ in 0..<(4 * values.count) {
      guard let wrong = basics.first(where: { violation(of: $0) != 0 }) else { return .possible }
      let side = violation(of: wrong)
      idleSteps = 0
      // Towards the bound that it misses, until it is there or nothing more can be done.
      var steps = 0
      while place[wrong] >= 0, violation(of: wrong) == side {
        steps += 1
        guard steps < 4 * values.count else { return .unknown }
        if step(wrong, upwards: side < 0, isMending: true) != .moved {
          return isOutOfReach(wrong, upwards: side < 0) ? .impossible : .unknown
        }
      }
    }
    return .unknown
  }

  mutating func step(_ unknown: Int, upwards: Bool) -> Progress {
    step(unknown, upwards: upwards, isMending: false)
  }

  private mutating func step(_ index: Int, upwards: Bool, isMending: Bool) -> Progress {
    guard place[index] >= 0 else {
      guard canMove(index, upwards: upwards) else { return .best }
      return take(prepared(Candidate(unknown: index, upwards: upwards, promise: 1), nil))
    }
    price(row: place[index])
    return next(upwards: upwards, isMending ? (index: index, upwards: upwards) : nil)
      .map { take($0) } ?? .best
  }

  enum Rise {
    case moved
    /// Nothing makes the sum larger.
    case best
    /// Hardly anything stops what changes so much of each value, and it makes the sum larger.
    case endless([Double])
  }

  /// One step of the simplex method that makes the sum of some unknowns less that of others larger.
  mutating func raise(_ members: [Int], minus others: Range<Int>) -> Rise {
    price(members, minus: others)
    guard let step = next(upwards: true, nil) else { return .best }
    guard step.distance < SparseVertex.endless else {
      return .endless(direction(of: step.candidate.unknown, upwards: step.candidate.upwards))
    }
    return take(step) == .moved ? .moved : .best
  }

  private static let endless = 1e9

  /// One step that makes the sum of some unknowns larger: the one that promises most, whether it leads to
  /// whole numbers or not.
  mutating func climb(_ members: [Int]) -> Progress {
    price(members, minus: 0..<0)
    let first = candidates(upwards: true, most: 1) { abs($0) }.first
    return first.map { take(prepared($0, nil)) } ?? .best
  }

  /// The step that changes what was priced last, prepared.
  ///
  /// What changes it by one for one comes first: from whole numbers it mostly leads to others.
  private mutating func next(upwards: Bool, _ mended: (index: Int, upwards: Bool)?) -> Step? {
    let isIdle = idleSteps > SparseVertex.patience
    let candidates = candidates(
      upwards: upwards, most: isIdle ? 1 : SparseVertex.mostCandidates, promise: unity)
    guard let first = candidates.first else { return nil }
    for candidate in candidates {
      let step = prepared(candidate, mended)
      if candidates.count == 1 || staysWhole(step) { return step }
    }
    return prepared(first, mended)
  }

  /// One that rests, and which way it is to move.
  private struct Candidate {
    let unknown: Int
    let upwards: Bool
    let promise: Double

    func isBefore(_ other: Candidate) -> Bool {
      promise != other.promise ? promise > other.promise : unknown < other.unknown
    }
  }

  /// What can move so that the row that was priced last changes as wanted, the most promising first; after
  /// many idle steps the first.
  ///
  /// - `promise`: how much that is, by how much the row changes as it moves by one.
  private func candidates(
    upwards: Bool, most: Int, promise: (Double) -> Double
  ) -> [Candidate] {
    let isIdle = idleSteps > SparseVertex.patience
    var found: [Candidate] = []
    for unknown in priced.places where place[unknown] < 0 {
      let factor = priced[unknown]
      let rises = (factor < 0) == upwards
      guard abs(factor) > SparseVertex.tolerance, canMove(unknown, upwards: rises) else { continue }
      let candidate = Candidate(
        unknown: unknown, upwards: rises, promise: isIdle ? 1 : promise(factor))
      if found.count == most, let last = found.last, !candidate.isBefore(last) { continue }
      found.insert(candidate, at: found.firstIndex { candidate.isBefore($0) } ?? found.count)
      if found.count > most { found.removeLast() }
    }
    return found
  }

  private static let mostCandidates = 6

  private struct Step {
    let candidate: Candidate
    let stop: Stop?
    let distance: Double
    /// It goes to its own other bound.
    let isWholeRange: Bool
  }

  /// Whether whole numbers are whole after what was prepared last, and the next steps too as far as the
  /// exchange goes.
  private func staysWhole(_ step: Step) -> Bool {
    func isWhole(_ number: Double) -> Bool {
      abs(number - number.rounded()) < SparseVertex.tolerance
    }
    guard isWhole(step.distance) else { return false }
    if step.distance < SparseVertex.tolerance { return true }
    if !step.isWholeRange, let stop = step.stop, unity(column[stop.row]) < 1 { return false }
    return column.allSatisfy { isWhole($0 * step.distance) }
  }

  private struct Stop {
    let row: Int
    let bound: Double
    let distance: Double
  }

  /// How far one that rests can move until something stops it.
  ///
  /// - `mended`: what is brought back within its bounds, and which way.
  private mutating func prepared(
    _ candidate: Candidate, _ mended: (index: Int, upwards: Bool)?
  ) -> Step {
    fillColumn(candidate.unknown)
    let stop = nearestStop(upwards: candidate.upwards, mended: mended)
    let end = candidate.upwards ? most(candidate.unknown) : least(candidate.unknown)
    let range = abs(end - values[candidate.unknown])
    let isWholeRange = stop.map { $0.distance >= range } ?? true
    return Step(
      candidate: candidate, stop: stop, distance: min(stop?.distance ?? .infinity, range),
      isWholeRange: isWholeRange)
  }

  /// Moves what was prepared last, and exchanges it with what stops it.
  private mutating func take(_ step: Step) -> Progress {
    let (entering, upwards) = (step.candidate.unknown, step.candidate.upwards)
    guard step.distance < .infinity else {
      return isRay(entering, upwards: upwards) ? .unbounded : .best
    }
    idleSteps = step.distance > SparseVertex.nothing ? 0 : idleSteps + 1
    let change = upwards ? step.distance : -step.distance
    moveBasics(change)
    guard let stop = step.stop, !step.isWholeRange else {
      values[entering] = upwards ? most(entering) : least(entering)
      return .moved
    }
    values[entering] += change
    exchange(row: stop.row, with: entering, restingAt: stop.bound)
    return .moved
  }

  /// The first bound that is met.
  ///
  /// Among those that are met at nearly the same time (P. M. J. Harris, Pivot selection methods of the
  /// Devex LP code, Mathematical Programming 5, 1973) it is that of the row that moves one for one, or
  /// most nearly so.
  private func nearestStop(upwards: Bool, mended: (index: Int, upwards: Bool)?) -> Stop? {
    var nearest = Double.infinity
    forEachStop(upwards: upwards, mended: mended) { stop in
      nearest = min(nearest, stop.distance + SparseVertex.tolerance / abs(column[stop.row]))
    }
    var best: Stop?
    forEachStop(upwards: upwards, mended: mended) { stop in
      guard stop.distance <= nearest else { return }
      guard let known = best else {
        best = stop
        return
      }
      let (size, other) = (unity(column[stop.row]), unity(column[known.row]))
      let isBetter =
        idleSteps > SparseVertex.patience && size > 1e-5
        ? basics[stop.row] < basics[known.row]
        : size != other ? size > other : basics[stop.row] < basics[known.row]
      if isBetter { best = stop }
    }
    return best
  }

  /// 1 for 1 and −1, and less the more a number differs from them; without what comes from rounding.
  private func unity(_ number: Double) -> Double {
    let size = (abs(number) * 1e6).rounded() / 1e6
    return size > 1 ? 1 / size : size
  }

  private func forEachStop(
    upwards: Bool, mended: (index: Int, upwards: Bool)?, _ body: (Stop) -> Void
  ) {
    for row in basics.indices where abs(column[row]) > SparseVertex.tolerance {
      let rises = (column[row] < 0) == upwards
      let index = basics[row]
      let side = mended == nil ? 0 : violation(of: index)
      let bound: Double
      if let mended, mended.index == index {
        // It stops at the bound that it missed.
        bound = mended.upwards ? least(index) : most(index)
      } else if rises {
        // What misses a bound may move further away; coming back it stops at the far one.
        guard side <= 0 else { continue }
        bound = most(index)
      } else {
        guard side >= 0 else { continue }
        bound = least(index)
      }
      guard bound < .infinity else { continue }
      let gap = rises ? bound - values[index] : values[index] - bound
      body(Stop(row: row, bound: bound, distance: max(0, gap) / abs(column[row])))
    }
  }
}
