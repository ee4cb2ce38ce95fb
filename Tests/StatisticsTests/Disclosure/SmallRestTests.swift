import Diagnostics
import TestSupport
import Testing

@testable import Statistics

@Suite("A rest that is shown though it is small")
struct SmallRestTests {
  /// Of how many persons each of four small forms is.
  private static let divisions = [
    [1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 0, 1], [0, 1, 1, 0],
  ]

  @Test(
    "is the same however its persons are divided, so that who knows how it is made learns nothing")
  func alike() throws {
    let editions = try SmallRestTests.divisions.map { try protected($0) }
    for (edition, division) in zip(editions, SmallRestTests.divisions) {
      #expect(!edition.findings.hasErrors, "\(division): \(edition.findings.map(\.rendered))")
      let (told, first) = (edition.value.published, editions[0].value.published)
      #expect(Set(told.map(\.cell)) == Set(first.map(\.cell)), "\(division)")
    }
    let tables = editions.compactMap(\.value.tables.first)
    #expect(lines(of: tables[0]) == ["work,20", "sale,15", "_O,2", "_T,37"])
    #expect(tables.allSatisfy { $0.axes.map(\.categories) == tables[0].axes.map(\.categories) })
  }

  @Test("is never made of those alone of whom nothing is known, which are one category")
  func unknown() throws {
    // Work, sale, crime, begging, organs and fraud stand by themselves; two are not known.
    let edition = try protected([8, 9, 10, 11, 2])
    #expect(!edition.findings.hasErrors, "\(edition.findings.map(\.rendered))")
    let table = try #require(edition.value.tables.first)
    #expect(
      lines(of: table) == [
        "work,20", "sale,15", "begging,9", "organs,10", "fraud,11", "_O,10", "_T,75",
      ])
  }

  private func protected(_ division: [Int]) throws -> Diagnosed<ProtectedEdition> {
    let sizes = [20, 15] + division
    let invented = InventedEdition(
      dimensions: [
        .init(
          name: "form", codes: ["work", "sale", "crime", "begging", "organs", "fraud"],
          hasRest: true)
      ],
      persons: sizes.enumerated().flatMap { form, size in
        (0..<size).map { _ in InventedEdition.Person(codes: [form]) }
      }, tables: [.init([0])])
    return try invented.protected(exceptions: ["arrivals form=_O"])
  }
}
