/// What is shown though it is small: some definitions, and nothing else that happens to meet the same
/// records or lies within them.
struct Excepted {
  private let reading: RegionReading
  private let implications: [String: Implications]
  private var regions: Set<Region> = []

  init(_ references: [CellReference], _ reading: RegionReading) {
    self.reading = reading
    let dataset = reading.counting.dataset
    implications = Dictionary(
      uniqueKeysWithValues: dataset.declaration.recordSets.map {
        ($0.id, Implications(dataset, recordSet: $0.id))
      })
    regions = Set(references.compactMap { reading.region(of: $0) }.map(canonical))
  }

  func contains(_ region: Region) -> Bool { regions.contains(canonical(region)) }

  func contains(_ reference: CellReference) -> Bool {
    reading.region(of: reference).map(contains) ?? false
  }

  /// However it is put.
  private func canonical(_ region: Region) -> Region {
    implications[region.basis.recordSet]?.canonical(region) ?? region
  }
}
