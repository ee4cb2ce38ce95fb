import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

/// The tables of the sample edition as lines of `code,code,value`.
func lines(of table: ProtectedTable) -> [String] {
  table.positions.map { position in
    let codes = zip(table.axes, position).map { $0.categories[$1].code }
    let cell =
      switch table[position] {
      case .published(let value): "\(value)"
      case .suppressed: "c"
      case .missing: "x"
      }
    return (codes + [cell]).joined(separator: ",")
  }
}

@Suite("The tables of the sample edition")
struct SampleTablesTests {
  let edition: ProtectedEdition

  init() throws {
    let declaration = try #require(try Sample.declaration().value)
    let dataset = Dataset.read(
      declaration, records: try Sample.records(),
      history: try Sample.file("Content/2021-H1/history.csv"))
    #expect(dataset.findings == [])
    let protected = try #require(dataset.value).protect(
      period: Sample.period, policy: DisclosurePolicy(threshold: 5),
      exceptions: Sample.exceptions(declaration), requests: [])
    #expect(protected.findings == [])
    edition = protected.value
  }

  @Test("show")
  func show() {
    for table in edition.tables { print(table.id, lines(of: table).joined(separator: " ")) }
  }
}
