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
  /// What a rule ties, though nothing states both of its sides together.
  private let told: [Implications.Told]
  private let names: ClassNames
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
    let statement: Statement
  }

  /// - `personal`: dimensions by which those are told apart too who are all that there are, since others do not
  ///   tell of them.
  init(
    _ basis: Region.Basis, _ statements: [Statement], _ declaration: StatisticsDeclaration,
    _ implications: Implications, personal: Set<String> = []
  ) {
    self.basis = basis
    let measures = declaration.measures.filter {
      $0.recordSet == basis.recordSet && $0.time == basis.time
    }
    let spans = SmallestClasses.spans(basis, statements)
    self.spans = spans
    names = ClassNames(
      declaration,
      measures: measures.map { ($0.id, implications.canonical(declaration.region(of: $0))) }, spans)
    var stated = statements.map {
      Stated(boxes: implications.boxes(of: $0.region), statement: $0)
    }
    let isFlow = if case .flow = basis.time { true } else { false }
    let regions = stated.flatMap(\.boxes)
    let dimensions = regions.reduce(into: Set<String>()) { $0.formUnion($1.codes.keys) }
    var impossible = implications.impossible.known(of: dimensions)
    impossible.addEmpty(
      statements.filter {
        $0.region.codes.keys.allSatisfy { !personal.contains($0) } || $0.count != nil
      })
    self.impossible = impossible
    var axes: [ClassAxis] = dimensions.sorted().compactMap { [impossible] name in
      guard let dimension = declaration.dimension(name) else { return nil }
      return ClassAxis(
        name: name, size: declaration.codeSpace(of: dimension).size,
        stated: regions.compactMap { $0.codes[name] }, impossible: impossible.codes(of: name))
    }
    // All codes that anybody has are no restriction.
    for place in stated.indices {
      for box in stated[place].boxes.indices {
        for axis in axes where stated[place].boxes[box].codes[axis.name].map(axis.isWhole) == true {
          stated[place].boxes[box].codes[axis.name] = nil
        }
      }
    }
    if isFlow {
      for place in stated.indices {
        let days = stated[place].statement.days
        let times = CodeSet(spans.map(days.holds))
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
    told = implications.told(by: regions)
    let wanted =
      stated.map { axes.restricted(in: $0.boxes) }
      + told.map { axes.numbers(of: $0.within, and: [$0.asked, $0.told]) }
    for numbers in wanted {
      guard seen.insert(numbers).inserted, let kind = ClassKind(numbers, among: axes) else {
        continue
      }
      kinds.append(kind)
    }
    self.kinds = kinds + JointKinds(behind: kinds, axes).kinds
    empty = self.kinds.map { _ in [] }
    for entry in stated {
      guard entry.statement.count == nil, let kind = kind(axes.restricted(in: entry.boxes)) else {
        continue
      }
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

  private func kind(_ numbers: [Int]) -> Int? {
    kinds.firstIndex { $0.axes == numbers && !$0.isJoint }
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
  /// The classes into which the statements divide each other.
  ///
  /// - `nobody`: told of each count of which no record can be.
  private func division(_ nobody: (Int) -> Void) -> ClassDivision {
    var division = ClassDivision(kinds, axes, impossible: impossible, empty: empty)
    for entry in statements {
      guard let kind = kind(axes.restricted(in: entry.boxes)),
        let keys = keys(of: entry.boxes, kind)
      else { continue }
      if let count = entry.statement.count, !division.state(keys, kind, as: count) {
        nobody(count)
      }
    }
    for entry in statements where entry.statement.count == nil {
      for box in entry.boxes { meetOthers(than: box, &division) }
    }
    for entry in told {
      let numbers = axes.numbers(of: entry.within, and: [entry.asked, entry.told])
      var asked = entry.within
      asked.codes[entry.asked] = entry.codes
      guard let kind = kind(numbers), let keys = keys(of: [asked], kind),
        let axis = axes.firstIndex(where: { $0.name == entry.told })
      else { continue }
      division.meetLimited(keys, kind, by: axis)
    }
    division.divide()
    return division
  }

  /// Adds the classes and what they add up to.
  ///
  /// - Returns: the classes, as if each of them were stated.
  @discardableResult
  func add(to network: inout FactNetwork, _ counting: Counting) -> [Statement] {
    guard !statements.isEmpty else { return [] }
    var found: [Statement] = []
    // A list of what occurs tells of the rest that there is none.
    let division = division { network.know($0, atLeast: 0, atMost: 0) }
    var tallies = ClassTallies(basis, kinds, axes, in: counting.dataset, spans)
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
      let (region, isWhole) = region(of: group, division)
      let isJoint = kinds[division.classes[first].kind].isJoint
      let before = network.counts.count
      let name = names.name(of: region)
      let index: Int
      if isWhole, let days = days(of: region) {
        let region = region.atAnyTime
        index = network.add(tally, region: region, days: days, name: name)
        if !isJoint { found.append(Statement(region: region, days: days, count: index)) }
      } else {
        index = network.add(apart: tally, region: region, days: spans.first, name: name)
      }
      if isJoint, network.counts.count > before { network.markJoint(index) }
      counts[first] = index
    }
    for sum in division.sums {
      guard let total = sum.total.place(in: counts) else { continue }
      network.add(
        total: total, parts: sum.parts.compactMap { counts[$0] },
        note: network.counts[total].name)
    }
    return found
  }

  /// Adds them where the records do not count them: as cells that nobody told.
  ///
  /// - `known`: the cell of some records on some days, if there is one.
  func add(to cells: inout AuditCells, knowing known: (Region, ClosedRange<Day>) -> Int?) {
    let division = division { cells.know($0, atMost: 0) }
    var places = [Int?](repeating: nil, count: division.classes.count)
    for group in division.groups {
      guard let first = group.first else { continue }
      let (region, isWhole) = region(of: group, division)
      let days = isWhole ? days(of: region) : nil
      places[first] =
        division.statedCount(of: first) ?? days.flatMap { known(region.atAnyTime, $0) }
        ?? cells.add(
          .init(id: names.name(of: region), value: nil, role: .joint),
          counting: days.map { .init(region: region.atAnyTime, days: $0) })
    }
    for sum in division.sums {
      guard let total = sum.total.place(in: places) else { continue }
      cells.tie(total, sum.parts.compactMap { places[$0] })
    }
  }

  /// Where some are nobody, all are the others: those are told apart too.
  private func meetOthers(than empty: Region, _ division: inout ClassDivision) {
    guard let kind = kind(axes.restricted(in: [empty])) else { return }
    for name in empty.codes.keys.sorted() {
      guard let keys = keys(of: [empty.dropping(name)], kind) else { continue }
      division.meet(keys, kind)
    }
  }

  /// Nil where others lie between them.
  private func days(of region: Region) -> ClosedRange<Day>? {
    let places = region.codes[""].map { codes in spans.indices.filter(codes.contains) }
    let days = places.map { $0.map { spans[$0] } } ?? spans
    guard let first = days.first, let last = days.last,
      zip(days, days.dropFirst()).allSatisfy({ $0.upperBound.dayAfter == $1.lowerBound })
    else { return nil }
    return first.lowerBound...last.upperBound
  }

  /// The region of some classes of one kind that are counted together, and whether it holds nobody
  /// else: by as many dimensions as they differ in, it may be wider than they are.
  private func region(
    of group: [Int], _ division: ClassDivision
  ) -> (region: Region, isWhole: Bool) {
    var region = Region(basis: basis, codes: [:])
    guard let first = group.first else { return (region, false) }
    let kind = kinds[division.classes[first].kind]
    let digits = group.map { kind.digits(division.classes[$0].key) }
    var combinations = 1
    for (place, axis) in kind.axes.enumerated() {
      let numbers = Set(digits.map { $0[place] })
      combinations *= numbers.count
      region.codes[axes[axis].name] = axes[axis].codes(of: numbers.sorted())
    }
    return (region, combinations == group.count)
  }
}

extension Region {
  /// Without the days of a flow, which are among its dimensions while it is divided.
  fileprivate var atAnyTime: Region {
    var region = self
    region.codes[""] = nil
    return region
  }
}
