/// What may enter the basis of a search for a move, and how far each has to its next place of rest.
extension MoveRun {
  struct Stop {
    var node: Int
    /// How far the prices move until it becomes worth while.
    var ratio: Double
    /// How much of what is missing the node makes up until its next place of rest.
    var share: Double
    /// That place.
    var rest: Double
    var side: Double
    /// It leaves the basis, and only turns to its other side instead.
    var isTurning: Bool
  }

  struct Entering {
    var stop: Stop
    /// Nodes that go to other places of rest.
    var passed: [Stop]
    /// How much more every move costs.
    var cost: Double
  }

  /// What makes up at the least cost for what is missing.
  func entering(_ leaving: Leaving, _ room: MoveSearch.Room) -> Entering? {
    let missing = missing(leaving)
    var nearest: Stop?
    forEachStop(leaving, missing, room) { stop in
      if nearest.map({ stop.isBefore($0) }) ?? true { nearest = stop }
    }
    guard let nearest else { return nil }
    if nearest.share >= abs(missing) - MoveRun.tolerance {
      return Entering(stop: nearest, passed: [], cost: nearest.ratio * abs(missing))
    }
    var stops: [Stop] = []
    forEachStop(leaving, missing, room) { stops.append($0) }
    var left = abs(missing)
    var passed: [Stop] = []
    var cost = 0.0
    var ratio = 0.0
    // Few are passed, so that sorting all of them would take longer.
    while let index = stops.indices.min(by: { stops[$0].isBefore(stops[$1]) }) {
      let stop = stops.remove(at: index)
      cost += (stop.ratio - ratio) * left
      ratio = stop.ratio
      guard stop.share < left - MoveRun.tolerance else {
        return Entering(stop: stop, passed: passed, cost: cost)
      }
      left -= stop.share
      if !stop.isTurning { passed.append(stop) }
    }
    return nil
  }

  private func forEachStop(
    _ leaving: Leaving, _ missing: Double, _ room: MoveSearch.Room, _ body: (Stop) -> Void
  ) {
    // Beyond 0 what leaves may stay at the price of the other side.
    if case .basic(let index, rest: 0) = leaving {
      let (node, side) = (basis[index].node, basis[index].side)
      let beyond = missing > 0 ? room.down[node] : room.up[node]
      if beyond > 0 {
        body(
          Stop(
            node: node, ratio: 2 * room.cost[node], share: beyond, rest: 0, side: -side,
            isTurning: true))
      }
    }
    for node in pivotRow.nodes where place[node] < 0 {
      let factor = pivotRow[node]
      guard abs(factor) > MoveRun.tolerance else { continue }
      let direction: Double = (missing > 0) == (factor > 0) ? -1 : 1
      let end = direction > 0 ? room.up[node] : -room.down[node]
      var rest = imbalance.change[node]
      while direction * (end - rest) > 0 {
        let side: Double = rest == 0 ? direction : rest > 0 ? 1 : -1
        let next = side == direction ? end : 0
        let price = direction * (side * room.cost[node] - worth[node])
        body(
          Stop(
            node: node, ratio: max(0, price) / abs(factor),
            share: abs(factor) * abs(next - rest), rest: next, side: side, isTurning: false))
        rest = next
      }
    }
  }
}

extension MoveRun.Stop {
  fileprivate func isBefore(_ other: MoveRun.Stop) -> Bool {
    ratio != other.ratio ? ratio < other.ratio : (node, -side) < (other.node, -other.side)
  }
}
