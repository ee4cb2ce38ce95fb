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
  private lazy var lines = RegionLines(stated.map(\.region))
  /// What was asked for and does not follow.
  private var missed: Set<Region> = []
  /// By record set.
  private let implications: [String: Implications]

  init(_ implications: [String: Implications]) { self.implications = implications }

  mutating func state(_ region: Region, _ cell: Int) {
    if known.updateValue(cell, forKey: region) == nil { stated.append((region, cell)) }
  }

  /// Several categories of one edition may be one of another, or what others leave of a whole.
  mutating func cell(of region: Region, _ model: inout AuditModel) -> Int? {
    if let known = known[region] { return known }
    guard let terms = terms(of: region) else { return nil }
    let cell =
      terms.rest.isEmpty
      ? sum(terms.parts, &model) : difference(terms.parts[0], terms.rest, &model)
    known[region] = cell
    return cell
  }

  /// Cells that make up a region, less others; nil where it does not follow.
  mutating func terms(of region: Region) -> (parts: [Int], rest: [Int])? {
    if let known = known[region] { return ([known], []) }
    guard !missed.contains(region) else { return nil }
    if let parts = parts(of: region) { return (parts, []) }
    if let (whole, rest) = difference(of: region) { return ([whole], rest) }
    missed.insert(region)
    return nil
  }

  private func difference(_ whole: Int, _ rest: [Int], _ model: inout AuditModel) -> Int {
    let others = rest.map { model.cells[$0].id }.joined(separator: " − ")
    let id = "\(model.cells[whole].id) − \(others)"
    let taken = rest.compactMap { model.cells[$0].value }
    let left = model.cells[whole].value.map { $0 - taken.reduce(0, +) }
    let value = taken.count == rest.count ? left.flatMap { $0 < 0 ? nil : $0 } : nil
    let cell = model.cells.count
    model.cells.append(.init(id: id, value: value))
    let line = AuditModel.Sum(total: whole, parts: rest + [cell], note: id)
    if model.canHold(line) { model.sums.append(line) }
    return cell
  }

  private func sum(_ parts: [Int], _ model: inout AuditModel) -> Int {
    let values = parts.compactMap { model.cells[$0].value }
    let total = model.cells.count
    let names = parts.map { model.cells[$0].id }.joined(separator: " + ")
    model.cells.append(
      .init(id: names, value: values.count == parts.count ? values.reduce(0, +) : nil))
    model.sums.append(.init(total: total, parts: parts, note: names))
    return total
  }

  mutating func tells(_ region: Region) -> Bool { terms(of: region) != nil }

  /// A stated region that differs in one dimension, and what makes up all that it has besides.
  private mutating func difference(of region: Region) -> (whole: Int, rest: [Int])? {
    for dimension in region.codes.keys.sorted() {
      let all = possible(dimension, of: region.basis)
      guard let own = region.codes[dimension]?.intersection(all) else { continue }
      for place in lines.along(dimension, of: region) {
        let (whole, cell) = stated[place]
        let others = (whole.codes[dimension]?.intersection(all) ?? all).subtracting(own)
        guard !others.isEmpty, whole.codes[dimension].map(own.isSubset) ?? true else { continue }
        if let rest = parts(of: region.with(others, of: dimension)) { return (cell, rest) }
      }
    }
    return nil
  }

  /// Cells that make up a region, of which nobody is in two; nil where some of it is not stated.
  ///
  /// They may divide it by more dimensions than its own, and each by others: men and women are all.
  private mutating func parts(of region: Region) -> [Int]? {
    let codes = possible(region)
    let within = ordered.filter { part in
      part.basis == region.basis && part.codes.volume > 0
        && codes.allSatisfy { name, wider in part.codes[name]?.isSubset(of: wider) ?? false }
    }
    guard !within.isEmpty else { return nil }
    let names = within.reduce(into: Set(codes.keys)) { $0.formUnion($1.codes.keys) }
    let widths = names.reduce(into: codes) { widths, name in
      widths[name] = widths[name] ?? possible(name, of: region.basis)
    }
    var cover = ExactCover(
      parts: within.map { part in
        ExactCover.Part(
          codes: part.codes,
          volume: names.reduce(1) { $0 * ((part.codes[$1] ?? widths[$1])?.count ?? 0) })
      }, volume: widths.volume)
    return cover.found()?.map { within[$0].cell }
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
