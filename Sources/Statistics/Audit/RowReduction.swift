/// The reduced row echelon form of a component's equations, in exact numbers.
///
/// Gauss–Jordan elimination without fractions: each row keeps whole numbers, divided by their common
/// divisor. Pivots are taken where they fill least (H. M. Markowitz, The elimination form of the
/// inverse, Management Science 3, 1957). What a reader can compute with certainty, without using
/// that counts are not negative, stands in it.
struct RowReduction<Number: ExactNumber> {
  /// `divisor · basic + Σ coefficient · place = number`.
  struct Row {
    var basic: Int
    var divisor: Number
    /// By place, ascending, none of them basic in any row.
    var terms: [(place: Int, coefficient: Number)]
    var number: Number
  }

  private(set) var rows: [Row] = []
  /// No numbers can meet the equations.
  private(set) var isContradictory = false

  /// How many numbers a dictionary made of it keeps.
  var size: Int { rows.count * (count - rows.count + 1) }
  private let count: Int

  init(_ component: AttackComponent) throws(NumberOverflow) {
    count = component.unknowns.count
    var open: [Open] = component.equations.map { equation in
      Open(
        terms: equation.terms.map { ($0.place, Number(exactly: $0.coefficient)) },
        number: Number(exactly: equation.number))
    }
    var columns: [Set<Int>] = Array(repeating: [], count: component.unknowns.count)
    for (index, row) in open.enumerated() {
      for term in row.terms { columns[term.place].insert(index) }
    }
    var isDone = [Bool](repeating: false, count: open.count)
    var basics: [(row: Int, place: Int)] = []
    // Rows by their length, so that the shortest is found without looking at all of them.
    var queue = LengthQueue(open.map(\.terms.count))
    while let next = queue.popShortest() {
      guard !isDone[next] else { continue }
      guard let pivot = open[next].pivot(columns) else {
        isDone[next] = true
        if !open[next].number.isZero { isContradictory = true }
        continue
      }
      isDone[next] = true
      basics.append((next, pivot.place))
      // Sorted, so that nothing depends on how a set lies in memory.
      for other in columns[pivot.place].sorted() where other != next {
        let before = open[other].terms
        try open[other].eliminate(pivot.place, with: open[next])
        for term in before { columns[term.place].remove(other) }
        for term in open[other].terms { columns[term.place].insert(other) }
        if !isDone[other] { queue.update(other, length: open[other].terms.count) }
      }
    }
    for (index, place) in basics {
      let row = open[index]
      guard let pivot = row.terms.first(where: { $0.place == place }) else { continue }
      let isNegative = pivot.coefficient < Number(exactly: 0)
      rows.append(
        Row(
          basic: place, divisor: isNegative ? pivot.coefficient.negated : pivot.coefficient,
          terms: row.terms.filter { $0.place != place }
            .map { ($0.place, isNegative ? $0.coefficient.negated : $0.coefficient) },
          number: isNegative ? row.number.negated : row.number))
    }
  }

  private struct Open {
    var terms: [(place: Int, coefficient: Number)]
    var number: Number

    /// Where the coefficient is 1 if possible, and then where fewest other rows are touched.
    func pivot(_ columns: [Set<Int>]) -> (place: Int, coefficient: Number)? {
      let one = Number(exactly: 1)
      return terms.min { left, right in
        let isLeftUnit = left.coefficient == one || left.coefficient.negated == one
        let isRightUnit = right.coefficient == one || right.coefficient.negated == one
        if isLeftUnit != isRightUnit { return isLeftUnit }
        return columns[left.place].count < columns[right.place].count
      }
    }

    mutating func eliminate(_ place: Int, with other: Open) throws(NumberOverflow) {
      guard let own = terms.first(where: { $0.place == place })?.coefficient,
        let pivot = other.terms.first(where: { $0.place == place })?.coefficient
      else { return }
      var combined: [(place: Int, coefficient: Number)] = []
      combined.reserveCapacity(terms.count + other.terms.count)
      let zero = Number(exactly: 0)
      var left = 0
      var right = 0
      while left < terms.count || right < other.terms.count {
        let leftPlace = left < terms.count ? terms[left].place : Int.max
        let rightPlace = right < other.terms.count ? other.terms[right].place : Int.max
        let mine = leftPlace <= rightPlace ? terms[left].coefficient : zero
        let theirs = rightPlace <= leftPlace ? other.terms[right].coefficient : zero
        let coefficient = try mine.combined(pivot, minus: theirs, own)
        if !coefficient.isZero { combined.append((min(leftPlace, rightPlace), coefficient)) }
        if leftPlace <= rightPlace { left += 1 }
        if rightPlace <= leftPlace { right += 1 }
      }
      number = try number.combined(pivot, minus: other.number, own)
      terms = combined
      simplify()
    }

    private mutating func simplify() {
      let one = Number(exactly: 1)
      var divisor = Number(exactly: 0)
      for term in terms {
        divisor = divisor.commonDivisor(with: term.coefficient)
        if divisor == one { return }
      }
      guard !divisor.isZero, divisor != one else { return }
      // A number that does not divide means that no whole numbers fit; the row stays as it is.
      guard number.commonDivisor(with: divisor) == divisor else { return }
      for index in terms.indices {
        terms[index].coefficient = terms[index].coefficient.divided(by: divisor)
      }
      number = number.divided(by: divisor)
    }
  }
}

/// Which row is the shortest, ties by index.
private struct LengthQueue {
  private var buckets: [[Int]]
  private var length: [Int]
  private var lowest = 0

  init(_ lengths: [Int]) {
    length = lengths
    buckets = Array(repeating: [], count: (lengths.max() ?? 0) + 1)
    for (index, count) in lengths.enumerated().reversed() { buckets[count].append(index) }
  }

  mutating func update(_ index: Int, length count: Int) {
    guard length[index] != count else { return }
    length[index] = count
    while buckets.count <= count { buckets.append([]) }
    buckets[count].append(index)
    lowest = min(lowest, count)
  }

  mutating func popShortest() -> Int? {
    while lowest < buckets.count {
      if let index = buckets[lowest].popLast() {
        if length[index] == lowest {
          length[index] = -1
          return index
        }
      } else {
        lowest += 1
      }
    }
    return nil
  }
}
