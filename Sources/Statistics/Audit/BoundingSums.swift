/// Small sums of any length that can be computed, found by what bounds their members.
///
/// Where an unknown is as large as it may be, the dual solution is a sum of equations in which nothing
/// counts less than 0: the unknown and those beside it add up to a number that is known. When each of
/// them counts once they are a group (V. Chvátal, Linear Programming, 1983, chapter 5).
struct BoundingSums<Number: ExactNumber> {
  private var dictionary: ExactDictionary<Number>
  private let threshold: Int
  /// By place, whether it can be as large as the threshold, so that no small sum holds it.
  private var isLarge: [Bool]

  /// For larger dictionaries there is `RoughBoundingSums`.
  static var mostNumbers: Int { 250_000 }
  private static var mostEffort: Int { 400_000_000 }

  /// Nil when there is too much to look at.
  ///
  /// - `reduction`: of the component's equations, and of what is certain.
  /// - `most`: by place, the largest value met.
  init?(
    _ component: AttackComponent, _ reduction: RowReduction<Number>, most: [Int?], threshold: Int
  ) throws(NumberOverflow) {
    guard reduction.size <= Self.mostNumbers else { return nil }
    self.threshold = threshold
    isLarge = most.map { ($0 ?? 0) >= threshold }
    // Bounds that follow from the equations would stand in their place.
    dictionary = try ExactDictionary(
      reduction, lower: component.lower, upper: component.upper)
    guard try dictionary.reachFeasibility() == .possible else { return nil }
  }

  /// Calls `body` with the members of sums that hold one of `places`, ascending.
  mutating func forEach(
    of places: [Int], _ body: ([Int]) -> Void
  ) throws(NumberOverflow) {
    let start = dictionary.effort
    var isSeen = isLarge.map { _ in false }
    for place in places where dictionary.effort - start < Self.mostEffort {
      if isSeen[place] { continue }
      while !isLarge[place], try dictionary.step(place, upwards: true) == .moved {
        for other in places where !isLarge[other] {
          isLarge[other] = (dictionary.floor(of: other) ?? 0) >= threshold
        }
      }
      guard !isLarge[place], let sum = dictionary.sum(bounding: place) else { continue }
      for member in sum { isSeen[member] = true }
      body(sum)
    }
  }
}

extension ExactDictionary {
  /// The unknowns of a sum that can be computed, each counted once, of which `unknown` takes as much as
  /// may be; nil when some of them count otherwise.
  fileprivate func sum(bounding unknown: Int) -> [Int]? {
    guard let row = row(of: unknown) else { return nil }
    var members = [unknown]
    for (column, other) in others.enumerated() {
      let coefficient = entries[row * stride + column]
      if coefficient.isZero { continue }
      guard coefficient == divisors[row] else { return nil }
      members.append(other)
    }
    return members.sorted()
  }
}
