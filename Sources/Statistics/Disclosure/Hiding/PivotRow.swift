/// How what leaves the basis depends on every node outside it.
struct PivotRow {
  /// By place of the basis's lines: the row of the inverse.
  private(set) var row: [Double]
  private var values: ScatteredVector
  private var line: Int?

  init(_ incidence: Incidence) {
    row = Array(repeating: 0, count: incidence.lineCount)
    values = ScatteredVector(incidence.nodeCount)
  }

  /// The nodes that are in it, in the order met.
  var nodes: [Int] { values.places }

  subscript(node: Int) -> Double { values[node] }

  mutating func clear() { values.clear() }

  /// The row of a node of the basis.
  mutating func begin(row index: Int, of inverse: inout BasisInverse) {
    line = nil
    for place in 0..<inverse.size { row[place] = 0 }
    row[index] = 1
    inverse.solveTransposed(&row)
  }

  /// The row of a line that has no node in the basis yet.
  mutating func begin(
    line: Int, of inverse: inout BasisInverse, _ place: [Int], _ incidence: Incidence
  ) {
    self.line = line
    for index in 0..<inverse.size { row[index] = 0 }
    incidence.forEachNode(inLine: line) { node, sign in
      if place[node] >= 0 { row[place[node]] = -sign }
    }
    inverse.solveTransposed(&row)
  }

  /// Multiplies the row with the columns of all nodes.
  mutating func multiply(_ lines: [Int], _ incidence: Incidence) {
    if let line { add(line, times: 1, incidence) }
    for (index, line) in lines.enumerated() where abs(row[index]) > 1e-11 {
      add(line, times: row[index], incidence)
    }
  }

  private mutating func add(_ line: Int, times factor: Double, _ incidence: Incidence) {
    incidence.forEachNode(inLine: line) { node, sign in values.add(factor * sign, at: node) }
  }
}
