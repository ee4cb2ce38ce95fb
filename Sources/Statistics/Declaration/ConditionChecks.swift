import Diagnostics

extension StatisticsDeclaration {
  /// What is wrong with the names in a condition.
  func findings(on condition: Condition, at location: SourceLocation) -> [Diagnostic] {
    guard let dimension = dimension(condition.dimension) else {
      let known = dimensions.map(\.id)
      return [.unknown(condition.dimension, kind: "dimensions", among: known, at: location)]
    }
    let list = codeList(of: dimension)
    if let attribute = condition.attribute {
      let known = Set(list.codes.flatMap(\.attributes.keys)).sorted()
      guard !known.contains(attribute) else { return [] }
      return [
        .unknown(attribute, kind: "attributes of “\(dimension.id)”", among: known, at: location)
      ]
    }
    let known = list.codes.map(\.code)
    return condition.values.filter { $0 != "_U" && !known.contains($0) }.map {
      .unknown($0, kind: "codes of “\(dimension.id)”", among: known, at: location)
    }
  }

  /// Dimensions made from other dimensions must not go round in a circle.
  func orderFindings(at location: SourceLocation) -> [Diagnostic] {
    var settled: Set<String> = []
    var remaining = dimensions
    while !remaining.isEmpty {
      let ready = remaining.filter { $0.prerequisites.isSubset(of: settled) }
      guard !ready.isEmpty else {
        let names = remaining.map { "“\($0.id)”" }.joined(separator: ", ")
        // Names declared nowhere have findings of their own.
        guard remaining.allSatisfy({ $0.prerequisites.allSatisfy { dimension($0) != nil } }) else {
          return []
        }
        return [
          Diagnostic(
            .declarationUnknown, at: location,
            "These dimensions are made from one another: \(names)",
            help: "let one of them stand on a column alone")
        ]
      }
      settled.formUnion(ready.map(\.id))
      remaining.removeAll { settled.contains($0.id) }
    }
    return []
  }

  /// The dimensions in an order in which each comes after those it is made from.
  var dimensionsInOrder: [Dimension] {
    var ordered: [Dimension] = []
    var remaining = dimensions
    while !remaining.isEmpty {
      let settled = Set(ordered.map(\.id))
      let ready = remaining.filter { $0.prerequisites.isSubset(of: settled) }
      guard !ready.isEmpty else { break }
      ordered += ready
      remaining.removeAll { dimension in ready.contains { $0.id == dimension.id } }
    }
    return ordered
  }
}

extension Dimension {
  fileprivate var prerequisites: Set<String> {
    var names = Set(appliesWhen.map(\.dimension))
    if case .cases(let cases) = origin {
      names.formUnion(cases.flatMap { $0.conditions.map(\.dimension) })
    }
    return names
  }
}
