import Diagnostics
import Periods
import TestSupport
import Testing

@testable import Statistics

/// What readers of older editions know, whatever was declared or recorded since.
@Suite("What readers of older editions know")
struct OlderReadersTests {
  private static let year = Period(year: 2021, span: .year)
  private static let halves = [1, 2].map { Period(year: 2021, span: .half($0)) }

  /// Persons by form and place, in a half of the year.
  private func edition(
    _ counts: [(form: Int, place: Int, half: Int, number: Int)],
    forms: [String] = ["work", "sale", "crime"], hasRest: Bool = false,
    tables: [InventedEdition.Table] = []
  ) -> InventedEdition {
    InventedEdition(
      dimensions: [
        .init(name: "form", codes: forms, hasRest: hasRest, isRequired: true),
        .init(name: "place", codes: ["here", "abroad"], isRequired: true),
      ],
      persons: counts.flatMap { form, place, half, number in
        (0..<number).map { _ in
          .init(codes: [form, place], admitted: InventedEdition.firstHalf + half)
        }
      }, tables: tables)
  }

  private func arrivals(_ conditions: [String: [String]]) -> FactRequest {
    .count(
      CellReference(
        measure: "arrivals",
        conditions: conditions.sorted { $0.key < $1.key }.map {
          Condition(dimension: $0.key, values: $0.value)
        }))
  }

  private func fact(
    _ form: PublishedFact.Form, _ cell: String, _ value: Int?, of time: String,
    _ detail: String = ""
  ) -> PublishedFact {
    PublishedFact(
      form: form, measure: "arrivals", cell: cell, time: time, status: .published, value: value,
      detail: detail)
  }

  private func sealed(_ id: String, _ edition: ProtectedEdition) -> EarlierEdition {
    let file = SourceFile(path: "published.csv", text: PublishedFact.file(edition.published))
    return EarlierEdition(id: id, facts: PublishedFact.read(file).value)
  }

  @Test("of how many kinds those of a longer time were, whose records are not at hand")
  func kindsOfYear() throws {
    let here = arrivals(["place": ["here"]])
    func isShown(_ facts: [PublishedFact]) throws -> Bool {
      try edition([(0, 0, 0, 20), (0, 1, 0, 2), (1, 1, 0, 9)]).protected(
        period: Self.halves[0], requests: [here],
        considering: [EarlierEdition(id: "2021", facts: facts)]
      ).value.count(here) == .published(20)
    }
    let told = [
      fact(.count, "form=work", 33, of: "2021"), fact(.count, "place=here", 10, of: "2021-H2"),
      fact(.count, "form=work place=here", 10, of: "2021-H2"),
    ]
    #expect(try isShown(told))
    // All thirty here are of work: 33 − 30 = 3 of work are abroad.
    #expect(try !isShown(told + [fact(.distinct, "place=here", 1, of: "2021", "form")]))
    #expect(try isShown(told + [fact(.distinct, "place=here", 2, of: "2021", "form")]))
  }

  @Test("an order of a longer time beside the numbers of its parts")
  func orderOfYear() throws {
    let invented = edition([(0, 0, 1, 3), (1, 0, 1, 5)])
    let all = arrivals([:])
    let largest = FactRequest.ranking(
      CellReference(measure: "arrivals", conditions: []), dimension: "form", named: 1)
    let parts = [
      fact(.count, "form=work", 21, of: "2021-H1"), fact(.count, "form=sale", 18, of: "2021-H1"),
      fact(.count, "form=crime", 0, of: "2021-H1"), fact(.count, "form=crime", 0, of: "2021"),
    ]
    func isSafe(_ facts: [PublishedFact]) throws -> Bool {
      let edition = try invented.protected(
        period: Self.halves[1], requests: [all, largest],
        considering: [EarlierEdition(id: "2021", facts: facts)])
      return !edition.findings.hasErrors && edition.value.count(all) == .published(8)
    }
    #expect(try isSafe(parts))
    // 21 + 3 are more than 18 + 5, and 21 + 2 are not more than 18 + 6.
    #expect(try !isSafe(parts + [fact(.order, "", nil, of: "2021", "form: work sale")]))
  }

  @Test(
    "how a rest was made, though its table is gone, merges otherwise, or its list is in another order",
    arguments: [
      ["work", "sale", "w", "x", "y"], ["y", "x", "sale", "work", "w"],
    ])
  func rest(forms: [String]) throws {
    let first = ["work", "sale", "w", "x", "y"]
    let numbers = ["work": 30, "sale": 20, "w": 6, "x": 5, "y": 4]
    func counts(_ forms: [String]) -> [(form: Int, place: Int, half: Int, number: Int)] {
      forms.enumerated().map { ($0.offset, 0, 0, numbers[$0.element] ?? 0) }
    }
    let before = try edition(counts(first), forms: first, hasRest: true, tables: [.init([0])])
      .protected().value
    let row = try #require(before.published.first { $0.form == .rest })
    #expect(row.detail == "form of 3 from 1: next sale 20, w, x, y")
    #expect((row.cell, row.value) == ("form=w+x+y", 15))
    // 15 − 10 = 5 are of x, and only 6 and 4 of w and y would have been merged with it.
    let two = arrivals(["form": ["w", "y"]])
    func isShown(_ earlier: [EarlierEdition]) throws -> Bool {
      try edition(counts(forms), forms: forms).protected(requests: [two], considering: earlier)
        .value.count(two) == .published(10)
    }
    #expect(try isShown([]))
    #expect(try !isShown([sealed("2021-H1", before)]))
  }

  @Test("a rest that was corrected since")
  func correctedRest() throws {
    let forms = ["work", "sale", "w", "x", "y"]
    func counts(x: Int) -> [(form: Int, place: Int, half: Int, number: Int)] {
      [30, 20, 6, x, 4].enumerated().map { ($0.offset, 0, 0, $0.element) }
    }
    let before = try edition(counts(x: 5), forms: forms, hasRest: true, tables: [.init([0])])
      .protected().value
    let two = arrivals(["form": ["w", "y"]])
    let now = try edition(counts(x: 6), forms: forms).protected(
      requests: [two], considering: [sealed("2021-H1", before)])
    #expect(now.value.count(two) == .suppressed)
  }

  @Test("a small number of a part of the year that was printed by exception, and others beside it")
  func exceptionOfPart() throws {
    // Four of crime came here in the year: three in the first half, which is known, and one later.
    let invented = edition([
      (2, 0, 0, 3), (0, 0, 0, 20), (0, 1, 0, 20), (2, 0, 1, 1), (0, 0, 1, 9), (0, 1, 1, 9),
    ])
    let here = arrivals(["place": ["here"]])
    let work = arrivals(["form": ["work"], "place": ["here"]])
    func areShown(_ facts: [PublishedFact]) throws -> Bool {
      let edition = try invented.protected(
        period: Self.year, requests: [here, work],
        considering: [EarlierEdition(id: "2021-H1", facts: facts)]
      ).value
      return edition.count(here) != .suppressed && edition.count(work) != .suppressed
    }
    // 33 − 29 = 4.
    #expect(try !areShown([]))
    #expect(try !areShown([fact(.count, "form=crime", 3, of: "2021-H1")]))
  }

  @Test("a number that leaves few of those who were known then, though more are known today")
  func smallThen() throws {
    let sale = arrivals(["form": ["sale"]])
    func isShown(_ earlier: [EarlierEdition]) throws -> Bool {
      try edition([(0, 0, 0, 8), (1, 0, 0, 9), (2, 0, 0, 20)]).protected(
        requests: [sale], considering: earlier
      ).value.count(sale) == .published(9)
    }
    #expect(try isShown([]))
    // Five of work were registered late: 32 − 20 − 9 = 3 of them were there before.
    let before = [
      fact(.count, "", 32, of: "2021-H1"), fact(.count, "form=crime", 20, of: "2021-H1"),
    ]
    #expect(try !isShown([EarlierEdition(id: "2021-H1", facts: before)]))
  }

  @Test("what is called otherwise today, and declared as it was")
  func renamed() throws {
    let forms = ["work", "sale", "crime"]
    let counts = [(form: 0, place: 0, half: 0, number: 20), (1, 0, 0, 8), (2, 0, 0, 9)]
    var before = edition(counts, forms: forms)
    before.dimensions[0].name = "kind"
    let work = arrivals(["kind": ["work"]])
    let first = try before.protected(requests: [work]).value
    #expect(first.count(work) == .published(20))
    // Its column is called otherwise too, so that nothing says that it is the same.
    let facts = sealed("2021-H1", first).facts.map { fact in
      PublishedFact(
        form: fact.form, measure: fact.measure, cell: fact.cell, time: fact.time,
        status: fact.status, value: fact.value,
        detail: fact.detail.replacing("column kind", with: "column form"), figure: fact.figure)
    }
    func findings(_ facts: [PublishedFact]) throws -> [Diagnostic] {
      try edition(counts, forms: forms).protected(
        considering: [EarlierEdition(id: "2021-H1", facts: facts)]
      ).findings
    }
    #expect(
      try findings(sealed("2021-H1", first).facts).contains { $0.rule == .disclosureForgotten })
    #expect(try !findings(facts).contains { $0.rule == .disclosureForgotten })
  }
}
