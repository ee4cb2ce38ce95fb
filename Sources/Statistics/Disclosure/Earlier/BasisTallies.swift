import Periods

/// How many records of a time belong to regions; records are walked once for each set of dimensions.
struct BasisTallies {
  private struct Key: Hashable {
    let basis: Region.Basis
    let days: ClosedRange<Day>
    let dimensions: [String]
  }

  private let dataset: Dataset
  private var cubes: [Key: Cube] = [:]

  init(_ dataset: Dataset) { self.dataset = dataset }

  mutating func tally(
    of box: CaseDefinitions.Box, _ basis: Region.Basis, in days: ClosedRange<Day>
  ) -> Tally {
    let key = Key(basis: basis, days: days, dimensions: box.keys.sorted())
    let cube = cubes[key] ?? dataset.cube(of: basis, by: key.dimensions, in: days)
    cubes[key] = cube
    return cube.tally(within: box)
  }
}
