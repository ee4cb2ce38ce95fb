import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

/// A sealed edition printed small counts by exception.
@Suite("What was published by an exception before")
struct PublishedBeforeTests {
  private static let year = Period(year: 2021, span: .year)
  private static let half = Period(year: 2021, span: .half(1))

  /// Three of crime came in the first half, and `more` in the second.
  private func edition(more: Int) -> InventedEdition {
    let counts = [(0, 40, 30), (1, 20, 20), (2, 3, more), (3, 12, 9)]
    return InventedEdition(
      dimensions: [.init(name: "form", codes: ["work", "sale", "crime", "begging"])],
      persons: counts.flatMap { form, first, second in
        [first, second].enumerated().flatMap { later, number in
          (0..<number).map { _ in
            InventedEdition.Person(codes: [form], admitted: InventedEdition.firstHalf + later)
          }
        }
      }, tables: [.init([0])])
  }

  private func yearly(more: Int, excepting: Bool) throws -> Diagnosed<ProtectedEdition> {
    let invented = edition(more: more)
    let first = try invented.protected(
      period: Self.half, exceptions: excepting ? ["arrivals form=crime"] : [])
    #expect(!first.findings.hasErrors)
    return try invented.protected(
      period: Self.year,
      considering: [EarlierEdition(id: "2021-H1", facts: first.value.published)])
  }

  private func crime(_ edition: ProtectedEdition) -> Int? {
    edition.published.first { $0.cell == "form=crime" && $0.time == "2021" }?.value
  }

  @Test("is known, and needs no exception for the same persons again")
  func same() throws {
    let year = try yearly(more: 0, excepting: true)
    #expect(!year.findings.hasErrors, "\(year.findings.map(\.rendered))")
    #expect(crime(year.value) == 3)
    #expect(year.value.audit.cells.filter(\.wasPublished).count == 1)
  }

  @Test("excuses nobody else: with one person more it is another group")
  func grown() throws {
    let year = try yearly(more: 1, excepting: true)
    #expect(crime(year.value) == nil)
  }

  @Test("gives away whom it counted together, when a later table tells them apart")
  func members() throws {
    // One of crime and two of organs were exploited here; nine more of organs come from abroad later.
    let counts = [
      (0, 0, 20, 15), (0, 1, 20, 15), (1, 0, 12, 10), (1, 1, 9, 10), (2, 0, 1, 0), (4, 0, 2, 0),
      (4, 1, 0, 9), (3, 1, 0, 6),
    ]
    let invented = InventedEdition(
      dimensions: [
        .init(name: "form", codes: ["work", "sale", "crime", "begging", "organs"], hasRest: true),
        .init(name: "place", codes: ["here", "abroad"]),
      ],
      persons: counts.flatMap { form, place, first, second in
        [first, second].enumerated().flatMap { later, number in
          (0..<number).map { _ in
            InventedEdition.Person(
              codes: [form, place], admitted: InventedEdition.firstHalf + later)
          }
        }
      }, tables: [.init([0, 1])])
    let first = try invented.protected(
      period: Self.half, exceptions: ["arrivals form=_O", "arrivals form=_O place=here"])
    #expect(!first.findings.hasErrors, "\(first.findings.map(\.rendered))")
    let year = try invented.protected(
      period: Self.year,
      considering: [EarlierEdition(id: "2021-H1", facts: first.value.published)])
    #expect(!year.findings.hasErrors, "\(year.findings.map(\.rendered))")
    let organs = year.value.published.first {
      $0.cell == "form=organs place=here" && $0.time == "2021"
    }
    #expect(organs?.status == .suppressed)
    // They may be guessed, but not told from each other.
    let result = year.value.audit.attacked(candidates: 3, threshold: 5, depth: .intervals)
    #expect(result.leaks.allSatisfy { $0.kind != .exact })
  }

  @Test("without the exception nothing is shown")
  func hidden() throws {
    let year = try yearly(more: 0, excepting: false)
    #expect(crime(year.value) == nil)
    #expect(year.value.audit.cells.filter(\.wasPublished).isEmpty)
  }

  @Test("or hidden before stays hidden, though a file of observations has it")
  func hiddenBefore() throws {
    let declaration = try #require(try Sample.declaration(edit: { $0 }).value)
    let dataset = try #require(try Sample.dataset(declaration))
    let reference = try #require(
      declaration.cellReference(
        ["new_clients", "place=FI"], at: SourceLocation(path: "x"), rule: .citationUnknown
      ).value)
    let earlier = Period(year: 2020, span: .half(1))
    let request = FactRequest.earlier(reference, earlier)
    func answer(_ status: PublishedFact.Status?) -> (Cell, [PublishedFact]) {
      let facts = status.map { status in
        [
          PublishedFact(
            form: .count, measure: "new_clients", cell: "place=FI", time: "2020-H1",
            status: status, value: status == .published ? 48 : nil)
        ]
      }
      let edition = dataset.protect(
        period: Sample.period, policy: DisclosurePolicy(threshold: 5),
        exceptions: Sample.exceptions(declaration), requests: [request],
        considering: [EarlierEdition(id: "2020-H1", facts: facts ?? [])]
      ).value
      return (
        edition.count(request),
        edition.published.filter {
          $0.time == "2020-H1" && $0.measure == reference.measure
        }
      )
    }
    #expect(answer(.suppressed) == (.suppressed, []))
    #expect(answer(.merged) == (.suppressed, []))
    for status in [nil, .published] as [PublishedFact.Status?] {
      let (cell, facts) = answer(status)
      #expect(cell == .published(48))
      // What is said again is left to later editions.
      #expect(facts.map(\.cell) == ["place=FI"] && facts.map(\.value) == [48])
    }
  }
}
