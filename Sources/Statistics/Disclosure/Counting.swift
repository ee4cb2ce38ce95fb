import Periods

/// The true counts of an edition.
///
/// It never leaves this target.
struct Counting {
  let dataset: Dataset
  let period: Period
  let cubes: [Cube.Request: Cube]

  var declaration: StatisticsDeclaration { dataset.declaration }

  func cube(_ measure: String, by dimensions: some Sequence<String>) -> Cube? {
    cubes[Cube.Request(measure: measure, dimensions: dimensions)]
  }

  /// What each condition lets through, by dimension.
  func masks(
    of reference: CellReference, rests: Rests
  ) -> [String: [Bool]] {
    var masks: [String: [Bool]] = [:]
    for condition in reference.conditions {
      var mask = declaration.mask(of: condition)
      if condition.values == ["_O"] {
        for member in rests.definition(of: condition, in: reference) { mask[member] = true }
      }
      masks[condition.dimension] =
        masks[condition.dimension].map { zip($0, mask).map { $0 && $1 } } ?? mask
    }
    return masks
  }

  func tally(of reference: CellReference, rests: Rests) -> Tally {
    cube(reference.measure, by: reference.conditions.map(\.dimension))?
      .tally(where: masks(of: reference, rests: rests)) ?? Tally()
  }

  /// Counts by number of the dimension’s code space, within the reference.
  func margin(
    of dimension: Dimension, within reference: CellReference, rests: Rests
  ) -> [Tally] {
    let space = declaration.codeSpace(of: dimension)
    var margin = [Tally](repeating: Tally(), count: space.size)
    let dimensions = reference.conditions.map(\.dimension) + [dimension.id]
    guard let cube = cube(reference.measure, by: dimensions),
      let position = cube.position(of: dimension.id)
    else { return margin }
    cube.forEach(where: masks(of: reference, rests: rests)) { codes, tally in
      margin[codes[position]] += tally
    }
    return margin
  }

  /// A table with its small categories merged and nothing hidden yet.
  func count(
    _ table: TableDeclaration, policy: DisclosurePolicy, excepted: Excepted,
    restExceptions: [CellReference]
  ) -> CountedTable {
    guard let measure = declaration.measure(table.measure),
      let cube = cube(table.measure, by: table.dimensions + table.filter.map(\.dimension))
    else { preconditionFailure("Tables are checked when declared") }
    let dimensions = table.dimensions.compactMap { declaration.dimension($0) }
    let filter = declaration.masks(of: table.filter)
    let possible = declaration.masks(of: table.filter + measure.filter)
    var axes: [CountedTable.CountedAxis] = []
    for dimension in dimensions {
      let merging = AxisMerging(
        dimension: dimension, list: declaration.codeList(of: dimension),
        margin: margin(of: dimension, in: cube, among: dimensions, filter: filter),
        isPossible: possible[dimension.id]
          ?? Array(repeating: true, count: declaration.codeSpace(of: dimension).size),
        policy: policy,
        isExcepted: { codes in
          excepted.contains(
            table.reference(adding: Condition(dimension: dimension.id, values: codes)))
        },
        restIsExcepted: restExceptions.contains {
          $0 == table.reference(adding: Condition(dimension: dimension.id, values: ["_O"]))
        })
      let merged = merging.merged(declared: table.merged[dimension.id] ?? [])
      let categories = merging.categories(merging: merged.members)
      var place = [Int?](repeating: nil, count: merging.margin.count)
      for (index, category) in categories.enumerated() {
        for number in category.numbers { place[number] = index }
      }
      // Codes that an open list leaves out do not occur; they count nowhere.
      let axis = Axis(dimension: dimension, categories: categories.map(\.category) + [.total])
      axes.append(
        .init(
          axis: axis, place: place, members: merged.members, bounds: merged.bounds,
          rest: merged.seen))
    }
    return CountedTable(
      declaration: table, measure: measure, axes: axes, cube: cube, filter: filter)
  }

  /// Counts by code of one dimension, of the records to which all dimensions of a table apply.
  private func margin(
    of dimension: Dimension, in cube: Cube, among dimensions: [Dimension],
    filter: [String: [Bool]]
  ) -> [Tally] {
    var margin = [Tally](repeating: Tally(), count: declaration.codeSpace(of: dimension).size)
    guard let position = cube.position(of: dimension.id) else { return margin }
    let outside = dimensions.compactMap { other in
      cube.position(of: other.id).map { ($0, declaration.codeSpace(of: other).notApplicable) }
    }
    cube.forEach(where: filter) { codes, tally in
      if outside.contains(where: { codes[$0.0] == $0.1 }) { return }
      margin[codes[position]] += tally
    }
    return margin
  }
}

extension StatisticsDeclaration {
  /// What all of the conditions let through, by dimension.
  fileprivate func masks(of conditions: [Condition]) -> [String: [Bool]] {
    box(of: conditions).reduce(into: [:]) { masks, entry in
      let size = dimension(entry.key).map { codeSpace(of: $0).size } ?? 0
      masks[entry.key] = (0..<size).map { entry.value.contains($0) }
    }
  }
}

extension TableDeclaration {
  func reference(adding condition: Condition) -> CellReference {
    CellReference(measure: measure, conditions: filter + [condition])
  }
}

/// What each table counts together, so that a text can speak of the same rest.
struct Rests {
  private struct Entry {
    let reference: CellReference
    let dimension: String
    let members: Set<Int>
    /// Codes of an open list that do not occur belong to the rest: which ones those are is not told.
    let absent: Set<Int>
  }

  private var entries: [Entry] = []

  init() {}

  init(of tables: [CountedTable]) {
    for table in tables {
      for axis in table.axes where !axis.members.isEmpty {
        guard let dimension = axis.axis.dimension else { continue }
        let condition = Condition(dimension: dimension.id, values: ["_O"])
        entries.append(
          Entry(
            reference: table.declaration.reference(adding: condition), dimension: dimension.id,
            members: axis.members, absent: Set(axis.absent)))
      }
    }
  }

  /// The rest of the table that counts exactly what the reference does, else of the first table of
  /// the same measure that has one.
  func members(of condition: Condition, in reference: CellReference) -> Set<Int> {
    entry(of: condition, in: reference)?.members ?? []
  }

  /// The same with codes that do not occur.
  func definition(of condition: Condition, in reference: CellReference) -> Set<Int> {
    entry(of: condition, in: reference).map { $0.members.union($0.absent) } ?? []
  }

  private func entry(of condition: Condition, in reference: CellReference) -> Entry? {
    let fitting = entries.filter {
      $0.reference.measure == reference.measure && $0.dimension == condition.dimension
    }
    let exact = fitting.first { $0.reference == reference }
    return exact ?? fitting.first
  }

  func hasRest(for reference: CellReference) -> Bool {
    reference.conditions.filter { $0.values == ["_O"] }.allSatisfy {
      !members(of: $0, in: reference).isEmpty
    }
  }
}
