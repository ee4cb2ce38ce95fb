/// A sparse square matrix as the product of two triangular ones.
///
/// Columns and rows with one entry that is still open come first, which leaves little of matrices made
/// of sums; the rest is done column by column with the shortest row that is safe (J. R. Gilbert,
/// T. Peierls, Sparse partial pivoting in time proportional to arithmetic operations, SIAM Journal on
/// Scientific and Statistical Computing 9, 1988).
struct BasisFactors {
  typealias Entry = (place: Int, value: Double)

  private(set) var size = 0
  /// The row and the column of each step, and what stands there.
  private var rows: [Int] = []
  private var columns: [Int] = []
  private var pivots: [Double] = []
  /// By step: what is taken from the rows of later steps.
  private var lower = SparseVectors()
  /// By step: what stands in the rows of earlier ones.
  private var upper = SparseVectors()
  /// How many numbers making it took.
  private(set) var work = 0

  /// An entry has to be so large a part of the largest to be divided by.
  private static let leastShare = 0.1
  private static let tolerance = 1e-9

  init() {}

  /// Nil when the matrix has no inverse.
  ///
  /// - `matrix`: its columns.
  init?(_ matrix: [[Entry]]) {
    size = matrix.count
    var peeling = Peeling(matrix)
    peeling.run()
    for (row, column) in peeling.pivots { add(row, column, matrix[column], peeling.step) }
    var step = peeling.step
    var vector = ScatteredVector(size)
    for column in peeling.openColumns {
      vector.fill(matrix[column])
      eliminate(&vector, step)
      guard
        let row = pivotRow(in: vector, where: { step[$0] == size }, lengths: peeling.openInRow)
      else { return nil }
      let pivot = vector[row]
      for place in vector.places where place != row && abs(vector[place]) > 1e-13 {
        if step[place] < size {
          upper.add(place, vector[place])
        } else {
          lower.add(place, vector[place] / pivot)
        }
      }
      vector.clear()
      step[row] = rows.count
      end(row, column, pivot)
    }
    work += entryCount + 4 * size
  }

  var entryCount: Int { lower.size + upper.size + size }

  /// A step whose column needs nothing taken off.
  ///
  /// - `step`: by row, when it is taken.
  private mutating func add(_ row: Int, _ column: Int, _ entries: [Entry], _ step: [Int]) {
    var pivot = 1.0
    for entry in entries where entry.place == row { pivot = entry.value }
    for entry in entries where entry.place != row {
      if step[entry.place] < step[row] {
        upper.add(entry.place, entry.value)
      } else {
        lower.add(entry.place, entry.value / pivot)
      }
    }
    end(row, column, pivot)
  }

  private mutating func end(_ row: Int, _ column: Int, _ pivot: Double) {
    lower.end()
    upper.end()
    rows.append(row)
    columns.append(column)
    pivots.append(pivot)
  }

  /// Takes from a column what the steps so far take from their rows, in their order.
  ///
  /// - `step`: by row, when it was taken; `size` for those that are open.
  private mutating func eliminate(_ vector: inout ScatteredVector, _ step: [Int]) {
    var pending = StepSet(size)
    for place in vector.places where step[place] < size { pending.insert(step[place]) }
    while let next = pending.removeFirst() {
      let factor = vector[rows[next]]
      guard factor != 0 else { continue }
      lower.forEach(next) { place, value in
        if vector.add(-factor * value, at: place), step[place] < size {
          pending.insert(step[place])
        }
        work += 1
      }
    }
  }

  /// The shortest of the rows whose entries are large enough to be divided by.
  private func pivotRow(
    in vector: ScatteredVector, where isOpen: (Int) -> Bool, lengths: [Int]
  ) -> Int? {
    let open = vector.places.filter(isOpen)
    let largest = open.reduce(0) { max($0, abs(vector[$1])) }
    guard largest > BasisFactors.tolerance else { return nil }
    return open.filter { abs(vector[$0]) >= BasisFactors.leastShare * largest }
      .min { (lengths[$0], $0) < (lengths[$1], $1) }
  }

  /// Replaces a vector over rows by the inverse times it, over columns.
  func solve(_ vector: inout [Double], _ space: inout [Double]) {
    for step in 0..<size where vector[rows[step]] != 0 {
      lower.subtract(step, times: vector[rows[step]], from: &vector)
    }
    for step in (0..<size).reversed() {
      let value = vector[rows[step]]
      guard value != 0 else {
        space[columns[step]] = 0
        continue
      }
      let quotient = value / pivots[step]
      upper.subtract(step, times: quotient, from: &vector)
      space[columns[step]] = quotient
    }
    for place in 0..<size { vector[place] = space[place] }
  }

  /// Replaces a vector over columns by it times the inverse, over rows.
  func solveTransposed(_ vector: inout [Double], _ space: inout [Double]) {
    for step in 0..<size {
      let value = vector[columns[step]] - upper.product(step, with: space)
      space[rows[step]] = value == 0 ? 0 : value / pivots[step]
    }
    for step in (0..<size).reversed() {
      space[rows[step]] -= lower.product(step, with: space)
    }
    for place in 0..<size { vector[place] = space[place] }
  }
}
