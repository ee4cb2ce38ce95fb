/// The equations of a component by rows and by columns, rounded for searching and whole for proofs.
struct SparseSystem: Sendable {
  let unknownCount: Int
  let rowCount: Int
  /// By equation, divided by its largest coefficient.
  let rows: SparseVectors
  /// The same by unknown.
  let columns: SparseVectors
  let numbers: [Double]
  /// What each equation was divided by.
  let scales: [Double]
  private let equations: [AttackComponent.Equation]
  /// By unknown, whole.
  private let uses: [[(row: Int, coefficient: Int)]]

  init(_ component: AttackComponent) {
    unknownCount = component.unknowns.count
    rowCount = component.equations.count
    equations = component.equations
    scales = equations.map { equation in
      Double(equation.terms.map { abs($0.coefficient) }.max() ?? 1)
    }
    var uses = [[(row: Int, coefficient: Int)]](repeating: [], count: component.unknowns.count)
    var rows = SparseVectors()
    for (row, equation) in equations.enumerated() {
      for term in equation.terms {
        uses[term.place].append((row, term.coefficient))
        rows.add(term.place, Double(term.coefficient) / scales[row])
      }
      rows.end()
    }
    var columns = SparseVectors()
    for column in uses {
      for use in column { columns.add(use.row, Double(use.coefficient) / scales[use.row]) }
      columns.end()
    }
    self.rows = rows
    self.columns = columns
    self.uses = uses
    numbers = zip(equations, scales).map { Double($0.number) / $1 }
  }

  /// Whether whole numbers meet every equation, or meet it so many times.
  func isSolution(_ values: [Int], times: Int = 1) -> Bool {
    equations.allSatisfy { equation in
      equation.number * times == equation.terms.reduce(0) { $0 + $1.coefficient * values[$1.place] }
    }
  }

  /// Whether changes leave every equation as it is.
  func isMove(_ changes: [(unknown: Int, change: Int)]) -> Bool {
    var sums: [Int: Int] = [:]
    for (unknown, change) in changes {
      for use in uses[unknown] { sums[use.row, default: 0] += use.coefficient * change }
    }
    return sums.allSatisfy { $0.value == 0 }
  }

  /// How often each unknown counts when each equation is added so many times; nil when numbers grow too
  /// large.
  func combined(_ times: WholeVector) -> [Int: Int]? {
    var factors: [Int: ExactSum] = [:]
    for (row, price) in times.entries {
      for term in equations[row].terms {
        factors[term.place, default: ExactSum()].add(price, times: term.coefficient)
      }
    }
    guard factors.values.allSatisfy({ $0.total != nil }) else { return nil }
    return factors.compactMapValues(\.total)
  }

  /// A number that a sum cannot pass within bounds, exactly, whatever the prices are.
  ///
  /// The sum is `unknown`, or 0 without one. Adding each equation so many times leaves a sum of unknowns,
  /// each of which lies within its bounds (weak duality; A. Neumaier, O. Shcherbina, Safe bounds in linear
  /// and mixed-integer linear programming, Mathematical Programming 99, 2004). Nil when nothing bounds
  /// it, or when numbers grow too large.
  ///
  /// - `prices`: how many times each equation is added.
  func bound(
    of unknown: Int?, upwards: Bool, prices: [Double], lower: [Int], upper: [Int?]
  ) -> Int? {
    let whole = WholeVector(prices)
    guard var factors = combined(whole) else { return nil }
    if let unknown {
      let (rest, overflows) = (factors[unknown] ?? 0).subtractingReportingOverflow(whole.divisor)
      guard !overflows, rest != .min else { return nil }
      factors[unknown] = rest
    }
    var sum = ExactSum()
    for (row, price) in whole.entries { sum.add(price, times: equations[row].number) }
    // What the equations have of an unknown beyond the sum is taken off at the end that leaves most.
    for (place, factor) in factors where factor != 0 {
      guard let end = (factor < 0) == upwards ? upper[place] : lower[place] else { return nil }
      sum.add(-factor, times: end)
    }
    guard let total = sum.total else { return nil }
    return upwards
      ? total.floorDivided(by: whole.divisor) : -(-total).floorDivided(by: whole.divisor)
  }
}

/// Rounded numbers as whole ones with one divisor.
struct WholeVector {
  let divisor: Int
  /// Those that are not 0.
  let entries: [(index: Int, value: Int)]
  /// No small divisor was found, so that they are only near.
  let isRounded: Bool

  /// Numbers that a computation with whole ones comes to mostly have a small divisor in common.
  private static let smallDivisor = 60
  private static let roughDivisor = 1 << 28
  static let tolerance = 1e-6
  /// Larger numbers come from errors, and could overflow when they are multiplied.
  static let mostExact = 1e9
  private static let mostRough = 1e15

  init(_ numbers: [Double], largestDivisor: Int = smallDivisor) {
    let places = numbers.indices.filter { abs(numbers[$0]) > 1e-9 }
    let isExact = { (divisor: Int) in
      places.allSatisfy { index in
        let multiple = numbers[index] * Double(divisor)
        return abs(multiple - multiple.rounded()) < WholeVector.tolerance
      }
    }
    let found = (1...largestDivisor).first(where: isExact)
    isRounded = found == nil
    let factor = found ?? WholeVector.roughDivisor
    let most = found == nil ? WholeVector.mostRough : WholeVector.mostExact
    divisor = factor
    entries = places.compactMap { index in
      let value = (numbers[index] * Double(factor)).rounded()
      return abs(value) < most && value != 0 ? (index, Int(value)) : nil
    }
  }
}

/// A sum of products that is exact or nothing.
private struct ExactSum {
  private(set) var total: Int? = 0

  mutating func add(_ left: Int, times right: Int) {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    guard let before = total, !overflows else {
      total = nil
      return
    }
    let (sum, isTooLarge) = before.addingReportingOverflow(product)
    total = isTooLarge || sum == .min ? nil : sum
  }
}
