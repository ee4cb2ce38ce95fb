/// What is stated of one time, by region.
struct StatedRegions {
  private(set) var known: [Region: Int] = [:]
  /// In the order met.
  private(set) var stated: [(region: Region, cell: Int)] = []
  /// The smallest first; asked for when all is stated.
  private lazy var ordered = stated.sorted {
    ($0.region.codes.volume, $0.cell) < ($1.region.codes.volume, $1.cell)
  }

  mutating func state(_ region: Region, _ cell: Int) {
    if known.updateValue(cell, forKey: region) == nil { stated.append((region, cell)) }
  }

  /// Several categories of one edition may be one of another.
  mutating func cell(of region: Region, _ model: inout AuditModel) -> Int? {
    if let known = known[region] { return known }
    var parts: [(region: Region, cell: Int)] = []
    for part in ordered
    where part.region.isWithin(region) && part.region.codes.count == region.codes.count
      && parts.allSatisfy({ $0.region.codes.overlap(part.region.codes) == 0 })
    {
      parts.append(part)
    }
    guard !parts.isEmpty,
      parts.reduce(0, { $0 + $1.region.codes.volume }) == region.codes.volume
    else { return nil }
    let values = parts.compactMap { model.cells[$0.cell].value }
    let total = model.cells.count
    known[region] = total
    let names = parts.map { model.cells[$0.cell].id }.joined(separator: " + ")
    model.cells.append(
      .init(id: names, value: values.count == parts.count ? values.reduce(0, +) : nil))
    model.sums.append(.init(total: total, parts: parts.map(\.cell), note: names))
    return total
  }
}
