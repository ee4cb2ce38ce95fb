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
  private let statements: [Stated]
  private let measures: [(id: String, base: Region, boxes: [Region])]
  private let basis: Region.Basis
  private let spans: [ClosedRange<Day>]
  private let impossible: ImpossibleCodes
  /// By kind, the keys of classes that a statement says are empty.
  private var empty: [Set<Int>] = []

  /// More than so many parts of one class are not looked at.
  static let mostParts = 20_000

  private struct Stated {
    /// Without common records.
    var boxes: [Region]
    /// Nil for what has to be told apart though nothing states it.
    let statement: Statement?
  }

  init(
    _ basis: Region.Basis, _ statements: [Statement], _ declaration: StatisticsDeclaration,
    _ implications: Implications
  ) {
    self.basis = basis
    let spans = SmallestClasses.spans(basis, statements)
    self.spans = spans
    var stated = statements.map {
      Stated(boxes: implications.boxes(of: $0.region), statement: $0)
    }
    measures = declaration.measures.filter {
      $0.recordSet == basis.recordSet && $0.time == basis.time
    }.map { measure in
      let base = declaration.region(of: measure)
      return (measure.id, implications.canonical(base), implications.boxes(of: base))
    }
    let isFlow = if case .flow = basis.time { true } else { false }
    stated += implications.told(by: stated.flatMap(\.boxes)).map {
      Stated(boxes: implications.boxes(of: $0), statement: nil)
    }
    let regions = stated.flatMap(\.boxes)
    let names = regions.reduce(into: Set<String>()) { $0.formUnion($1.codes.keys) }
    impossible = implications.impossible.known(of: names)
    var divisions: [String: [CodeSet]] = [:]
    for box in (regions + measures.flatMap(\.boxes)).map(\.codes) + impossible.boxes {
      for (name, codes) in box where names.contains(name) {
        divisions[name, default: []].append(codes)
      }
    }
    var axes: [ClassAxis] = names.sorted().compactMap { [impossible] name in
      guard let dimension = declaration.dimension(name) else { return nil }
      return ClassAxis(
        name: name, size: declaration.codeSpace(of: dimension).size,
        stated: divisions[name] ?? [], impossible: impossible.codes(of: name))
    }
    if isFlow {
      for place in stated.indices {
        let days = stated[place].statement?.days
        let times = CodeSet(spans.map { days?.holds($0) ?? true })
        for box in stated[place].boxes.indices { stated[place].boxes[box].codes[""] = times }
      }
      axes.insert(
        ClassAxis(
          name: "", size: spans.count,
          stated: spans.indices.map { CodeSet(size: spans.count, $0) }), at: 0)
    }
    self.statements = stated
    self.axes = axes
    var kinds: [ClassKind] = []
    var seen: Set<[Int]> = []
    for entry in stated {
      let numbers = axes.restricted(in: entry.boxes)
      guard seen.insert(numbers).inserted, let kind = ClassKind(numbers, among: axes) else {
        continue
      }
      kinds.append(kind)
    }
    self.kinds = kinds + JointKinds(behind: kinds, axes).kinds
    empty = self.kinds.map { _ in [] }
    for entry in stated {
      guard let statement = entry.statement, statement.count == nil,
        let kind = kind(of: entry.boxes)
      else { continue }
      empty[kind].formUnion(keys(of: entry.boxes, kind) ?? [])
    }
  }

  /// The parts of the calendar that all periods can be put together from.
  private static func spans(
    _ basis: Region.Basis, _ statements: [Statement]
  ) -> [ClosedRange<Day>] {
    guard case .flow = basis.time else {
      return statements.first.map { [$0.days] } ?? []
    }
    let times = Set(statements.map(\.days))
    let starts = Set(times.flatMap { [$0.lowerBound, $0.upperBound.dayAfter] }).sorted()
    return zip(starts, starts.dropFirst()).map { $0...$1.dayBefore }
      .filter { span in times.contains { $0.holds(span) } }
  }

  private func kind(of boxes: [Region]) -> Int? {
    let numbers = axes.restricted(in: boxes)
    return kinds.firstIndex { $0.axes == numbers && !$0.isJoint }
  }

  /// Nil where there are too many.
  private func keys(of boxes: [Region], _ kind: Int) -> [Int]? {
    let numbers = boxes.map { box in
      kinds[kind].axes.map { axis in
        box.codes[axes[axis].name].map { axes[axis].numbers(in: $0) }
          ?? Array(axes[axis].classes.indices)
      }
    }
    let total = numbers.reduce(0) { sum, box in
      sum + box.reduce(1) { min($0 * $1.count, SmallestClasses.mostParts + 1) }
    }
    guard total <= SmallestClasses.mostParts else { return nil }
    return numbers.flatMap { box in
      ClassKind.combinations(box).map { kinds[kind].key($0) }
    }
  }
}

extension SmallestClasses {
  /// Adds the classes and what they add up to.
  func add(to network: inout FactNetwork, _ counting: Counting) {
    guard !statements.isEmpty else { return }
    var division = ClassDivision(kinds, axes, impossible: impossible, empty: empty)
    for entry in statements {
      guard let kind = kind(of: entry.boxes), let keys = keys(of: entry.boxes, kind) else {
        continue
      }
      guard let statement = entry.statement else {
        division.meet(keys, kind)
        continue
      }
      // A list of what occurs tells of the rest that there is none.
      if let count = statement.count, !division.state(keys, kind, as: count) {
        network.know(count, atLeast: 0, atMost: 0)
      }
    }
    division.divide()
    var tallies = ClassTallies(basis, kinds, axes, in: counting.dataset, spans)
    let names = ClassNames(
      counting.declaration, measures: measures.map { ($0.id, $0.base) }, spans)
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
        tally += tallies.tally(ofKind: part.kind, key: part.key)
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
