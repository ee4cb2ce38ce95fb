/// Moves that exchanges make, alone or two of which the one takes back what the other changes of what is
/// shown.
struct ExchangeSearch {
  private let exchanges: PersonExchanges
  private let need: [Int]
  /// By node that needs a move: some of those that change it.
  private var ofNode: [[PersonExchanges.Exchange]]
  private var byTrace: [UInt64: [PersonExchanges.Exchange]] = [:]

  /// So many of a node or of a trace are kept.
  private static let mostOfNode = 2_000
  private static let mostOfTrace = 8
  /// One that changes more of what is shown is seldom taken back by another.
  private static let mostShown = 12
  /// So many are tried for a node, and so many moves are taken.
  private static let mostTries = 200
  private static let mostMoves = 16

  /// - `need`: by how much each node has to be able to change; 0 where that is no matter.
  init(_ exchanges: PersonExchanges, isHidden: [Bool], need: [Int]) {
    self.exchanges = exchanges
    self.need = need
    ofNode = Array(repeating: [], count: need.count)
    var random = SplitMix(state: 7)
    let weights = need.map { _ in random.next() }
    let shown = need.indices.bits { !isHidden[$0] }
    let needy = need.indices.bits { need[$0] > 0 }
    exchanges.forEach { set, first, second in
      if let trace = trace(set, first, second, shown, weights) {
        keep(.init(set: set, first: first, second: second, trace: trace), needy)
      }
    }
  }

  /// Nil where too much of what is shown changes.
  private func trace(
    _ set: Int, _ first: Int, _ second: Int, _ shown: [UInt64], _ weights: [UInt64]
  ) -> UInt64? {
    var trace: UInt64 = 0
    var count = 0
    for word in 0..<exchanges.words {
      let (changed, raised) = exchanges.change(set, first, second, word: word)
      let open = changed & shown[word]
      guard open != 0 else { continue }
      count += open.nonzeroBitCount
      guard count <= ExchangeSearch.mostShown else { return nil }
      open.forEachBit { bit in
        let weight = weights[word * 64 + bit]
        trace = raised & (1 << UInt64(bit)) != 0 ? trace &+ weight : trace &- weight
      }
    }
    return trace
  }

  private mutating func keep(_ exchange: PersonExchanges.Exchange, _ needy: [UInt64]) {
    if exchange.trace != 0,
      byTrace[exchange.trace, default: []].count < ExchangeSearch.mostOfTrace
    {
      byTrace[exchange.trace, default: []].append(exchange)
    }
    for word in 0..<exchanges.words {
      let (changed, _) = exchanges.change(
        exchange.set, exchange.first, exchange.second, word: word)
      (changed & needy[word]).forEachBit { bit in
        let node = word * 64 + bit
        if ofNode[node].count < ExchangeSearch.mostOfNode { ofNode[node].append(exchange) }
      }
    }
  }

  /// Moves that change nothing that is shown, some for each node that needs one.
  var moves: [MoveSearch.WholeMove] {
    need.indices.filter { need[$0] > 0 }.flatMap { moves(changing: $0) }
  }

  private func moves(changing node: Int) -> [MoveSearch.WholeMove] {
    var moves: [MoveSearch.WholeMove] = []
    var (up, down) = (0, 0)
    var tries = ExchangeSearch.mostTries
    // Those of the same persons stand side by side.
    var random = SplitMix(state: UInt64(node))
    for place in random.shuffled(Array(ofNode[node].indices)) {
      let exchange = ofNode[node][place]
      let others = exchange.trace == 0 ? [nil] : byTrace[0 &- exchange.trace]?.map { $0 } ?? []
      for other in others {
        tries -= 1
        guard tries >= 0 else { return moves }
        var move = exchanges.move(exchange)
        if let other { move = move.adding(exchanges.move(other)) }
        let change = move.first { $0.node == node }?.change ?? 0
        guard change != 0, exchanges.nodes.holds(move) else { continue }
        moves.append(move)
        up = max(up, change)
        down = max(down, -change)
        if up + down >= need[node] || moves.count == ExchangeSearch.mostMoves { return moves }
      }
    }
    return moves
  }
}

extension [(node: Int, change: Int)] {
  /// Both at once.
  func adding(_ other: Self) -> Self {
    var changes: [Int: Int] = [:]
    for entry in self + other { changes[entry.node, default: 0] += entry.change }
    return changes.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { (node: $0.key, change: $0.value) }
  }
}

extension CountNodes {
  /// No count goes too far, and every sum holds.
  func holds(_ move: MoveSearch.WholeMove) -> Bool {
    let fits = move.allSatisfy { node, change in
      -change <= nodes[node].below && change <= nodes[node].above
    }
    guard fits else { return false }
    var sums: [Int: Int] = [:]
    for (node, change) in move {
      for line in linesOfNode[node] {
        sums[line, default: 0] += change * sign(of: node, inLine: line)
      }
    }
    return sums.values.allSatisfy { $0 == 0 }
  }
}
