/// A table with its true counts and what of it is hidden.
///
/// It never leaves this target.
struct CountedTable {
  let declaration: TableDeclaration
  let measure: Measure
  let axes: [CountedAxis]
  /// In row-major order of the axes, each with its total last.
  private(set) var tallies: [Tally]
  private(set) var isHidden: [Bool]
  /// What was merged away and must not show elsewhere.
  let mergedAway: [Tally]

  struct CountedAxis {
    let axis: Axis
    /// The category of each number of the code space; nil where the dimension does not apply.
    let place: [Int?]
    let members: Set<Int>
  }

  init(
    declaration: TableDeclaration, measure: Measure, axes: [CountedAxis], cube: Cube,
    filter: [String: [Bool]], mergedAway: [Tally]
  ) {
    self.declaration = declaration
    self.measure = measure
    self.axes = axes
    self.mergedAway = mergedAway
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
    isHidden = [Bool](repeating: false, count: tallies.count)
  }

  mutating func hide(_ cell: Int) { isHidden[cell] = true }

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

  var protected: ProtectedTable {
    let cells = zip(tallies, isHidden).map { tally, isHidden in
      isHidden ? Cell.suppressed : .published(tally.count)
    }
    return ProtectedTable(
      declaration: declaration, measure: measure, axes: axes.map(\.axis), cells: cells)
  }
}
