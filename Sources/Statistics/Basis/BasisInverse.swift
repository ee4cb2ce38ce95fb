/// The inverse of a sparse matrix that grows by one row and one column at a time, as a product.
///
/// Each change is kept as a factor of its own (G. B. Dantzig, W. Orchard-Hays, The product form for the
/// inverse in the simplex method, Mathematical Tables and Other Aids to Computation 8, 1954) until
/// factoring the matrix anew is the quicker way.
struct BasisInverse {
  private(set) var size = 0
  private var factors = BasisFactors()
  private var changes: [Change] = []
  /// Beside `changes`: the columns that came, in terms of those that were there.
  private var solutions = SparseVectors()
  /// For those that added a row: that row.
  private var added = SparseVectors()
  private var space: [Double]
  private(set) var work = 0
  /// How much longer solving took than it would have without changes.
  private var excess = 0

  private struct Change {
    /// The row and column.
    let place: Int
    let pivot: Double
    /// Which of the rows that were added; nil when a column was replaced.
    let row: Int?
  }

  /// - `most`: how large it ever grows.
  init(most: Int) { space = Array(repeating: 0, count: most) }

  /// How many numbers it keeps.
  var entryCount: Int { factors.entryCount + solutions.size + added.size }

  mutating func removeAll() {
    size = 0
    work = 0
    factors = BasisFactors()
    forgetChanges()
  }

  private mutating func forgetChanges() {
    changes.removeAll(keepingCapacity: true)
    solutions.removeAll()
    added.removeAll()
    excess = 0
  }

  /// Replaces the first entries of a vector by the inverse times them.
  mutating func solve(_ vector: inout [Double]) {
    factors.solve(&vector, &space)
    for (index, change) in changes.enumerated() {
      if let row = change.row {
        vector[change.place] -= added.product(row, with: vector)
      }
      guard vector[change.place] != 0 else { continue }
      vector[change.place] /= change.pivot
      solutions.subtract(index, times: vector[change.place], from: &vector)
    }
    for place in 0..<size where abs(vector[place]) < 1e-11 { vector[place] = 0 }
    count()
  }

  /// Replaces the first entries of a vector by it times the inverse.
  mutating func solveTransposed(_ vector: inout [Double]) {
    for (index, change) in changes.enumerated().reversed() {
      let value = vector[change.place] - solutions.product(index, with: vector)
      vector[change.place] = value == 0 ? 0 : value / change.pivot
      if let row = change.row, value != 0 {
        added.subtract(row, times: vector[change.place], from: &vector)
      }
    }
    factors.solveTransposed(&vector, &space)
    count()
  }

  private mutating func count() {
    let extra = solutions.size + added.size
    excess += extra
    work += factors.entryCount + extra
  }

  /// Adds a row and a column.
  ///
  /// - `solution`: the inverse times the new column above its last entry.
  /// - `row`: the new row before its last entry.
  /// - `pivot`: what the last entry is when the rest is taken off.
  mutating func append(solution: [Double], row: [BasisFactors.Entry], pivot: Double) {
    for entry in row { added.add(entry.place, entry.value) }
    added.end()
    add(Change(place: size, pivot: pivot, row: added.count - 1), solution)
    size += 1
  }

  /// Replaces a column.
  ///
  /// - `solution`: the inverse times the new column.
  mutating func replace(_ index: Int, solution: [Double]) {
    add(Change(place: index, pivot: solution[index], row: nil), solution)
  }

  private mutating func add(_ change: Change, _ solution: [Double]) {
    for place in 0..<size where place != change.place && solution[place] != 0 {
      solutions.add(place, solution[place])
    }
    solutions.end()
    changes.append(change)
  }

  /// Factoring it anew would be quicker by now.
  var isLong: Bool { changes.count > 15 && excess > 8 * (factors.entryCount + 4 * size) }

  /// Factors the matrix anew; left as it is when that fails.
  ///
  /// - `matrix`: its columns.
  mutating func factor(_ matrix: [[BasisFactors.Entry]]) {
    excess = 0
    guard let factors = BasisFactors(matrix) else { return }
    work += factors.work
    self.factors = factors
    size = matrix.count
    forgetChanges()
  }
}
