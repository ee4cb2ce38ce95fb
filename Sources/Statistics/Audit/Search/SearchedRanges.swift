/// What is known so far of the least and the most that each unknown of a component can be.
///
/// Outer bounds are proven, inner ones were met in whole solutions.
struct SearchedRanges {
  /// How wide a range has to be shown to be, by place.
  let wanted: [Int]
  private(set) var outerLower: [Int]
  private(set) var outerUpper: [Int?]
  /// Nil before the first solution.
  private(set) var innerLower: [Int?]
  private(set) var innerUpper: [Int?]
  /// The places of which both ends were looked for to the end.
  var isSearched: [Bool]
  /// No whole numbers meet the equations and bounds.
  var isContradictory: Bool
  /// Whole numbers that meet all equations and bounds; nil when none was met.
  private(set) var wholeSolution: [Int]?

  /// - `known`: what was shown to be possible before.
  init(_ component: AttackComponent, wanted: [Int], known: KnownRanges? = nil) {
    self.wanted = wanted
    let propagation = BoundPropagation(component)
    outerLower = propagation.lower
    outerUpper = propagation.upper
    isContradictory = propagation.isContradictory
    isSearched = Array(repeating: false, count: component.unknowns.count)
    innerLower = component.unknowns.map { known?.lower[$0] }
    innerUpper = component.unknowns.map { known?.upper[$0] }
    if let known { wholeSolution = component.unknowns.map { known.values[$0] } }
  }

  /// How far apart the values are that were met.
  func width(_ place: Int) -> Int { (innerUpper[place] ?? 0) - (innerLower[place] ?? 0) }

  func isWide(_ place: Int) -> Bool { innerLower[place] != nil && width(place) >= wanted[place] }

  /// No value beyond those met is possible on that side.
  func isReached(_ place: Int, upwards: Bool) -> Bool {
    upwards
      ? innerUpper[place] != nil && innerUpper[place] == outerUpper[place]
      : innerLower[place] == outerLower[place]
  }

  func isReached(_ place: Int) -> Bool {
    isReached(place, upwards: true) && isReached(place, upwards: false)
  }

  /// Neither as wide as is wanted, nor known to be no wider.
  func isOpen(_ place: Int) -> Bool { !isWide(place) && !isReached(place) }

  mutating func tighten(_ place: Int, to bound: Int, upwards: Bool) {
    if upwards {
      outerUpper[place] = min(bound, outerUpper[place] ?? bound)
    } else {
      outerLower[place] = max(bound, outerLower[place])
    }
  }

  mutating func meet(_ place: Int, _ value: Int) {
    innerLower[place] = min(value, innerLower[place] ?? value)
    innerUpper[place] = max(value, innerUpper[place] ?? value)
  }

  /// Takes in a whole solution.
  mutating func meet(_ values: [Int]) {
    if wholeSolution == nil { wholeSolution = values }
    for (place, value) in values.enumerated() { meet(place, value) }
  }
}
