import Diagnostics
import YAMLReading

extension StatisticsDeclaration {
  /// Reads `statistics.yaml` against the code lists of the project.
  ///
  /// A name that is used and declared nowhere is a finding at its place; the value is nil when there
  /// are errors.
  package static func read(
    _ file: SourceFile, codeLists: [CodeList], languages: [String]
  ) -> Diagnosed<StatisticsDeclaration?> {
    var reader = DeclarationReader(codeLists: codeLists, languages: languages)
    guard let text = file.text().reporting(to: &reader.findings),
      let document = readYAML(text, path: file.path).reporting(to: &reader.findings)
    else { return Diagnosed(nil, findings: reader.findings) }
    let declaration = reader.read(document)
    guard !reader.findings.hasErrors else { return Diagnosed(nil, findings: reader.findings) }
    return Diagnosed(declaration, findings: reader.findings)
  }
}

struct DeclarationReader {
  let codeLists: [String: CodeList]
  let languages: [String]
  var findings: [Diagnostic] = []
  /// Names met before what they name was read, to be looked up at the end.
  var pending: [(condition: Condition, location: SourceLocation)] = []
  /// Dimensions by which a measure is counted or filtered, to be looked up at the end too.
  var uses: [(dimension: String, measure: String, location: SourceLocation)] = []
  /// The record sets that were read, by their files.
  private var setsOfFiles: [String: String] = [:]

  init(codeLists: [CodeList], languages: [String]) {
    self.codeLists = Dictionary(uniqueKeysWithValues: codeLists.map { ($0.id, $0) })
    self.languages = languages
  }

  mutating func read(_ document: YAMLValue) -> StatisticsDeclaration? {
    let sections = ["records", "measures", "dimensions", "tables", "history"]
    guard let root = document.mapping(of: sections, &findings) else { return nil }
    let written = ["records", "dimensions", "measures"].map { entries(of: root, $0) }
    let recordSets = written[0].compactMap { recordSet($0) }
    let dimensions = written[1].compactMap { dimension($0, recordSets) }
    let measures = written[2].compactMap { measure($0, recordSets) }
    defer {
      leaveOut(written[0], recordSets.map(\.id), "records")
      leaveOut(written[1], dimensions.map(\.id), "dimensions")
      leaveOut(written[2], measures.map(\.id), "measures")
    }
    let tables = entries(of: root, "tables").compactMap { table($0, measures, dimensions) }
    let history = historyMapping(root["history"], measures, dimensions)
    let declaration = StatisticsDeclaration(
      recordSets: recordSets, measures: measures, dimensions: dimensions, tables: tables,
      history: history, codeLists: codeLists)
    for (condition, location) in pending {
      findings += declaration.findings(on: condition, at: location)
    }
    let circle = declaration.orderFindings(at: document.location)
    findings += circle
    // Dimensions that go round in a circle have no end to look up.
    guard circle.isEmpty else { return nil }
    for (dimension, measure, location) in uses
    where declaration.dimension(dimension) != nil && declaration.measure(measure) != nil {
      findings +=
        declaration.dimension(
          dimension, of: measure, at: location, rule: .declarationUnknown
        ).findings
    }
    return declaration
  }

  /// What is written and could not be read is no unknown name where it is used.
  private mutating func leaveOut(
    _ written: [YAMLMapping.Entry], _ read: [String], _ kind: Message
  ) {
    let lost = Set(
      written.filter { !read.contains($0.key) }.map {
        Diagnostic.unknown($0.key, kind: kind, among: [], at: $0.keyLocation).message
      })
    findings.removeAll { lost.contains($0.message) }
  }

  private mutating func entries(of root: YAMLMapping, _ name: String) -> [YAMLMapping.Entry] {
    root.required(name, &findings)?.mapping(&findings)?.entries ?? []
  }

  mutating func words(_ value: YAMLValue?) -> LocalizedText? {
    value?.localizedText(languages: languages, &findings)
  }

  private mutating func recordSet(_ entry: YAMLMapping.Entry) -> RecordSet? {
    let keys = ["file", "columns", "order", "needs", "answers", "implied"]
    guard let mapping = entry.value.mapping(of: keys, &findings),
      let file = mapping.required("file", &findings)?.text(&findings),
      let columns = mapping.required("columns", &findings)?.mapping(&findings)
    else { return nil }
    if let other = setsOfFiles.updateValue(entry.key, forKey: file.lowercased()) {
      findings.append(.sameFile(entry.key, other, at: entry.keyLocation))
    }
    let read = columns.entries.compactMap { column($0) }
    return RecordSet(
      id: entry.key, file: file, columns: read, order: order(mapping["order"], read),
      needs: needs(mapping["needs"], read), answers: answers(mapping["answers"], read),
      implied: implied(mapping["implied"]))
  }

  private mutating func column(_ entry: YAMLMapping.Entry) -> RecordSet.Column? {
    let types = ["text", "identifier", "day", "integer", "code"]
    if case .scalar(let type) = entry.value.content {
      guard let type = columnType(type, nil, types, entry.value.location) else { return nil }
      return RecordSet.Column(name: entry.key, type: type, isRequired: false)
    }
    let keys = ["type", "codes", "minimum", "maximum", "required"]
    guard let mapping = entry.value.mapping(of: keys, &findings),
      let typeValue = mapping.required("type", &findings),
      let typeName = typeValue.text(&findings),
      let type = columnType(typeName, mapping, types, typeValue.location)
    else { return nil }
    return RecordSet.Column(
      name: entry.key, type: type,
      isRequired: mapping["required"]?.boolean(&findings) ?? false)
  }

  private mutating func columnType(
    _ name: String, _ mapping: YAMLMapping?, _ known: [String], _ location: SourceLocation
  ) -> RecordSet.ColumnType? {
    switch name {
    case "text": return .text
    case "identifier": return .identifier
    case "day": return .day
    case "integer":
      let minimum = mapping?["minimum"]?.integer(&findings) ?? 0
      let maximum = mapping?["maximum"]?.integer(&findings) ?? 1_000_000
      return .integer(minimum...max(minimum, maximum))
    case "code":
      guard let list = mapping?.required("codes", &findings) else { return nil }
      return codeListName(list).map { .code(list: $0) }
    default:
      findings.append(.unknown(name, kind: "column types", among: known, at: location))
      return nil
    }
  }

  mutating func codeListName(_ value: YAMLValue) -> String? {
    guard let name = value.text(&findings) else { return nil }
    guard codeLists[name] != nil else {
      let known = codeLists.keys.sorted()
      var finding = Diagnostic.unknown(name, kind: "code lists", among: known, at: value.location)
      if nearestName(to: name, among: known) == nil {
        finding.remedy =
          "add the file codelists/\(name).csv, or write the name of one that is there"
      }
      findings.append(finding)
      return nil
    }
    return name
  }

  mutating func conditions(_ value: YAMLValue?) -> [Condition] {
    guard let mapping = value?.mapping(&findings) else { return [] }
    return mapping.entries.map { entry in
      let parts = entry.key.split(separator: ".", maxSplits: 1).map(String.init)
      let condition = Condition(
        dimension: parts.first ?? "", attribute: parts.count == 2 ? parts[1] : nil,
        values: entry.value.texts(&findings))
      pending.append((condition, entry.keyLocation))
      return condition
    }
  }

  private mutating func measure(
    _ entry: YAMLMapping.Entry, _ recordSets: [RecordSet]
  ) -> Measure? {
    let keys = ["records", "flow", "stock", "where", "label", "source"]
    guard let mapping = entry.value.mapping(of: keys, &findings),
      let set = mapping.required("records", &findings),
      let setName = set.text(&findings),
      let label = words(mapping.required("label", &findings)),
      let source = words(mapping.required("source", &findings))
    else { return nil }
    guard let recordSet = recordSets.first(where: { $0.id == setName }) else {
      let known = recordSets.map(\.id)
      findings.append(.unknown(setName, kind: "records", among: known, at: set.location))
      return nil
    }
    guard let time = time(mapping, recordSet) else { return nil }
    let filter = conditions(mapping["where"])
    uses += filter.map { ($0.dimension, entry.key, mapping["where"]?.location ?? mapping.location) }
    return Measure(
      id: entry.key, recordSet: setName, time: time, filter: filter, label: label, source: source)
  }

  private mutating func time(_ mapping: YAMLMapping, _ recordSet: RecordSet) -> Measure.Time? {
    if let flow = mapping["flow"] {
      return dayColumn(flow, recordSet).map { .flow(column: $0) }
    }
    guard
      let stock = mapping.required("stock", &findings)?.mapping(of: ["from", "until"], &findings),
      let from = stock.required("from", &findings), let until = stock.required("until", &findings),
      let fromColumn = dayColumn(from, recordSet), let untilColumn = dayColumn(until, recordSet)
    else { return nil }
    return .stock(from: fromColumn, until: untilColumn)
  }

  mutating func dayColumn(_ value: YAMLValue, _ recordSet: RecordSet) -> String? {
    guard let name = value.text(&findings) else { return nil }
    let days = recordSet.columns.filter { $0.type == .day }.map(\.name)
    guard days.contains(name) else {
      findings.append(.unknown(name, kind: "columns of days", among: days, at: value.location))
      return nil
    }
    return name
  }

  private mutating func dimension(
    _ entry: YAMLMapping.Entry, _ recordSets: [RecordSet]
  ) -> Dimension? {
    let keys = [
      "column", "bands", "cases", "codes", "applies_when", "label", "rest", "open", "ordinal",
    ]
    if ["period", "value", "status"].contains(entry.key) {
      findings.append(.columnOfDataFiles(entry.key, at: entry.keyLocation))
    }
    guard let mapping = entry.value.mapping(of: keys, &findings),
      let list = mapping.required("codes", &findings).flatMap({ codeListName($0) }),
      let label = words(mapping.required("label", &findings)),
      let origin = origin(mapping, recordSets, list: list)
    else { return nil }
    return Dimension(
      id: entry.key, origin: origin, codeList: list,
      appliesWhen: conditions(mapping["applies_when"]), label: label, rest: words(mapping["rest"]),
      isOpen: mapping["open"]?.boolean(&findings) ?? false,
      isOrdinal: mapping["ordinal"]?.boolean(&findings) ?? false)
  }

  private mutating func origin(
    _ mapping: YAMLMapping, _ recordSets: [RecordSet], list: String
  ) -> Dimension.Origin? {
    if let cases = mapping["cases"]?.mapping(&findings) {
      return .cases(
        cases.entries.map { entry in
          if codeLists[list]?.code(entry.key) == nil {
            let known = codeLists[list]?.codes.map(\.code) ?? []
            findings.append(
              .unknown(entry.key, kind: "codes of “\(list)”", among: known, at: entry.keyLocation))
          }
          return (entry.key, conditions(entry.value))
        })
    }
    let isBanded = mapping["bands"] != nil
    guard let value = mapping["bands"] ?? mapping.required("column", &findings),
      let name = value.text(&findings)
    else { return nil }
    let fitting = recordSets.flatMap(\.columns).filter { column in
      switch column.type {
      case .integer: isBanded
      case .code(let columnList): !isBanded && columnList == list
      case .text, .identifier, .day: false
      }
    }
    guard fitting.contains(where: { $0.name == name }) else {
      let known = Array(Set(fitting.map(\.name))).sorted()
      let kind: Message =
        isBanded ? "columns of whole numbers" : "columns with codes of “\(list)”"
      findings.append(.unknown(name, kind: kind, among: known, at: value.location))
      return nil
    }
    return isBanded ? .bands(column: name) : .column(name)
  }
}

extension Diagnostic {
  static func unknown(
    _ name: String, kind: Message, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .declarationUnknown, at: location, "“\(name)” is not among the \(kind)",
      help: suggestion(for: name, among: known, kind: kind))
  }

  fileprivate static func sameFile(
    _ name: String, _ other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .declarationTwice, at: location, "“\(name)” and “\(other)” read the same file",
      help: "declare it once; a measure counts some of its records by “where”")
  }

  fileprivate static func columnOfDataFiles(
    _ name: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .declarationUnknown, at: location, "“\(name)” is a column of every data file already",
      help: "give the dimension another name")
  }
}
