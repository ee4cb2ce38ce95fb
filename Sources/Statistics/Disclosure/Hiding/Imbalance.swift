/// How far nodes were changed, and which lines that puts wrong.
struct Imbalance {
  private let incidence: Incidence
  /// Of every node, so far.
  private(set) var change: [Double]
  /// By how much each line is wrong.
  private(set) var wrong: [Double]
  /// In the order met.
  private(set) var nodes: [Int] = []
  private(set) var lines: [Int] = []
  private var isMet: [Bool]
  private var isMetLine: [Bool]

  init(_ incidence: Incidence) {
    self.incidence = incidence
    change = Array(repeating: 0, count: incidence.nodeCount)
    wrong = Array(repeating: 0, count: incidence.lineCount)
    isMet = Array(repeating: false, count: incidence.nodeCount)
    isMetLine = Array(repeating: false, count: incidence.lineCount)
  }

  mutating func meet(_ node: Int) {
    guard !isMet[node] else { return }
    isMet[node] = true
    nodes.append(node)
  }

  mutating func raise(_ node: Int, by amount: Double) {
    meet(node)
    change[node] += amount
    incidence.forEachLine(ofNode: node) { entry in
      if !isMetLine[entry.place] {
        isMetLine[entry.place] = true
        lines.append(entry.place)
      }
      wrong[entry.place] += entry.sign * amount
    }
  }

  /// What is there but for rounding.
  mutating func round(_ node: Int, to value: Double) { change[node] = value }

  mutating func settle(_ line: Int) { wrong[line] = 0 }

  mutating func clear() {
    for node in nodes {
      change[node] = 0
      isMet[node] = false
    }
    nodes.removeAll(keepingCapacity: true)
    for line in lines {
      wrong[line] = 0
      isMetLine[line] = false
    }
    lines.removeAll(keepingCapacity: true)
  }
}
