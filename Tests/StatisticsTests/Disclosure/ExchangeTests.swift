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

  @Test("hiding that looks at exchanges leaves as many values possible", arguments: 0..<60)
  func hiding(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<9).map { _ in Int.random(in: 0...6, using: &random) }
    let nodes = CountNodes(
      table(values) { $0 < 5 ? .primary : .printed(weight: 10) })
    var hiding = CellHiding(nodes, goal: HidingGoal(candidates: 3, smallestGroup: 0))
    hiding.exchanging = Exchanging([persons(values)], regions: regions(nodes), patience: 0)
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
