/// Looks for a small move by walking from line to line, and mending each with one more count.
///
/// Most hidden counts take part in a move of a few counts near them. It is found here much sooner
/// than by the simplex method, and is whole from the start; what is not found may exist all the same.
struct MoveWalk {
  private let nodes: CountNodes
  private let isHidden: [Bool]
  private var change: [Int]
  private var imbalance: [Int]
  private var open: [Int] = []
  private var touched: [Int] = []
  private var steps = 0

  private static let mostSteps = 400
  private static let mostCounts = 24

  init(_ nodes: CountNodes, hidden: [Bool]) {
    self.nodes = nodes
    isHidden = hidden
    change = Array(repeating: 0, count: nodes.nodes.count)
    imbalance = Array(repeating: 0, count: nodes.lines.count)
  }

  /// What may still be spent on hiding what is shown.
  private var allowance = 0

  /// A move that changes `target` by `amount`; nil when none was met.
  ///
  /// - `allowance`: the weight of shown counts that it may change besides hidden ones.
  mutating func move(
    _ target: Int, by amount: Int, allowance: Int = 0
  ) -> [(node: Int, change: Int)]? {
    self.allowance = allowance
    if let found = single(target, by: amount) { return found }
    guard abs(amount) == 2 else { return nil }
    // Two moves by one, the second from where the first led.
    let half = amount / 2
    guard let first = single(target, by: half) else { return nil }
    for entry in first { base[entry.node] = entry.change }
    defer { base = [:] }
    self.allowance = allowance - first.reduce(0) { $0 + price($1.node) }
    for entry in first where !isHidden[entry.node] { isOpened.insert(entry.node) }
    defer { isOpened = [] }
    guard let second = single(target, by: half) else { return nil }
    var sums: [Int: Int] = [:]
    for entry in first + second { sums[entry.node, default: 0] += entry.change }
    return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { (node: $0.key, change: $0.value) }
  }

  /// Changes made before, which use up what a count may lose.
  private var base: [Int: Int] = [:]

  /// Shown counts that the first of two moves already changes.
  private var isOpened: Set<Int> = []

  private func price(_ node: Int) -> Int {
    isHidden[node] || isOpened.contains(node) ? 0 : nodes.nodes[node].weight
  }

  private mutating func single(_ target: Int, by amount: Int) -> [(node: Int, change: Int)]? {
    guard isPossible(target, amount) else { return nil }
    steps = 0
    touched = []
    open = []
    set(target, amount)
    let isFound = mend()
    let found = touched.sorted().map { (node: $0, change: change[$0]) }
    for node in touched.reversed() { unset(node) }
    return isFound ? found : nil
  }

  private func isPossible(_ node: Int, _ amount: Int) -> Bool {
    let value = nodes.nodes[node].value + (base[node] ?? 0)
    return price(node) <= allowance && value + amount >= nodes.nodes[node].known
  }

  private mutating func set(_ node: Int, _ amount: Int) {
    change[node] = amount
    touched.append(node)
    allowance -= price(node)
    for line in nodes.linesOfNode[node] { imbalance[line] += sign(node, line) * amount }
    open.append(contentsOf: nodes.linesOfNode[node])
  }

  private mutating func unset(_ node: Int) {
    for line in nodes.linesOfNode[node] { imbalance[line] -= sign(node, line) * change[node] }
    change[node] = 0
    allowance += price(node)
    open.removeLast(nodes.linesOfNode[node].count)
  }

  private func sign(_ node: Int, _ line: Int) -> Int { nodes.sign(of: node, inLine: line) }

  private mutating func mend() -> Bool {
    guard let line = open.first(where: { imbalance[$0] != 0 }) else { return true }
    guard touched.count < MoveWalk.mostCounts else { return false }
    let missing = -imbalance[line]
    var candidates: [(node: Int, amount: Int, score: Int)] = []
    for term in nodes.lines[line].terms where change[term.node] == 0 {
      let amount = missing * Int(term.sign)
      guard isPossible(term.node, amount) else { continue }
      candidates.append((term.node, amount, score(term.node, amount) - price(term.node)))
    }
    candidates.sort { ($1.score, $0.node) < ($0.score, $1.node) }
    let breadth = touched.count < 4 ? 6 : 2
    for candidate in candidates.prefix(breadth) {
      steps += 1
      guard steps < MoveWalk.mostSteps else { return false }
      let depth = touched.count
      set(candidate.node, candidate.amount)
      if mend() { return true }
      while touched.count > depth { unset(touched.removeLast()) }
    }
    return false
  }

  /// How many lines it puts right, less those that it puts wrong.
  private func score(_ node: Int, _ amount: Int) -> Int {
    var score = 0
    for line in nodes.linesOfNode[node] {
      let after = imbalance[line] + sign(node, line) * amount
      if after == 0 { score += 2 } else if imbalance[line] == 0 { score -= 1 }
    }
    return score
  }
}
