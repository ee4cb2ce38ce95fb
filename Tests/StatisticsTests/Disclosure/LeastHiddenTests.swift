import Foundation
import TestSupport
import Testing

@testable import Statistics

/// Recorded in `Tests/Oracle/least` by a mixed-integer program that hides as few cells as possible.
@Suite("Little is lost")
struct LeastHiddenTests {
  struct Recorded: Decodable {
    let table: [[Int]]
    let candidates: Int
    let least: Int
  }

  @Test(
    "single tables hide at most 2 % more cells than the fewest possible",
    arguments: ["8x5", "12x6", "8x5-three", "12x6-three"])
  func singleTables(file: String) throws {
    let path = Sample.root.appending(path: "Tests/Oracle/least/\(file).json")
    let recorded = try JSONDecoder().decode([Recorded].self, from: try Data(contentsOf: path))
    #expect(recorded.count >= 10)
    var hidden = 0
    var least = 0
    for entry in recorded {
      let linked = crossed(entry.table)
      let nodes = CountNodes(linked)
      var hiding = CellHiding(
        nodes, goal: HidingGoal(candidates: entry.candidates, smallestGroup: 0))
      hiding.run()
      let isHidden = linked.counts.indices.map { index in
        nodes.node[index].map { hiding.pool.isHidden[$0] } ?? false
      }
      hidden += isHidden.count { $0 }
      least += entry.least
      let leaks = knowledge(of: linked, isHidden).attacked(
        candidates: entry.candidates, threshold: 0, depth: .verdict
      ).leaks
      #expect(leaks.filter { linked.counts[$0.cells[0]].standing == .primary } == [])
    }
    #expect(hidden * 100 <= least * 102, "\(hidden) hidden where \(least) suffice")
  }

  /// A table with its margins: cells row by row, each row with its total, the column totals last.
  private func crossed(_ table: [[Int]]) -> LinkedCounts {
    let rows = table.map { $0 + [$0.reduce(0, +)] }
    let columns = rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } }
    let values = rows + [columns]
    let width = columns.count
    let counts = values.joined().map { value in
      LinkedCounts.Count(
        value: value, known: 1,
        standing: value == 0 ? .fixed : value < 5 ? .primary : .printed(weight: 1))
    }
    func cell(_ row: Int, _ column: Int) -> Int { row * width + column }
    let across = values.indices.map { row in
      LinkedCounts.Sum(
        total: cell(row, width - 1), parts: (0..<(width - 1)).map { cell(row, $0) })
    }
    let down = (0..<width).map { column in
      LinkedCounts.Sum(
        total: cell(values.count - 1, column), parts: table.indices.map { cell($0, column) })
    }
    return LinkedCounts(counts: counts, sums: across + down)
  }

  private func knowledge(of linked: LinkedCounts, _ isHidden: [Bool]) -> AuditModel {
    var model = AuditModel()
    for (index, count) in linked.counts.enumerated() {
      model.cells.append(
        .init(
          id: "\(index)", value: isHidden[index] ? nil : count.value, lower: 1,
          role: count.standing == .primary ? .protected : .secondary))
    }
    model.sums = linked.sums.map { .init(total: $0.total, parts: $0.parts, note: "") }
    return model
  }
}
