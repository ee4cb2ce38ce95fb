extension CellHiding {
  /// Moves that together leave enough values possible, and what they cost.
  struct Proposal {
    var moves: [MoveSearch.Move] = []
    var cost = 0.0
  }

  /// Moves by each of the amounts, when together they cost less than `limit`.
  mutating func propose(
    _ node: Int, _ amounts: [Int], room: MoveSearch.Room, limit: Double = .infinity
  ) -> Proposal? {
    var proposal = Proposal()
    for amount in amounts {
      let left = limit - proposal.cost
      guard let found = search.move([(node, Double(amount))], room: room, limit: left) else {
        return nil
      }
      proposal.moves.append(found.move)
      proposal.cost += found.cost
    }
    return proposal
  }

  func isWhole(_ proposal: Proposal) -> Bool {
    proposal.moves.allSatisfy { nodes.whole($0) != nil }
  }

  /// Moves by each of the amounts in whole numbers, which may cost a little more than the cheapest; nil where
  /// one is not met.
  mutating func wholeMoves(
    _ node: Int, _ amounts: [Int], room: MoveSearch.Room
  ) -> [MoveSearch.Move]? {
    var moves: [MoveSearch.Move] = []
    for amount in amounts {
      guard let whole = search.wholeMove([(node, Double(amount))], room: room, in: nodes) else {
        return nil
      }
      moves.append(whole.map { ($0.node, Double($0.change)) })
    }
    return moves
  }
}
