import Diagnostics
import Periods
import TestSupport
import Testing

@testable import Statistics

@Suite("Dimensions that say the same of a record")
struct SharedColumnTests {
  private func protected(
    dimensions: String, tables: [String], personal: Set<String>? = nil, filter: String = "",
    isRequired: Bool = false, requests: Set<FactRequest> = [], records: [(String, Int)]
  ) throws -> Diagnosed<ProtectedEdition> {
    let lists = try [
      ("fine", "u18,1,Under 18,max=17\na18,2,18–29,min=18;max=29\na30,3,30 or over,min=30\n"),
      ("broad", "young,1,Under 30,max=29\nold,2,30 or over,min=30\n"),
      ("form", "work,1,Work,\nsale,2,Sale,\ncrime,3,Crime,\n"), ("group", "x,1,X,\ny,2,Y,\n"),
    ].map { id, rows in
      try #require(
        CodeList.read(
          SourceFile(path: "\(id).csv", text: "code,sort,label_en,attrs\n" + rows), id: id,
          languages: ["en"]
        ).value)
    }
    let text = """
      records:
        persons:
          file: persons.csv
          columns:
            person_id: identifier
            admitted_on: {type: day, required: true}
            years: {type: integer, maximum: 120, required: \(isRequired)}
            form: {type: code, codes: form}
      measures:
        arrivals: {records: persons, flow: admitted_on, label: {en: Came}, source: {en: register}}
      dimensions:
      \(dimensions)
      tables:
      \(tables.map { "  \($0): {measure: arrivals, by: \($0), where: {\(filter)}}" }.joined(separator: "\n"))

      """
    let read = StatisticsDeclaration.read(
      SourceFile(path: "statistics.yaml", text: text), codeLists: lists, languages: ["en"])
    let declaration = try #require(read.value, "\(read.findings.map(\.rendered))")
    var rows = ["person_id,admitted_on,years,form"]
    for (cells, number) in records {
      for _ in 0..<number { rows.append("P\(rows.count),2021-03-15,\(cells)") }
    }
    let file = SourceFile(path: "persons.csv", text: rows.joined(separator: "\n") + "\n")
    let dataset = try #require(
      Dataset.read(declaration, records: ["persons": file], history: nil).value)
    return dataset.protect(
      period: Period(year: 2021, span: .half(1)),
      policy: DisclosurePolicy(threshold: 5, personal: personal), exceptions: [],
      requests: requests)
  }

  private static let ages = """
      age: {bands: years, codes: fine, label: {en: age}}
      generation: {bands: years, codes: broad, label: {en: generation}}
    """

  @Test("know nobody of no age where the column is required")
  func required() throws {
    func cell(_ conditions: (String, String)...) -> CellReference {
      CellReference(
        measure: "arrivals",
        conditions: conditions.map { Condition(dimension: $0.0, values: [$0.1]) })
    }
    let asked = [
      cell(("age", "old")), cell(("form", "work")), cell(("form", "work"), ("age", "young")),
      cell(("form", "sale"), ("age", "young")),
    ]
    func areShown(isRequired: Bool) throws -> Bool {
      let edition = try protected(
        dimensions: """
              age: {bands: years, codes: broad, label: {en: age}}
              form: {column: form, codes: form, label: {en: form}}
              group: {cases: {x: {form: crime}, y: {form: [work, sale]}}, codes: group, label: {en: group}}
          """,
        tables: ["group"], filter: "age: young", isRequired: isRequired,
        requests: Set(asked.map { .count($0) }),
        records: [("10,work", 5), ("10,sale", 12), ("40,work", 6), ("40,sale", 2)])
      return asked.allSatisfy { edition.value.count(.count($0)) != .suppressed }
    }
    #expect(try areShown(isRequired: false))
    // 11 − 5 = 6 of the 8 older ones are in work, and 2 are not.
    #expect(try !areShown(isRequired: true))
  }

  @Test("are tied to each other, since what is under 18 is under 30")
  func bands() throws {
    let records = [("10,work", 8), ("20,work", 3), ("40,sale", 23)]
    let one = try protected(dimensions: Self.ages, tables: ["age"], records: records)
    #expect(lines(of: one.value.tables[0]).filter { $0.hasSuffix(",c") }.count == 2)
    // 11 − 8 = 3 are of 18 to 29.
    let both = try protected(
      dimensions: Self.ages, tables: ["age", "generation"], records: records)
    #expect(!both.findings.hasErrors, "\(both.findings.map(\.rendered))")
    let shown = both.value.tables.flatMap(lines(of:))
    #expect(!(shown.contains("u18,8") && shown.contains("young,11")), "\(shown)")
    #expect(!(shown.contains("a30,23") && shown.contains("_T,34") && shown.contains("u18,8")))
  }

  @Test(
    "are all protected where the policy names one of them",
    arguments: [
      "again: {column: form, codes: form, label: {en: form}}",
      "again: {cases: {x: {form: sale}, y: {form: [work, crime]}}, codes: group, label: {en: g}}",
    ])
  func personal(dimension: String) throws {
    let protected = try protected(
      dimensions: "  form: {column: form, codes: form, label: {en: form}}\n  " + dimension,
      tables: ["again"], personal: ["form"],
      records: [("10,work", 20), ("20,sale", 2), ("30,crime", 12)])
    #expect(!protected.findings.hasErrors, "\(protected.findings.map(\.rendered))")
    let shown = lines(of: protected.value.tables[0])
    #expect(!shown.contains { $0.hasSuffix(",2") }, "\(shown)")
    #expect(shown.contains { $0.hasSuffix(",c") })
  }
}
