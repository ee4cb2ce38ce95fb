import TestSupport
import Testing

@testable import Statistics

/// Moves in tables of three rows and columns whose margins are known: four differences tell all others,
/// so that every one can be tried.
@Suite("The cheapest move that leaves all sums as they are")
struct MoveSearchTests {
  @Test("is found among all there are", arguments: 0..<120)
  func cheapest(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<9).map { _ in Int.random(in: 0...4, using: &random) }
    let costs = (0..<9).map { _ in Double(Int.random(in: 1...12, using: &random)) }
    let amount = values[0] > 0 && Bool.random(using: &random) ? -1 : 2
    let nodes = CountNodes(table(values))
    var search = MoveSearch(nodes)
    var room = nodes.room { _ in true }
    for (cell, cost) in costs.enumerated() { room.cost[try #require(nodes.node[cell])] = cost }
    let first = try #require(nodes.node[0])
    let found = search.move([(first, Double(amount))], room: room)
    let least = moves(values).filter { $0[0] == amount }.map { move in
      // What the first cell changes is asked for, and costs nothing.
      (1..<9).reduce(0.0) { $0 + costs[$1] * Double(abs(move[$1])) }
    }.min()
    #expect(found.map { $0.cost.rounded() } == least)
    guard let found else { return }
    let move = try #require(nodes.whole(found.move))
    var changed = [Int](repeating: 0, count: 9)
    for (node, change) in move { for count in nodes.nodes[node].counts { changed[count] = change } }
    #expect(moves(values).contains(changed))
  }

  @Test("is none where its cost would reach the limit")
  func limit() throws {
    let nodes = CountNodes(table([1, 1, 1, 1, 1, 1, 1, 1, 1]))
    var search = MoveSearch(nodes)
    let room = nodes.room { _ in true }
    let node = try #require(nodes.node[0])
    let found = search.move([(node, 1)], room: room)
    #expect(found?.cost.rounded() == 3)
    #expect(search.move([(node, 1)], room: room, limit: 3)?.cost == nil)
    #expect(search.move([(node, 3)], room: room)?.cost == nil)
  }
}
