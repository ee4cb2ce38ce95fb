extension CellHiding {
  func isSmallGroup(line: Int) -> Bool {
    nodes.isSmallGroup(line: line, isHidden: pool.isHidden, below: goal.smallestGroup)
  }

  mutating func mendGroups(noise: Double) {
    var hopeless: Set<Int> = []
    while true {
      let small = nodes.lines.indices.first {
        !hopeless.contains($0) && isSmallGroup(line: $0)
      }
      guard let line = small else { return }
      if !mendGroup(line: line, noise: noise) { hopeless.insert(line) }
    }
  }

  /// Hides one more node of the line, and what makes it uncertain.
  private mutating func mendGroup(line index: Int, noise: Double) -> Bool {
    let shown = nodes.lines[index].terms.map(\.node)
      .filter { !pool.isHidden[$0] && !isRevealed[$0] }
      .sorted {
        (nodes.nodes[$0].weight, $0) < (nodes.nodes[$1].weight, $1)
      }
    let room = room(noise: noise)
    var best: (node: Int, proposal: Proposal)?
    for node in shown.prefix(8) {
      for amount in [1, -1] where amount > 0 || nodes.nodes[node].below > 0 {
        let limit = best?.proposal.cost ?? .infinity
        if let proposal = propose(node, [amount], room: room, limit: limit) {
          best = (node, proposal)
        }
      }
    }
    guard let best else { return false }
    pool.hide(best.node)
    for move in best.proposal.moves { apply(move) }
    return true
  }

  /// Hides what it takes that the sum of some nodes can be another one; false when nothing helps.
  ///
  /// The members of an audit's finding may be tied together by many lines, so that hiding one more count
  /// of some of them mostly does not help: the cheapest move that changes their sum does.
  ///
  /// - `group`: one twice counts twice.
  mutating func protect(group: [Int]) -> Bool {
    let times = Dictionary(group.map { ($0, 1) }, uniquingKeysWith: +)
    func changesSum(_ move: MoveSearch.WholeMove) -> Bool {
      move.reduce(0) { $0 + $1.change * times[$1.node, default: 0] } != 0
    }
    if pool.open.contains(where: changesSum) { return true }
    let members = times.keys.sorted {
      (nodes.nodes[$1].value, $0) < (nodes.nodes[$0].value, $1)
    }
    var best: Proposal?
    for amount in [1, -1] {
      var room = room(noise: 0)
      let canChange = members.filter {
        (amount > 0 ? nodes.nodes[$0].above : nodes.nodes[$0].below) > 0
      }
      for node in members {
        if amount > 0 { room.down[node] = 0 } else { room.up[node] = 0 }
      }
      for node in canChange.prefix(CellHiding.mostTried) {
        let limit = best?.cost ?? .infinity
        guard let proposal = wholeProposal(node, amount, room: room, limit: limit) else { continue }
        best = proposal
      }
    }
    guard let best else { return false }
    for move in best.moves { force(move) }
    return true
  }

  /// Of a group that an audit found.
  private static let mostTried = 12

  /// A move in whole numbers, which may cost a little more than the cheapest.
  private mutating func wholeProposal(
    _ node: Int, _ amount: Int, room: MoveSearch.Room, limit: Double
  ) -> Proposal? {
    guard var proposal = propose(node, [amount], room: room, limit: limit) else { return nil }
    if isWhole(proposal) { return proposal }
    guard let moves = wholeMoves(node, [amount], room: room) else { return nil }
    proposal.moves = moves
    return proposal
  }
}
