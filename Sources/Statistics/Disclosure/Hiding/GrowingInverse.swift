/// The inverse of a small matrix that grows by one row and one column at a time.
struct GrowingInverse {
  private(set) var size = 0
  /// Row by row, each as long as there is room for.
  private var entries: [Double] = []
  private var stride = 0

  mutating func removeAll() { size = 0 }

  /// A row of the inverse, into the first places of `row`.
  func copyRow(_ index: Int, to row: inout [Double]) {
    let start = index * stride
    for column in 0..<size { row[column] = entries[start + column] }
  }

  /// Subtracts so many times a row of the inverse from `row`.
  func subtractRow(_ index: Int, times factor: Double, from row: inout [Double]) {
    let start = index * stride
    for column in 0..<size { row[column] -= factor * entries[start + column] }
  }

  /// The inverse times a vector of which few entries are not 0.
  func multiply(_ vector: [(place: Int, value: Double)], into result: inout [Double]) {
    for row in 0..<size {
      let start = row * stride
      var sum = 0.0
      for entry in vector { sum += entries[start + entry.place] * entry.value }
      result[row] = abs(sum) < 1e-11 ? 0 : sum
    }
  }

  /// Adds a row and a column.
  ///
  /// - `solution`: the inverse times the new column above its last entry.
  /// - `row`: minus the new row, before its last entry, times the inverse.
  /// - `pivot`: what the last entry is when the rest is taken off.
  mutating func append(solution: [Double], row: [Double], pivot: Double) {
    if size == stride { grow() }
    for index in 0..<size {
      let factor = solution[index] / pivot
      let start = index * stride
      if factor != 0 {
        for column in 0..<size { entries[start + column] -= factor * row[column] }
      }
      entries[start + size] = -factor
    }
    let start = size * stride
    for column in 0..<size { entries[start + column] = row[column] / pivot }
    entries[start + size] = 1 / pivot
    size += 1
  }

  /// Replaces the column that belongs to a row of the inverse.
  ///
  /// - `solution`: the inverse times the new column.
  mutating func replace(_ index: Int, solution: [Double]) {
    let start = index * stride
    let pivot = solution[index]
    for column in 0..<size { entries[start + column] /= pivot }
    for other in 0..<size where other != index && solution[other] != 0 {
      let factor = solution[other]
      let base = other * stride
      for column in 0..<size { entries[base + column] -= factor * entries[start + column] }
    }
  }

  private mutating func grow() {
    let wider = max(16, 2 * stride)
    var copy = [Double](repeating: 0, count: wider * wider)
    for row in 0..<size {
      for column in 0..<size { copy[row * wider + column] = entries[row * stride + column] }
    }
    entries = copy
    stride = wider
  }
}
