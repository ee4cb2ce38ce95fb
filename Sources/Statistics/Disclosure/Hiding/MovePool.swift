/// The moves found so far, which show that hidden counts are uncertain.
///
/// A move counts while everything that it changes is hidden. Adding a move to the true counts gives
/// other whole counts that fit everything published, so the values that a count takes in them are
/// candidates.
struct MovePool {
  private(set) var moves: [MoveSearch.WholeMove] = []
  /// How many of a move's nodes are shown.
  private var shown: [Int] = []
  private var ofNode: [[Int]]
  private(set) var isHidden: [Bool]
  /// By node, and by change from the furthest fall to the furthest rise: how many moves that change
  /// nothing shown make it.
  private var changing: [Int]
  private let furthest: Int

  /// - `furthest`: changes that go further count as this.
  init(hidden: [Bool], furthest: Int) {
    isHidden = hidden
    self.furthest = furthest
    ofNode = Array(repeating: [], count: hidden.count)
    changing = Array(repeating: 0, count: hidden.count * (2 * furthest + 1))
  }

  mutating func add(_ move: MoveSearch.WholeMove) {
    for entry in move { ofNode[entry.node].append(moves.count) }
    shown.append(move.count { !isHidden[$0.node] })
    moves.append(move)
    if shown.last == 0 { count(move, 1) }
  }

  mutating func hide(_ node: Int) {
    guard !isHidden[node] else { return }
    isHidden[node] = true
    for move in ofNode[node] {
      shown[move] -= 1
      if shown[move] == 0 { count(moves[move], 1) }
    }
  }

  mutating func show(_ node: Int) {
    guard isHidden[node] else { return }
    isHidden[node] = false
    for move in ofNode[node] {
      if shown[move] == 0 { count(moves[move], -1) }
      shown[move] += 1
    }
  }

  private mutating func count(_ move: MoveSearch.WholeMove, _ times: Int) {
    for (node, change) in move {
      changing[place(node, min(max(change, -furthest), furthest))] += times
    }
  }

  private func place(_ node: Int, _ change: Int) -> Int {
    node * (2 * furthest + 1) + furthest + change
  }

  /// Those that change nothing shown.
  var open: [MoveSearch.WholeMove] {
    moves.indices.filter { shown[$0] == 0 }.map { moves[$0] }
  }

  /// How far apart the values of a node are to which the moves raise and lower it, as far as that is
  /// counted.
  func width(of node: Int) -> Int {
    let reach = reach(of: node)
    return reach.up + reach.down
  }

  /// How far the moves raise and lower a node, as far as that is counted.
  func reach(of node: Int) -> (up: Int, down: Int) {
    var (up, down) = (furthest, furthest)
    while up > 0, changing[place(node, up)] == 0 { up -= 1 }
    while down > 0, changing[place(node, -down)] == 0 { down -= 1 }
    return (up, down)
  }

  /// The nodes that only moves through `node` may have made uncertain.
  func neighbours(of node: Int) -> [Int] {
    var found: Set<Int> = []
    for move in ofNode[node] where shown[move] == 0 {
      for entry in moves[move] where entry.node != node { found.insert(entry.node) }
    }
    return found.sorted()
  }

  /// The true counts and the moves that change nothing that is shown.
  ///
  /// - `values`: by index of the counts for which the nodes stand.
  func solutions(_ values: [Int], _ nodes: CountNodes) -> KnownSolutions {
    KnownSolutions(
      base: values,
      moves: open.map { move in
        move.flatMap { entry in
          nodes.nodes[entry.node].counts.map { (cell: $0, change: entry.change) }
        }
      })
  }
}
