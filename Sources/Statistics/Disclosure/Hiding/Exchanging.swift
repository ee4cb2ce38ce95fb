/// What persons could exchange, for a search for moves that takes long.
struct Exchanging {
  private let persons: [DistinctPersons]
  private let regions: [Region?]
  private var exchanges: [PersonExchanges]?
  /// Moves that exchanges make and that alone are not enough.
  fileprivate var moves: [MoveSearch.WholeMove] = []
  /// Looking at the exchanges again when more is hidden may find more.
  fileprivate var isUseful = true
  /// How much was hidden when they were looked at last.
  fileprivate var hidden = 0
  /// When that was and when moves were put together last, by the work of the search.
  fileprivate var lookedAt: Int?
  fileprivate var combinedAt = 0
  /// So much work is done until they are put together again.
  private(set) var wait = 0

  /// So much work is done before exchanges are looked at.
  fileprivate let patience: Int
  /// After so much the very least is no longer searched for.
  let mostWork: Int

  /// - `regions`: what each node counts; nil where that is not known.
  init(
    _ persons: [DistinctPersons], regions: [Region?], patience: Int = 20_000_000,
    mostWork: Int = 4_000_000_000
  ) {
    self.persons = persons
    self.regions = regions
    self.patience = patience
    self.mostWork = mostWork
  }

  fileprivate mutating func all(_ nodes: CountNodes) -> [PersonExchanges] {
    let all = exchanges ?? persons.map { PersonExchanges($0, nodes, regions: regions) }
    exchanges = all
    return all
  }

  /// Moves were put together.
  ///
  /// - `met`: of so many counts that need a move, how many it found one for.
  /// - `atWork`: when, by the work of the search.
  mutating func haveCombined(met: Int, of needy: Int, work: Int, atWork: Int) {
    // Where it is of little use it is done the more seldom.
    let isUseful = met * Exchanging.leastShare > needy
    wait = min(isUseful ? 2 * work : max(wait, work) * 2, Exchanging.longestWait)
    combinedAt = atWork
  }

  /// Putting moves together is of use when one in so many counts no longer needs one.
  private static let leastShare = 32
  private static let longestWait = 1_000_000_000_000
}

extension CellHiding {
  /// So much work is done until exchanges are looked at again.
  private static let pause = 60_000_000

  /// How far a node has to be able to change and is not known to; 0 where that is no matter.
  func needs(_ node: Int) -> Int {
    nodes.nodes[node].isPrimary && !isUncertain(node) ? need(node) : 0
  }

  private var needs: [Int] { nodes.nodes.indices.map { needs($0) } }

  /// Basis by basis.
  mutating func personExchanges() -> [PersonExchanges] { exchanging?.all(nodes) ?? [] }

  /// Where the search takes long: moves that change nothing that is shown are looked for among what two
  /// persons could exchange, and by putting together those that are known.
  mutating func exchange() {
    guard let known = exchanging, search.work >= known.patience else { return }
    let isFirst = known.lookedAt == nil
    let mayFindMore =
      known.isUseful && secondaries.count > known.hidden
      && search.work - (known.lookedAt ?? 0) > CellHiding.pause
    if isFirst || mayFindMore {
      lookAtExchanges()
      combine()
    } else if search.work - known.combinedAt > known.wait {
      combine()
    }
  }

  private mutating func lookAtExchanges() {
    guard var known = exchanging else { return }
    known.lookedAt = search.work
    known.hidden = secondaries.count
    let before = pool.moves.count
    known.moves = []
    for exchanges in known.all(nodes) {
      let need = needs
      let moves = ExchangeSearch(exchanges, isHidden: pool.isHidden, need: need).moves
      for move in moves {
        if move.contains(where: { need[$0.node] > 0 && !isUncertain($0.node) }) {
          pool.add(move)
        } else {
          known.moves.append(move)
        }
      }
    }
    known.isUseful = pool.moves.count > before
    exchanging = known
  }

  mutating func combine() {
    guard let known = exchanging else { return }
    let before = needs.count { $0 > 0 }
    var combining = MoveCombining(known.moves + pool.open, nodes)
    for (node, needed) in needs.enumerated() where needed > 0 && !isUncertain(node) {
      let reach = pool.reach(of: node)
      let below = nodes.nodes[node].below
      if let move = combining.move(node, by: needed - reach.down) {
        pool.add(move)
      } else if below >= needed - reach.up, let move = combining.move(node, by: reach.up - needed) {
        pool.add(move)
      }
    }
    let met = before - needs.count { $0 > 0 }
    exchanging?.haveCombined(
      met: met, of: before, work: combining.work, atWork: search.work)
  }
}
