@testable import Statistics

/// Three rows and columns whose margins are known.
///
/// - `standing`: of a count, by its value.
func table(
  _ values: [Int], standing: (Int) -> LinkedCounts.Standing = { _ in .printed(weight: 1) }
) -> LinkedCounts {
  let rows = (0..<3).map { row in (0..<3).map { row * 3 + $0 } }
  let lines = rows + (0..<3).map { column in (0..<3).map { $0 * 3 + column } }
  let counts = values.map {
    LinkedCounts.Count(value: $0, known: 0, standing: standing($0))
  }
  let totals = lines.map { line in
    LinkedCounts.Count(
      value: line.reduce(0) { $0 + values[$1] }, known: 0, standing: .fixed)
  }
  return LinkedCounts(
    counts: counts + totals,
    sums: lines.enumerated().map { .init(total: 9 + $0.offset, parts: $0.element) })
}

/// Every change by at most four in each cell of two rows and columns, with what follows in the rest.
func moves(_ values: [Int]) -> [[Int]] {
  var found: [[Int]] = []
  let steps = -4...4
  for a in steps {
    for b in steps {
      for c in steps {
        for d in steps {
          let move = [a, b, -a - b, c, d, -c - d, -a - c, -b - d, a + b + c + d]
          if zip(move, values).allSatisfy({ $0 + $1 >= 0 }) { found.append(move) }
        }
      }
    }
  }
  return found
}
