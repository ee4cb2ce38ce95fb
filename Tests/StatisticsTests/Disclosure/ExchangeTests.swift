import TestSupport
import Testing

@testable import Statistics

/// Persons of three rows and columns whose margins are known.
@Suite("What two persons could exchange")
struct ExchangeTests {
  @Test("leaves every sum, and what is shown, as it is", arguments: 0..<60)
  func holds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<9).map { _ in Int.random(in: 0...2, using: &random) }
    let nodes = CountNodes(table(values))
    let isHidden = nodes.nodes.map { _ in Int.random(in: 0..<6, using: &random) > 0 }
    let found = ExchangeSearch(
      PersonExchanges(persons(values), nodes, regions: regions(nodes)), isHidden: isHidden,
      need: nodes.nodes.map { _ in 2 }
    ).moves
    let possible = Set(moves(values))
    #expect(found.allSatisfy { possible.contains(changes($0, nodes)) })
    #expect(found.allSatisfy { move in move.allSatisfy { isHidden[$0.node] } })
    // Two who differ by row and column, with all four cells hidden, can exchange their rows.
    let cells = try (0..<9).map { isHidden[try #require(nodes.node[$0])] }
    let canExchange = (0..<9).contains { one in
      (0..<9).contains { other in
        one / 3 != other / 3 && one % 3 != other % 3 && values[one] > 0 && values[other] > 0
          && [one, other, one / 3 * 3 + other % 3, other / 3 * 3 + one % 3].allSatisfy { cells[$0] }
      }
    }
    #expect(!canExchange || !found.isEmpty)
  }

  @Test("two exchanges of which one takes back what the other changes are a move")
  func takenBack() throws {
    // By columns 1 and 2 of rows 0 and 1, and of rows 1 and 2: cell 4, which is shown, stays as it is.
    let values = [1, 1, 0, 1, 1, 1, 0, 1, 1]
    let nodes = CountNodes(table(values))
    let shown = try #require(nodes.node[4])
    let found = ExchangeSearch(
      PersonExchanges(persons(values), nodes, regions: regions(nodes)),
      isHidden: nodes.nodes.indices.map { $0 != shown }, need: nodes.nodes.map { _ in 1 }
    ).moves.map { changes($0, nodes) }
    #expect(found.allSatisfy { $0[4] == 0 })
    #expect(found.contains { $0.count { $0 != 0 } > 4 })
  }

  @Test("moves that go too far, or not far enough, are put together")
  func combined() throws {
    // The two persons of the first row can only be in the first column if two others leave it.
    let values = [0, 1, 1, 1, 0, 0, 1, 0, 0]
    let nodes = CountNodes(table(values))
    func exchange(_ cells: [(Int, Int)]) throws -> MoveSearch.WholeMove {
      try cells.map { cell, change in (node: try #require(nodes.node[cell]), change: change) }
        .sorted { $0.node < $1.node }
    }
    let known = [
      try exchange([(0, 1), (1, -1), (3, -1), (4, 1)]),
      try exchange([(0, 1), (2, -1), (6, -1), (8, 1)]),
    ]
    var combining = MoveCombining(known, nodes)
    let first = try #require(nodes.node[0])
    let found = [2, 3, -1].map { combining.move(first, by: $0) }
    let both = try #require(found[0])
    #expect(changes(both, nodes) == [2, -1, -1, -1, 1, 0, -1, 0, 1])
    #expect(found[1] == nil && found[2] == nil)
    #expect(combining.work > 0)
  }

  @Test(
    "hiding that looks at exchanges, or at nothing else at first, leaves as many values possible",
    arguments: 0..<60, [4_000_000_000, -1])
  func hiding(seed: UInt64, mostWork: Int) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<9).map { _ in Int.random(in: 0...6, using: &random) }
    let nodes = CountNodes(
      table(values) { $0 < 5 ? .primary : .printed(weight: 10) })
    var hiding = CellHiding(nodes, goal: HidingGoal(candidates: 3, smallestGroup: 0))
    hiding.exchanging = Exchanging(
      [persons(values)], regions: regions(nodes), patience: 0, mostWork: mostWork)
    hiding.run()
    var alone = CellHiding(nodes, goal: hiding.goal)
    alone.run()
    #expect(Set(hiding.unprotected).isSubset(of: alone.unprotected))
    let possible = Set(moves(values))
    let open = hiding.pool.open.map { changes($0, nodes) }
    #expect(open.allSatisfy(possible.contains))
    for cell in 0..<9 where values[cell] < 5 {
      let node = try #require(nodes.node[cell])
      let taken = Set(open.map { $0[cell] } + [0])
      #expect(
        hiding.unprotected.contains(node) || (taken.max() ?? 0) - (taken.min() ?? 0) >= 2,
        "cell \(cell) of \(values)")
    }
  }

  @Test("the exchanges that hide the least are kept, the cheapest first", arguments: 0..<20)
  func cheapest(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<9).map { _ in Int.random(in: 0...2, using: &random) }
    let nodes = CountNodes(table(values))
    let cost = nodes.nodes.map { _ in
      [nil, 0, 0, 10, 30].randomElement(using: &random).flatMap { $0 }
    }
    let found = CheapestExchanges(
      PersonExchanges(persons(values), nodes, regions: regions(nodes)), cost: cost,
      for: nodes.nodes.map { _ in true })
    let possible = Set(moves(values))
    for node in nodes.nodes.indices {
      for isUp in [true, false] {
        let offered = found.moves(changing: node, up: isUp)
        #expect(offered.allSatisfy { possible.contains(changes($0, nodes)) })
        #expect(
          offered.allSatisfy { $0.contains { $0.node == node && $0.change == (isUp ? 1 : -1) } })
        let costs = offered.map { $0.map { cost[$0.node] } }
        #expect(costs.allSatisfy { !$0.contains(nil) })
        let totals = costs.map { $0.compactMap { $0 }.reduce(0, +) }
        #expect(totals == totals.sorted())
      }
    }
    // Whoever is in different rows and columns can exchange them where no cell has to stay.
    let free = (0..<9).filter { cell in nodes.node[cell].map { cost[$0] != nil } ?? false }
    let canExchange = free.contains { one in
      free.contains { other in
        one / 3 != other / 3 && one % 3 != other % 3 && values[one] > 0 && values[other] > 0
          && free.contains(one / 3 * 3 + other % 3) && free.contains(other / 3 * 3 + one % 3)
      }
    }
    let isAny = nodes.nodes.indices.contains { !found.moves(changing: $0, up: true).isEmpty }
    #expect(isAny == canExchange)
  }

  @Test("hiding by exchanges alone makes uncertain what they can, and shows no more than it found")
  func byExchanges() throws {
    let values = [1, 5, 0, 5, 5, 5, 0, 5, 5]
    let nodes = CountNodes(table(values) { $0 == 1 ? .primary : .printed(weight: 10) })
    var hiding = CellHiding(nodes, goal: HidingGoal(candidates: 3, smallestGroup: 0))
    hiding.exchanging = Exchanging([persons(values)], regions: regions(nodes))
    hiding.hideByExchanges()
    let possible = Set(moves(values))
    let open = hiding.pool.open.map { changes($0, nodes) }
    #expect(open.allSatisfy(possible.contains))
    for node in nodes.nodes.indices where nodes.nodes[node].isPrimary {
      #expect(hiding.isUncertain(node))
    }
    // The other three of a rectangle, and no more.
    #expect(hiding.secondaries.count == 3)
  }

  @Test("what is never of use is waited for longer and longer, up to a bound")
  func waiting() {
    var exchanging = Exchanging([], regions: [])
    for round in 0..<200 {
      exchanging.haveCombined(met: 0, of: 100, work: 1_000, atWork: round)
    }
    #expect(exchanging.wait == 1_000_000_000_000)
    exchanging.haveCombined(met: 50, of: 100, work: 1_000, atWork: 200)
    #expect(exchanging.wait == 2_000)
  }

  private let basis = Region.Basis(recordSet: "persons", time: .flow(column: "came_on"))

  private func persons(_ values: [Int]) -> DistinctPersons {
    DistinctPersons(
      basis: basis, dimensions: ["row", "column"],
      codes: values.indices.filter { values[$0] > 0 }.map { [$0 / 3, $0 % 3] })
  }

  private func regions(_ nodes: CountNodes) -> [Region?] {
    nodes.nodes.map { node in
      node.counts.first.map { cell in
        Region(
          basis: basis,
          codes: [
            "row": CodeSet(size: 3, cell / 3), "column": CodeSet(size: 3, cell % 3),
          ])
      }
    }
  }

  private func changes(_ move: MoveSearch.WholeMove, _ nodes: CountNodes) -> [Int] {
    var changes = [Int](repeating: 0, count: 9)
    for (node, change) in move { for count in nodes.nodes[node].counts { changes[count] = change } }
    return changes
  }
}
