/// The least and the most that each unknown of a component can be, as whole numbers.
///
/// Outer bounds come from propagation and linear programming, inner ones from whole solutions met on
/// the way; where a vertex is fractional, branch and bound closes the gap (A. H. Land, A. G. Doig,
/// An automatic method of solving discrete programming problems, Econometrica 28, 1960).
struct IntervalSearch<Number: ExactNumber> {
  /// How wide an interval has to be shown to be, by unknown.
  let wanted: [Int]
  private(set) var outerLower: [Int]
  private(set) var outerUpper: [Int?]
  private let firstLower: [Int]
  private let firstUpper: [Int?]
  /// Met in a whole solution; nil before the first.
  private(set) var innerLower: [Int?]
  private(set) var innerUpper: [Int?]
  /// No whole numbers meet the equations and bounds.
  private(set) var isContradictory = false
  private(set) var reduction: RowReduction<Number>
  private var dictionary: ExactDictionary<Number>?
  /// The last place where everything was whole: from there, it is not far to others.
  private var wholeVertex: ExactDictionary<Number>?
  /// Branches that may still be looked at for one end of one interval.
  private var budget = 0
  private static var mostBranches: Int { 400 }
  /// Each branch keeps a copy of the dictionary.
  private static var mostNumbersKept: Int { 30_000_000 }
  /// Looks for the very ends, however wide an interval is.
  private var isForEnds = false
  /// The places of which both ends were found.
  private(set) var isSearched: [Bool]
  /// What was spent on ends; more is not worth its time once enough is known to be possible.
  private var effort = 0
  private static var mostEffort: Int { 3_000_000_000 }
  /// A dictionary with more numbers is not made for ends alone.
  private static var mostNumbersForEnds: Int { 500_000 }

  /// - `asked`: the places that have to be shown to be as wide as is wanted.
  /// - `ends`: those whose very ends are searched for, as far as that is worth it.
  /// - `known`: what was shown to be possible before.
  init(
    _ component: AttackComponent, asked: [Int], wanted: [Int], ends: [Int],
    known: KnownRanges? = nil
  ) throws(NumberOverflow) {
    self.wanted = wanted
    isSearched = Array(repeating: false, count: component.unknowns.count)
    let propagation = BoundPropagation(component)
    outerLower = propagation.lower
    outerUpper = propagation.upper
    firstLower = propagation.lower
    firstUpper = propagation.upper
    innerLower = Array(repeating: nil, count: outerLower.count)
    innerUpper = innerLower
    reduction = try RowReduction(component)
    isContradictory = propagation.isContradictory || reduction.isContradictory
    guard !isContradictory else { return }
    if let known {
      innerLower = component.unknowns.map { known.lower[$0] }
      innerUpper = component.unknowns.map { known.upper[$0] }
      wholeSolution = component.unknowns.map { known.values[$0] }
    }
    func isOpen(_ place: Int) -> Bool {
      !(isReached(place, upwards: true) && isReached(place, upwards: false))
    }
    let open = asked.filter { !isEnough($0) && isOpen($0) }
    let isWorthwhile = !open.isEmpty || reduction.size <= Self.mostNumbersForEnds
    guard isWorthwhile, let first = open.first ?? ends.first(where: isOpen) else {
      for place in ends where !isOpen(place) { isSearched[place] = true }
      return
    }
    var start = try ExactDictionary(reduction, lower: outerLower, upper: outerUpper)
    guard try start.reachFeasibility() else {
      isContradictory = true
      return
    }
    dictionary = start
    record(start)
    if start.firstFraction == nil {
      wholeVertex = start
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
        if isContradictory { return }
      }
    }
    isForEnds = true
    for place in ends where effort < Self.mostEffort {
      try search(place, upwards: true, mayBranch: true)
      try search(place, upwards: false, mayBranch: true)
      if isContradictory { return }
      isSearched[place] = true
    }
  }

  private func mostBranches(of dictionary: ExactDictionary<Number>) -> Int {
    min(Self.mostBranches, Self.mostNumbersKept / max(dictionary.size, 1))
  }

  /// Whether what was met suffices.
  private func isEnough(_ place: Int) -> Bool {
    guard !isForEnds, let low = innerLower[place], let high = innerUpper[place] else {
      return false
    }
    return high - low >= wanted[place]
  }

  private func isReached(_ place: Int, upwards: Bool) -> Bool {
    upwards
      ? innerUpper[place] != nil && innerUpper[place] == outerUpper[place]
      : innerLower[place] == outerLower[place]
  }

  private mutating func search(
    _ place: Int, upwards: Bool, mayBranch: Bool
  ) throws(NumberOverflow) {
    guard !isEnough(place), !isReached(place, upwards: upwards), var current = dictionary else {
      return
    }
    // The copy would make every change of the other one expensive.
    dictionary = nil
    let before = current.effort
    defer {
      effort += current.effort - before
      dictionary = current
    }
    if let wholeVertex, current.firstFraction != nil { current = wholeVertex }
    while true {
      switch try current.step(place, upwards: upwards) {
      case .moved:
        record(current)
        if isEnough(place) { return }
        if isReached(place, upwards: upwards) { return }
        continue
      case .unbounded:
        outerUpper[place] = nil
        return
      case .best: break
      }
      break
    }
    guard let best = bound(of: place, in: current, upwards: upwards) else { return }
    tighten(place, to: best, upwards: upwards)
    guard current.firstFraction != nil else {
      wholeVertex = current
      recordNeighbours()
      return
    }
    guard mayBranch, !isReached(place, upwards: upwards) else { return }
    budget = mostBranches(of: current)
    try branch(current, place, upwards: upwards)
    if budget > 0 {
      // Everything was looked at, so the best that was met is the end.
      if let met = upwards ? innerUpper[place] : innerLower[place] {
        tighten(place, to: met, upwards: upwards)
      } else {
        isContradictory = true
      }
    }
  }

  /// A whole number that the unknown cannot pass.
  private func bound(
    of place: Int, in dictionary: ExactDictionary<Number>, upwards: Bool
  ) -> Int? {
    guard let below = dictionary.floor(of: place) else { return nil }
    return upwards || dictionary.value(of: place) != nil ? below : below + 1
  }

  private mutating func tighten(_ place: Int, to bound: Int, upwards: Bool) {
    if upwards {
      outerUpper[place] = min(bound, outerUpper[place] ?? bound)
    } else {
      outerLower[place] = max(bound, outerLower[place])
    }
  }

  private mutating func branch(
    _ node: ExactDictionary<Number>, _ place: Int, upwards: Bool
  ) throws(NumberOverflow) {
    guard budget > 0, !isReached(place, upwards: upwards), !isEnough(place) else { return }
    guard let fraction = node.firstFraction, let below = node.floor(of: fraction) else { return }
    let (lower, upper) = node.bounds(of: fraction)
    let halves = [(lower, Optional(below)), (below + 1, upper)]
    for (newLower, newUpper) in upwards ? halves.reversed() : halves {
      budget -= 1
      guard budget > 0 else { return }
      if let newUpper, newUpper < newLower { continue }
      var child = node
      defer { effort += child.effort - node.effort }
      try child.setBounds(of: fraction, lower: newLower, upper: newUpper)
      guard try child.reachFeasibility() else { continue }
      search: while true {
        switch try child.step(place, upwards: upwards) {
        case .moved: continue
        case .best: break search
        case .unbounded:
          // Rational data: where the relaxation is unbounded and a whole solution exists, so are
          // the whole solutions; the outer bound stays open.
          return
        }
      }
      if record(child) {
        // Back within the original bounds it rests where it is.
        for unknown in outerLower.indices {
          try child.setBounds(
            of: unknown, lower: firstLower[unknown], upper: firstUpper[unknown])
        }
        wholeVertex = child
        recordNeighbours()
        continue
      }
      guard let best = bound(of: place, in: child, upwards: upwards) else { continue }
      let isHopeless =
        upwards
        ? innerUpper[place].map { best <= $0 } ?? false
        : innerLower[place].map { best >= $0 } ?? false
      if !isHopeless { try branch(child, place, upwards: upwards) }
    }
  }

  /// Whole solutions around the last one show many intervals at once.
  private mutating func recordNeighbours() {
    guard sweeps < Self.mostSweeps, let wholeVertex else { return }
    sweeps += 1
    wholeVertex.forEachNeighbour { place, value in
      innerLower[place] = min(value, innerLower[place] ?? value)
      innerUpper[place] = max(value, innerUpper[place] ?? value)
    }
  }

  /// Whole numbers that meet all equations and bounds; nil when none was met.
  private(set) var wholeSolution: [Int]?

  private var sweeps = 0
  private static var mostSweeps: Int { 40 }

  @discardableResult
  private mutating func record(_ vertex: ExactDictionary<Number>) -> Bool {
    guard let values = vertex.wholeValues else { return false }
    if wholeSolution == nil { wholeSolution = values }
    for (place, value) in values.enumerated() {
      innerLower[place] = min(value, innerLower[place] ?? value)
      innerUpper[place] = max(value, innerUpper[place] ?? value)
    }
    return true
  }
}
