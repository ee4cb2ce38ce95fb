/// Which counts cannot all be members of one small sum.
///
/// A sum that can be computed is the same in every solution, and no count is negative; so counts that are
/// more than it in one solution, with fractions or without, are not all members of it. Solutions are looked
/// for in rounded numbers, and each counts only after it was put into the equations in exact ones.
struct SumCeiling {
  /// The largest sum that is of interest.
  private let most: Int
  /// By place, what it is in each solution, as often as the solution's divisor says.
  private var multiples: [[Int]]
  private var divisors: [Int] = []
  private var vertex: SparseVertex
  /// How many numbers were looked at so far.
  private(set) var effort = 0

  private static let mostSteps = 200
  private static let largestDivisor = 20_000

  /// - `isFixed`: by place, whether it is the same in every solution.
  /// - `solution`: a whole one.
  init(_ component: AttackComponent, isFixed: [Bool], at solution: [Int], most: Int) {
    self.most = most
    vertex = SparseVertex(
      component,
      lower: solution.indices.map { isFixed[$0] ? solution[$0] : component.lower[$0] },
      upper: solution.indices.map { isFixed[$0] ? solution[$0] : component.upper[$0] },
      at: solution)
    multiples = Array(repeating: [], count: component.unknowns.count)
  }

  /// Whether some counts are more than the largest sum in a solution that is known.
  func isExceeded(by members: [Int]) -> Bool {
    divisors.indices.reversed().contains { number in
      members.reduce(0) { $0 + multiples[$1][number] } > most * divisors[number]
    }
  }

  /// Looks for a solution in which one count is more than the largest sum.
  mutating func raise(_ place: Int) {
    let before = vertex.effort
    defer { effort += vertex.effort - before }
    for _ in 0..<SumCeiling.mostSteps {
      if isExceeded(by: [place]) { return }
      guard case .moved = vertex.climb([place]) else { return }
      if vertex.values[place] > Double(most) + WholeVector.tolerance { addVertex() }
    }
  }

  private mutating func addVertex() {
    let whole = WholeVector(
      Array(vertex.values.prefix(multiples.count)), largestDivisor: SumCeiling.largestDivisor)
    guard !whole.isRounded else { return }
    var solution = [Int](repeating: 0, count: multiples.count)
    for entry in whole.entries { solution[entry.index] = entry.value }
    let isWithin = solution.indices.allSatisfy { place in
      solution[place] >= vertex.lower[place] * whole.divisor
        && vertex.upper[place].map { solution[place] <= $0 * whole.divisor } ?? true
    }
    guard isWithin, vertex.system.isSolution(solution, times: whole.divisor) else { return }
    divisors.append(whole.divisor)
    for (place, value) in solution.enumerated() { multiples[place].append(value) }
  }
}
