import Periods

/// The smallest classes into which an edition's statements divide the persons of one set of records.
///
/// Each statement is the sum of its classes, and a class by fewer dimensions the sum of those by more.
/// So whatever differs between two statements, by how they merge, filter or leave persons out, is a
/// class or a sum of classes, and what a reader can subtract is in the network.
struct SmallestClasses {
  typealias Statement = FactNetwork.Statement

  let axes: [ClassAxis]
  let kinds: [ClassKind]
  private let statements: [(region: Region, statement: Statement)]
  private let implications: Implications
  private let basis: Region.Basis
  private let spans: [ClosedRange<Day>]
  /// By two axes: pairs of classes that no record has.
  private var impossible: [[Int]: [[Bool]]] = [:]
  /// By kind, the keys of classes that a statement says are empty.
  private var empty: [Set<Int>] = []

  /// More than so many parts of one class are not looked at.
  static let mostParts = 20_000

  init(
    _ basis: Region.Basis, _ statements: [Statement], _ declaration: StatisticsDeclaration,
    _ implications: Implications
  ) {
    self.basis = basis
    self.implications = implications
    let spans = SmallestClasses.spans(basis, statements)
    self.spans = spans
    let regions = statements.map { statement in
      (implications.canonical(statement.region), statement)
    }
    let names = regions.reduce(into: Set<String>()) { $0.formUnion($1.0.codes.keys) }
    let isFlow = if case .flow = basis.time { true } else { false }
    var timed = regions
    if isFlow {
      for place in timed.indices {
        let period = timed[place].1.period
        timed[place].0.codes[""] = CodeSet(
          spans.map { period.start <= $0.lowerBound && $0.upperBound <= period.end })
      }
    }
    self.statements = timed
    let known = implications.all.filter {
      names.contains($0.dimension) && names.contains($0.implied)
    }
    var axes: [ClassAxis] = []
    for name in names.sorted() {
      guard let dimension = declaration.dimension(name) else { continue }
      var stated = regions.compactMap { $0.0.codes[name] }
      for rule in known {
        if rule.dimension == name { stated.append(rule.codes) }
        if rule.implied == name { stated.append(rule.impliedCodes) }
      }
      let space = declaration.codeSpace(of: dimension)
      axes.append(
        ClassAxis(
          name: name, size: space.size, stated: stated,
          impossible: implications.applies(name) ? space.notApplicable : nil))
    }
    if isFlow {
      axes.insert(
        ClassAxis(
          name: "", size: spans.count,
          stated: spans.indices.map { span in CodeSet(spans.indices.map { $0 == span }) }), at: 0)
    }
    self.axes = axes
    var stated: [ClassKind] = []
    var seen: Set<[Int]> = []
    for (region, _) in timed {
      let numbers = axes.restricted(in: region)
      guard seen.insert(numbers).inserted, let kind = ClassKind(numbers, among: axes) else {
        continue
      }
      stated.append(kind)
    }
    kinds = stated + JointKinds(behind: stated, axes).kinds
    for rule in known { addImpossible(rule) }
    empty = kinds.map { _ in [] }
    for (region, statement) in timed where statement.count == nil {
      guard let kind = kind(of: region) else { continue }
      empty[kind].formUnion(keys(of: region, kind))
    }
  }

  /// The parts of the calendar that all periods can be put together from.
  private static func spans(
    _ basis: Region.Basis, _ statements: [Statement]
  ) -> [ClosedRange<Day>] {
    guard case .flow = basis.time else {
      return statements.first.map { [$0.period.start...$0.period.end] } ?? []
    }
    let periods = Set(statements.map(\.period))
    let starts = Set(periods.flatMap { [$0.start, $0.end.dayAfter] }).sorted()
    return zip(starts, starts.dropFirst()).map { $0...$1.dayBefore }
      .filter { span in
        periods.contains { $0.start <= span.lowerBound && span.upperBound <= $0.end }
      }
  }

  private mutating func addImpossible(_ rule: Implications.Implication) {
    guard let first = axes.firstIndex(where: { $0.name == rule.dimension }),
      let second = axes.firstIndex(where: { $0.name == rule.implied })
    else { return }
    let outside = axes[second].classes.map { $0.intersection(rule.impliedCodes).isEmpty }
    for number in axes[first].numbers(in: rule.codes) {
      for other in axes[second].classes.indices where outside[other] {
        let (pair, row, column) =
          first < second ? ([first, second], number, other) : ([second, first], other, number)
        if impossible[pair] == nil {
          impossible[pair] = Array(
            repeating: Array(repeating: false, count: axes[pair[1]].count),
            count: axes[pair[0]].count)
        }
        impossible[pair]?[row][column] = true
      }
    }
  }

  private func kind(of region: Region) -> Int? {
    let numbers = axes.restricted(in: region)
    return kinds.firstIndex { $0.axes == numbers && !$0.isJoint }
  }

  private func keys(of region: Region, _ kind: Int) -> [Int] {
    let numbers = kinds[kind].axes.map { axis in
      axes[axis].numbers(in: region.codes[axes[axis].name] ?? CodeSet(size: 0))
    }
    return ClassKind.combinations(numbers).map { kinds[kind].key($0) }
  }
}

extension SmallestClasses {
  /// Adds the classes and what they add up to.
  func add(to network: inout FactNetwork, _ counting: Counting) {
    guard !statements.isEmpty else { return }
    var division = ClassDivision(kinds, axes, impossible: impossible, empty: empty)
    for (region, statement) in statements {
      guard let count = statement.count, let kind = kind(of: region) else { continue }
      // A list of what occurs tells of the rest that there is none.
      if !division.state(keys(of: region, kind), kind, as: count) {
        network.know(count, atLeast: 0, atMost: 0)
      }
    }
    division.divide()
    let declaration = counting.declaration
    let measures = declaration.measures.filter {
      $0.recordSet == basis.recordSet && $0.time == basis.time
    }.map { measure in
      (id: measure.id, base: implications.canonical(declaration.region(of: measure)))
    }
    var tallies = ClassTallies(measures, kinds, axes, in: counting.dataset, spans)
    let names = ClassNames(declaration, measures: measures, spans)
    var counts = [Int?](repeating: nil, count: division.classes.count)
    for group in division.groups {
      guard let first = group.first else { continue }
      if let stated = division.statedCount(of: first) {
        counts[first] = stated
        continue
      }
      var tally = Tally()
      for member in group {
        let part = division.classes[member]
        guard
          let known = tallies.tally(
            ofKind: part.kind, key: part.key, region: region(of: [member], division))
        else { return }
        tally += known
      }
      let region = region(of: group, division)
      let isJoint = kinds[division.classes[first].kind].isJoint
      let before = network.counts.count
      let index = network.add(tally, region: region, name: names.name(of: region))
      if isJoint, network.counts.count > before { network.markJoint(index) }
      counts[first] = index
    }
    for sum in division.sums {
      let total: Int?
      switch sum.total {
      case .statement(let count): total = count
      case .member(let member): total = counts[member]
      }
      guard let total else { continue }
      network.add(
        total: total, parts: sum.parts.compactMap { counts[$0] },
        note: network.counts[total].name)
    }
  }

  /// The region of some classes of one kind that are counted together; by as many dimensions as they
  /// differ in, it may be wider than they are.
  private func region(of group: [Int], _ division: ClassDivision) -> Region {
    var region = Region(basis: basis, codes: [:])
    guard let first = group.first else { return region }
    let kind = kinds[division.classes[first].kind]
    let digits = group.map { kind.digits(division.classes[$0].key) }
    for (place, axis) in kind.axes.enumerated() {
      region.codes[axes[axis].name] = axes[axis].codes(of: Set(digits.map { $0[place] }).sorted())
    }
    return region
  }
}

extension FactNetwork {
  /// Divides what is stated of each set of records.
  ///
  /// - `implications`: by record set.
  mutating func addSmallestClasses(
    _ counting: Counting, _ implications: [String: Implications]
  ) {
    var bases: [Region.Basis] = []
    for statement in statements where !bases.contains(statement.region.basis) {
      bases.append(statement.region.basis)
    }
    for basis in bases {
      guard let implied = implications[basis.recordSet] else { continue }
      SmallestClasses(
        basis, statements.filter { $0.region.basis == basis }, counting.declaration, implied
      ).add(to: &self, counting)
    }
  }
}
