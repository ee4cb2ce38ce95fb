/// The least and the most that unknowns of a component can be, as whole numbers.
///
/// Outer bounds come from linear programming, inner ones from whole solutions met on the way. Where a
/// vertex is fractional, a solution near a known one mostly closes the gap, and else branch and bound
/// (A. H. Land, A. G. Doig, An automatic method of solving discrete programming problems, Econometrica
/// 28, 1960).
struct IntervalSearch<Point: Vertex> {
  private(set) var ranges: SearchedRanges
  private let firstLower: [Int]
  private let firstUpper: [Int?]
  private var point: Point?
  private var nearby: NearbySolutions?
  /// The last place where everything was whole: from there, it is not far to others.
  private var wholePoint: Point?
  /// Branches that may still be looked at for one end of one interval.
  private var budget = 0
  private static var mostBranches: Int { 400 }
  /// Each branch keeps a copy.
  private static var mostNumbersKept: Int { 30_000_000 }
  private static var mostSteps: Int { 20_000 }
  /// Looks for the very ends, however wide an interval is.
  private var isForEnds = false
  /// What was spent on ends; more is not worth its time once enough is known to be possible.
  private var effort = 0
  private static var mostEffort: Int { 4_000_000_000 }
  private var sweeps = 0
  private static var mostSweeps: Int { 40 }

  /// - `point`: somewhere to begin, within the bounds of `ranges` as far as can be.
  init(from point: Point, within ranges: SearchedRanges) {
    self.ranges = ranges
    firstLower = ranges.outerLower
    firstUpper = ranges.outerUpper
    self.point = point
  }

  /// - `asked`: the places that have to be shown to be as wide as is wanted.
  /// - `ends`: those whose very ends are searched for, as far as that is worth it.
  mutating func run(asked: [Int], ends: [Int]) throws(NumberOverflow) {
    let open = asked.filter(ranges.isOpen)
    guard let first = open.first ?? ends.first(where: { !ranges.isReached($0) }), var start = point
    else {
      return
    }
    switch try start.reachFeasibility() {
    case .possible: break
    case .impossible:
      ranges.isContradictory = true
      return
    case .unknown: return
    }
    point = start
    if record(start) {
      wholePoint = start
    } else {
      budget = mostBranches(of: start)
      try branch(start, first, upwards: true)
    }
    recordNeighbours()
    // Whole solutions met on the way to others often show that an interval is wide enough, so that
    // branching is left for last.
    for mayBranch in [false, true] {
      for place in open {
        try search(place, upwards: true, mayBranch: mayBranch)
        try search(place, upwards: false, mayBranch: mayBranch)
        if ranges.isContradictory { return }
      }
    }
    isForEnds = true
    for place in ends where effort < Self.mostEffort && !ranges.isSearched[place] {
      let isUpperFound = try search(place, upwards: true, mayBranch: true)
      let isLowerFound = try search(place, upwards: false, mayBranch: true)
      if ranges.isContradictory { return }
      ranges.isSearched[place] = isUpperFound && isLowerFound
    }
  }

  private func mostBranches(of point: Point) -> Int {
    min(Self.mostBranches, Self.mostNumbersKept / max(point.size, 1))
  }

  /// Whether what was met suffices.
  private func isEnough(_ place: Int) -> Bool { !isForEnds && ranges.isWide(place) }

  /// Whether nothing is left to find out on that side.
  @discardableResult
  private mutating func search(
    _ place: Int, upwards: Bool, mayBranch: Bool
  ) throws(NumberOverflow) -> Bool {
    guard !isEnough(place), !ranges.isReached(place, upwards: upwards), var current = point else {
      return true
    }
    // The copy would make every change of the other one expensive.
    point = nil
    let before = current.effort
    defer {
      effort += current.effort - before
      point = current
    }
    if let wholePoint, current.firstFraction != nil { current = wholePoint }
    steps: for _ in 0..<Self.mostSteps {
      switch try current.step(place, upwards: upwards) {
      case .moved:
        record(current)
        if isEnough(place) || ranges.isReached(place, upwards: upwards) { return true }
      case .unbounded: return true
      case .best: break steps
      }
    }
    if let best = current.bound(of: place, upwards: upwards) {
      ranges.tighten(place, to: best, upwards: upwards)
    }
    if ranges.isReached(place, upwards: upwards) { return true }
    lookNearby(for: place, upwards: upwards, current)
    if isEnough(place) || ranges.isReached(place, upwards: upwards) { return true }
    if current.wholeValues != nil {
      wholePoint = current
      recordNeighbours()
      return ranges.isReached(place, upwards: upwards)
    }
    guard mayBranch else { return false }
    budget = mostBranches(of: current)
    try branch(current, place, upwards: upwards)
    if budget > 0 {
      // Everything was looked at, so the best that was met is the end.
      if let met = upwards ? ranges.innerUpper[place] : ranges.innerLower[place] {
        ranges.tighten(place, to: met, upwards: upwards)
      } else {
        ranges.isContradictory = true
      }
    }
    return ranges.isReached(place, upwards: upwards)
  }

  /// Looks for a whole solution at the end that was found, where that is no vertex.
  private mutating func lookNearby(for place: Int, upwards: Bool, _ current: Point) {
    if nearby == nil, let base = ranges.wholeSolution { nearby = current.nearby(base) }
    guard let end = upwards ? ranges.outerUpper[place] : ranges.outerLower[place],
      let before = nearby?.work
    else { return }
    if let values = nearby?.solution(place, at: end, near: current) { ranges.meet(values) }
    effort += (nearby?.work ?? before) - before
  }

  /// Looks at everything that could lie further than what was met.
  ///
  /// Where something cannot be decided, or takes too long, nothing is left of the budget.
  private mutating func branch(
    _ node: Point, _ place: Int, upwards: Bool
  ) throws(NumberOverflow) {
    guard budget > 0, !ranges.isReached(place, upwards: upwards), !isEnough(place) else { return }
    guard let fraction = node.firstFraction, let below = node.floor(of: fraction) else {
      budget = 0
      return
    }
    let (lower, upper) = node.bounds(of: fraction)
    let halves = [(lower, Optional(below)), (below + 1, upper)]
    for (newLower, newUpper) in upwards ? halves.reversed() : halves {
      budget -= 1
      guard budget > 0 else { return }
      if let newUpper, newUpper < newLower { continue }
      var child = node
      defer { effort += child.effort - node.effort }
      try child.setBounds(of: fraction, lower: newLower, upper: newUpper)
      switch try child.reachFeasibility(keeping: place, upwards: upwards) {
      case .possible: break
      case .impossible: continue
      case .unknown:
        budget = 0
        return
      }
      steps: for _ in 0..<Self.mostSteps {
        switch try child.step(place, upwards: upwards) {
        case .moved: continue
        case .best: break steps
        case .unbounded:
          // Rational data: where the relaxation is unbounded and a whole solution exists, so are
          // the whole solutions; the outer bound stays open.
          budget = 0
          return
        }
      }
      let isWhole = record(child)
      guard let best = child.bound(of: place, upwards: upwards) else {
        budget = 0
        return
      }
      if isWhole {
        // Back within the original bounds it rests where it is.
        for unknown in firstLower.indices {
          try child.setBounds(
            of: unknown, lower: firstLower[unknown], upper: firstUpper[unknown])
        }
        wholePoint = child
        recordNeighbours()
      }
      if !isMet(best, place, upwards: upwards) { try branch(child, place, upwards: upwards) }
    }
  }

  private func isMet(_ bound: Int, _ place: Int, upwards: Bool) -> Bool {
    upwards
      ? ranges.innerUpper[place].map { bound <= $0 } ?? false
      : ranges.innerLower[place].map { bound >= $0 } ?? false
  }

  /// Whole solutions around the last one show many intervals at once.
  private mutating func recordNeighbours() {
    guard sweeps < Self.mostSweeps, let wholePoint else { return }
    sweeps += 1
    wholePoint.forEachNeighbour { ranges.meet($0, $1) }
  }

  @discardableResult
  private mutating func record(_ point: Point) -> Bool {
    guard let values = point.wholeValues else { return false }
    ranges.meet(values)
    return true
  }
}
