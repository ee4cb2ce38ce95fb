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

  init(hidden: [Bool]) {
    isHidden = hidden
    ofNode = Array(repeating: [], count: hidden.count)
  }

  mutating func add(_ move: MoveSearch.WholeMove) {
    for entry in move { ofNode[entry.node].append(moves.count) }
    shown.append(move.count { !isHidden[$0.node] })
    moves.append(move)
  }

  mutating func hide(_ node: Int) {
    guard !isHidden[node] else { return }
    isHidden[node] = true
    for move in ofNode[node] { shown[move] -= 1 }
  }

  mutating func show(_ node: Int) {
    guard isHidden[node] else { return }
    isHidden[node] = false
    for move in ofNode[node] { shown[move] += 1 }
  }

  /// Those that change nothing shown.
  var open: [MoveSearch.WholeMove] {
    moves.indices.filter { shown[$0] == 0 }.map { moves[$0] }
  }

  /// How far apart the values of a node are to which the moves raise and lower it.
  func width(of node: Int) -> Int {
    let reach = reach(of: node)
    return reach.up + reach.down
  }

  /// How far the moves raise and lower a node.
  func reach(of node: Int) -> (up: Int, down: Int) {
    var up = 0
    var down = 0
    for move in ofNode[node] where shown[move] == 0 {
      let change = moves[move].first { $0.node == node }?.change ?? 0
      up = max(up, change)
      down = max(down, -change)
    }
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
