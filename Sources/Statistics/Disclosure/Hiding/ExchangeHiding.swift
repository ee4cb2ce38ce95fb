/// What is hidden where searching for the very least would take too long: what two persons could
/// exchange, and the least of that.
extension CellHiding {
  /// Beside what is looked at in one go, so large a part of all that are open.
  private static let shareAtOnce = 8
  private static let fewAtOnce = 16
  /// Of those that change a node in one direction, so many are tried two at a time.
  private static let mostPaired = 8
  /// So many sums of two are taken in for a node that needs them.
  private static let mostSums = 6

  /// Makes every count that is still too certain uncertain, as far as exchanges can.
  mutating func hideByExchanges() {
    var hopeless: Set<Int> = []
    while true {
      let open = nodes.nodes.indices.filter { needs($0) > 0 && !hopeless.contains($0) }
        .sorted { (nodes.nodes[$1].value, $0) < (nodes.nodes[$0].value, $1) }
      guard !open.isEmpty else { break }
      let found = cheapestExchanges(
        for: open, cost: nodes.nodes.indices.map { isRevealed[$0] ? nil : cost(of: $0) })
      // What is hidden makes others cheaper, so that it is looked for anew now and then.
      let few = open.prefix(max(CellHiding.fewAtOnce, open.count / CellHiding.shareAtOnce))
      for node in few where !isUncertain(node) {
        for move in cheapest(node, among: found) ?? [] {
          for entry in move { pool.hide(entry.node) }
          pool.add(move)
        }
        if !isUncertain(node) { hopeless.insert(node) }
      }
    }
    takeInExchanges()
    combine()
  }

  /// What hiding a node costs beside what is hidden.
  private func cost(of node: Int) -> Int {
    pool.isHidden[node] ? 0 : max(1, nodes.nodes[node].weight)
  }

  private mutating func cheapestExchanges(
    for some: [Int], cost: [Int?]
  ) -> [CheapestExchanges] {
    var isAsked = nodes.nodes.map { _ in false }
    for node in some { isAsked[node] = true }
    return personExchanges().map { CheapestExchanges($0, cost: cost, for: isAsked) }
  }

  /// Moves, or sums of two, that together leave enough values possible and hide the least.
  private func cheapest(
    _ node: Int, among found: [CheapestExchanges]
  ) -> [MoveSearch.WholeMove]? {
    let (needed, reach) = (need(node), pool.reach(of: node))
    var best: [Int: (move: MoveSearch.WholeMove, cost: Int)] = [:]
    func offer(_ move: MoveSearch.WholeMove) {
      let change = move.first { $0.node == node }?.change ?? 0
      let cost = cost(of: [move])
      if best[change].map({ cost < $0.cost }) ?? true { best[change] = (move, cost) }
    }
    for isUp in [true, false] {
      let single = found.flatMap { $0.moves(changing: node, up: isUp) }
      single.forEach(offer)
      if needed > 1 { sums(of: single).forEach(offer) }
    }
    var least: (moves: [MoveSearch.WholeMove], cost: Int)?
    for up in 0...needed {
      // What is known to be possible counts.
      let wanted = (up > reach.up ? [up] : []) + (needed - up > reach.down ? [up - needed] : [])
      let moves = wanted.compactMap { best[$0]?.move }
      guard moves.count == wanted.count else { continue }
      let cost = cost(of: moves)
      if least.map({ cost < $0.cost }) ?? true { least = (moves, cost) }
    }
    return least?.moves
  }

  private func cost(of moves: [MoveSearch.WholeMove]) -> Int {
    Set(moves.flatMap { $0.map(\.node) }).reduce(0) { $0 + cost(of: $1) }
  }

  /// One of them may be taken twice.
  private func sums(of moves: [MoveSearch.WholeMove]) -> [MoveSearch.WholeMove] {
    let some = moves.prefix(CellHiding.mostPaired)
    return some.indices.flatMap { place in some[...place].map { some[place].adding($0) } }
      .filter(nodes.holds)
  }

  /// Takes in more of the exchanges that change nothing that is shown: the more are known, the more
  /// can be shown again.
  private mutating func takeInExchanges() {
    let primaries = nodes.nodes.indices.filter { nodes.nodes[$0].isPrimary }
    let found = cheapestExchanges(for: primaries, cost: pool.isHidden.map { $0 ? 0 : nil })
    var known: Set<[Int]> = []
    for node in primaries {
      let (below, above) = (nodes.nodes[node].below, nodes.nodes[node].above)
      for isUp in [true, false] {
        let single = found.flatMap { $0.moves(changing: node, up: isUp) }
        // Where it can only rise, or only fall, it needs to do so by more than one.
        let needsSums = need(node) > 1 && (isUp ? below : above) == 0
        let sums = needsSums ? Array(sums(of: single).prefix(CellHiding.mostSums)) : []
        for move in single + sums
        where known.insert(move.flatMap { [$0.node, $0.change] }).inserted {
          pool.add(move)
        }
      }
    }
  }
}
