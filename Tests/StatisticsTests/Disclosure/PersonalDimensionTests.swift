import TestSupport
import Testing

@testable import Statistics

@Suite("A count by dimensions that say nothing about a person")
struct PersonalDimensionTests {
  /// Three of the others, of whom one is a woman.
  private let invented = InventedEdition(
    dimensions: [
      .init(name: "gender", codes: ["female", "male"]),
      .init(name: "place", codes: ["here", "abroad", "both"]),
    ],
    persons: [(0, 0, 20), (1, 0, 30), (0, 1, 12), (1, 1, 15), (0, 2, 1), (1, 2, 2)].flatMap {
      gender, place, number in
      (0..<number).map { _ in InventedEdition.Person(codes: [gender, place]) }
    }, tables: [.init([0]), .init([1])])

  private func shown(personal: Set<String>?) throws -> (values: [Int?], hasErrors: Bool) {
    let edition = try invented.protected(
      policy: DisclosurePolicy(threshold: 5, personal: personal))
    let places = edition.value.tables.first { $0.declaration.dimensions == ["place"] }
    let table = try #require(places)
    let values = table.positions.map { position -> Int? in
      if case .published(let value) = table[position] { value } else { nil }
    }
    return (values, edition.findings.hasErrors)
  }

  @Test("may be small, though its persons are divided by others that do")
  func isShown() throws {
    let (values, hasErrors) = try shown(personal: ["gender"])
    #expect(values == [50, 27, 3, 80])
    #expect(!hasErrors)
  }

  @Test("is protected where the policy names its dimension, or names none")
  func isHidden() throws {
    for personal in [["gender", "place"], nil] as [Set<String>?] {
      #expect(try shown(personal: personal).values[2] == nil)
    }
  }

  @Test("does not show a part that says something about them")
  func parts() throws {
    var divided = invented
    divided.tables.append(.init([0, 1]))
    let edition = try divided.protected(
      policy: DisclosurePolicy(threshold: 5, showsZeros: false, personal: ["gender"]))
    #expect(!edition.findings.hasErrors, "\(edition.findings.map(\.rendered))")
    let women = edition.value.audit.cells.first { $0.id.hasSuffix("gender=female place=both") }
    #expect(try #require(women).value == nil)
  }

  @Test("is refused where it tells of persons, since a sentence says that others are none")
  func others() throws {
    let invented = InventedEdition(
      dimensions: [
        .init(name: "gender", codes: ["female", "male"], isRequired: true),
        .init(name: "place", codes: ["here", "abroad"], isRequired: true),
      ], persons: (0..<2).map { _ in InventedEdition.Person(codes: [0, 0]) }, tables: [.init([1])])
    let men = CellReference(
      measure: "arrivals", conditions: [Condition(dimension: "gender", values: ["male"])])
    let policy = DisclosurePolicy(threshold: 5, personal: ["gender"])
    #expect(try !invented.protected(policy: policy).findings.hasErrors)
    // No men, so that both are women.
    let telling = try invented.protected(policy: policy, requests: [.count(men)])
    #expect(telling.findings.contains { $0.rule == .disclosureExact })
  }

  @Test(
    "names what the dimensions are made of and tied to, and what is made of them",
    arguments: [
      // Groups of clients are cases of role and age; rules tie age to that of today.
      ("age", ["age", "age_now", "client_group"], ["role", "form"]),
      ("client_group", ["age", "age_now", "client_group", "role", "record_group"], []),
      ("asylum_background", ["residence", "nationality"], ["gender"]),
    ])
  func widened(named: String, told: [String], others: [String]) throws {
    let declaration = try #require(try Sample.declaration().value)
    let personal = try #require(
      DisclosurePolicy(threshold: 5, personal: [named]).widened(by: declaration).personal)
    #expect(personal.isSuperset(of: told), "\(personal.sorted())")
    #expect(personal.isDisjoint(with: others), "\(personal.sorted())")
  }
}
