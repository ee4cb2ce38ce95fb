import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

/// What was published stays known, whichever time it is of and whenever it was published.
@Suite("Editions in any order of sealing")
struct SealOrderTests {
  private static let policy = DisclosurePolicy(threshold: 5)
  private static let year = Period(year: 2021, span: .year)
  private static let halves = [1, 2].map { Period(year: 2021, span: .half($0)) }

  /// Persons by gender and place in the two halves of the year.
  private func edition(
    _ counts: [(gender: Int, place: Int, half: Int, number: Int)],
    _ tables: [InventedEdition.Table] = [.init([0])]
  ) -> InventedEdition {
    InventedEdition(
      dimensions: [
        .init(name: "gender", codes: ["female", "male", "other"]),
        .init(name: "place", codes: ["here", "abroad"]),
      ],
      persons: counts.flatMap { gender, place, half, number in
        (0..<number).map { _ in
          InventedEdition.Person(
            codes: [gender, place], admitted: InventedEdition.firstHalf + half)
        }
      }, tables: tables)
  }

  private func sealed(_ period: Period, _ edition: ProtectedEdition) -> EarlierEdition {
    let file = SourceFile(path: "published.csv", text: PublishedFact.file(edition.published))
    return EarlierEdition(id: period.id, facts: PublishedFact.read(file).value)
  }

  private static let orders = [
    [year, halves[0], halves[1]], [year, halves[1], halves[0]], [halves[1], year, halves[0]],
    [halves[0], year, halves[1]], [halves[1], halves[0], year],
  ]

  @Test("give nobody away by the parts of a longer time", arguments: orders)
  func parts(order: [Period]) throws {
    // In the year 12 are male and 14 of other gender; 3 and 7 of them came in the first half.
    let invented = edition([
      (0, 0, 0, 31), (1, 0, 0, 3), (2, 0, 0, 7), (0, 0, 1, 20), (1, 0, 1, 9), (2, 0, 1, 7),
    ])
    var earlier: [EarlierEdition] = []
    var editions: [(InventedEdition, ProtectedEdition)] = []
    for period in order {
      let edition = try invented.protected(
        period: period, policy: Self.policy, considering: earlier)
      #expect(!edition.findings.hasErrors, "\(edition.findings.map(\.rendered))")
      earlier.append(sealed(period, edition.value))
      editions.append((invented, edition.value))
    }
    #expect(ReadersKnowledge(of: editions, policy: Self.policy).faults == [])
  }

  @Test("give nobody away though each has other tables", arguments: 0..<10 as Range<UInt64>)
  func tables(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let counts = (0..<12).map { number in
      (
        gender: number % 3, place: number / 3 % 2, half: number / 6,
        number: Int.random(in: 0...(number % 3 == 0 ? 30 : 9), using: &random)
      )
    }
    let all: [InventedEdition.Table] = [
      .init([0]), .init([1]), .init([0, 1]),
      .init([1], filter: .init(dimension: 0, codes: [2])),
      .init([0], filter: .init(dimension: 1, codes: [1])),
    ]
    var earlier: [EarlierEdition] = []
    var editions: [(InventedEdition, ProtectedEdition)] = []
    for period in Self.orders.randomElement(using: &random) ?? [] {
      let invented = edition(counts, Array(all.shuffled(using: &random).prefix(2)))
      let edition = try invented.protected(
        period: period, policy: Self.policy, considering: earlier)
      // What is refused is not published.
      guard !edition.findings.hasErrors else { continue }
      earlier.append(sealed(period, edition.value))
      editions.append((invented, edition.value))
    }
    let faults = ReadersKnowledge(of: editions, policy: Self.policy).faults
    #expect(faults.filter { !$0.hasPrefix("shown elsewhere") } == [])
  }

  private func fact(
    _ cell: String, _ value: Int, of time: String, in figure: String = ""
  ) -> PublishedFact {
    PublishedFact(
      form: .count, measure: "arrivals", cell: cell, time: time, status: .published, value: value,
      figure: figure)
  }

  @Test("are tied to shorter parts of the time too, where the records hold none of them")
  func quarters() throws {
    let invented = edition([(0, 0, 1, 20), (1, 0, 1, 9), (2, 0, 1, 17)])
    let time = ["2021", "2021-Q1", "2021-Q2"]
    let facts = zip(time, [[121, 21, 40], [50, 9, 10], [14, 0, 8]]).map { time, values in
      EarlierEdition(
        id: time,
        facts: zip(["", "gender=male", "gender=other"], values).filter { $0.1 > 0 }.map {
          fact($0, $1, of: time, in: "by-gender")
        })
    }
    func male(_ earlier: [EarlierEdition]) throws -> Int? {
      let edition = try invented.protected(period: Self.halves[1], considering: earlier)
      return edition.value.audit.cells.first { $0.id == "arrivals gender=male" }?.value
    }
    // 21 − 9 − 9 = 3 came in the second quarter.
    #expect(try male([facts[0]]) == 9)
    #expect(try male(facts) == nil)
  }

  @Test("are tied to a number that was corrected since, as long as no reader sees that it was")
  func corrected() throws {
    // One woman is known later: 41 are 32 + 4 + 5 now.
    let counts = [(0, 0, 0, 32), (1, 0, 0, 4), (2, 0, 0, 5)]
    let others = InventedEdition.Table([1], filter: .init(dimension: 0, codes: [2]))
    let said = EarlierEdition(
      id: "2021-H1",
      facts: [fact("", 40, of: "2021-H1"), fact("gender=female", 31, of: "2021-H1")])
    func shown(
      _ tables: [InventedEdition.Table], _ earlier: [EarlierEdition]
    ) throws -> Int? {
      let edition = try edition(counts, tables).protected(
        period: Self.halves[0], considering: earlier)
      #expect(!edition.findings.contains { $0.rule == .disclosureInconsistent })
      return edition.value.audit.cells.first { $0.id == "arrivals gender=other" }?.value
    }
    #expect(try shown([others], []) == 5)
    // 40 − 31 − 5 = 4.
    #expect(try shown([others], [said]) == nil)
  }

  @Test("are compared with nothing that is declared otherwise now, which nobody builds")
  func definitions() throws {
    let invented = edition([(0, 0, 0, 20), (1, 0, 0, 9), (2, 0, 0, 7)])
    let first = try invented.protected(period: Self.halves[0]).value.published
    func rules(_ facts: [PublishedFact], _ period: Period) throws -> [Rule] {
      try invented.protected(
        period: period, considering: [EarlierEdition(id: "2021-H1", facts: facts)]
      ).findings.map(\.rule)
    }
    #expect(try rules(first, Self.halves[1]) == [])
    let other = first.map { fact in
      PublishedFact(
        form: fact.form, measure: fact.measure, cell: fact.cell, time: fact.time,
        status: fact.status, value: fact.value,
        detail: fact.form == .definition && fact.measure == "gender"
          ? "column sex" : fact.detail, figure: fact.figure)
    }
    #expect(try rules(other, Self.halves[1]) == [.disclosureForgotten])
    // A code that is gone is named once, however many cells it stands in.
    let renamed = first.map { fact in
      PublishedFact(
        form: fact.form, measure: fact.measure,
        cell: fact.cell.replacing("gender=male", with: "gender=man"), time: fact.time,
        status: fact.status, value: fact.value, detail: fact.detail, figure: fact.figure)
    }
    let found = try invented.protected(
      period: Self.halves[1], considering: [EarlierEdition(id: "2021-H1", facts: renamed)]
    ).findings
    #expect(found.count == 1 && found[0].message.contains("“gender=man”"))
    // Of years ago it has nothing to do with the edition.
    let later = Period(year: 2025, span: .half(1))
    #expect(try rules(other, later).contains(.disclosureRevised))
    #expect(try !rules(other, later).contains(.disclosureForgotten))
  }

  @Test(
    "are not read where a cell is no cell", arguments: ["=", "==", "gender", "=male", "gender=~="])
  func noCell(text: String) throws {
    let invented = edition([(0, 0, 0, 20), (1, 0, 0, 9)])
    let found = try invented.protected(
      period: Self.halves[0],
      considering: [EarlierEdition(id: "2021-H1", facts: [fact(text, 20, of: "2021-H1")])]
    ).findings
    #expect(found.map(\.rule) == [.disclosureForgotten])
  }

  @Test("built again say the same, a small rest that is shown by exception and its zeros too")
  func again() throws {
    let invented = InventedEdition(
      dimensions: [.init(name: "form", codes: ["a", "b", "c", "d"], hasRest: true)],
      persons: [(0, 20), (3, 3)].flatMap { code, number in
        (0..<number).map { _ in InventedEdition.Person(codes: [code]) }
      }, tables: [.init([0])])
    let first = try invented.protected(exceptions: ["arrivals form=_O"])
    #expect(!first.findings.hasErrors, "\(first.findings.map(\.rendered))")
    let again = try invented.protected(
      exceptions: ["arrivals form=_O"], considering: [sealed(Self.halves[0], first.value)])
    #expect(!again.findings.hasErrors, "\(again.findings.map(\.rendered))")
    #expect(again.value.published == first.value.published)
  }

  private func shown(_ edition: ProtectedEdition, _ cell: String) -> Int? {
    edition.audit.cells.first { $0.id == cell }?.value
  }

  @Test(
    "are tied together where several categories of a longer time leave few, without its records")
  func together() throws {
    let invented = edition(
      [(0, 0, 1, 18), (1, 0, 1, 11), (2, 0, 1, 12)],
      [.init([1], filter: .init(dimension: 0, codes: [0, 1]))])
    let year = EarlierEdition(
      id: "2021",
      facts: [("", 59), ("gender=female", 20), ("gender=male", 12), ("gender=other", 27)].map {
        fact($0.0, $0.1, of: "2021", in: "by-gender")
      })
    func both(_ earlier: [EarlierEdition]) throws -> Int? {
      shown(
        try invented.protected(period: Self.halves[1], considering: earlier).value,
        "arrivals gender=female,male")
    }
    #expect(try both([]) == 29)
    // 20 + 12 − 29 = 3 women and men came in the first half.
    #expect(try both([year]) == nil)
  }

  @Test("are tied by stocks of groups that overlap")
  func overlapping() throws {
    // The export holds nobody who left: 21, 9 and 10 are there since before.
    let counts = [(0, -1, 21), (1, -1, 9), (2, -1, 10), (0, 0, 7), (1, 0, 8), (2, 0, 5)]
    let groups = [[0, 1], [1, 2]].map { InventedEdition.Filter(dimension: 0, codes: $0) }
    let invented = edition(
      counts.map { (gender: $0.0, place: 0, half: $0.1, number: $0.2) },
      groups.flatMap {
        [InventedEdition.Table([1], filter: $0, isStock: true), .init([1], filter: $0)]
      })
    func stock(_ cell: String, _ value: Int) -> PublishedFact {
      PublishedFact(
        form: .count, measure: "present", cell: cell, time: "2020-12-31", status: .published,
        value: value)
    }
    let facts = [stock("gender=female+male", 72), stock("gender=male+other", 22)]
    func isShown(_ facts: [PublishedFact]) throws -> Bool {
      let edition = try invented.protected(
        period: Self.halves[0], considering: [EarlierEdition(id: "2020-H2", facts: facts)])
      return ["present", "arrivals"].allSatisfy {
        shown(edition.value, "\($0) gender=male,other") != nil
      }
    }
    #expect(try isShown([facts[0]]))
    // 22 + 13 − 32 = 3 left.
    #expect(try !isShown(facts))
  }

  @Test("are divided alike in what a longer time leaves, whose records are not there")
  func remaining() throws {
    let invented = edition(
      [(0, 0, 1, 10), (0, 1, 1, 9), (1, 0, 1, 11), (2, 0, 1, 8)],
      [.init([0]), .init([0], filter: .init(dimension: 1, codes: [0]))])
    let women = fact("gender=female", 32, of: "2021")
    let here = fact("gender=female place=here", 20, of: "2021")
    func areShown(_ facts: [PublishedFact], _ quarter: [PublishedFact] = []) throws -> Bool {
      let edition = try invented.protected(
        period: Self.halves[1],
        considering: [
          EarlierEdition(id: "2021", facts: facts), EarlierEdition(id: "2021-Q1", facts: quarter),
        ])
      return ["", " place=here"].allSatisfy {
        shown(edition.value, "arrivals gender=female\($0)") != nil
      }
    }
    #expect(try areShown([women]) && areShown([here]))
    // 32 − 19 women came in the first half, and 20 − 10 of them here: 3 abroad.
    #expect(try !areShown([women, here]))
    // What is told of a part of it besides takes nothing of that away.
    #expect(
      try !areShown([women, here], [fact("gender=female place=here", 5, of: "2021-Q1")]))
  }

  @Test("are tied to what a longer time tells by its total and all others")
  func remainder() throws {
    let invented = InventedEdition(
      dimensions: [.init(name: "gender", codes: ["female", "male"], isRequired: true)],
      persons: [20, 18].enumerated().flatMap { gender, number in
        (0..<number).map { _ in
          InventedEdition.Person(codes: [gender], admitted: InventedEdition.firstHalf + 1)
        }
      }, tables: [.init([0])])
    func areShown(_ facts: [PublishedFact]) throws -> Bool {
      let edition = try invented.protected(
        period: Self.halves[1], considering: [EarlierEdition(id: "2021", facts: facts)])
      return shown(edition.value, "arrivals gender=male") != nil
    }
    let all = fact("", 59, of: "2021")
    #expect(try areShown([all]))
    // 59 − 39 = 20 men, of whom two came in the first half.
    #expect(try !areShown([all, fact("gender=female", 39, of: "2021")]))
  }
}
