/// A table with its true counts.
///
/// It never leaves this target.
struct CountedTable {
  let declaration: TableDeclaration
  let measure: Measure
  let axes: [CountedAxis]
  /// In row-major order of the axes, each with its total last.
  let tallies: [Tally]

  struct CountedAxis {
    let axis: Axis
    /// The category of each number of the code space; nil where the dimension does not apply.
    let place: [Int?]
    /// What is counted together, by number of the code space.
    let members: Set<Int>
    /// What a reader can tell of their counts in the whole table.
    let bounds: [Int: ClosedRange<Int>]
    /// What is counted together as it is seen, and how it came about.
    let rest: (reading: RestReading, rest: RestReading.Rest)?

    /// Codes of an open list that do not occur, when there is a rest that they could belong to.
    var absent: [Int] {
      guard axis.dimension?.isOpen == true, axis.categories.contains(where: { $0.code == "_O" })
      else { return [] }
      // The name of a rest says whether it counts records of which the code is not known.
      return (0..<CodeSpace(size: place.count).listed).filter { place[$0] == nil }
    }
  }

  init(
    declaration: TableDeclaration, measure: Measure, axes: [CountedAxis], cube: Cube,
    filter: [String: [Bool]]
  ) {
    self.declaration = declaration
    self.measure = measure
    self.axes = axes
    let sizes = axes.map { $0.axis.categories.count }
    var tallies = [Tally](repeating: Tally(), count: sizes.reduce(1, *))
    let columns = axes.map { axis in cube.position(of: axis.axis.dimension?.id ?? "") ?? 0 }
    cube.forEach(where: filter) { codes, tally in
      // Each combination counts in its own cell and in every total above it.
      var cells = [0]
      for (index, axis) in axes.enumerated() {
        guard let place = axis.place[codes[columns[index]]] else { return }
        let size = sizes[index]
        cells = cells.flatMap { [$0 * size + place, $0 * size + size - 1] }
      }
      for cell in cells { tallies[cell] += tally }
    }
    self.tallies = tallies
  }

  /// Every line that adds up: the cells of one row, column or layer, its total last.
  var lines: [[Int]] {
    let sizes = axes.map { $0.axis.categories.count }
    var lines: [[Int]] = []
    var stride = 1
    for axis in axes.indices.reversed() {
      for start in tallies.indices where (start / stride).isMultiple(of: sizes[axis]) {
        lines.append((0..<sizes[axis]).map { start + $0 * stride })
      }
      stride *= sizes[axis]
    }
    return lines
  }
}

extension CountedTable {
  /// How a citation would name each cell, in the order of `tallies`.
  var cellNames: [String] {
    var conditions: [[Condition]] = [declaration.filter]
    for axis in axes {
      guard let dimension = axis.axis.dimension?.id else { continue }
      conditions = conditions.flatMap { before in
        axis.axis.categories.map { category in
          if case .total = category { return before }
          return before + [Condition(dimension: dimension, values: [category.code])]
        }
      }
    }
    return conditions.map { CellReference(measure: measure.id, conditions: $0).text }
  }
}
