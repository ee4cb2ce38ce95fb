import Diagnostics
import Statistics
import TestSupport
import Testing

@Suite("Random editions")
struct RandomEditionTests {
  struct Drawn: CustomTestStringConvertible, Sendable {
    let shape: EditionShape
    let seed: UInt64
    var showsZeros: Bool { seed.isMultiple(of: 2) }

    var testDescription: String {
      "\(shape), seed \(seed), zeros \(showsZeros ? "shown" : "hidden")"
    }
  }

  static let drawn = (0..<6).flatMap { seed in
    EditionShape.allCases.map { Drawn(shape: $0, seed: UInt64(seed)) }
  }

  @Test("what is built is safe; what cannot be made safe is refused", arguments: drawn)
  func safety(_ drawn: Drawn) throws {
    let edition = InventedEdition(drawn.shape, size: .tiny, seed: drawn.seed)
    let policy = DisclosurePolicy(threshold: 5, showsZeros: drawn.showsZeros)
    let protected = try edition.protected(policy: policy)
    let knowledge = ReadersKnowledge(of: [(edition, protected.value)], policy: policy)
    guard !protected.findings.hasErrors else {
      #expect(
        protected.findings.allSatisfy { $0.severity != .error || $0.help.contains("merge") })
      return
    }
    #expect(knowledge.faults == [])
    #expect(knowledge.shown > 0)
    for table in protected.value.tables where table.declaration.filter.isEmpty {
      #expect(table.total == .published(edition.persons.count), "\(table.id)")
    }
  }
}
