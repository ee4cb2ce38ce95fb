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

  @Test("are parts of each other where one day is never before another")
  func nested() throws {
    let list = try #require(
      CodeList.read(
        SourceFile(path: "form.csv", text: "code,sort,label_en\na,1,A\nb,2,B\nc,3,C\n"),
        id: "form", languages: ["en"]
      ).value)
    func areShown(ordered: Bool) throws -> Bool {
      let read = StatisticsDeclaration.read(
        SourceFile(
          path: "statistics.yaml",
          text: """
            records:
              persons:
                file: persons.csv
                columns:
                  id: identifier
                  form: {type: code, codes: form, required: true}
                  came: {type: day, required: true}
                  met: day
                  gone: day
                \(ordered ? "order: [came, met, gone]" : "")
            measures:
              stock: {records: persons, stock: {from: came, until: gone}, label: {en: Stock}, source: {en: r}}
              helped: {records: persons, stock: {from: met, until: gone}, label: {en: Helped}, source: {en: r}}
            dimensions:
              form: {column: form, codes: form, label: {en: form}}
            tables:
              stock-by-form: {measure: stock, by: form}
              helped-by-form: {measure: helped, by: form}

            """), codeLists: [list], languages: ["en"])
      let declaration = try #require(read.value, "\(read.findings.map(\.rendered))")
      var rows = ["id,form,came,met,gone"]
      for (form, met, number) in [
        ("a", "2021-01-05", 5), ("a", "", 4), ("b", "2021-01-05", 20), ("b", "", 10),
        ("c", "2021-01-05", 15), ("c", "", 20),
      ] {
        for _ in 0..<number { rows.append("P\(rows.count),\(form),2020-02-01,\(met),") }
      }
      let file = SourceFile(path: "persons.csv", text: rows.joined(separator: "\n") + "\n")
      let dataset = try #require(
        Dataset.read(declaration, records: ["persons": file], history: nil).value)
      let edition = dataset.protect(
        period: Sample.period, policy: DisclosurePolicy(threshold: 5), exceptions: [],
        requests: [])
      #expect(!edition.findings.hasErrors, "\(edition.findings.map(\.rendered))")
      let cells = edition.value.audit.cells
      return ["stock form=a", "helped form=a"].allSatisfy { name in
        cells.first { $0.id == name }?.value != nil
      }
    }
    #expect(try areShown(ordered: false))
    // 9 − 5 = 4 came and were not met.
    #expect(try !areShown(ordered: true))
  }
}
