/// Small sums of any length that can be computed, found by what bounds their members.
///
/// Where an unknown is as large as it may be, the dual solution is a sum of equations in which nothing
/// counts less than 0: the unknown and those beside it add up to a number that is known. When each of
/// them counts once they are a group (V. Chvátal, Linear Programming, 1983, chapter 5). From rounded
/// numbers it is only near what can be computed, so that whoever uses a sum has to see that it can.
struct BoundingSums<Point: Vertex> {
  private var point: Point
  private let threshold: Int
  private let mostSteps: Int
  /// By place, whether it can be as large as the threshold, so that no small sum holds it.
  private var isLarge: [Bool]

  private static var mostEffort: Int { 400_000_000 }

  /// - `point`: a feasible one, without bounds that follow from the equations: those would stand in the
  ///   place of these.
  /// - `most`: by place, the largest value met.
  init(from point: Point, most: [Int?], threshold: Int, mostSteps: Int = .max) {
    self.point = point
    self.threshold = threshold
    self.mostSteps = mostSteps
    isLarge = most.map { ($0 ?? 0) >= threshold }
  }

  /// Calls `body` with the members of sums that hold one of `places`, ascending.
  mutating func forEach(
    of places: [Int], _ body: ([Int]) -> Void
  ) throws(NumberOverflow) {
    let start = point.effort
    var isSeen = isLarge.map { _ in false }
    for place in places where point.effort - start < Self.mostEffort {
      if isSeen[place] { continue }
      var steps = 0
      while !isLarge[place], steps < mostSteps, try point.step(place, upwards: true) == .moved {
        steps += 1
        for other in places where !isLarge[other] {
          isLarge[other] = (point.floor(of: other) ?? 0) >= threshold
        }
      }
      guard !isLarge[place], let sum = point.sum(bounding: place) else { continue }
      for member in sum { isSeen[member] = true }
      body(sum)
    }
  }
}

extension ExactDictionary {
  func sum(bounding unknown: Int) -> [Int]? {
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

extension SparseVertex {
  /// What its bounds leave one value is no member.
  func sum(bounding unknown: Int) -> [Int]? {
    guard let prices = prices(unknown) else { return nil }
    let times = WholeVector(prices)
    guard !times.isRounded, let factors = system.combined(times) else { return nil }
    let members = factors.filter { $0.value != 0 && lower[$0.key] != upper[$0.key] }
    return members.allSatisfy { $0.value == times.divisor } ? members.keys.sorted() : nil
  }
}
