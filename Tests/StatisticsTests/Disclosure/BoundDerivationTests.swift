import Statistics
import Testing

@Suite("How bounds give a count away")
struct BoundDerivationTests {
  private func texts(_ model: AuditModel) -> [String] {
    model.attacked(candidates: 3, threshold: 5, depth: .intervals).leaks
      .filter { $0.kind != .implied }.map { model.derivation(of: $0).text }
  }

  /// A reader knows that somebody is in each hidden cell.
  private func hidden(_ names: String...) -> [AuditModel.Cell] {
    names.map { .init(id: $0, value: nil, lower: 1, role: .protected) }
  }

  @Test("is told by the sum in which it stands and by what the others are at least")
  func least() {
    var model = AuditModel()
    model.cells =
      hidden("a", "b", "c") + [.init(id: "all", value: 23), .init(id: "men", value: 20)]
    model.sums = [.init(total: 3, parts: [4, 0, 1, 2], note: "first")]
    #expect(texts(model).first == "[a] + [b] + [c] = 23 − 20 = 3; [all] − [men]; [b] ≥ 1, [c] ≥ 1")
  }

  @Test("takes several sums where one does not say enough")
  func several() {
    // a + b = 9 and b + c = 7, and nobody is in c but one or two: b is 5 or 6, and a 3 or 4.
    var model = AuditModel()
    model.cells =
      hidden("a", "b", "c") + [.init(id: "first", value: 9), .init(id: "second", value: 7)]
    model.cells[2].upper = 2
    model.sums = [
      .init(total: 3, parts: [0, 1], note: "first"),
      .init(total: 4, parts: [1, 2], note: "second"),
    ]
    #expect(
      texts(model) == [
        "[a] − [c] = 9 − 7 = 2; [first] − [second]; [c] ≥ 1, [c] ≤ 2",
        "[b] + [c] = 7; [second]; [c] ≤ 2, [c] ≥ 1",
        "[c] ≤ 2",
      ])
  }

  @Test("says what is known because another one is the largest")
  func largest() {
    var model = AuditModel()
    model.cells =
      hidden("men", "others") + [.init(id: "women", value: 5), .init(id: "all", value: 14)]
    model.sums = [.init(total: 3, parts: [0, 1, 2], note: "first")]
    model.orders = [[2, 0], [2, 1]]
    #expect(
      texts(model).first
        == "[men] ≥ 14 − 2 × 5 = 4; [all] − [women]; [women] ≥ [others]; "
        + "[men] ≤ 5; [women]; [women] ≥ [men]")
  }
}
