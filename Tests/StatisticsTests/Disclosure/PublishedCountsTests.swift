import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

@Suite("What an edition leaves to those after it")
struct PublishedCountsTests {
  private static let year = Period(year: 2021, span: .year)

  /// Persons by form and place; small forms are counted together.
  private func edition(
    _ counts: [(form: Int, place: Int, admitted: Int, number: Int)],
    tables: [InventedEdition.Table] = [InventedEdition.Table([0, 1])]
  ) -> InventedEdition {
    InventedEdition(
      dimensions: [
        .init(name: "form", codes: ["work", "sale", "crime", "begging", "organs"], hasRest: true),
        .init(name: "place", codes: ["here", "abroad", "elsewhere"]),
      ],
      persons: counts.flatMap { count in
        (0..<count.number).map { _ in
          InventedEdition.Person(
            codes: [count.form, count.place],
            admitted: InventedEdition.firstHalf + count.admitted)
        }
      }, tables: tables)
  }

  private func merged(_ edition: InventedEdition) throws -> [String] {
    let protected = try edition.protected()
    #expect(!protected.findings.hasErrors, "\(protected.findings.map(\.rendered))")
    return protected.value.published.filter { $0.status == .merged }
      .map { "\($0.cell) \($0.value.map(String.init) ?? "")" }
  }

  @Test("names every merged category of a list in every line, whether or not it occurs there")
  func everyMergedCategory() throws {
    let large = [
      (0, 0, 0, 40), (0, 1, 0, 30), (0, 2, 0, 20), (1, 0, 0, 12), (1, 1, 0, 9), (1, 2, 0, 8),
    ]
    let one = try merged(edition(large + [(2, 0, 0, 4), (3, 0, 0, 3), (4, 1, 0, 2)]))
    let other = try merged(edition(large + [(2, 1, 0, 4), (3, 2, 0, 3), (4, 0, 0, 2)]))
    #expect(one.sorted() == other.sorted())
    for form in ["crime", "begging", "organs"] {
      for place in ["", " place=here", " place=abroad", " place=elsewhere"] {
        #expect(one.contains("form=\(form)\(place) "), "\(form)\(place)")
      }
    }
  }

  @Test("reads back from its file as it was written")
  func file() throws {
    let facts = try edition([(0, 0, 0, 40), (1, 1, 0, 12), (2, 0, 0, 4), (3, 0, 0, 3)]).protected()
      .value.published
    let read = PublishedFact.read(
      SourceFile(path: "published.csv", text: PublishedFact.file(facts)))
    #expect(read.findings == [])
    #expect(Set(read.value) == Set(facts))
  }

  private func half(_ number: Int) -> Period { Period(year: 2021, span: .half(number)) }

  private func contradictions(_ edition: ProtectedEdition) -> [String] {
    edition.audit.attacked(candidates: 3, threshold: 5, depth: .verdict).contradictions
  }

  @Test("does not claim that somebody belongs to a category that was merged")
  func mergedZero() throws {
    // Crime abroad is merged in the year’s table, and 0 in the tables of its halves.
    let counts = [
      (0, 0, 0, 40), (0, 0, 1, 30), (0, 1, 0, 20), (0, 1, 1, 20), (2, 0, 0, 4), (3, 0, 1, 3),
    ]
    let year = try edition(counts).protected(period: Self.year).value
    #expect(year.published.contains { $0.cell == "form=crime place=abroad" && $0.value == nil })
    var earlier = [EarlierEdition(id: "2021", facts: year.published)]
    let halves = edition(counts, tables: [.init([0], filter: .init(dimension: 1, codes: [1]))])
    for number in [1, 2] {
      let later = try halves.protected(period: half(number), considering: earlier).value
      #expect(
        later.published.contains { $0.cell == "form=crime place=abroad" && $0.value == 0 })
      #expect(contradictions(later) == [])
      earlier.append(EarlierEdition(id: "2021-H\(number)", facts: later.published))
    }
  }

  @Test("hides no large category that was merged and can be worked out all the same")
  func mergedLarge() throws {
    let counts = [(0, 0, 0, 27), (0, 1, 0, 10), (0, 2, 0, 16)]
    func fact(
      _ cell: String, _ status: PublishedFact.Status, _ value: Int?
    ) -> PublishedFact {
      PublishedFact(
        form: .count, measure: "arrivals", cell: cell, time: "2021-H1", status: status,
        value: value,
        figure: "by-place")
    }
    let sealed = EarlierEdition(
      id: "2021-H1",
      facts: [
        fact("", .published, 53), fact("place=here", .published, 27),
        fact("place=abroad+elsewhere", .published, 26), fact("place=abroad", .merged, nil),
        fact("place=elsewhere", .merged, nil),
      ])
    // All without those here and elsewhere are ten.
    let tables = [
      InventedEdition.Table([0]), .init([0], filter: .init(dimension: 1, codes: [0])),
      .init([0], filter: .init(dimension: 1, codes: [2])),
    ]
    let again = try edition(counts, tables: tables).protected(
      period: half(1), considering: [sealed])
    #expect(again.findings.map(\.rendered) == [])
    #expect(again.value.audit.cells.contains { $0.id.contains("place=abroad") })
  }

  @Test("counts nobody twice whom one figure merges and another one shows")
  func mergedAndShown() throws {
    // Crime joins begging in the first table, and stands alone among those who are elsewhere.
    let counts = [
      (0, 2, 0, 40), (0, 1, 0, 20), (1, 2, 0, 30), (1, 1, 0, 20), (2, 2, 0, 6), (2, 1, 0, 5),
      (3, 1, 0, 3), (3, 0, 0, 1), (0, 0, 0, 20), (1, 0, 0, 20), (0, 2, 1, 9), (0, 1, 1, 9),
      (1, 2, 1, 9),
      (1, 1, 1, 9),
    ]
    let tables = [
      InventedEdition.Table([0, 1]), .init([0], filter: .init(dimension: 1, codes: [2])),
    ]
    let year = try edition(counts, tables: tables).protected(period: Self.year).value
    let crime = year.published.filter { $0.cell == "form=crime place=elsewhere" }
    #expect(crime.contains { $0.value == 6 && $0.figure == "table-2" })
    #expect(crime.allSatisfy { $0.figure != "table-1" })
    let earlier = EarlierEdition(id: "2021", facts: year.published)
    for number in [1, 2] {
      let later = try edition(counts, tables: tables)
        .protected(period: half(number), considering: [earlier]).value
      #expect(contradictions(later) == [], "half \(number)")
    }
  }

  @Test(
    "knows of a longer time what could be told of a category that it merged, without its records")
  func mergedInLongerTime() throws {
    let counts = [(0, 0, 0, 40), (1, 0, 0, 20), (2, 1, 0, 3), (3, 1, 0, 3), (4, 0, 0, 3)]
    func fact(_ cell: String, _ value: Int?, _ bounds: String = "") -> PublishedFact {
      PublishedFact(
        form: .count, measure: "arrivals", cell: cell, time: "2021",
        status: value == nil ? .merged : .published, value: value, detail: bounds,
        figure: "by-form")
    }
    let sealed = EarlierEdition(
      id: "2021",
      facts: [
        fact("", 900), fact("form=work", 500), fact("form=sale", 390),
        fact("form=crime+begging+organs", 10), fact("form=crime", nil, "2 to 4"),
        fact("form=begging", nil, "2 to 4"), fact("form=organs", nil, "2 to 4"),
      ])
    let model = try edition(counts).protected(period: half(1), considering: [sealed]).value.audit
    let crime = try #require(model.cells.first { $0.id == "arrivals form=crime (2021)" })
    #expect(crime.value == nil && crime.lower == 2 && crime.upper == 4)
  }

  /// One table merges what the other one shows.
  private static let tables = [
    InventedEdition.Table([0, 1]),
    InventedEdition.Table([0], filter: .init(dimension: 1, codes: [0])),
  ]

  @Test("ties a half-year to the year around it without a contradiction", arguments: 0..<12)
  func yearAndHalf(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let counts = (0..<40).map { _ in
      (
        form: [0, 0, 0, 1, 1, 2, 3, 4].randomElement(using: &random) ?? 0,
        place: Int.random(in: 0..<3, using: &random),
        admitted: Int.random(in: 0...1, using: &random),
        number: Int.random(in: 1...9, using: &random)
      )
    }
    let invented = edition(counts, tables: Self.tables)
    let first = try invented.protected(period: Self.year)
    let earlier = EarlierEdition(id: "2021", facts: first.value.published)
    for number in [1, 2] {
      let later = try invented.protected(period: half(number), considering: [earlier])
      #expect(contradictions(later.value) == [], "half \(number)")
      #expect(later.findings.allSatisfy { $0.rule != .disclosureInconsistent })
    }
  }

  @Test("a share and an order of a hidden count are known of its part of the year, and of the year")
  func relations() throws {
    let counts = [
      (0, 0, 0, 40), (1, 0, 0, 20), (0, 1, 1, 30), (1, 1, 1, 20), (2, 0, 0, 12), (2, 1, 1, 15),
    ]
    let invented = edition(counts, tables: [.init([0])])
    func facts(_ period: Period, all: Int, percent: Int) -> EarlierEdition {
      func fact(
        _ form: PublishedFact.Form, _ cell: String, _ value: Int?, _ detail: String = ""
      ) -> PublishedFact {
        PublishedFact(
          form: form, measure: "arrivals", cell: cell, time: period.id,
          status: form == .count && value == nil ? .suppressed : .published, value: value,
          detail: detail)
      }
      return EarlierEdition(
        id: period.id,
        facts: [
          fact(.count, "", all), fact(.count, "form=sale", nil), fact(.count, "form=crime", nil),
          fact(
            .share, "form=sale", percent,
            PublishedFact.Share(whole: ("arrivals", ""), decimals: 0).text),
          fact(
            .order, "", nil,
            PublishedFact.Order(dimension: "form", codes: ["work", "sale", "crime"]).text),
        ])
    }
    let year = try invented.protected(
      period: Self.year, considering: [facts(half(1), all: 72, percent: 28)])
    let second = try invented.protected(
      period: half(2), considering: [facts(Self.year, all: 137, percent: 29)])
    for edition in [year, second] {
      let model = edition.value.audit
      #expect(model.shares.count == 1)
      let share = try #require(model.shares.first)
      #expect(model.cells[share.part].value == nil && model.cells[share.whole].value != nil)
      #expect(model.orders.map(\.count) == [2, 2])
      #expect(contradictions(edition.value) == [])
      // 28 % of 72, and 29 % of 137, are one number each: the share gives the hidden count away.
      #expect(edition.findings.contains { $0.rule == .disclosureExact })
      var silent = model
      silent.shares = []
      #expect(silent.attacked(candidates: 3, threshold: 5, depth: .verdict).leaks.isEmpty)
    }
  }
}
