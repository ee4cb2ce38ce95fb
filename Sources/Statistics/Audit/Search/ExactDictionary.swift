/// A vertex of the polytope that an attacker's equations and bounds describe, in exact numbers.
///
/// A dictionary of the bounded simplex method (V. Chvátal, Linear Programming, 1983, chapters 2 and
/// 8): each basic unknown is written by the others, which rest on whole numbers within their bounds.
/// Rows keep whole numbers and one divisor each, so that nothing is ever rounded and the final basis
/// needs no verification of its own.
struct ExactDictionary<Number: ExactNumber>: Vertex {
  /// The unknown of each row.
  private(set) var basics: [Int]
  /// The unknown of each column.
  private(set) var others: [Int]
  /// Where the unknown of each column rests.
  private(set) var resting: [Int]
  /// Row by row: coefficients of the columns, then the row's value times its divisor.
  private(set) var entries: [Number]
  private(set) var divisors: [Number]
  private(set) var lower: [Int]
  private(set) var upper: [Int?]
  /// Where each unknown stands: its row, or −1 − its column.
  private(set) var place: [Int]
  let stride: Int
  /// How many entries were changed by exchanges.
  private(set) var effort = 0
  /// After so many steps that moved nothing, the first possible step is taken, which cannot cycle.
  ///
  /// Source: R. G. Bland, New finite pivoting rules for the simplex method, 1977.
  var idleSteps = 0
  static var patience: Int { 30 }

  init(_ reduction: RowReduction<Number>, lower: [Int], upper: [Int?]) throws(NumberOverflow) {
    self.lower = lower
    self.upper = upper
    basics = reduction.rows.map(\.basic)
    let isBasic = Set(basics)
    others = lower.indices.filter { !isBasic.contains($0) }
    place = Array(repeating: 0, count: lower.count)
    for (row, unknown) in basics.enumerated() { place[unknown] = row }
    for (column, unknown) in others.enumerated() { place[unknown] = -1 - column }
    resting = others.map { lower[$0] }
    stride = others.count + 1
    let zero = Number(exactly: 0)
    let one = Number(exactly: 1)
    entries = Array(repeating: zero, count: basics.count * stride)
    divisors = reduction.rows.map(\.divisor)
    for (row, reduced) in reduction.rows.enumerated() {
      var value = reduced.number
      for term in reduced.terms {
        entries[row * stride + (-1 - place[term.place])] = term.coefficient
        value = try value.combined(
          one, minus: term.coefficient, Number(exactly: lower[term.place]))
      }
      entries[row * stride + others.count] = value
    }
  }

  var size: Int { entries.count }

  /// Nil for an unknown that rests.
  func row(of unknown: Int) -> Int? { place[unknown] >= 0 ? place[unknown] : nil }

  /// Nil where the value is no whole number.
  func value(of unknown: Int) -> Int? {
    let row = place[unknown]
    guard row >= 0 else { return resting[-1 - row] }
    let value = entries[row * stride + others.count]
    if let divisor = divisors[row].int, divisor == 1 { return value.int }
    guard value.commonDivisor(with: divisors[row]) == divisors[row] else { return nil }
    return value.divided(by: divisors[row]).int
  }

  func differs(from value: Int, at unknown: Int) -> Bool { self.value(of: unknown) != value }

  func floor(of unknown: Int) -> Int? {
    let row = place[unknown]
    guard row >= 0 else { return resting[-1 - row] }
    return entries[row * stride + others.count].floorDivided(by: divisors[row]).int
  }

  var wholeValues: [Int]? {
    var values = [Int](repeating: 0, count: place.count)
    for unknown in place.indices {
      guard let value = value(of: unknown) else { return nil }
      values[unknown] = value
    }
    return values
  }

  var firstFraction: Int? { place.indices.first { value(of: $0) == nil } }

  mutating func setBounds(
    of unknown: Int, lower newLower: Int, upper newUpper: Int?
  ) throws(NumberOverflow) {
    lower[unknown] = newLower
    upper[unknown] = newUpper
    guard place[unknown] < 0 else { return }
    let column = -1 - place[unknown]
    let nearest = max(newLower, min(resting[column], newUpper ?? resting[column]))
    if nearest != resting[column] { try shift(column: column, to: nearest) }
  }

  func bounds(of unknown: Int) -> (lower: Int, upper: Int?) { (lower[unknown], upper[unknown]) }

  mutating func shift(column: Int, to value: Int) throws(NumberOverflow) {
    let one = Number(exactly: 1)
    let distance = Number(exactly: value - resting[column])
    resting[column] = value
    for row in basics.indices {
      let coefficient = entries[row * stride + column]
      guard !coefficient.isZero else { continue }
      let cell = row * stride + others.count
      entries[cell] = try entries[cell].combined(one, minus: coefficient, distance)
    }
  }

  /// How a row's value compares with its bounds: −1 below, 1 above, 0 within.
  func violation(row: Int) throws(NumberOverflow) -> Int {
    let value = entries[row * stride + others.count]
    let unknown = basics[row]
    if try isLess(value, Number(exactly: lower[unknown]), times: divisors[row]) { return -1 }
    if let upper = upper[unknown],
      try isLess(Number(exactly: upper), value, over: divisors[row])
    {
      return 1
    }
    return 0
  }

  private func isLess(
    _ left: Number, _ right: Number, times factor: Number
  ) throws(NumberOverflow) -> Bool {
    let zero = Number(exactly: 0)
    return try left.combined(Number(exactly: 1), minus: right, factor) < zero
  }

  private func isLess(
    _ left: Number, _ right: Number, over divisor: Number
  ) throws(NumberOverflow) -> Bool {
    let zero = Number(exactly: 0)
    return try left.combined(divisor, minus: right, Number(exactly: 1)) < zero
  }

  func bound(of unknown: Int, upwards: Bool) -> Int? {
    guard let below = floor(of: unknown) else { return nil }
    return upwards || value(of: unknown) != nil ? below : below + 1
  }

  /// The row's unknown goes to rest at `bound`; the column's becomes basic.
  mutating func exchange(
    row pivotRow: Int, column: Int, restingAt bound: Int
  ) throws(NumberOverflow) {
    let zero = Number(exactly: 0)
    let one = Number(exactly: 1)
    let start = pivotRow * stride
    let last = others.count
    let leaving = basics[pivotRow]
    let enteringValue = Number(exactly: resting[column])
    let pivot = entries[start + column]
    let isNegative = pivot < zero
    let size = isNegative ? pivot.negated : pivot
    // leaving − bound is what the column will now measure.
    entries[start + last] = try entries[start + last]
      .combined(one, minus: Number(exactly: bound), divisors[pivotRow])
    entries[start + column] = divisors[pivotRow]
    if isNegative {
      for index in start...(start + last) { entries[index] = entries[index].negated }
    }
    // Now: size · (entering − resting) = value − Σ entries · columns, the leaving one among them.
    let touched = (0..<stride).filter { !entries[start + $0].isZero }
    let all = Array(0..<stride)
    for row in basics.indices where row != pivotRow {
      let base = row * stride
      let coefficient = entries[base + column]
      guard !coefficient.isZero else { continue }
      effort += stride
      entries[base + column] = zero
      let shared = size == one ? one : size.commonDivisor(with: coefficient)
      let scale = shared == one ? size : size.divided(by: shared)
      let factor = shared == one ? coefficient : coefficient.divided(by: shared)
      try Number.combine(
        &entries, row: base, times: scale, minus: start, times: factor,
        at: scale == one ? touched : all)
      if scale != one {
        divisors[row] = try divisors[row].combined(scale, minus: zero, zero)
      }
      // Common factors do no harm while numbers are small.
      if divisors[row] > Self.largestUnreduced { reduce(row: row) }
    }
    entries[start + last] = try entries[start + last]
      .combined(one, minus: enteringValue.negated, size)
    divisors[pivotRow] = size
    if size != one { reduce(row: pivotRow) }
    basics[pivotRow] = others[column]
    others[column] = leaving
    resting[column] = bound
    place[basics[pivotRow]] = pivotRow
    place[leaving] = -1 - column
  }

  private static var largestUnreduced: Number { Number(exactly: 1 << 20) }

  private mutating func reduce(row: Int) {
    let one = Number(exactly: 1)
    var divisor = divisors[row]
    for index in (row * stride)..<((row + 1) * stride) {
      if divisor == one { return }
      if !entries[index].isZero { divisor = divisor.commonDivisor(with: entries[index]) }
    }
    guard divisor != one else { return }
    for index in (row * stride)..<((row + 1) * stride) where !entries[index].isZero {
      entries[index] = entries[index].divided(by: divisor)
    }
    divisors[row] = divisors[row].divided(by: divisor)
  }
}
