/// Other counts that a reader would have to think possible, found from the true ones.
///
/// With them an attack need not search where nothing can be found: what it is shown it checks.
struct Possibilities {
  private let nodes: CountNodes
  private var pool: MovePool
  private var moves: MoveSearch

  init(_ nodes: CountNodes) {
    self.nodes = nodes
    pool = MovePool(hidden: nodes.nodes.map { !$0.isPrinted })
    moves = MoveSearch(nodes)
  }

  /// Takes in what hiding found.
  mutating func add(_ moves: some Sequence<MoveSearch.WholeMove>) {
    for move in moves { pool.add(move) }
  }

  /// Looks for moves among what is hidden until each hidden count has as many values as it needs.
  ///
  /// - `isAsked`: by count, whether it must not be computed though it is printed nowhere.
  mutating func search(isHidden: [Bool], isAsked: [Bool], goal: HidingGoal) {
    for (index, node) in nodes.nodes.enumerated() where node.isPrinted {
      if node.counts.contains(where: { isHidden[$0] }) {
        pool.hide(index)
      } else {
        pool.show(index)
      }
    }
    let room = nodes.room { pool.isHidden[$0] }
    for (index, node) in nodes.nodes.enumerated() where pool.isHidden[index] {
      guard
        node.isPrinted || (1..<max(goal.smallestGroup, 2)).contains(node.value)
          || node.counts.contains(where: { isAsked[$0] })
      else { continue }
      let needed = goal.needed(node)
      var amounts = [needed, -min(needed, node.below)]
      if needed > 1 { amounts += [1, -min(1, node.below)] }
      for amount in amounts
      where amount != 0 && amount <= node.above
        && pool.width(of: index) < needed
      {
        let given = [(node: index, change: Double(amount))]
        if let move = moves.wholeMove(given, room: room, in: nodes) { pool.add(move) }
      }
    }
  }

  /// Nothing was found that it could be beside what it is.
  func isCertain(_ node: Int) -> Bool { pool.width(of: node) == 0 }

  /// The true counts and the moves that change nothing that is shown.
  func solutions(values: [Int]) -> KnownSolutions {
    KnownSolutions(
      base: values,
      moves: pool.open.map { move in
        move.flatMap { entry in
          nodes.nodes[entry.node].counts.map { (cell: $0, change: entry.change) }
        }
      })
  }
}
