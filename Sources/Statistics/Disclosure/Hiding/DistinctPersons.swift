/// What is known of the persons of an edition, by the dimensions that it counts by.
struct DistinctPersons: Sendable {
  let basis: Region.Basis
  let dimensions: [String]
  /// Each combination of codes that occurs, once.
  let codes: [[Int]]
}

extension FactNetwork {
  /// Those whom the counts of the edition's own period count, basis by basis.
  func persons(in dataset: Dataset) -> [DistinctPersons] {
    var dimensions: [(basis: Region.Basis, names: Set<String>)] = []
    for count in counts where count.days == period {
      guard let region = count.region else { continue }
      let place = dimensions.firstIndex { $0.basis == region.basis } ?? dimensions.count
      if place == dimensions.count { dimensions.append((region.basis, [])) }
      dimensions[place].names.formUnion(region.codes.keys)
    }
    return dimensions.map { basis, names in
      let cube = dataset.cube(of: basis, by: names.sorted(), in: period)
      var codes: [[Int]] = []
      cube.forEach { combination, _ in codes.append(combination) }
      return DistinctPersons(basis: basis, dimensions: cube.dimensions, codes: codes)
    }
  }
}
