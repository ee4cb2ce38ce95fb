import Foundation
import Statistics
import TestSupport
import Testing

@testable import Publishing

/// Tables of the literature with the intervals that are known of them; each file names its source.
@Suite("Known answers of disclosure control")
struct KnownAnswerTests {
  static let names = [
    "geurts", "sdctable-47", "sdctable-47-mended", "usersupport-194", "usersupport-135",
    "usersupport-136-county", "usersupport-136-group", "usersupport-136-linked",
    "gausssuppression-narrow", "gausssuppression-wide",
  ]

  private func file(_ name: String) throws -> (model: AuditModel, root: [String: Any]) {
    let path = Sample.root.appending(path: "Tests/Oracle/known/\(name).json")
    let data = try Data(contentsOf: path)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return (try AuditFile.model(of: Array(data)), root)
  }

  @Test("every interval is the known one", arguments: names)
  func intervals(name: String) throws {
    let (model, root) = try file(name)
    let expected = try #require(root["expected"] as? [String: [Int?]])
    let result = model.attacked(candidates: 3, threshold: 5, depth: .intervals)
    #expect(result.contradictions == [])
    for (index, cell) in model.cells.enumerated() where cell.value == nil {
      let known = try #require(expected[cell.id])
      #expect(result.intervals[index]?.lower == known[0], "\(cell.id)")
      #expect(result.intervals[index]?.upper == known[1], "\(cell.id)")
    }
  }

  @Test("the cells and groups that leak are the known ones", arguments: names)
  func leaks(name: String) throws {
    let (model, root) = try file(name)
    let leaking = try #require(root["leaking"] as? [String: Any])
    let result = model.attacked(candidates: 3, threshold: 5, depth: .intervals)
    let cells = result.leaks.filter { $0.kind != .implied }.map { model.cells[$0.cells[0]].id }
    #expect(Set(cells) == Set(try #require(leaking["cells"] as? [String])))
    let groups = result.leaks.filter { $0.kind == .implied }.map { leak in
      Set(leak.cells.map { model.cells[$0].id })
    }
    for group in try #require(leaking["groups"] as? [[String]]) {
      #expect(groups.contains { $0.isSubset(of: Set(group)) }, "\(group)")
    }
  }

  @Test("a derivation can be followed, and says nothing that is not public")
  func derivation() throws {
    let (model, _) = try file("sdctable-47")
    let result = model.attacked(candidates: 3, threshold: 5, depth: .intervals)
    let leak = try #require(result.leaks.first { $0.kind == .exact })
    let derivation = model.derivation(of: leak)
    let sum = derivation.steps.reduce(0) { $0 + $1.times * $1.value }
    #expect(sum == leak.interval.lower * derivation.multiple)
    for step in derivation.steps {
      #expect(model.cells.first { $0.id == step.cell }?.value == step.value)
    }
    #expect(derivation.arithmetic?.hasSuffix("= \(leak.interval.lower)") == true)
  }

  @Test("who is alone in a hidden cell can compute what moves with it alone")
  func insiders() throws {
    var model = AuditModel()
    model.cells = [
      .init(id: "a", value: nil, lower: 1, role: .protected),
      .init(id: "b", value: nil, lower: 1, role: .secondary), .init(id: "total", value: 9),
    ]
    model.sums = [.init(total: 2, parts: [0, 1], note: "")]
    #expect(pairs(model) == [[0, 1], [1, 0]])
  }

  @Test("who is alone in a hidden cell can compute what its being one leaves no choice of")
  func boundedInsiders() throws {
    var model = AuditModel()
    model.cells = [
      .init(id: "a", value: nil, lower: 1, role: .protected),
      .init(id: "b", value: nil, lower: 1, upper: 4, role: .protected),
      .init(id: "c", value: nil, lower: 1, upper: 4, role: .protected),
      .init(id: "total", value: 9),
    ]
    model.sums = [.init(total: 3, parts: [0, 1, 2], note: "")]
    #expect(pairs(model) == [[0, 1], [0, 2]])
  }

  private func pairs(_ model: AuditModel) -> [[Int]] {
    let report = AuditReport(model, candidates: 3, threshold: 5, withInsiders: true)
    return report.insiders.map { [$0.insider, $0.cell] }
  }

  @Test("a model survives being written and read")
  func roundTrip() throws {
    let (model, _) = try file("usersupport-136-linked")
    #expect(try AuditFile.model(of: Array(AuditFile.text(of: model).utf8)) == model)
  }
}
