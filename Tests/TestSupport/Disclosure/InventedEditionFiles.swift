import Diagnostics
import Periods
import Statistics

extension InventedEdition {
  /// The edition as an editor would hand it in, protected.
  package func protected(
    period: Period = Sample.period, policy: DisclosurePolicy = DisclosurePolicy(threshold: 5),
    exceptions: [String] = [], accepted: [AcceptedFinding] = [], requests: Set<FactRequest> = [],
    considering earlier: [EarlierEdition] = []
  ) throws -> Diagnosed<ProtectedEdition> {
    let dataset = try dataset()
    return dataset.protect(
      period: period, policy: policy,
      exceptions: exceptions.compactMap { Sample.exception($0, dataset.declaration) },
      accepted: accepted,
      requests: requests, considering: earlier)
  }

  package func dataset() throws -> Dataset {
    let read = readDeclaration()
    guard let declaration = read.value else { throw Unreadable(findings: read.findings) }
    let records = Dataset.read(
      declaration, records: ["persons": SourceFile(path: "persons.csv", text: recordsText)],
      history: nil)
    guard let dataset = records.value else { throw Unreadable(findings: records.findings) }
    return dataset
  }

  package struct Unreadable: Error {
    package let findings: [Diagnostic]
  }

  package func readDeclaration() -> Diagnosed<StatisticsDeclaration?> {
    let lists = dimensions.compactMap { dimension in
      CodeList.read(
        SourceFile(path: "\(dimension.name).csv", text: dimension.codeListText),
        id: dimension.name, languages: ["en"]
      ).value
    }
    return StatisticsDeclaration.read(
      SourceFile(path: "statistics.yaml", text: declarationText), codeLists: lists,
      languages: ["en"])
  }

  package static func tableName(_ number: Int) -> String { "table-\(number + 1)" }

  private var declarationText: String {
    var text = """
      records:
        persons:
          file: persons.csv
          columns:
            person_id: identifier
            admitted_on: {type: day, required: true}
            ended_on: day

      """
    for dimension in dimensions {
      let required = dimension.isRequired ? ", required: true" : ""
      text += "      \(dimension.name): {type: code, codes: \(dimension.name)\(required)}\n"
    }
    text += """
      measures:
        arrivals:
          records: persons
          flow: admitted_on
          label: {en: Invented persons who came}
          source: {en: an invented register}
        present:
          records: persons
          stock: {from: admitted_on, until: ended_on}
          label: {en: Invented persons who are there}
          source: {en: an invented register}
        departures:
          records: persons
          flow: ended_on
          label: {en: Invented persons who left}
          source: {en: an invented register}
      dimensions:

      """
    for dimension in dimensions { text += dimension.declarationText }
    text += tables.isEmpty ? "tables: {}\n" : "tables:\n"
    for (number, table) in tables.enumerated() {
      text += "  \(InventedEdition.tableName(number)):\n"
      text += "    measure: \(table.measure)\n"
      let names = table.dimensions.map { dimensions[$0].name }
      text += "    by: [\(names.joined(separator: ", "))]\n"
      if let filter = table.filter {
        let dimension = dimensions[filter.dimension]
        let codes = filter.codes.map { dimension.codes[$0] }.joined(separator: ", ")
        text += "    where: {\(dimension.name): [\(codes)]}\n"
      }
    }
    return text
  }

  private var recordsText: String {
    let names = dimensions.map(\.name)
    var rows = [(["person_id", "admitted_on", "ended_on"] + names).joined(separator: ",")]
    for (number, person) in persons.enumerated() {
      let codes = zip(dimensions, person.codes).map { $1 < $0.codes.count ? $0.codes[$1] : "" }
      let days = [day(in: person.admitted), person.ended.map { day(in: $0) } ?? ""]
      rows.append((["P\(number + 1)"] + days + codes).joined(separator: ","))
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private func day(in half: Int) -> String {
    "\(half / 2)-\(half.isMultiple(of: 2) ? "03" : "09")-15"
  }
}

extension InventedEdition.Dimension {
  fileprivate var codeListText: String {
    let rows = codes.enumerated().map { "\($1),\($0 + 1),\($1),\($1),\($1)," }
    return (["code,sort,label_en,label_fi,label_sv,attrs"] + rows).joined(separator: "\n") + "\n"
  }

  fileprivate var declarationText: String {
    var text = "  \(name):\n    column: \(name)\n    codes: \(name)\n    label: {en: \(name)}\n"
    if hasRest { text += "    rest: {en: others}\n" }
    if isOpen { text += "    open: true\n" }
    return text
  }
}
