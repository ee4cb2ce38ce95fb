/// What is stated of one time, by region.
struct StatedRegions {
  private struct Part {
    /// Those that some record can have.
    let codes: CaseDefinitions.Box
    let basis: Region.Basis
    let cell: Int
  }

  private(set) var known: [Region: Int] = [:]
  /// In the order met.
  private(set) var stated: [(region: Region, cell: Int)] = []
  /// The smallest first; asked for when all is stated.
  private lazy var ordered = stated.map { region, cell in
    Part(codes: possible(region), basis: region.basis, cell: cell)
  }.sorted { ($0.codes.volume, $0.cell) < ($1.codes.volume, $1.cell) }
  /// By record set.
  private let implications: [String: Implications]

  init(_ implications: [String: Implications]) { self.implications = implications }

  mutating func state(_ region: Region, _ cell: Int) {
    if known.updateValue(cell, forKey: region) == nil { stated.append((region, cell)) }
  }

  /// Several categories of one edition may be one of another.
  mutating func cell(of region: Region, _ model: inout AuditModel) -> Int? {
    if let known = known[region] { return known }
    guard let parts = parts(of: region) else { return nil }
    let values = parts.compactMap { model.cells[$0].value }
    let total = model.cells.count
    known[region] = total
    let names = parts.map { model.cells[$0].id }.joined(separator: " + ")
    model.cells.append(
      .init(id: names, value: values.count == parts.count ? values.reduce(0, +) : nil))
    model.sums.append(.init(total: total, parts: parts, note: names))
    return total
  }

  mutating func tells(_ region: Region) -> Bool {
    known[region] != nil || parts(of: region) != nil
  }

  /// Cells that make up a region, of which nobody is in two; nil where some of it is not stated.
  ///
  /// They may divide it by more dimensions than its own: men and women are all.
  private mutating func parts(of region: Region) -> [Int]? {
    let codes = possible(region)
    let within = ordered.filter { part in
      part.basis == region.basis && part.codes.volume > 0
        && codes.allSatisfy { name, wider in part.codes[name]?.isSubset(of: wider) ?? false }
    }
    var kinds: [[String]] = []
    for part in within where !kinds.contains(part.codes.keys.sorted()) {
      kinds.append(part.codes.keys.sorted())
    }
    for kind in kinds.sorted(by: { $0.count < $1.count }) {
      let whole = kind.reduce(into: codes) { whole, name in
        whole[name] = whole[name] ?? possible(name, of: region.basis)
      }
      var parts: [Part] = []
      for part in within
      where part.codes.count == kind.count && kind.allSatisfy(part.codes.keys.contains)
        && parts.allSatisfy({ $0.codes.overlap(part.codes) == 0 })
      {
        parts.append(part)
      }
      if parts.reduce(0, { $0 + $1.codes.volume }) == whole.volume { return parts.map(\.cell) }
    }
    return nil
  }

  private func possible(_ region: Region) -> CaseDefinitions.Box {
    Dictionary(
      uniqueKeysWithValues: region.codes.map { name, codes in
        (name, codes.intersection(possible(name, of: region.basis)))
      })
  }

  private func possible(_ dimension: String, of basis: Region.Basis) -> CodeSet {
    implications.possible(dimension, of: basis)
  }
}
