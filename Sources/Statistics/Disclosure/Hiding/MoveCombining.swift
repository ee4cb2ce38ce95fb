/// Puts moves together that go too far, or not far enough, until what they do together is as it should be.
///
/// A local search: of the moves that mend one count that is wrong, the one that leaves the least wrong
/// (S. Minton, M. D. Johnston, A. B. Philips, P. Laird, Minimizing conflicts: a heuristic repair method for
/// constraint satisfaction and scheduling problems, Artificial Intelligence 58, 1992).
struct MoveCombining {
  private let nodes: CountNodes
  private let moves: [MoveSearch.WholeMove]
  private let ofNode: [[(move: Int, change: Int)]]
  private var change: [Int]
  /// Nodes that were changed since the start, in the order met.
  private var touched: [Int] = []
  private var isTouched: [Bool]
  private var random = SplitMix(state: 11)
  /// How many numbers were looked at so far.
  private(set) var work = 0

  private static let mostStarts = 12
  private static let mostSteps = 16
  private static let mostLooked = 40
  /// What one is worth that the node asked for is short of, beside one that is too much elsewhere.
  private static let worthOfNode = 3

  /// - `moves`: each may be made either way round.
  init(_ moves: [MoveSearch.WholeMove], _ nodes: CountNodes) {
    self.nodes = nodes
    self.moves = moves
    var ofNode: [[(move: Int, change: Int)]] = nodes.nodes.map { _ in [] }
    for (index, move) in moves.enumerated() {
      for entry in move { ofNode[entry.node].append((index, entry.change)) }
    }
    self.ofNode = ofNode
    change = nodes.nodes.map { _ in 0 }
    isTouched = nodes.nodes.map { _ in false }
  }

  /// A move that changes a node by `amount` or more; nil when none is met.
  mutating func move(_ node: Int, by amount: Int) -> MoveSearch.WholeMove? {
    guard !ofNode[node].isEmpty else { return nil }
    let goal = Goal(node: node, amount: amount)
    for _ in 0..<MoveCombining.mostStarts {
      defer { clear() }
      for _ in 0..<MoveCombining.mostSteps {
        work += touched.count
        let wrong = touched.filter { excess(of: $0, changedBy: change[$0]) != 0 }
        let isReached = goal.missing(change[node]) == 0
        if wrong.isEmpty, isReached { return whole }
        let (place, isUp): (Int, Bool)
        if wrong.isEmpty || !isReached && random.below(wrong.count + 1) == 0 {
          (place, isUp) = (node, amount > 0)
        } else {
          place = wrong[random.below(wrong.count)]
          isUp = excess(of: place, changedBy: change[place]) < 0
        }
        guard let next = best(changing: place, up: isUp, goal) else { break }
        for entry in moves[next.move] { add(entry.change * next.times, to: entry.node) }
      }
    }
    return nil
  }

  private struct Goal {
    let node: Int
    let amount: Int

    func missing(_ change: Int) -> Int { max(0, amount > 0 ? amount - change : change - amount) }
  }

  /// The move that leaves the least wrong, and which way round.
  private mutating func best(
    changing place: Int, up isUp: Bool, _ goal: Goal
  ) -> (move: Int, times: Int)? {
    let list = ofNode[place]
    guard !list.isEmpty else { return nil }
    var best: (move: Int, times: Int)?
    var least = Int.max
    let start = random.below(list.count)
    for offset in 0..<min(list.count, MoveCombining.mostLooked) {
      let entry = list[(start + offset) % list.count]
      let times = (entry.change > 0) == isUp ? 1 : -1
      var cost = 0
      for part in moves[entry.move] {
        let (before, after) = (change[part.node], change[part.node] + part.change * times)
        cost += abs(excess(of: part.node, changedBy: after))
        cost -= abs(excess(of: part.node, changedBy: before))
        if part.node == goal.node {
          cost += MoveCombining.worthOfNode * (goal.missing(after) - goal.missing(before))
        }
      }
      work += moves[entry.move].count
      if cost < least { (least, best) = (cost, (entry.move, times)) }
    }
    return best
  }

  private var whole: MoveSearch.WholeMove {
    touched.filter { change[$0] != 0 }.sorted().map { ($0, change[$0]) }
  }

  /// How much too far a change goes; below 0 for one that takes too much.
  private func excess(of node: Int, changedBy change: Int) -> Int {
    let node = nodes.nodes[node]
    if change < -node.below { return change + node.below }
    return change > node.above ? change - node.above : 0
  }

  private mutating func add(_ amount: Int, to node: Int) {
    if !isTouched[node] {
      isTouched[node] = true
      touched.append(node)
    }
    change[node] += amount
  }

  private mutating func clear() {
    for node in touched {
      change[node] = 0
      isTouched[node] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}
