/// What the dimensions made by cases say of the dimensions that stand on columns of their own.
struct CaseDefinitions: Sendable {
  /// Codes that records may have, by dimension.
  typealias Box = [String: CodeSet]

  private struct Definition {
    let cases: [(number: Int, conditions: Box)]
    /// Under which the dimension applies.
    let applies: Box
    let space: CodeSpace
  }

  private var definitions: [String: Definition] = [:]
  /// For each dimension, boxes that divide all records, and the code that each leads to.
  private var divided: [String: [(box: Box, code: Int)]] = [:]

  /// - `available`: the dimensions by which the records can be counted.
  init(_ available: [Dimension], _ declaration: StatisticsDeclaration) {
    let names = Set(available.map(\.id))
    for dimension in available {
      guard case .cases(let cases) = dimension.origin else { continue }
      let list = declaration.codeList(of: dimension)
      definitions[dimension.id] = Definition(
        cases: cases.compactMap { entry in
          list.codes.firstIndex { $0.code == entry.code }.map {
            ($0, declaration.box(of: entry.conditions))
          }
        },
        applies: declaration.box(of: dimension.appliesWhen.filter { names.contains($0.dimension) }),
        space: CodeSpace(list))
    }
    for dimension in available where definitions[dimension.id] != nil {
      divided[dimension.id] = divide(dimension.id, declaration)
    }
  }

  func isMade(_ dimension: String) -> Bool { definitions[dimension] != nil }

  /// Boxes of columns without common records that hold those with some codes of the dimension.
  func boxes(of dimension: String, _ codes: CodeSet) -> [Box] {
    (divided[dimension] ?? []).filter { codes.contains($0.code) }.map(\.box)
  }

  /// The same records by columns alone, as boxes without common records.
  func boxes(of box: Box) -> [Box] {
    var boxes = [box.filter { !isMade($0.key) }]
    for name in box.keys.sorted() where isMade(name) {
      guard let codes = box[name] else { continue }
      let parts = self.boxes(of: name, codes)
      boxes = boxes.flatMap { box in parts.compactMap { box.common($0) } }
    }
    return boxes
  }

  private func divide(
    _ dimension: String, _ declaration: StatisticsDeclaration
  ) -> [(box: Box, code: Int)] {
    var stated: [String: [CodeSet]] = [:]
    collect(dimension, into: &stated)
    let axes = stated.keys.sorted().compactMap { name in
      declaration.dimension(name).map {
        ClassAxis(name: name, size: declaration.codeSpace(of: $0).size, stated: stated[name] ?? [])
      }
    }
    return ClassKind.combinations(axes.map { Array($0.classes.indices) }).map { digits in
      var box: Box = [:]
      for (axis, digit) in zip(axes, digits) { box[axis.name] = axis.classes[digit] }
      return (box, code(of: dimension, in: box))
    }
  }

  private func collect(_ dimension: String, into stated: inout [String: [CodeSet]]) {
    guard let definition = definitions[dimension] else { return }
    for conditions in [definition.applies] + definition.cases.map(\.conditions) {
      for (name, codes) in conditions.sorted(by: { $0.key < $1.key }) {
        if isMade(name) {
          collect(name, into: &stated)
        } else {
          stated[name, default: []].append(codes)
        }
      }
    }
  }

  /// - `box`: holds all or none of the records that a condition asks for.
  private func code(of dimension: String, in box: Box) -> Int {
    guard let definition = definitions[dimension] else { return 0 }
    func holds(_ conditions: Box) -> Bool {
      conditions.allSatisfy { name, codes in
        isMade(name)
          ? codes.contains(code(of: name, in: box))
          : box[name].map { $0.isSubset(of: codes) } ?? false
      }
    }
    guard holds(definition.applies) else { return definition.space.notApplicable }
    return definition.cases.first { holds($0.conditions) }?.number ?? definition.space.empty
  }
}

extension CaseDefinitions.Box {
  /// Nil where no record can be in both.
  func common(_ other: Self) -> Self? {
    let both = merging(other) { $0.intersection($1) }
    return both.values.contains(where: \.isEmpty) ? nil : both
  }
}

extension StatisticsDeclaration {
  /// The codes that all of the conditions leave.
  func box(of conditions: [Condition]) -> CaseDefinitions.Box {
    conditions.reduce(into: [:]) { box, condition in
      let codes = CodeSet(mask(of: condition))
      box[condition.dimension] = box[condition.dimension]?.intersection(codes) ?? codes
    }
  }
}
