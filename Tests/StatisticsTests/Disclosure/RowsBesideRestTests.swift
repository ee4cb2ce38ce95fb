import Diagnostics
import Periods
import TestSupport
import Testing

@testable import Statistics

/// Where small categories are merged into a rest, the note below a table says so.
@Suite("A row beside the rest of what is small")
struct RowsBesideRestTests {
  private static let policy = DisclosurePolicy(threshold: 5)

  @Test(
    "is known not to be small while it is hidden, so that it is not told together with one of the rest",
    arguments: ["clients_of_record nationality=ARM,AGO", "new_clients nationality=VNM,UGA"])
  func together(citation: String) throws {
    let declaration = try #require(try Sample.declaration().value)
    let dataset = try #require(try Sample.dataset(declaration))
    let reference = try #require(
      declaration.cellReference(
        citation.split(separator: " ").map(String.init), at: SourceLocation(path: "x"),
        rule: .citationUnknown
      ).value)
    let edition = dataset.protect(
      period: Sample.period, policy: Self.policy, exceptions: Sample.exceptions(declaration),
      requests: [.count(reference)])
    // Five or more are Angolan, so that six of both were one Armenian or none.
    #expect(edition.value.count(.count(reference)) == .suppressed)
    #expect(!edition.findings.hasErrors, "\(edition.findings.map(\.rendered))")
  }

  @Test("was known so in an earlier edition too")
  func earlier() throws {
    let declaration = try #require(try Sample.declaration().value)
    func fact(_ cell: String, _ value: Int?) -> PublishedFact {
      PublishedFact(
        form: .count, measure: "new_clients", cell: cell, time: "2020-H1",
        status: value == nil ? .suppressed : .published, value: value,
        figure: "new-clients-by-nationality")
    }
    let cells = [
      fact("", 80), fact("nationality=IRQ", 20), fact("nationality=AGO", nil),
      fact("nationality=ARM+CHN+UGA", nil), fact("gender=female", nil),
    ]
    let counts = EarlierCounts(EarlierEdition(id: "2020-H1", facts: cells), declaration).counts
    let least = Dictionary(
      counts.map { ($0.name, $0.least(by: Self.policy)) }, uniquingKeysWith: { first, _ in first })
    #expect(least["new_clients nationality=AGO (2020-H1)"] == 5)
    // The rest, and a row of a dimension that merges nothing.
    #expect(least["new_clients nationality=ARM+CHN+UGA (2020-H1)"] == 1)
    #expect(least["new_clients gender=female (2020-H1)"] == 1)
    #expect(least["new_clients nationality=IRQ (2020-H1)"] == 0)
  }

  @Test("was small where it was merged away in an earlier edition")
  func mergedBefore() throws {
    // Three of crime and four of begging were merged in the first half; more came in the second.
    let counts = [(0, 40, 30), (1, 20, 20), (2, 3, 9), (3, 4, 8)]
    let invented = InventedEdition(
      dimensions: [
        .init(name: "form", codes: ["work", "sale", "crime", "begging"], hasRest: true)
      ],
      persons: counts.flatMap { form, first, second in
        [first, second].enumerated().flatMap { later, number in
          (0..<number).map { _ in
            InventedEdition.Person(codes: [form], admitted: InventedEdition.firstHalf + later)
          }
        }
      }, tables: [.init([0])])
    let first = try invented.protected(period: Period(year: 2021, span: .half(1)))
    let year = try invented.protected(
      period: Period(year: 2021, span: .year),
      considering: [EarlierEdition(id: "2021-H1", facts: first.value.published)])
    #expect(!year.findings.hasErrors, "\(year.findings.map(\.rendered))")
    let known = year.value.audit.cells.filter { $0.id.hasSuffix("form=crime (2021-H1)") }
    #expect(known.map(\.upper) == [4], "\(year.value.audit.cells.map(\.id))")
  }
}
