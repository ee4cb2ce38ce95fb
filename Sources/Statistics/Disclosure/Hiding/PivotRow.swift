/// How what leaves the basis depends on every node outside it.
struct PivotRow {
  /// By place of the basis's lines: the row of the inverse.
  private(set) var row: [Double]
  /// The nodes that are in it, in the order met.
  private(set) var nodes: [Int] = []
  private var values: [Double]
  private var isMet: [Bool]
  private var line: Int?

  init(_ incidence: Incidence) {
    row = Array(repeating: 0, count: incidence.lineCount)
    values = Array(repeating: 0, count: incidence.nodeCount)
    isMet = Array(repeating: false, count: incidence.nodeCount)
  }

  subscript(node: Int) -> Double { values[node] }

  mutating func clear() {
    for node in nodes {
      values[node] = 0
      isMet[node] = false
    }
    nodes.removeAll(keepingCapacity: true)
  }

  /// The row of a node of the basis.
  mutating func begin(row index: Int, of inverse: GrowingInverse) {
    line = nil
    inverse.copyRow(index, to: &row)
  }

  /// The row of a line that has no node in the basis yet.
  mutating func begin(
    line: Int, of inverse: GrowingInverse, _ place: [Int], _ incidence: Incidence
  ) {
    self.line = line
    for index in 0..<inverse.size { row[index] = 0 }
    for entry in incidence.nodes(inLine: line) where place[entry.place] >= 0 {
      inverse.subtractRow(place[entry.place], times: entry.sign, from: &row)
    }
  }

  /// Multiplies the row with the columns of all nodes.
  mutating func multiply(_ lines: [Int], _ incidence: Incidence) {
    if let line { add(line, times: 1, incidence) }
    for (index, line) in lines.enumerated() where abs(row[index]) > 1e-11 {
      add(line, times: row[index], incidence)
    }
  }

  private mutating func add(_ line: Int, times factor: Double, _ incidence: Incidence) {
    for entry in incidence.nodes(inLine: line) {
      if !isMet[entry.place] {
        isMet[entry.place] = true
        nodes.append(entry.place)
      }
      values[entry.place] += factor * entry.sign
    }
  }
}
