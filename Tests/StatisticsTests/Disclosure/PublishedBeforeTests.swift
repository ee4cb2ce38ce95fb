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

  @Test("without the exception nothing is shown")
  func hidden() throws {
    let year = try yearly(more: 0, excepting: false)
    #expect(crime(year.value) == nil)
    #expect(year.value.audit.cells.filter(\.wasPublished).isEmpty)
  }
}
