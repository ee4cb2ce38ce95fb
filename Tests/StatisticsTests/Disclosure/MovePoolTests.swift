import TestSupport
import Testing

@testable import Statistics

@Suite("Moves that are known")
struct MovePoolTests {
  @Test(
    "reach as far as those that change nothing shown, whatever was hidden and shown meanwhile",
    arguments: UInt64(0)..<20)
  func reach(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var pool = MovePool(hidden: (0..<8).map { _ in Bool.random(using: &random) }, furthest: 2)
    for _ in 0..<60 {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: pool.hide(Int.random(in: 0..<8, using: &random))
      case 1: pool.show(Int.random(in: 0..<8, using: &random))
      default:
        pool.add(
          (0..<8).shuffled(using: &random).prefix(3).sorted()
            .map { ($0, [-3, -2, -1, 1, 2, 3].randomElement(using: &random) ?? 1) })
      }
      let open = pool.moves.filter { $0.allSatisfy { pool.isHidden[$0.node] } }
      #expect(pool.open.count == open.count)
      for node in 0..<8 {
        let changes = open.flatMap { $0.filter { $0.node == node }.map(\.change) }
        let (up, down) = pool.reach(of: node)
        // Three counts as two.
        #expect(up == min(2, max(0, changes.max() ?? 0)))
        #expect(down == min(2, max(0, -(changes.min() ?? 0))))
        #expect(pool.width(of: node) == up + down)
      }
    }
  }
}
