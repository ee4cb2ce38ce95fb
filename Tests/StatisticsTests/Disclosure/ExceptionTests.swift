import Diagnostics
import TestSupport
import Testing

@testable import Statistics

@Suite("An exception frees the cell that it names")
struct ExceptionTests {
  @Test(
    "and no group within it",
    arguments: [
      // 7 − 6: one of the three witnesses would be from Uganda.
      ["clients_of_record nationality=UGA", "clients_of_record nationality=UGA role=victim"],
      // 447 − 445: two of them are women.
      ["clients_of_record gender=female", "clients_of_record gender=female role=victim"],
      // 63 − 62: one woman was coerced into crime.
      [
        "new_clients gender=female",
        "new_clients gender=female form=forced_labour,sexual_exploitation,forced_marriage,"
          + "child_soldier,organ_removal,benefit_fraud,begging,other_unclear",
      ],
      // All three of them are Finnish citizens.
      ["new_clients form=criminal_activity residence=finnish_citizen"],
      ["clients_of_record role=witness referrer=police"],
    ])
  func within(citations: [String]) throws {
    let declaration = try #require(try Sample.declaration().value)
    let requests = try citations.map { try #require(try request($0, declaration)) }
    let edition = try protected(Set(requests), declaration)
    #expect(
      requests.contains { edition.value.count($0) == .suppressed } || edition.findings.hasErrors)
  }

  @Test("with the categories of a dimension where it says so, and not without")
  func divided() throws {
    let declaration = try #require(try Sample.declaration().value)
    let abroad = try #require(try request("new_clients form=_O place=ABROAD", declaration))
    #expect(try protected([abroad], declaration).value.count(abroad) == .published(2))
    let undivided = Sample.exceptions(declaration).map { exception in
      DisclosureException(
        reference: exception.reference, reason: exception.reason, decidedBy: exception.decidedBy,
        location: exception.location)
    }
    let edition = try protected([abroad], declaration, exceptions: undivided)
    #expect(edition.value.count(abroad) == .suppressed)
    #expect(edition.findings.contains { $0.rule == .disclosureExact })
  }

  @Test(
    "and not of how many kinds its persons are",
    arguments: [
      ("new_clients form=_O", "gender"), ("clients_of_record role=witness", "nationality"),
      ("new_clients form=criminal_activity", "residence"),
      // Five persons, no two of the same country.
      ("new_clients age=a50_59", "nationality"),
    ])
  func kinds(citation: String, dimension: String) throws {
    let declaration = try #require(try Sample.declaration().value)
    guard case .count(let cell) = try #require(try request(citation, declaration)) else {
      Issue.record("\(citation) cites no count")
      return
    }
    let kinds = FactRequest.distinct(cell, dimension: dimension)
    #expect(try protected([kinds], declaration).value.count(kinds) == .suppressed)
    let all = FactRequest.distinct(
      CellReference(measure: cell.measure, conditions: []), dimension: "nationality")
    #expect(try protected([all], declaration).value.count(all) != .suppressed)
  }

  @Test("however it is put")
  func canonical() throws {
    let declaration = try #require(try Sample.declaration().value)
    let witnesses = try #require(
      try request("clients_of_record record_group=record role=witness", declaration))
    #expect(try protected([witnesses], declaration).value.count(witnesses) == .published(3))
  }

  private func request(
    _ citation: String, _ declaration: StatisticsDeclaration
  ) throws -> FactRequest? {
    declaration.cellReference(
      citation.split(separator: " ").map(String.init), at: SourceLocation(path: "x"),
      rule: .citationUnknown
    ).value.map { .count($0) }
  }

  private func protected(
    _ requests: Set<FactRequest>, _ declaration: StatisticsDeclaration,
    exceptions: [DisclosureException]? = nil
  ) throws -> Diagnosed<ProtectedEdition> {
    let dataset = try #require(try Sample.dataset(declaration))
    return dataset.protect(
      period: Sample.period, policy: DisclosurePolicy(threshold: 5),
      exceptions: exceptions ?? Sample.exceptions(declaration), requests: requests)
  }
}
