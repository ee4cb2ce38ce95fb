import Diagnostics
import Periods
import TestSupport
import Testing

@testable import Statistics

/// Stocks hang together by who came and left, however long ago they were told, and by the days of one record.
@Suite("Stocks of several days")
struct StockChainTests {
  private func fact(
    _ measure: String, _ cell: String, _ value: Int?, of time: String, in figure: String = ""
  ) -> PublishedFact {
    PublishedFact(
      form: .count, measure: measure, cell: cell, time: time,
      status: value == nil ? .suppressed : .published, value: value, figure: figure)
  }

  @Test("tell of the first of them by all who came and left since, whose records are gone")
  func chain() throws {
    // Of 28 men who were there before, 20 leave; 21 came.
    let before = (0..<28).map { number in
      InventedEdition.Person(
        codes: [1, 0], admitted: 2020 * 2, ended: number < 20 ? InventedEdition.firstHalf : nil)
    }
    let men = InventedEdition.Filter(dimension: 0, codes: [1])
    let invented = InventedEdition(
      dimensions: [
        .init(name: "gender", codes: ["female", "male", "other"]),
        .init(name: "place", codes: ["here", "abroad"]),
      ],
      persons: before + (0..<21).map { _ in InventedEdition.Person(codes: [1, 0]) },
      tables: [
        .init([1], filter: men), .init([1], filter: men, isStock: true),
        .init([1], filter: men, isOfLeavers: true),
      ])
    let stock = EarlierEdition(
      id: "2019",
      facts: [("", 60), ("gender=female", 31), ("gender=male", nil), ("gender=other", nil)].map {
        fact("present", $0.0, $0.1, of: "2019-12-31", in: "by-gender")
      })
    func flows(_ came: Int?) -> EarlierEdition {
      EarlierEdition(
        id: "2020",
        facts: [
          fact("arrivals", "gender=male", came, of: "2020"),
          fact("departures", "gender=male", 18, of: "2020"),
        ])
    }
    func areShown(_ earlier: [EarlierEdition]) throws -> Bool {
      let edition = try invented.protected(
        period: Period(year: 2021, span: .year), considering: earlier)
      let cells = edition.value.audit.cells
      return !edition.findings.hasErrors
        && ["arrivals", "present", "departures"].allSatisfy { measure in
          cells.first { $0.id == "\(measure) gender=male" }?.value != nil
        }
    }
    #expect(try areShown([]))
    #expect(try areShown([flows(20)]))
    #expect(try areShown([stock, flows(nil)]))
    // 29 + 20 − 21 + 18 − 20 = 26 men were there, and 60 − 31 − 26 = 3 others.
    #expect(try !areShown([stock, flows(20)]))
  }

  @Test("tell how many there are at most, and so of those whom the edition leaves out")
  func bounded() throws {
    func person(place: Int, admitted: Int) -> InventedEdition.Person {
      InventedEdition.Person(codes: [0, place], admitted: admitted)
    }
    let here = InventedEdition.Filter(dimension: 1, codes: [0])
    let invented = InventedEdition(
      dimensions: [
        .init(name: "gender", codes: ["female", "male"], isRequired: true),
        .init(name: "place", codes: ["here", "abroad"]),
      ],
      persons: [person(place: 1, admitted: 2018 * 2)]
        + (0..<10).map { _ in person(place: 0, admitted: 2018 * 2) }
        + (0..<5).map { _ in person(place: 0, admitted: 2020 * 2) }
        + (0..<6).map { _ in person(place: 0, admitted: 2021 * 2) },
      tables: [.init([0]), .init([0], filter: here, isStock: true)])
    // All are women or men.
    let stock = EarlierEdition(
      id: "2019",
      facts: [("gender=female", 11), ("gender=male", 0)].map {
        fact("present", $0.0, $0.1, of: "2019-12-31")
      })
    let flow = EarlierEdition(id: "2020", facts: [fact("arrivals", "", 5, of: "2020")])
    func isShown(_ earlier: [EarlierEdition]) throws -> Bool {
      let edition = try invented.protected(
        period: Period(year: 2021, span: .year), considering: earlier)
      #expect(!edition.findings.hasErrors, "\(edition.findings.map(\.rendered))")
      return edition.value.audit.cells.first { $0.id == "present place=here" }?.value != nil
    }
    #expect(try isShown([stock]))
    #expect(try isShown([flow]))
    // Of at most 11 + 5 + 6 persons 21 are here: none or one is abroad.
    #expect(try !isShown([stock, flow]))
  }

  @Test("tell of days of which no stock is told, years ago")
  func untold() throws {
    // Three women are there since 2017; of 16 who came in each year ten left in it.
    let persons =
      (0..<3).map { _ in InventedEdition.Person(codes: [0], admitted: 2017 * 2) }
      + (2019...2021).flatMap { year in
        (0..<16).map { number in
          InventedEdition.Person(
            codes: [0], admitted: year * 2, ended: number < 10 ? year * 2 + 1 : nil)
        }
      }
    let invented = InventedEdition(
      dimensions: [.init(name: "gender", codes: ["female", "male"])], persons: persons,
      tables: [.init([0]), .init([0], isStock: true), .init([0], isOfLeavers: true)])
    let years = ["2019", "2020"].map { year in
      EarlierEdition(
        id: year,
        facts: [
          fact("arrivals", "gender=female", 16, of: year),
          fact("departures", "gender=female", 10, of: year),
        ])
    }
    func areShown(_ earlier: [EarlierEdition]) throws -> Bool {
      let edition = try invented.protected(
        period: Period(year: 2021, span: .year), considering: earlier)
      return ["arrivals", "present", "departures"].allSatisfy { measure in
        edition.value.audit.cells.first { $0.id == "\(measure) gender=female" }?.value != nil
      }
    }
    #expect(try areShown([years[1]]))
    // 21 − 3 × 16 + 3 × 10 = 3 were there at the end of 2018.
    #expect(try !areShown(years))
  }
}
