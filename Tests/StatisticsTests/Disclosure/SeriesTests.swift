import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

/// Ten half-years, each edition with what those before it published.
@Suite("A series of ten editions")
struct SeriesTests {
  private static let policy = DisclosurePolicy(threshold: 5)

  private static let periods = (2017...2021).flatMap { year in
    [1, 2].map { Period(year: year, span: .half($0)) }
  }

  /// Persons who come in each of the ten half-years, most of whom leave again.
  private static func persons(_ seed: UInt64) -> [InventedEdition.Person] {
    var random = SeededGenerator(seed: seed)
    let codes = [[0, 0, 0, 0, 1, 1, 1, 2, 3, 4], [0, 0, 0, 1, 1, 2], [0, 0, 1]]
    return (2017 * 2...InventedEdition.firstHalf + 1).flatMap { half in
      (0..<Int.random(in: 60...110, using: &random)).map { _ in
        let stay = Int.random(in: 1...8, using: &random)
        return InventedEdition.Person(
          codes: codes.map { $0.randomElement(using: &random) ?? 0 }, admitted: half,
          ended: stay == 8 ? nil : half + stay)
      }
    }
  }

  private static func edition(_ persons: [InventedEdition.Person]) -> InventedEdition {
    InventedEdition(
      dimensions: [
        .init(
          name: "form", codes: ["work", "sale", "crime", "begging", "organs"], hasRest: true),
        .init(name: "place", codes: ["here", "abroad", "elsewhere"]),
        .init(name: "gender", codes: ["female", "male"]),
      ], persons: persons,
      tables: [
        .init([0, 1]), .init([1, 2]), .init([0, 2], filter: .init(dimension: 1, codes: [0])),
        .init([1, 2], isStock: true),
      ])
  }

  /// The editions of the series, each given the files of those before it.
  private func series(
    of invented: InventedEdition
  ) throws -> (editions: [Diagnosed<ProtectedEdition>], earlier: [EarlierEdition]) {
    var editions: [Diagnosed<ProtectedEdition>] = []
    var earlier: [EarlierEdition] = []
    for period in Self.periods {
      let edition = try invented.protected(
        period: period, policy: Self.policy, considering: earlier)
      editions.append(edition)
      let file = SourceFile(
        path: "\(period.id)/published.csv", text: PublishedFact.file(edition.value.published))
      earlier.append(EarlierEdition(id: period.id, facts: PublishedFact.read(file).value))
    }
    return (editions, earlier)
  }

  private func attacked(_ model: AuditModel) -> AttackResult {
    model.attacked(
      candidates: Self.policy.candidates, threshold: Self.policy.threshold, depth: .verdict)
  }

  @Test("gives nobody away, whatever is put together", arguments: 0..<3 as Range<UInt64>)
  func safe(_ seed: UInt64) throws {
    let invented = Self.edition(Self.persons(seed))
    let (editions, earlier) = try series(of: invented)
    #expect(earlier.count == 10 && earlier.allSatisfy { $0.facts.count > 30 })
    for (period, edition) in zip(Self.periods, editions) {
      #expect(!edition.findings.hasErrors, "\(period.id): \(edition.findings.map(\.rendered))")
      let result = attacked(edition.value.audit)
      let leaks = edition.value.audit.withoutExcused(result.leaks)
      #expect(leaks.isEmpty, "\(period.id): \(leaks)")
      #expect(result.contradictions == [], "\(period.id)")
    }
    // Something is hidden and most is shown, or there would be nothing to find.
    let knowledge = ReadersKnowledge(
      of: editions.map { (invented, $0.value) }, policy: Self.policy)
    #expect(
      knowledge.hidden > 20 && knowledge.shown > 100, "\(knowledge.hidden) \(knowledge.shown)")
    #expect(knowledge.faults == [])
  }

  @Test("hides a cell of the year that its halves would make exact, and finds it where it is shown")
  func year() throws {
    let invented = Self.edition(Self.persons(1))
    let (_, earlier) = try series(of: invented)
    let year = try invented.protected(
      period: Period(year: 2021, span: .year), policy: Self.policy, considering: earlier)
    #expect(!year.findings.hasErrors, "\(year.findings.map(\.rendered))")
    let model = year.value.audit
    #expect(year.value.audit.withoutExcused(attacked(model).leaks) == [])
    let alone = try invented.protected(
      period: Period(year: 2021, span: .year), policy: Self.policy)
    // What is large enough to be shown in the year, had no half been published.
    let shown = Dictionary(
      alone.value.audit.cells.compactMap { cell in cell.value.map { (cell.id, $0) } }
    ) { first, _ in first }
    var found = 0
    for (index, cell) in model.cells.enumerated() where cell.value == nil {
      guard let value = shown[cell.id] else { continue }
      var mutant = model
      mutant.cells[index].value = value
      let leaks = attacked(mutant).leaks
      found += leaks.isEmpty ? 0 : 1
    }
    #expect(found >= 3, "\(found)")
  }
}
