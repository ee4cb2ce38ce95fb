/// Which counts are hidden beside the primary ones, so that none of those can be computed.
///
/// First each primary cell is made uncertain by the cheapest move; then what proves not to be needed
/// is shown again; then parts of the pattern are undone and made anew as long as that hides less
/// (a large neighbourhood search after P. Shaw, 1998). The random numbers are seeded, so that the
/// same counts always give the same pattern.
struct CellHiding {
  let goal: HidingGoal
  let nodes: CountNodes
  var search: MoveSearch
  var pool: MovePool
  /// What persons could exchange; nil where that is not looked at.
  var exchanging: Exchanging?
  private var random = SplitMix(state: 0x9E37_79B9_7F4A_7C15)
  /// Nodes that stay hidden though no move needs them: an audit asked for it.
  private var isForced: [Bool]
  /// Nodes that stay shown: they could be computed when they were hidden.
  private(set) var isRevealed: [Bool]
  /// Primary nodes that could not be made uncertain enough, whatever is hidden.
  private(set) var unprotected: [Int] = []

  /// What is hidden already costs a little too, as part of the lightest count: the fewer counts a move
  /// changes, the more often it is in whole numbers.
  private let costOfHidden: Double
  private static let shareOfHidden = 0.02
  /// What takes longer to find among what is hidden is not looked for.
  private static let stepsToConfirm = 300
  private static let mostAttempts = 4
  /// So much more work may be lost than was of use on taking over what an easier search found.
  private static let mostLost = 20_000_000
  /// Improving ends after so much work; a clock would give other patterns on other machines.
  private static let mostWork = 150_000_000
  private static let mostRounds = 400

  init(_ nodes: CountNodes, goal: HidingGoal) {
    self.goal = goal
    self.nodes = nodes
    search = MoveSearch(nodes)
    pool = MovePool(
      hidden: nodes.nodes.map { $0.isHidden || !$0.isPrinted },
      furthest: max(1, goal.candidates - 1))
    isForced = Array(repeating: false, count: nodes.nodes.count)
    isRevealed = isForced
    let lightest = nodes.nodes.lazy.map(\.weight).filter { $0 > 0 }.min() ?? 1
    costOfHidden = CellHiding.shareOfHidden * Double(lightest)
  }

  /// Starts from what was hidden in an easier search, among some of the counts.
  ///
  /// What it found to be possible is possible here when the counts that it did not look at can follow;
  /// where they mostly cannot, the rest is left for `run` to find.
  mutating func begin(with easier: CellHiding) {
    for (count, node) in easier.nodes.node.enumerated() {
      if let node, easier.pool.isHidden[node], let own = nodes.node[count] { pool.hide(own) }
    }
    let room = nodes.room { node in
      !nodes.nodes[node].counts.contains { easier.nodes.node[$0] != nil }
    }
    var (found, lost) = (0, 0)
    for move in easier.pool.open where lost <= found + CellHiding.mostLost {
      var given: [Int: Double] = [:]
      for entry in move {
        for count in easier.nodes.nodes[entry.node].counts {
          if let own = nodes.node[count] { given[own] = Double(entry.change) }
        }
      }
      guard given.keys.contains(where: { nodes.nodes[$0].isPrimary && !isUncertain($0) }) else {
        continue
      }
      let start = given.sorted { $0.key < $1.key }.map { (node: $0.key, change: $0.value) }
      let before = search.work
      if let whole = search.wholeMove(start, room: room, in: nodes) {
        pool.add(whole)
        found += search.work - before
      } else {
        lost += search.work - before
      }
    }
  }

  private var weight: Int { secondaries.reduce(0) { $0 + nodes.nodes[$1].weight } }

  private func isSecondary(_ node: Int) -> Bool {
    pool.isHidden[node] && nodes.nodes[node].isPrinted && !nodes.nodes[node].isHidden
  }

  var secondaries: [Int] { nodes.nodes.indices.filter { isSecondary($0) } }

  func need(_ node: Int) -> Int { goal.needed(nodes.nodes[node]) }

  func isUncertain(_ node: Int) -> Bool { pool.width(of: node) >= need(node) }

  mutating func run() {
    let primaries = nodes.nodes.indices.filter { nodes.nodes[$0].isPrimary }
      .sorted { (nodes.nodes[$1].value, $0) < (nodes.nodes[$0].value, $1) }
    let before = Set(secondaries)
    var isLong = false
    for node in primaries {
      exchange()
      if !isLong, let exchanging, search.work > exchanging.mostWork {
        isLong = true
        hideByExchanges()
      }
      if !protect(node, noise: 0) { unprotected.append(node) }
    }
    mendGroups(noise: 0)
    // What was found by an easier search and suffices is not gone over again.
    if before.isEmpty || secondaries.contains(where: { !before.contains($0) }) {
      trim(secondaries)
      if !isLong { improve() }
    }
    showExactSecondaries()
  }

  /// Hides more where an audit found too little hidden.
  mutating func force(_ node: Int) {
    pool.hide(node)
    isForced[node] = true
    // By itself it would be computed from its neighbours.
    _ = protect(node, noise: 0)
    protectAgain()
  }

  /// Hides what the move changes for good.
  mutating func force(_ move: MoveSearch.Move) {
    for entry in move where !pool.isHidden[entry.node] { isForced[entry.node] = true }
    apply(move)
  }

  /// Mends what other changes left uncertain too little.
  mutating func protectAgain() {
    // What could not be made uncertain by anything stays for the audit to judge.
    let hopeless = Set(unprotected)
    for primary in nodes.nodes.indices
    where nodes.nodes[primary].isPrimary && !hopeless.contains(primary) {
      _ = protect(primary, noise: 0)
    }
    mendGroups(noise: 0)
  }

  /// Shows for good what is hidden for the sake of others and certain all the same; false when there is
  /// none.
  mutating func reveal(where isCertain: (Int) -> Bool) -> Bool {
    let idle = secondaries.filter(isCertain)
    for node in idle {
      pool.show(node)
      isRevealed[node] = true
    }
    if !idle.isEmpty { mendGroups(noise: 0) }
    return !idle.isEmpty
  }

  /// What may change, and what it costs to hide.
  mutating func room(noise: Double) -> MoveSearch.Room {
    var room = nodes.room { !isRevealed[$0] }
    for node in nodes.nodes.indices {
      room.cost[node] *=
        pool.isHidden[node] ? costOfHidden : Double(nodes.nodes[node].weight)
      if noise > 0 { room.cost[node] *= 1 + noise * random.unit }
    }
    return room
  }

  /// Hides what it takes to leave enough values possible; false when nothing helps.
  private mutating func protect(_ node: Int, noise: Double) -> Bool {
    for attempt in 0..<CellHiding.mostAttempts {
      if isUncertain(node) { return true }
      let needed = need(node)
      let below = nodes.nodes[node].below
      // What is known to be possible counts.
      let reach = pool.reach(of: node)
      var options = [[needed - reach.down]]
      if below >= needed - reach.up { options.append([reach.up - needed]) }
      if needed == 2, below >= 1, reach.up + reach.down == 0 { options.append([1, -1]) }
      let room = room(noise: noise + Double(attempt))
      var best: Proposal?
      for option in options {
        let limit = best?.cost ?? .infinity
        if let proposal = propose(node, option, room: room, limit: limit) { best = proposal }
      }
      guard var best else { return false }
      if !isWhole(best) {
        // A move that is not whole proves nothing; one that is a little dearer may.
        for option in options {
          guard let moves = wholeMoves(node, option, room: room) else { continue }
          best.moves = moves
          break
        }
      }
      for move in best.moves { apply(move) }
    }
    return isUncertain(node)
  }

  /// Hides what a move changes; one that is not in whole numbers shows nothing to be possible.
  mutating func apply(_ move: MoveSearch.Move) {
    for entry in move { pool.hide(entry.node) }
    if let whole = nodes.whole(move) { pool.add(whole) }
  }

  /// Looks for moves among what is hidden; true when enough values are possible.
  private mutating func confirm(_ node: Int) -> Bool {
    if isUncertain(node) { return true }
    let room = nodes.room { pool.isHidden[$0] }
    let needed = need(node)
    for amount in [needed, -min(needed, nodes.nodes[node].below)] where amount != 0 {
      guard
        let found = search.move(
          [(node, Double(amount))], room: room, mostSteps: CellHiding.stepsToConfirm),
        let whole = nodes.whole(found.move)
      else { continue }
      pool.add(whole)
      if isUncertain(node) { return true }
    }
    return false
  }

  /// Shows again what is not needed, the heaviest first.
  private mutating func trim(_ candidates: [Int]) {
    let ordered = candidates.sorted { left, right in
      (nodes.nodes[right].weight, left) < (nodes.nodes[left].weight, right)
    }
    for node in ordered where isSecondary(node) && !isForced[node] { _ = tryShowing(node) }
  }

  private mutating func tryShowing(_ node: Int) -> Bool {
    let affected = pool.neighbours(of: node)
    pool.show(node)
    let isFine =
      nodes.linesOfNode[node].allSatisfy { !isSmallGroup(line: $0) }
      && affected.allSatisfy { other in
        !pool.isHidden[other] || !nodes.nodes[other].isPrimary || isUncertain(other)
          || unprotected.contains(other) || confirm(other)
      }
    if !isFine { pool.hide(node) }
    return isFine
  }

  /// A secondary that can be computed hides nothing.
  private mutating func showExactSecondaries() {
    for node in secondaries where !isForced[node] && !confirm(node) {
      _ = tryShowing(node)
    }
  }

  private mutating func improve() {
    var bestWeight = weight
    let start = search.work
    for _ in 0..<CellHiding.mostRounds where search.work - start < CellHiding.mostWork {
      let before = secondaries
      guard !before.isEmpty else { return }
      let undone = neighbourhood(among: before)
      for node in undone { pool.show(node) }
      var isWhole = true
      let touched = nodes.nodes.indices.filter { nodes.nodes[$0].isPrimary && !isUncertain($0) }
      for node in random.shuffled(touched) where !unprotected.contains(node) {
        if !protect(node, noise: 1.2) { isWhole = false; break }
      }
      if isWhole {
        mendGroups(noise: 1.2)
        trim(secondaries.filter { !before.contains($0) || random.unit < 0.3 })
      }
      if isWhole, weight <= bestWeight {
        bestWeight = weight
      } else {
        let keep = Set(before)
        for node in secondaries where !keep.contains(node) { pool.show(node) }
        for node in before { pool.hide(node) }
      }
    }
    trim(secondaries)
  }

  /// Some secondaries that lie near each other.
  private mutating func neighbourhood(among secondaries: [Int]) -> [Int] {
    let wanted = 1 + random.below(min(6, secondaries.count))
    var chosen = [secondaries[random.below(secondaries.count)]]
    let isOne = Set(secondaries)
    for _ in 1..<max(wanted, 2) where chosen.count < wanted {
      let lines = nodes.linesOfNode[chosen[random.below(chosen.count)]]
      guard !lines.isEmpty else { continue }
      let near = nodes.lines[lines[random.below(lines.count)]].terms.map(\.node)
        .filter { isOne.contains($0) && !chosen.contains($0) && !isForced[$0] }
      if near.isEmpty {
        let other = secondaries[random.below(secondaries.count)]
        if !chosen.contains(other) { chosen.append(other) }
      } else {
        chosen.append(near[random.below(near.count)])
      }
    }
    return chosen.filter { !isForced[$0] }
  }
}
