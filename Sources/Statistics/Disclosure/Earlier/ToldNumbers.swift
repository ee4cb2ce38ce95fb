/// What is published of one time, and what some of those numbers leave of another that differs in one dimension.
struct ToldNumbers {
  private struct Line: Hashable {
    /// Without the dimension.
    let others: Region
    let dimension: String
  }

  private struct Entry {
    let codes: CodeSet
    let value: Int
  }

  private var known: [Region: Int] = [:]
  /// The smallest first.
  private var lines: [Line: [Entry]] = [:]
  /// In the order met; those that can be told from others too.
  private(set) var regions: [Region] = []
  private let dimensions: [Region.Basis: [String]]
  /// By record set.
  private let implications: [String: Implications]

  init(
    _ numbers: [(region: Region, value: Int)], _ implications: [String: Implications]
  ) {
    self.implications = implications
    var dimensions: [Region.Basis: Set<String>] = [:]
    for (region, value) in numbers where known.updateValue(value, forKey: region) == nil {
      regions.append(region)
      dimensions[region.basis, default: []].formUnion(region.codes.keys)
    }
    self.dimensions = dimensions.mapValues { $0.sorted() }
    for region in regions {
      for dimension in self.dimensions[region.basis] ?? [] {
        let line = Line(others: region.dropping(dimension), dimension: dimension)
        lines[line, default: []].append(
          Entry(codes: codes(of: region, dimension), value: known[region] ?? 0))
      }
    }
    for line in lines.keys {
      lines[line]?.sort { $0.codes.count < $1.codes.count }
    }
    addDifferences()
  }

  /// Nil where it does not follow.
  func value(of region: Region) -> Int? {
    if let value = known[region] { return value }
    for dimension in dimensions[region.basis] ?? [] {
      let line = lines[Line(others: region.dropping(dimension), dimension: dimension)] ?? []
      let asked = codes(of: region, dimension)
      if let sum = ToldNumbers.sum(of: asked, in: line) { return sum }
      for whole in line where asked.isSubset(of: whole.codes) {
        if let rest = ToldNumbers.sum(of: whole.codes.subtracting(asked), in: line) {
          return whole.value - rest
        }
      }
    }
    return nil
  }

  /// What a whole leaves of one of its parts, and of all that have nothing in common.
  private mutating func addDifferences() {
    let told = regions
    for region in told {
      for dimension in dimensions[region.basis] ?? [] {
        let whole = codes(of: region, dimension)
        let line = lines[Line(others: region.dropping(dimension), dimension: dimension)] ?? []
        let parts = line.filter { $0.codes.isSubset(of: whole) && $0.codes != whole }
        let left =
          parts.map { whole.subtracting($0.codes) }
          + [ToldNumbers.apart(parts).reduce(whole) { $0.subtracting($1.codes) }]
        for codes in left where !codes.isEmpty && codes != whole {
          regions.append(region.with(codes, of: dimension))
        }
      }
    }
    var met: Set<Region> = []
    regions.removeAll { !met.insert($0).inserted }
  }

  private func codes(of region: Region, _ dimension: String) -> CodeSet {
    let possible = implications.possible(dimension, of: region.basis)
    return region.codes[dimension]?.intersection(possible) ?? possible
  }

  private static func sum(of codes: CodeSet, in line: [Entry]) -> Int? {
    let parts = apart(line.filter { $0.codes.isSubset(of: codes) })
    guard parts.reduce(0, { $0 + $1.codes.count }) == codes.count else { return nil }
    return parts.reduce(0) { $0 + $1.value }
  }

  /// Those that have nothing in common, the smallest first.
  private static func apart(_ entries: [Entry]) -> [Entry] {
    entries.reduce(into: []) { kept, entry in
      if !entry.codes.isEmpty, kept.allSatisfy({ $0.codes.isDisjoint(with: entry.codes) }) {
        kept.append(entry)
      }
    }
  }
}
