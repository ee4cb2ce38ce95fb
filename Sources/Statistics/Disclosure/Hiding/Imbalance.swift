/// How far nodes were changed, and which lines that puts wrong.
struct Imbalance {
  private let incidence: Incidence
  /// Of every node, so far.
  private(set) var change: ScatteredVector
  /// By how much each line is wrong.
  private(set) var wrong: ScatteredVector

  init(_ incidence: Incidence) {
    self.incidence = incidence
    change = ScatteredVector(incidence.nodeCount)
    wrong = ScatteredVector(incidence.lineCount)
  }

  /// In the order met.
  var nodes: [Int] { change.places }
  var lines: [Int] { wrong.places }

  mutating func meet(_ node: Int) { change.add(0, at: node) }

  mutating func raise(_ node: Int, by amount: Double) {
    change.add(amount, at: node)
    incidence.forEachLine(ofNode: node) { line, sign in wrong.add(sign * amount, at: line) }
  }

  /// What is there but for rounding.
  mutating func round(_ node: Int, to value: Double) { change.round(node, to: value) }

  mutating func settle(_ line: Int) { wrong.round(line, to: 0) }

  mutating func clear() {
    change.clear()
    wrong.clear()
  }
}
