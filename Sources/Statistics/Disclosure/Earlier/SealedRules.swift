/// What was declared of all records of a set: that days never run backwards, and which columns are always filled in.
///
/// Readers of an edition know it of the records of that time, even when it is declared no more.
struct SealedRules: Sendable, Hashable {
  let recordSet: String
  let order: [String]
  let required: [String]

  init(_ set: RecordSet) {
    recordSet = set.id
    order = set.order
    required = set.columns.filter(\.isRequired).map(\.name)
  }

  /// The words of `published.csv`: `records of clients; in order admitted_on left_on; always admitted_on gender`.
  var text: String {
    [["records of", recordSet], ["in order"] + order, ["always"] + required]
      .map { $0.joined(separator: " ") }.joined(separator: "; ")
  }

  /// Nil for other definitions.
  init?(_ detail: String) {
    let parts = detail.split(separator: ";").map { $0.split(separator: " ").map(String.init) }
    guard parts.count == 3, parts[0].count == 3, parts[0].starts(with: ["records", "of"]),
      parts[1].starts(with: ["in", "order"]), parts[2].first == "always"
    else { return nil }
    recordSet = parts[0][2]
    order = Array(parts[1].dropFirst(2))
    required = Array(parts[2].dropFirst())
  }
}

extension Dataset {
  /// With what was declared for earlier editions and still holds of all records.
  func knowing(_ earlier: [EarlierEdition]) -> Dataset {
    let rules = earlier.flatMap(\.facts).filter { $0.form == .definition }
      .compactMap { SealedRules($0.detail) }
    let sets = declaration.recordSets.map { set in
      rules.filter { $0.recordSet == set.id }.reduce(set) { set, rules in
        set.with(
          order: rules.order.count > set.order.count && holds(order: rules.order, in: set)
            ? rules.order : set.order,
          required: rules.required.filter { isFilledIn($0, in: set) })
      }
    }
    let declared = declaration.with(sets)
    return Dataset(
      declaration: declared, records: records, coded: coded, history: history, paths: paths)
  }

  private func holds(order: [String], in set: RecordSet) -> Bool {
    guard let own = records[set.id] else { return false }
    let days = order.compactMap { own.days[$0] }
    guard days.count == order.count else { return false }
    return (0..<own.count).allSatisfy { row in
      let filled = days.map { $0[row] }.filter { $0 > 0 }
      return zip(filled, filled.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }

  private func isFilledIn(_ column: String, in set: RecordSet) -> Bool {
    guard let own = records[set.id], let type = set.column(column)?.type else { return false }
    switch type {
    case .day: return own.days[column]?.allSatisfy { $0 > 0 } ?? false
    case .integer: return own.integers[column]?.allSatisfy { $0 != Records.emptyInteger } ?? false
    case .code(let list):
      guard let listed = declaration.codeLists[list]?.codes.count else { return false }
      return own.codes[column]?.allSatisfy { $0 < listed } ?? false
    case .text, .identifier: return false
    }
  }
}

extension RecordSet {
  fileprivate func with(order: [String], required: [String]) -> RecordSet {
    RecordSet(
      id: id, file: file,
      columns: columns.map {
        Column(
          name: $0.name, type: $0.type, isRequired: $0.isRequired || required.contains($0.name))
      }, order: order, needs: needs, answers: answers, implied: implied)
  }
}

extension StatisticsDeclaration {
  fileprivate func with(_ recordSets: [RecordSet]) -> StatisticsDeclaration {
    StatisticsDeclaration(
      recordSets: recordSets, measures: measures, dimensions: dimensions, tables: tables,
      history: history, codeLists: codeLists)
  }

  /// As rows of `published.csv`, of the sets whose measures some facts are of.
  func recordRules(of facts: [PublishedFact], in period: String) -> [PublishedFact] {
    let told = Set(facts.compactMap { measure($0.measure)?.recordSet })
    return recordSets.filter { told.contains($0.id) }.map { set in
      PublishedFact(
        form: .definition, measure: "", cell: "", time: period, status: .published, value: nil,
        detail: SealedRules(set).text)
    }
  }
}
