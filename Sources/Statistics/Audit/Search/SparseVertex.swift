/// A vertex in rounded numbers, kept by a sparse basis, of which exact numbers prove what is concluded.
///
/// The bounded simplex method in its revised form (V. Chvátal, Linear Programming, 1983, chapters 7 and
/// 8). What outer bounds it finds are proven by the prices of the equations, and solutions by putting
/// them in, so that an error of rounding can only leave something open.
struct SparseVertex: Vertex {
  let system: SparseSystem
  private(set) var lower: [Int]
  private(set) var upper: [Int?]
  /// Of the unknowns, and then of what each equation misses, which has to be 0.
  var values: [Double]
  /// The row of the basis in which each of them stands; −1 outside.
  private(set) var place: [Int]
  private(set) var basics: [Int]
  private(set) var inverse: BasisInverse
  private(set) var column: [Double]
  private var row: [Double]
  private(set) var priced: ScatteredVector
  /// Steps that moved nothing.
  ///
  /// After some of them the first possible step is taken, which cannot cycle (R. G. Bland, New finite
  /// pivoting rules for the simplex method, 1977).
  var idleSteps = 0
  private var ownWork = 0

  static let patience = 30
  static let tolerance = 1e-7
  /// Smaller numbers come from rounding.
  static let nothing = 1e-9

  /// - `start`: a whole solution, if one is known; it need not be a vertex.
  init(_ component: AttackComponent, lower: [Int], upper: [Int?], at start: [Int]?) {
    system = SparseSystem(component)
    self.lower = lower
    self.upper = upper
    let (unknowns, rows) = (system.unknownCount, system.rowCount)
    values = (start ?? lower).map(Double.init) + Array(repeating: 0, count: rows)
    place = Array(repeating: -1, count: unknowns) + Array(0..<rows)
    basics = Array(unknowns..<(unknowns + rows))
    inverse = BasisInverse(most: rows)
    inverse.factor((0..<rows).map { [(place: $0, value: 1)] })
    column = Array(repeating: 0, count: rows)
    row = column
    priced = ScatteredVector(unknowns)
    findBasics()
    if start != nil { fillBasis() }
  }

  var effort: Int { ownWork + inverse.work }
  var size: Int { values.count + inverse.entryCount }

  var firstFraction: Int? {
    // What is no number at all, or grew out of all bounds, is no whole one either.
    (0..<system.unknownCount).first {
      !(abs(values[$0] - values[$0].rounded()) <= SparseVertex.tolerance
        && abs(values[$0]) < WholeVector.mostExact)
    }
  }

  var wholeValues: [Int]? {
    guard firstFraction == nil else { return nil }
    let whole = values.prefix(system.unknownCount).map { Int($0.rounded()) }
    let isWithin = whole.indices.allSatisfy { unknown in
      whole[unknown] >= lower[unknown] && upper[unknown].map { whole[unknown] <= $0 } ?? true
    }
    return isWithin && system.isSolution(whole) ? whole : nil
  }

  func differs(from value: Int, at unknown: Int) -> Bool {
    abs(values[unknown] - Double(value)) > SparseVertex.tolerance
  }

  func floor(of unknown: Int) -> Int? {
    Int(exactly: (values[unknown] + SparseVertex.tolerance).rounded(.down))
  }

  func bounds(of unknown: Int) -> (lower: Int, upper: Int?) { (lower[unknown], upper[unknown]) }

  mutating func setBounds(of unknown: Int, lower newLower: Int, upper newUpper: Int?) {
    lower[unknown] = newLower
    upper[unknown] = newUpper
    guard place[unknown] < 0 else { return }
    let value = values[unknown]
    let nearest = max(Double(newLower), min(value, newUpper.map(Double.init) ?? value))
    guard nearest != value else { return }
    fillColumn(unknown)
    values[unknown] = nearest
    moveBasics(nearest - value)
  }

  /// What stands in the basis follows as the last column rises by so much.
  mutating func moveBasics(_ change: Double) {
    guard change != 0 else { return }
    for row in basics.indices where column[row] != 0 {
      values[basics[row]] -= column[row] * change
    }
  }

  func least(_ index: Int) -> Double {
    index < system.unknownCount ? Double(lower[index]) : 0
  }

  /// Infinite when nothing bounds it.
  func most(_ index: Int) -> Double {
    index < system.unknownCount ? upper[index].map(Double.init) ?? .infinity : 0
  }

  private func entries(of index: Int) -> [BasisFactors.Entry] {
    guard index < system.unknownCount else { return [(index - system.unknownCount, 1)] }
    var entries: [BasisFactors.Entry] = []
    system.columns.forEach(index) { entries.append(($0, $1)) }
    return entries
  }

  /// How much every row of the basis falls as a column rises by one.
  mutating func fillColumn(_ index: Int) {
    for row in column.indices { column[row] = 0 }
    for entry in entries(of: index) { column[entry.place] = entry.value }
    inverse.solve(&column)
    ownWork += column.count
  }

  /// Computes the values in the basis from those outside.
  private mutating func findBasics() {
    for row in column.indices { column[row] = system.numbers[row] }
    for unknown in 0..<system.unknownCount where place[unknown] < 0 && values[unknown] != 0 {
      system.columns.subtract(unknown, times: values[unknown], from: &column)
    }
    inverse.solve(&column)
    for row in basics.indices { values[basics[row]] = column[row] }
  }

  /// Takes unknowns into the basis where they stand, those with most room first, for what equations miss.
  private mutating func fillBasis() {
    let room = (0..<system.unknownCount).map { unknown in
      min(values[unknown] - least(unknown), most(unknown) - values[unknown])
    }
    let ordered = (0..<system.unknownCount).sorted { (room[$1], $0) < (room[$0], $1) }
    for unknown in ordered {
      fillColumn(unknown)
      var best: Int?
      for row in basics.indices where basics[row] >= system.unknownCount {
        if abs(column[row]) > 1e-5, abs(column[row]) > best.map({ abs(column[$0]) }) ?? 0 {
          best = row
        }
      }
      guard let best else { continue }
      exchange(row: best, with: unknown, restingAt: 0)
    }
    findBasics()
  }

  mutating func exchange(row: Int, with entering: Int, restingAt rest: Double) {
    let leaving = basics[row]
    values[leaving] = rest
    place[leaving] = -1
    basics[row] = entering
    place[entering] = row
    inverse.replace(row, solution: column)
    if inverse.isLong {
      inverse.factor(basics.map { entries(of: $0) })
      findBasics()
    }
  }

  /// How much what stands in a row falls as the unknowns rise.
  mutating func price(row wanted: Int) { price([basics[wanted]], minus: 0..<0) }

  /// How much a sum falls as the unknowns outside the basis rise.
  mutating func price(_ members: [Int], minus others: Range<Int>) {
    for index in row.indices { row[index] = 0 }
    for member in members where place[member] >= 0 { row[place[member]] = 1 }
    for other in others where place[other] >= 0 { row[place[other]] = -1 }
    inverse.solveTransposed(&row)
    priced.clear()
    for index in row.indices where abs(row[index]) > 1e-11 {
      system.rows.forEach(index) { priced.add(row[index] * $1, at: $0) }
    }
    for member in members where place[member] < 0 { priced.add(-1, at: member) }
    for other in others where place[other] < 0 { priced.add(1, at: other) }
    ownWork += row.count + 4 * priced.places.count
  }

  /// How a value compares with its bounds: −1 below, 1 above, 0 within.
  func violation(of index: Int) -> Int {
    if values[index] < least(index) - SparseVertex.tolerance { return -1 }
    return values[index] > most(index) + SparseVertex.tolerance ? 1 : 0
  }

  func canMove(_ index: Int, upwards: Bool) -> Bool {
    upwards ? values[index] < most(index) : values[index] > least(index)
  }
}
