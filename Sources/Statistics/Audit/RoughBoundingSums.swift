/// What `BoundingSums` finds, searched for in rounded numbers where a dictionary would be too large.
///
/// Whoever uses a sum has to see that it can be computed; it is only near what does.
struct RoughBoundingSums {
  private let component: AttackComponent
  private var vertex: SparseVertex
  private let threshold: Int
  /// By place, whether it can be as large as the threshold, so that no small sum holds it.
  private var isLarge: [Bool]
  private let isFixed: (Int) -> Bool

  private static let mostEffort = 400_000_000
  private static let mostSteps = 2_000

  /// - `values`: a whole solution.
  /// - `most`: by place, the largest value met.
  /// - `isFixed`: whether the equations leave a place only one value.
  init(
    _ component: AttackComponent, at values: [Int], most: [Int?], threshold: Int,
    isFixed: @escaping (Int) -> Bool
  ) {
    self.component = component
    self.threshold = threshold
    self.isFixed = isFixed
    isLarge = most.map { ($0 ?? 0) >= threshold }
    let places = component.unknowns.indices
    // Bounds that follow from the equations would stand in their place.
    vertex = SparseVertex(
      component, lower: places.map { isFixed($0) ? values[$0] : component.lower[$0] },
      upper: places.map { isFixed($0) ? values[$0] : component.upper[$0] }, at: values)
  }

  /// Calls `body` with the members of sums that hold one of `places`, ascending.
  mutating func forEach(of places: [Int], _ body: ([Int]) -> Void) {
    let start = vertex.effort
    var isSeen = isLarge.map { _ in false }
    for place in places where vertex.effort - start < RoughBoundingSums.mostEffort {
      if isSeen[place] { continue }
      var steps = 0
      while !isLarge[place], steps < RoughBoundingSums.mostSteps,
        vertex.step(place, upwards: true) == .moved
      {
        steps += 1
        for other in places where !isLarge[other] {
          isLarge[other] = (vertex.floor(of: other) ?? 0) >= threshold
        }
      }
      guard !isLarge[place], let sum = sum(bounding: place) else { continue }
      for member in sum { isSeen[member] = true }
      body(sum)
    }
  }

  /// Nil when some of its members count otherwise than once.
  private func sum(bounding place: Int) -> [Int]? {
    guard let prices = vertex.prices(place) else { return nil }
    let times = WholeVector(prices)
    guard !times.isRounded else { return nil }
    var factors: [Int: Int] = [:]
    for (row, price) in times.entries {
      for term in component.equations[row].terms {
        factors[term.place, default: 0] += price * term.coefficient
      }
    }
    let members = factors.filter { $0.value != 0 && !isFixed($0.key) }
    return members.allSatisfy { $0.value == times.divisor } ? members.keys.sorted() : nil
  }
}
