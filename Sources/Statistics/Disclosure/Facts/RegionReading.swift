/// Turns tables and references into the regions that they count.
struct RegionReading {
  let counting: Counting
  let rests: Rests

  private var declaration: StatisticsDeclaration { counting.declaration }

  func region(of reference: CellReference) -> Region? {
    guard let measure = declaration.measure(reference.measure) else { return nil }
    var region = declaration.region(of: measure)
    for (dimension, mask) in counting.masks(of: reference, rests: rests) {
      restrict(&region, dimension, to: CodeSet(mask), of: measure)
    }
    return region
  }

  /// Every cell of a table, in the order of its tallies.
  func regions(of table: CountedTable) -> [Region] {
    var base = declaration.region(of: table.measure)
    for condition in table.declaration.filter {
      restrict(
        &base, condition.dimension, to: CodeSet(declaration.mask(of: condition)), of: table.measure)
    }
    var regions = [base]
    for axis in table.axes {
      guard let dimension = axis.axis.dimension else { continue }
      let space = declaration.codeSpace(of: dimension)
      var sets = axis.axis.categories.indices.map { _ in CodeSet(size: space.size) }
      if let rest = axis.axis.categories.firstIndex(where: { $0.code == "_O" }) {
        for number in axis.absent { sets[rest].insert(number) }
      }
      for (number, place) in axis.place.enumerated() {
        if let place { sets[place].insert(number) }
        if number != space.notApplicable { sets[sets.count - 1].insert(number) }
      }
      regions = regions.flatMap { region in
        sets.map { codes in
          var narrower = region
          restrict(&narrower, dimension.id, to: codes, of: table.measure)
          return narrower
        }
      }
    }
    return regions
  }

  /// Codes that let everyone through who is there restrict nothing.
  private func restrict(
    _ region: inout Region, _ dimension: String, to codes: CodeSet, of measure: Measure
  ) {
    let narrowed = region.codes[dimension].map { $0.intersection(codes) } ?? codes
    guard region.codes[dimension] == nil, let declared = declaration.dimension(dimension) else {
      region.codes[dimension] = narrowed
      return
    }
    let space = declaration.codeSpace(of: declared)
    let isOpen = (0..<space.size).allSatisfy { number in
      codes.contains(number)
        || number == space.notApplicable && isEverywhere(declared, in: measure)
    }
    if !isOpen { region.codes[dimension] = narrowed }
  }

  /// The dimension applies to every record of the measure.
  private func isEverywhere(_ dimension: Dimension, in measure: Measure) -> Bool {
    let reference = CellReference(measure: measure.id, conditions: [])
    let space = declaration.codeSpace(of: dimension)
    return counting.margin(of: dimension, within: reference, rests: Rests())[space.notApplicable]
      .count == 0
  }
}

extension StatisticsDeclaration {
  /// Everybody whom a measure counts.
  func region(of measure: Measure) -> Region {
    var region = Region(
      basis: .init(recordSet: measure.recordSet, time: measure.time), codes: [:])
    for condition in measure.filter {
      let codes = CodeSet(mask(of: condition))
      region.codes[condition.dimension] =
        region.codes[condition.dimension].map { $0.intersection(codes) } ?? codes
    }
    return region
  }
}
