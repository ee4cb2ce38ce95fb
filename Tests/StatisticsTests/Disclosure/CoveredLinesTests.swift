import Testing

@testable import Statistics

@Suite("What is left when a line is taken off others")
struct CoveredLinesTests {
  @Test("is found through parts that are known, however many others there are")
  func known() {
    // A rest of six forms, 22; in each of four of them 5 in Finland: 2 are left.
    let forms = (1...6).map { "f\($0)" }
    let cells: [(String, Int?)] =
      [("rest", 22)] + forms.map { ($0, nil) } + forms.map { ("\($0) abroad", nil) }
      + forms.enumerated().map { ("\($1) in Finland", $0 < 4 ? 5 : nil) }
    let sums = [("rest", forms)] + forms.map { ($0, ["\($0) abroad", "\($0) in Finland"]) }
    #expect(smallGroups(model(cells, sums)).contains(2))
  }

  @Test("is found where one number lies across the edges of two")
  func across() {
    // 5 + 5 − 6 = 4.
    let names = ["a", "b4", "b5"]
    let cells: [(String, Int?)] =
      [("a", 5), ("b", 5), ("both in 1", 6), ("b4", nil), ("b5", nil)]
      + names.flatMap { name in (1...3).map { ("\(name) in \($0)", nil) } }
    let sums =
      [("b", ["b4", "b5"]), ("both in 1", ["a in 1", "b4 in 1", "b5 in 1"])]
      + names.map { name in (name, (1...3).map { "\(name) in \($0)" }) }
    #expect(smallGroups(model(cells, sums)).contains(4))
  }

  @Test("is nothing to tell of where it is not few")
  func many() {
    let cells: [(String, Int?)] = [
      ("all", 40), ("a", nil), ("b", nil), ("a here", 20), ("a there", nil),
    ]
    let sums = [("all", ["a", "b"]), ("a", ["a here", "a there"])]
    #expect(smallGroups(model(cells, sums)) == [])
  }

  /// Cells by name; nil is hidden.
  private func model(
    _ cells: [(String, Int?)], _ sums: [(String, [String])]
  ) -> AuditModel {
    var model = AuditModel()
    for (name, value) in cells {
      model.cells.append(.init(id: name, value: value, lower: 0, role: .derived))
    }
    func index(_ name: String) -> Int { cells.firstIndex { $0.0 == name } ?? 0 }
    model.sums = sums.map { total, parts in
      .init(total: index(total), parts: parts.map(index), note: total)
    }
    return model
  }

  private func smallGroups(_ model: AuditModel) -> [Int] {
    model.attacked(candidates: 3, threshold: 5, depth: .intervals).leaks
      .filter { $0.kind == .implied }.map(\.interval.lower)
  }
}
