import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

/// The cells of a table as `code,code,value`; `c` for suppressed, `x` for missing.
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

/// The sample edition, protected, with its declaration and records changed by the closures.
func protectedSample(
  declaration edit: (String) -> String = { $0 },
  records: (_ set: String, _ text: String) -> String = { $1 }, exceptions: [String]? = nil
) throws -> Diagnosed<ProtectedEdition> {
  let read = try Sample.declaration(edit: edit)
  #expect(read.findings == [])
  let declaration = try #require(read.value)
  let dataset = Dataset.read(
    declaration, records: try Sample.records(edit: records),
    history: try Sample.file("Content/2021-H1/history.csv"))
  let named = exceptions.map { $0.compactMap { Sample.exception($0, declaration) } }
  let protected = try #require(dataset.value).protect(
    period: Sample.period, policy: DisclosurePolicy(threshold: 5),
    exceptions: named ?? Sample.exceptions(declaration), requests: [])
  return Diagnosed(protected.value, findings: dataset.findings + protected.findings)
}
