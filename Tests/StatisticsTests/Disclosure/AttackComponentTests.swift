import Statistics
import Testing

@Suite("Parts of a model that are attacked apart")
struct AttackComponentTests {
  @Test("are joined by a sum that reaches into several of them, whichever came first")
  func joined() {
    // Neither d nor e is more than 5, and nobody is in c, so that both are 5.
    var model = AuditModel()
    model.cells = ["a", "b", "c", "d", "e"].map { .init(id: $0, value: nil, role: .protected) }
    model.cells[2].upper = 0
    model.cells += [
      .init(id: "b and d", value: 5), .init(id: "a and e", value: 5),
      .init(id: "c, d and e", value: 10),
    ]
    model.sums = [
      .init(total: 5, parts: [1, 3], note: "first"),
      .init(total: 6, parts: [0, 4], note: "second"),
      .init(total: 7, parts: [2, 3, 4], note: "third"),
    ]
    let result = model.attacked(candidates: 3, threshold: 5, depth: .intervals)
    #expect(result.contradictions == [])
    #expect(
      result.intervals.prefix(5).map { $0.map { [$0.lower, $0.upper ?? -1] } }
        == [[0, 0], [0, 0], [0, 0], [5, 5], [5, 5]])
    #expect(result.leaks.count { $0.kind == .exact } == 5)
  }
}
