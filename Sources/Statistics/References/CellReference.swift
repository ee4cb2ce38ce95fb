import Diagnostics

/// A part of a measure: `new_clients form=forced_labour place=FI`.
package struct CellReference: Sendable, Hashable {
  package let measure: String
  /// By dimension in byte order; `_O` stands for the merged rest of the edition’s table.
  package let conditions: [Condition]

  package init(measure: String, conditions: [Condition]) {
    self.measure = measure
    self.conditions = conditions.sorted {
      ($0.dimension, $0.attribute ?? "", $0.values.joined(separator: ","))
        < ($1.dimension, $1.attribute ?? "", $1.values.joined(separator: ","))
    }
  }

  /// As it is written in a citation.
  package var text: String { ([measure] + conditions.map(\.text)).joined(separator: " ") }

  package func dropping(_ condition: Condition) -> CellReference {
    CellReference(measure: measure, conditions: conditions.filter { $0 != condition })
  }
}

extension Condition {
  package var text: String {
    dimension + (attribute.map { ".\($0)" } ?? "") + "=" + values.joined(separator: ",")
  }
}

extension StatisticsDeclaration {
  /// Reads the words of a reference: the measure, then `dimension=code` or
  /// `dimension.attribute=value`.
  ///
  /// A name that is declared nowhere is a finding under `rule` that offers the nearest one.
  package func cellReference(
    _ words: [String], at location: SourceLocation, rule: Rule
  ) -> Diagnosed<CellReference?> {
    guard let name = words.first else {
      return Diagnosed(nil, findings: [.measureMissing(rule, at: location)])
    }
    guard let measure = measure(name) else {
      let known = measures.map(\.id)
      return Diagnosed(
        nil, findings: [.unknown(name, kind: "measures", among: known, rule, at: location)])
    }
    var findings: [Diagnostic] = []
    var conditions: [Condition] = []
    for word in words.dropFirst() {
      guard let condition = Condition(word: word) else {
        findings.append(.noCondition(word, rule, at: location))
        continue
      }
      findings += self.findings(on: condition, of: measure, rule, at: location)
      if conditions.contains(where: { $0.dimension == condition.dimension }) {
        findings.append(.conditionTwice(condition.dimension, rule, at: location))
      }
      if condition.values != ["_T"] { conditions.append(condition) }
    }
    guard findings.isEmpty else { return Diagnosed(nil, findings: findings) }
    return Diagnosed(CellReference(measure: name, conditions: conditions))
  }

  /// The dimension named, if the measure’s records can be counted by it.
  package func dimension(
    _ name: String, of measure: String, at location: SourceLocation, rule: Rule
  ) -> Diagnosed<Dimension?> {
    let usable = dimensions.filter { isAvailable($0, forMeasure: measure) }
    if let dimension = usable.first(where: { $0.id == name }) { return Diagnosed(dimension) }
    let known = usable.map(\.id)
    if dimension(name) != nil {
      return Diagnosed(
        nil, findings: [.notAvailable(name, for: measure, known, rule, at: location)])
    }
    return Diagnosed(
      nil, findings: [.unknown(name, kind: "dimensions", among: known, rule, at: location)])
  }

  /// Whether the measure’s records tell the dimension.
  package func isCounted(_ measure: String, by dimension: Dimension) -> Bool {
    isAvailable(dimension, forMeasure: measure)
  }

  func isAvailable(_ dimension: Dimension, forMeasure id: String) -> Bool {
    guard let measure = measure(id), let set = recordSet(of: measure) else { return false }
    return isAvailable(dimension, in: set)
  }

  private func findings(
    on condition: Condition, of measure: Measure, _ rule: Rule, at location: SourceLocation
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let found = dimension(condition.dimension, of: measure.id, at: location, rule: rule)
    guard let dimension = found.reporting(to: &findings) else { return findings }
    let list = codeList(of: dimension)
    if let attribute = condition.attribute {
      let known = Set(list.codes.flatMap(\.attributes.keys)).sorted()
      if !known.contains(attribute) {
        let kind: Message = "attributes of “\(dimension.id)”"
        findings.append(.unknown(attribute, kind: kind, among: known, rule, at: location))
      }
      return findings
    }
    let known = list.codes.map(\.code)
    for value in condition.values where !known.contains(value) {
      if ["_U", "_T", "_O"].contains(value), condition.values.count == 1 { continue }
      let kind: Message = "codes of “\(dimension.id)”"
      findings.append(.unknown(value, kind: kind, among: known, rule, at: location))
    }
    return findings
  }
}

extension Condition {
  /// Reads `dimension=code,code` or `dimension.attribute=value`.
  fileprivate init?(word: String) {
    let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
    let name = sides[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(
      dimension: String(name[0]), attribute: name.count == 2 ? String(name[1]) : nil,
      values: sides[1].split(separator: ",").map(String.init))
  }
}

extension Diagnostic {
  fileprivate static func unknown(
    _ name: String, kind: Message, among known: [String], _ rule: Rule, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location, "“\(name)” is not among the \(kind)",
      help: suggestion(for: name, among: known, kind: kind))
  }

  fileprivate static func measureMissing(_ rule: Rule, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule, at: location, "A reference begins with the name of a measure",
      help: "write it as “new_clients form=forced_labour”")
  }

  fileprivate static func noCondition(
    _ word: String, _ rule: Rule, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location, "“\(word)” is no condition", help: "write it as “dimension=code”")
  }

  fileprivate static func conditionTwice(
    _ dimension: String, _ rule: Rule, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location, "The dimension “\(dimension)” is named twice",
      help: "name several codes at once, as “\(dimension)=a,b”")
  }

  fileprivate static func notAvailable(
    _ name: String, for measure: String, _ known: [String], _ rule: Rule,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location, "“\(measure)” cannot be counted by “\(name)”: its records do not tell it",
      help: "use one of: \(known.joined(separator: ", "))")
  }
}
