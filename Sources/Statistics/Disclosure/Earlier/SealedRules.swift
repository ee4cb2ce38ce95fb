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

extension RecordSet.Implied {
  /// The words of `published.csv`: `rule of clients: residence=finnish_citizen then nationality=FIN`.
  func text(of set: RecordSet, _ declaration: StatisticsDeclaration) -> String {
    func words(_ conditions: [Condition]) -> String {
      conditions.map { condition in
        let codes = zip(declaration.codes(of: condition), declaration.mask(of: condition))
        return "\(condition.dimension)=\(codes.filter(\.1).map(\.0).joined(separator: "+"))"
      }.joined(separator: " ")
    }
    return "rule of \(set.id): \(words(when)) then \(words(then))"
  }

  /// Nil for other definitions.
  init?(_ detail: String, of set: String) {
    let start = "rule of \(set): "
    guard detail.hasPrefix(start) else { return nil }
    let sides = detail.dropFirst(start.count).split(separator: " then ").map { side in
      PublishedFact.parts(of: String(side)).map {
        Condition(dimension: $0.dimension, values: $0.codes ?? [])
      }
    }
    guard sides.count == 2 else { return nil }
    self.init(when: sides[0], then: sides[1])
  }
}

extension Dataset {
  /// With what was declared for earlier editions and still holds of all records.
  func knowing(_ earlier: [EarlierEdition]) -> Dataset {
    let definitions = Set(
      earlier.flatMap(\.facts).filter { $0.form == .definition && $0.measure.isEmpty }.map(\.detail)
    ).sorted()
    guard !definitions.isEmpty else { return self }
    let rules = definitions.compactMap { SealedRules($0) }
    var known = self
    for (place, set) in declaration.recordSets.enumerated() {
      let today = Set(set.implied.map { $0.text(of: set, declaration) })
      let implied = definitions.filter { !today.contains($0) }
        .compactMap { RecordSet.Implied($0, of: set.id) }
        .filter { isKnown($0, in: set) && breaks(of: $0, in: set).isEmpty }
      let own = rules.filter { $0.recordSet == set.id }
      let required = Set(own.flatMap(\.required)).filter { isFilledIn($0, in: set) }
      var sealed = set
      sealed.implied += implied
      sealed.ordersBefore += own.map(\.order).filter { holds(order: $0, in: set) }
      for column in set.columns.indices where required.contains(set.columns[column].name) {
        sealed.columns[column].isRequired = true
      }
      known.declaration.recordSets[place] = sealed
    }
    return known
  }

  private func isKnown(_ rule: RecordSet.Implied, in set: RecordSet) -> Bool {
    (rule.when + rule.then).allSatisfy { condition in
      guard let dimension = declaration.dimension(condition.dimension),
        declaration.isAvailable(dimension, in: set)
      else { return false }
      return Set(condition.values).isSubset(of: declaration.codes(of: condition))
    }
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

extension StatisticsDeclaration {
  /// As rows of `published.csv`, of the sets whose measures some facts are of.
  func recordRules(of facts: [PublishedFact], in period: String) -> [PublishedFact] {
    let told = Set(facts.compactMap { measure($0.measure)?.recordSet })
    return recordSets.filter { told.contains($0.id) }.flatMap { set in
      ([SealedRules(set).text] + set.implied.map { $0.text(of: set, self) }).map {
        PublishedFact(
          form: .definition, measure: "", cell: "", time: period, status: .published, value: nil,
          detail: $0)
      }
    }
  }

  /// How the codes of a condition’s dimension are called, in the order of its mask.
  fileprivate func codes(of condition: Condition) -> [String] {
    dimension(condition.dimension).map { dimension in
      codeList(of: dimension).codes.map(\.code) + ["_U"]
    } ?? []
  }
}
