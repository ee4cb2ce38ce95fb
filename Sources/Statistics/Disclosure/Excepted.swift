/// What is shown though it is small: some definitions, and nothing else that happens to meet the same
/// records or lies within them.
struct Excepted {
  private let reading: RegionReading
  private let implications: [String: Implications]
  private var entries: [(region: Region, by: Set<String>)] = []

  init(
    _ exceptions: [(reference: CellReference, by: [String])], _ reading: RegionReading,
    _ implications: [String: Implications]
  ) {
    self.reading = reading
    self.implications = implications
    entries = exceptions.flatMap { exception -> [(region: Region, by: Set<String>)] in
      guard let region = reading.region(of: exception.reference) else { return [] }
      // Who may be counted there may be counted when they leave.
      return ([region] + region.leaving).map {
        (region: canonical($0), by: Set(exception.by))
      }
    }
  }

  func contains(_ region: Region) -> Bool {
    let region = canonical(region)
    return entries.contains { entry in
      var divided = region
      for dimension in entry.by where entry.region.codes[dimension] == nil {
        divided.codes[dimension] = nil
      }
      return divided == entry.region
    }
  }

  /// A group that some basis counts.
  func contains(_ codes: [String: CodeSet], byAnyOf bases: [Region.Basis]) -> Bool {
    bases.contains { contains(Region(basis: $0, codes: codes)) }
  }

  func contains(_ reference: CellReference) -> Bool {
    reading.region(of: reference).map(contains) ?? false
  }

  /// However it is put.
  func canonical(_ region: Region) -> Region {
    implications.canonical(region)
  }
}
