/// What the unknowns of a component can be, found in rounded numbers where that is enough, and else in
/// exact ones.
struct ComponentSearch<Number: ExactNumber> {
  private let component: AttackComponent
  private let reduction: RowReduction<Number>

  /// A dictionary with more numbers is not made for ends alone.
  private static var mostNumbersForEnds: Int { 500_000 }
  /// Below that a dictionary is as quick.
  private static var mostNumbersAtOnce: Int { 5_000 }

  init(_ component: AttackComponent, _ reduction: RowReduction<Number>) {
    self.component = component
    self.reduction = reduction
  }

  /// - `asked`: the places that have to be shown to be as wide as is wanted.
  /// - `ends`: those whose very ends are searched for, as far as that is worth it.
  /// - `known`: what was shown to be possible before.
  func ranges(
    asked: [Int], wanted: [Int], ends: [Int], known: KnownRanges? = nil
  ) throws(NumberOverflow) -> SearchedRanges {
    var ranges = SearchedRanges(component, wanted: wanted, known: known)
    if reduction.isContradictory { ranges.isContradictory = true }
    if !isDone(asked, ends, &ranges), reduction.size > Self.mostNumbersAtOnce {
      let start = SparseVertex(
        component, lower: ranges.outerLower, upper: ranges.outerUpper, at: ranges.wholeSolution)
      var search = IntervalSearch(from: start, within: ranges)
      try search.run(asked: asked, ends: ends)
      ranges = search.ranges
    }
    guard !isDone(asked, ends, &ranges) else { return ranges }
    let isWorthwhile =
      asked.contains(where: ranges.isOpen) || reduction.size <= Self.mostNumbersForEnds
    guard isWorthwhile else { return ranges }
    let start = try ExactDictionary(reduction, lower: ranges.outerLower, upper: ranges.outerUpper)
    var search = IntervalSearch(from: start, within: ranges)
    try search.run(asked: asked, ends: ends)
    return search.ranges
  }

  /// Notes which ends are found, and tells whether all are.
  private func isDone(_ asked: [Int], _ ends: [Int], _ ranges: inout SearchedRanges) -> Bool {
    for place in ends where ranges.isReached(place) { ranges.isSearched[place] = true }
    return ranges.isContradictory
      || !asked.contains(where: ranges.isOpen) && ends.allSatisfy { ranges.isSearched[$0] }
  }
}
