import Periods
import TestSupport
import Testing

@testable import Statistics

/// What sentences tell of categories without a number for each.
@Suite("A number of kinds and the largest of them")
struct KindsAndOrdersTests {
  /// By form, those here and those abroad.
  private func edition(_ counts: [(form: Int, place: Int, number: Int)]) -> InventedEdition {
    InventedEdition(
      dimensions: [
        .init(name: "form", codes: ["work", "sale", "crime"]),
        .init(name: "place", codes: ["here", "abroad"]),
      ],
      persons: counts.flatMap { form, place, number in
        (0..<number).map { _ in InventedEdition.Person(codes: [form, place]) }
      }, tables: [.init([0]), .init([1])])
  }

  private let here = CellReference(
    measure: "arrivals", conditions: [Condition(dimension: "place", values: ["here"])])

  private func forms(of protected: ProtectedEdition) throws -> [String] {
    lines(of: try #require(protected.tables.first { $0.declaration.dimensions == ["form"] }))
  }

  @Test("of which there is one tells that nobody belongs to the others")
  func oneKind() throws {
    // All twenty here are of work, so that 22 − 20 = 2 are so abroad.
    let invented = edition([(0, 0, 20), (0, 1, 2), (1, 1, 5), (2, 1, 6)])
    let kinds = FactRequest.distinct(here, dimension: "form")
    let silent = try invented.protected().value
    #expect(try forms(of: silent).first == "work,22")
    let telling = try invented.protected(requests: [kinds])
    #expect(telling.value.count(kinds) == .published(1))
    #expect(try forms(of: telling.value).first == "work,c")
    #expect(!telling.findings.hasErrors, "\(telling.findings.map(\.rendered))")
  }

  @Test("of which an earlier edition told tells as much now")
  func earlier() throws {
    let invented = edition([(0, 0, 20), (0, 1, 2), (1, 1, 5), (2, 1, 6)])
    func fact(_ form: PublishedFact.Form, _ value: Int, _ detail: String) -> PublishedFact {
      PublishedFact(
        form: form, measure: "arrivals", cell: "place=here", time: "2021-H1", status: .published,
        value: value, detail: detail)
    }
    let persons = fact(.count, 20, "")
    for (facts, row) in [
      ([persons], "work,22"), ([persons, fact(.distinct, 1, "form")], "work,c"),
      // The records are others than those of which it was told.
      ([persons, fact(.distinct, 2, "form")], "work,22"),
    ] {
      let again = try invented.protected(
        period: Period(year: 2021, span: .half(1)),
        considering: [EarlierEdition(id: "2021-H1", facts: facts)])
      #expect(try forms(of: again.value).first == row)
    }
  }

  @Test("is not told where marks may stand for nobody, unless somebody belongs to each")
  func hiddenZeros() throws {
    let policy = DisclosurePolicy(threshold: 5, showsZeros: false)
    let kinds = FactRequest.distinct(here, dimension: "form")
    let some = edition([(0, 0, 20), (2, 0, 6), (0, 1, 20), (1, 1, 6), (2, 1, 6)])
    #expect(
      try some.protected(policy: policy, requests: [kinds]).value.count(kinds) == .suppressed)
    let all = edition([(0, 0, 20), (1, 0, 9), (2, 0, 8), (0, 1, 20)])
    #expect(
      try all.protected(policy: policy, requests: [kinds]).value.count(kinds) == .published(3))
  }

  @Test("names none that is small, so that the largest of five are all of them")
  func largest() throws {
    let invented = edition([(0, 0, 5), (0, 1, 1), (1, 1, 5), (2, 1, 7)])
    let largest = FactRequest.ranking(here, dimension: "form", named: 1)
    #expect(try forms(of: try invented.protected().value).first == "work,6")
    let telling = try invented.protected(requests: [largest])
    #expect(try forms(of: telling.value).first == "work,c")
    #expect(!telling.findings.hasErrors, "\(telling.findings.map(\.rendered))")
  }

  @Test("says no more of those that it does not name", arguments: [(1, 1), (2, 5)])
  func named(number: Int, least: Int) throws {
    let invented = edition([(0, 0, 5), (1, 0, 4), (2, 0, 5)])
    let all = CellReference(measure: "arrivals", conditions: [])
    let protected = try invented.protected(
      requests: [.ranking(all, dimension: "form", named: number)])
    let crime = protected.value.audit.cells.filter { $0.id == "arrivals form=crime" }
    #expect(crime.map(\.lower) == [least])
  }

  @Test("named none that was small in an earlier edition either")
  func earlierLargest() throws {
    let declaration = try #require(edition([]).readDeclaration().value)
    let order = PublishedFact(
      form: .order, measure: "arrivals", cell: "place=here", time: "2021-H1", status: .published,
      value: nil, detail: PublishedFact.Order(dimension: "form", codes: ["work"]).text)
    let counts = EarlierCounts(
      EarlierEdition(id: "2021-H1", facts: [order]), declaration,
      policy: DisclosurePolicy(threshold: 5))
    #expect(counts.counts.map { $0.least(by: counts.rules) } == [5, 0, 0])
  }

  @Test("of nobody may be shown by exception where marks may stand for nobody")
  func exceptedZero() throws {
    let invented = edition([(0, 0, 20), (1, 1, 30)])
    let policy = DisclosurePolicy(threshold: 5, showsZeros: false)
    let protected = try invented.protected(policy: policy, exceptions: ["arrivals form=crime"])
    #expect(try forms(of: protected.value).contains("crime,0"))
  }

  @Test("needs no rest where nobody is small, when the edition is built again")
  func withoutRest() throws {
    var invented = edition([(0, 0, 5)])
    invented.dimensions[0].hasRest = true
    let policy = DisclosurePolicy(threshold: 5, showsZeros: false)
    let period = Period(year: 2021, span: .half(1))
    let first = try invented.protected(period: period, policy: policy)
    #expect(!first.findings.hasErrors, "\(first.findings.map(\.rendered))")
    let again = try invented.protected(
      period: period, policy: policy,
      considering: [EarlierEdition(id: "2021-H1", facts: first.value.published)])
    #expect(!again.findings.hasErrors, "\(again.findings.map(\.rendered))")
  }

  @Test("names so many that each is larger than all others", arguments: [(1, 0), (2, 0), (3, 3)])
  func ties(wanted: Int, named: Int) throws {
    let invented = edition([(0, 0, 9), (1, 0, 9), (2, 0, 9)])
    let all = CellReference(measure: "arrivals", conditions: [])
    let ranking = FactRequest.ranking(all, dimension: "form", named: wanted)
    let protected = try invented.protected(requests: [ranking])
    guard case .ranking(let codes) = protected.value[ranking] else {
      Issue.record("A ranking is answered")
      return
    }
    #expect(codes.count == named)
  }

  @Test("is larger than the others, of an earlier edition too")
  func strictly() throws {
    // Thirteen are five and twice four, as soon as the five are more than either of the others.
    let invented = edition([(0, 0, 4), (1, 0, 4), (2, 0, 5)])
    func fact(_ form: PublishedFact.Form, _ cell: String, _ value: Int?, _ detail: String = "")
      -> PublishedFact
    {
      PublishedFact(
        form: form, measure: "arrivals", cell: cell, time: "2021-H1",
        status: form == .count && value == nil ? .suppressed : .published, value: value,
        detail: detail)
    }
    let said = [
      fact(.count, "", 13), fact(.count, "form=work", nil), fact(.count, "form=sale", nil),
      fact(.count, "form=crime", 5),
    ]
    let order = fact(.order, "", nil, PublishedFact.Order(dimension: "form", codes: ["crime"]).text)
    for (facts, isExact) in [(said, false), (said + [order], true)] {
      let found = try invented.protected(
        period: Period(year: 2021, span: .half(1)),
        considering: [EarlierEdition(id: "2021-H1", facts: facts)]
      ).findings
      #expect(found.contains { $0.rule == .disclosureExact } == isExact, "\(found.map(\.rendered))")
    }
  }

  @Test("are known to later editions and to the audit, wherever they are told")
  func published() throws {
    let invented = edition([(0, 0, 20), (1, 0, 9), (2, 0, 8), (0, 1, 20)])
    let protected = try invented.protected(
      requests: [
        .distinct(here, dimension: "form"), .ranking(here, dimension: "form", named: 1),
      ]
    ).value
    let facts = protected.published.filter { $0.form == .order || $0.form == .distinct }
    #expect(facts.map(\.detail) == ["form: work", "form"])
    #expect(facts.map(\.cell) == ["place=here", "place=here"])
    #expect(facts.map(\.value) == [nil, 3])
    // None of the others is as large.
    #expect(
      protected.audit.relations.count { $0.note.hasPrefix("arrivals form=work place=here >") } == 2)
  }

  @Test("say of an earlier edition that all it did not name were smaller")
  func unnamed() throws {
    // Of 17 in the first half most were of work: nine or more, and one or none of ten came later.
    var invented = edition([])
    invented.dimensions[0] = .init(name: "form", codes: ["work", "sale"], isRequired: true)
    invented.tables = [.init([0])]
    invented.persons = [(0, 0, 9), (1, 0, 8), (0, 1, 1), (1, 1, 22)].flatMap { form, half, number in
      (0..<number).map { _ in
        InventedEdition.Person(codes: [form, 0], admitted: InventedEdition.firstHalf + half)
      }
    }
    let count = PublishedFact(
      form: .count, measure: "arrivals", cell: "", time: "2021-H1", status: .published, value: 17)
    let order = PublishedFact(
      form: .order, measure: "arrivals", cell: "", time: "2021-H1", status: .published, value: nil,
      detail: PublishedFact.Order(dimension: "form", codes: ["work"]).text)
    for (facts, row) in [([count], "work,10"), ([count, order], "work,c")] {
      let year = try invented.protected(
        period: Period(year: 2021, span: .year),
        considering: [EarlierEdition(id: "2021-H1", facts: facts)])
      #expect(!year.findings.hasErrors, "\(year.findings.map(\.rendered))")
      #expect(lines(of: try #require(year.value.tables.first)).first == row)
    }
  }
}
