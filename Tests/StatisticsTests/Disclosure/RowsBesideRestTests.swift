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
    let counts = EarlierCounts(
      EarlierEdition(id: "2020-H1", facts: cells), declaration, policy: Self.policy)
    let least = Dictionary(
      counts.counts.map { ($0.name, $0.least(by: counts.rules)) },
      uniquingKeysWith: { first, _ in first })
    #expect(least["new_clients nationality=AGO (2020-H1)"] == 5)
    // The rest, and a row of a dimension that merges nothing.
    #expect(least["new_clients nationality=ARM+CHN+UGA (2020-H1)"] == 1)
    #expect(least["new_clients gender=female (2020-H1)"] == 1)
    #expect(least["new_clients nationality=IRQ (2020-H1)"] == 0)
  }

  @Test(
    "was small, by the threshold of that edition, where it was merged away earlier",
    arguments: [(4, 10), (10, 4), (5, 5)])
  func mergedBefore(threshold: Int, later: Int) throws {
    // Three of crime, one of theft and three of begging were merged in the first half.
    let counts = [(0, 40, 30), (1, 25, 20), (2, 3, 9), (3, 3, 8), (4, 1, 10)]
    let invented = InventedEdition(
      dimensions: [
        .init(name: "form", codes: ["work", "sale", "crime", "begging", "theft"], hasRest: true)
      ],
      persons: counts.flatMap { form, first, second in
        [first, second].enumerated().flatMap { later, number in
          (0..<number).map { _ in
            InventedEdition.Person(codes: [form], admitted: InventedEdition.firstHalf + later)
          }
        }
      }, tables: [.init([0])])
    let first = try invented.protected(
      period: Period(year: 2021, span: .half(1)), policy: DisclosurePolicy(threshold: threshold))
    let sealed = PublishedFact.read(
      SourceFile(path: "published.csv", text: PublishedFact.file(first.value.published)))
    #expect(sealed.findings.isEmpty)
    let year = try invented.protected(
      period: Period(year: 2021, span: .year), policy: DisclosurePolicy(threshold: later),
      considering: [EarlierEdition(id: "2021-H1", facts: sealed.value)])
    #expect(!year.findings.hasErrors, "\(year.findings.map(\.rendered))")
    let known = year.value.audit.cells.filter { $0.id.hasSuffix("form=crime (2021-H1)") }
    let then = first.value.audit.cells.filter { $0.id.hasSuffix("form=crime") }
    #expect(then.compactMap(\.upper).count == 1, "\(first.value.audit.cells.map(\.id))")
    // Five of crime might have joined one and one; where ten was the least, all of the 32 but three might be.
    #expect(then.map(\.upper) == [threshold == 10 ? 29 : 5])
    // The year says that they were twelve at most, and no more than nine of them in a rest that ten need not have joined.
    #expect(known.map(\.upper) == [threshold == 10 ? 9 : 5])
  }
}
