import Diagnostics
import Periods
import TestSupport
import Testing

@testable import Statistics

/// Stocks are parts of each other by the days of one record, and rules tell what no number does.
@Suite("What declarations tell of stocks and groups")
struct NestedStockTests {
  private struct Persons {
    let form: String
    var place = "here"
    var came = "2021-01-04"
    /// Empty for those who were not.
    var met = ""
    var gone = ""
    let number: Int
  }

  private func protected(
    _ persons: [Persons], rules: String, tables: String, asking requests: Set<FactRequest> = [],
    considering earlier: [EarlierEdition] = []
  ) throws -> Diagnosed<ProtectedEdition> {
    let lists = try ["form": ["a", "b", "c"], "place": ["here", "abroad"]].sorted {
      $0.key < $1.key
    }.map { name, codes in
      let rows = codes.enumerated().map { "\($0.element),\($0.offset),\($0.element)" }
      let text = (["code,sort,label_en"] + rows).joined(separator: "\n") + "\n"
      return try #require(
        CodeList.read(
          SourceFile(path: "\(name).csv", text: text), id: name, languages: ["en"]
        ).value)
    }
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
                place: {type: code, codes: place, required: true}
                came: {type: day, required: true}
                met: day
                gone: day
              \(rules)
          measures:
            stock: {records: persons, stock: {from: came, until: gone}, label: {en: S}, source: {en: r}}
            helped: {records: persons, stock: {from: met, until: gone}, label: {en: H}, source: {en: r}}
            meetings: {records: persons, flow: met, label: {en: M}, source: {en: r}}
            arrivals: {records: persons, flow: came, label: {en: A}, source: {en: r}}
          dimensions:
            form: {column: form, codes: form, label: {en: form}}
            place: {column: place, codes: place, label: {en: place}}
          tables:
            \(tables)

          """), codeLists: lists, languages: ["en"])
    let declaration = try #require(read.value, "\(read.findings.map(\.rendered))")
    var rows = ["id,form,place,came,met,gone"]
    for group in persons {
      for _ in 0..<group.number {
        rows.append(
          "P\(rows.count),\(group.form),\(group.place),\(group.came),\(group.met),\(group.gone)")
      }
    }
    let file = SourceFile(path: "persons.csv", text: rows.joined(separator: "\n") + "\n")
    let dataset = try #require(
      Dataset.read(declaration, records: ["persons": file], history: nil).value)
    return dataset.protect(
      period: Sample.period, policy: DisclosurePolicy(threshold: 5), exceptions: [],
      requests: requests, considering: earlier)
  }

  private static let order = "order: [came, met, gone]"

  @Test("are parts of each other where one day is never before another")
  func nested() throws {
    let persons = [
      Persons(form: "a", met: "2021-01-05", number: 5), Persons(form: "a", number: 4),
      Persons(form: "b", met: "2021-01-05", number: 20), Persons(form: "b", number: 10),
      Persons(form: "c", met: "2021-01-05", number: 15), Persons(form: "c", number: 20),
    ]
    func areShown(_ rules: String) throws -> Bool {
      let edition = try protected(
        persons, rules: rules,
        tables: "{stock-by-form: {measure: stock, by: form}, helped: {measure: helped, by: form}}")
      #expect(!edition.findings.hasErrors, "\(edition.findings.map(\.rendered))")
      return ["stock form=a", "helped form=a"].allSatisfy { name in
        edition.value.audit.cells.first { $0.id == name }?.value != nil
      }
    }
    #expect(try areShown(""))
    // 9 − 5 = 4 came and were not met.
    #expect(try !areShown(Self.order))
  }

  @Test("are so to readers of an older edition, though the order of days is declared no more")
  func orderOfBefore() throws {
    let persons = [
      Persons(form: "a", met: "2021-01-05", number: 18), Persons(form: "a", number: 2),
      Persons(form: "b", met: "2021-01-05", number: 20),
    ]
    func asked(_ measure: String) -> FactRequest {
      .count(
        CellReference(
          measure: measure, conditions: [Condition(dimension: "form", values: ["a"])]))
    }
    func isShown(_ rulesBefore: String) throws -> Bool {
      let before = try protected(
        persons, rules: rulesBefore, tables: "{}", asking: [asked("stock")]
      ).value
      #expect(before.count(asked("stock")) == .published(20))
      return try protected(
        persons, rules: "", tables: "{}", asking: [asked("helped")],
        considering: [EarlierEdition(id: "2021-H1", facts: before.published)]
      ).value.count(asked("helped")) == .published(18)
    }
    #expect(try isShown(""))
    // 20 − 18 = 2 came and were not met.
    #expect(try !isShown(Self.order))
  }

  @Test("leave of each other what no number tells by itself")
  func differences() throws {
    let persons = [
      Persons(form: "a", met: "2021-01-05", number: 18), Persons(form: "a", number: 2),
      Persons(form: "b", met: "2021-01-05", number: 20), Persons(form: "b", number: 6),
    ]
    let b = [Condition(dimension: "form", values: ["b"])]
    let cells = ["stock", "helped"].flatMap { measure in
      [
        CellReference(measure: measure, conditions: []),
        CellReference(measure: measure, conditions: b),
      ]
    }
    func areShown(_ cells: [CellReference]) throws -> Bool {
      let requests = Set(cells.map { FactRequest.count($0) })
      let edition = try protected(
        persons, rules: Self.order, tables: "{}", asking: requests
      ).value
      return requests.allSatisfy { edition.count($0) != .suppressed }
    }
    #expect(try areShown(Array(cells.dropLast())))
    // (46 − 26) − (38 − 20) = 2 are of another form and were not met.
    #expect(try !areShown(cells))
  }

  @Test("are not left by those who never came into them")
  func leavers() throws {
    let persons = [
      Persons(form: "a", came: "2020-02-01", met: "2020-06-01", number: 18),
      Persons(form: "a", came: "2020-02-01", met: "2020-06-01", gone: "2021-03-01", number: 2),
      Persons(form: "a", came: "2020-02-01", met: "2021-02-01", number: 10),
      Persons(form: "a", came: "2020-02-01", gone: "2021-03-01", number: 8),
    ]
    let asked = ["helped", "meetings"].map { measure in
      FactRequest.count(
        CellReference(
          measure: measure, conditions: [Condition(dimension: "form", values: ["a"])]))
    }
    let before = EarlierEdition(
      id: "2020",
      facts: [
        PublishedFact(
          form: .count, measure: "helped", cell: "form=a", time: "2020-12-31", status: .published,
          value: 20)
      ])
    func areShown(_ earlier: [EarlierEdition]) throws -> Bool {
      let edition = try protected(
        persons, rules: "", tables: "{}", asking: Set(asked), considering: earlier)
      #expect(edition.findings.allSatisfy { $0.rule != .disclosureInconsistent })
      return asked.allSatisfy { edition.value.count($0) != .suppressed }
    }
    #expect(try areShown([]))
    // 20 + 10 − 28 = 2 of those who were met left, of ten in all.
    #expect(try !areShown([before]))
  }

  @Test("a rule says who is nobody, to later editions too")
  func rule() throws {
    let persons = [
      Persons(form: "a", number: 20), Persons(form: "b", number: 3),
      Persons(form: "b", place: "abroad", number: 6),
    ]
    let table = "{arrivals-by-form: {measure: arrivals, by: form}}"
    let rule = "implied: [{when: {form: a}, then: {place: here}}]"
    let before = try protected(persons, rules: rule, tables: table).value
    let zeros = before.published.filter { $0.value == 0 && $0.cell.contains("place") }
    // It is so of those who were there and who left, too.
    #expect(Set(zeros.map(\.cell)) == ["form=a place=~here"])
    #expect(
      zeros.map { "\($0.measure) \($0.time)" }.sorted() == [
        "arrivals 2021-H1", "helped 2021-06-30", "meetings 2021-H1", "stock 2021-06-30",
      ])
    #expect(
      try protected(persons, rules: "", tables: table).value.published
        .allSatisfy { !$0.cell.contains("place") })
    // The rule was taken out: six are abroad, and those who knew it know that they are of b.
    let abroad = FactRequest.count(
      CellReference(
        measure: "arrivals", conditions: [Condition(dimension: "place", values: ["abroad"])]))
    func areShown(_ earlier: [EarlierEdition]) throws -> Bool {
      let edition = try protected(
        persons, rules: "", tables: table, asking: [abroad], considering: earlier
      ).value
      return edition.count(abroad) == .published(6)
        && edition.audit.cells.contains { $0.id == "arrivals form=b" && $0.value == 9 }
    }
    #expect(try areShown([]))
    // 9 − 6 = 3 are here.
    #expect(try !areShown([EarlierEdition(id: "2021-H1", facts: zeros)]))
  }
}
