/// Of what two persons could exchange, what hides the least beside what is hidden: some for each node
/// that is asked about.
struct CheapestExchanges {
  private struct Offer {
    let exchange: PersonExchanges.Exchange
    let cost: Int
  }

  private let exchanges: PersonExchanges
  /// By node, the cheapest first: those that raise it, and those that lower it.
  private var raising: [[Offer]]
  private var lowering: [[Offer]]

  /// So many are kept of each.
  private static let mostOffers = 24

  /// - `cost`: of hiding each node; 0 for what is hidden, nil for what has to stay as it is.
  init(_ exchanges: PersonExchanges, cost: [Int?], for isAsked: [Bool]) {
    self.exchanges = exchanges
    raising = Array(repeating: [], count: cost.count)
    lowering = raising
    let nodes = exchanges.nodes.nodes
    let asked = cost.indices.bits { isAsked[$0] }
    let costly = cost.indices.bits { cost[$0] ?? 0 > 0 }
    let low = cost.indices.bits { cost[$0] == nil || nodes[$0].below < 1 }
    let high = cost.indices.bits { cost[$0] == nil || nodes[$0].above < 1 }
    exchanges.forEach { set, first, second in
      var total = 0
      var isAbout = false
      for word in 0..<exchanges.words {
        let (changed, raised) = exchanges.change(set, first, second, word: word)
        guard changed & (raised & high[word] | ~raised & low[word]) == 0 else { return }
        if changed & asked[word] != 0 { isAbout = true }
        (changed & costly[word]).forEachBit { total += cost[word * 64 + $0] ?? 0 }
      }
      guard isAbout else { return }
      keep(Offer(exchange: .init(set: set, first: first, second: second), cost: total), asked)
    }
  }

  private mutating func keep(_ offer: Offer, _ asked: [UInt64]) {
    let exchange = offer.exchange
    for word in 0..<exchanges.words {
      let (changed, raised) = exchanges.change(
        exchange.set, exchange.first, exchange.second, word: word)
      (changed & asked[word] & raised).forEachBit { Self.keep(offer, &raising[word * 64 + $0]) }
      (changed & asked[word] & ~raised).forEachBit { Self.keep(offer, &lowering[word * 64 + $0]) }
    }
  }

  private static func keep(_ offer: Offer, _ offers: inout [Offer]) {
    if offers.count == mostOffers {
      guard let last = offers.last, offer.cost < last.cost else { return }
      offers.removeLast()
    }
    let place = (offers.lastIndex { $0.cost <= offer.cost } ?? -1) + 1
    offers.insert(offer, at: place)
  }

  /// Moves that raise a node by one, or lower it.
  func moves(changing node: Int, up isUp: Bool) -> [MoveSearch.WholeMove] {
    (isUp ? raising : lowering)[node].map { exchanges.move($0.exchange) }
      .filter(exchanges.nodes.holds)
  }
}
