/// Collects what an edition's tables and sentences would print.
struct FactNetworkBuilding {
  let counting: Counting
  let rests: Rests
  let policy: DisclosurePolicy
  private(set) var network = FactNetwork()
  /// Every region that is printed or merged away, with its count, in the order met.
  private var entries: [(region: Region, count: Int, source: Source)] = []
  private var byRegion: [Region: Int] = [:]
  /// The tables in which a region stands.
  private var tablesOf: [Region: Set<Int>] = [:]

  /// From which cube the parts of a region can be counted.
  private struct Source {
    let measure: String
    let dimensions: [String]
  }

  private var declaration: StatisticsDeclaration { counting.declaration }
  private var reading: RegionReading { RegionReading(counting: counting, rests: rests) }

  init(
    counting: Counting, rests: Rests, policy: DisclosurePolicy, tables: [CountedTable],
    references: [CellReference]
  ) {
    self.counting = counting
    self.rests = rests
    self.policy = policy
    for (index, table) in tables.enumerated() { add(table, number: index) }
    for reference in references { add(reference) }
    tieAcrossTables()
  }

  /// While it is hidden, a reader knows that a count is no 0 where all of those are shown.
  private var knownOfHidden: Int { policy.showsZeros ? 1 : 0 }

  private mutating func add(_ table: CountedTable, number: Int) {
    let regions = reading.regions(of: table)
    let source = Source(
      measure: table.measure.id,
      dimensions: table.declaration.dimensions + table.declaration.filter.map(\.dimension))
    let names = table.cellNames
    var places = [Int?](repeating: nil, count: regions.count)
    for (cell, region) in regions.enumerated() {
      let tally = table.tallies[cell]
      if tally.count == 0, policy.showsZeros {
        network.zeros.append(place(region, 0, source, figure: table.declaration.id))
        continue
      }
      let count = network.add(tally, region: region, name: names[cell])
      network.print(
        count, weight: weight(of: region, in: table.measure, isTotal: cell == regions.count - 1),
        known: knownOfHidden, name: names[cell])
      places[cell] = count
      register(region, count, source)
      network.places.append(place(region, count, source, figure: table.declaration.id))
      tablesOf[region, default: []].insert(number)
    }
    for line in table.lines {
      guard let total = line.last.flatMap({ places[$0] }) else { continue }
      network.add(
        total: total, parts: line.dropLast().compactMap { places[$0] },
        note: "\(table.declaration.id): \(network.counts[total].name)")
    }
    for axis in table.axes.indices where !table.axes[axis].members.isEmpty {
      addMembers(ofAxis: axis, table, regions, source)
    }
  }

  private func weight(of region: Region, in measure: Measure, isTotal: Bool) -> Int {
    guard isTotal else { return FactNetwork.Weight.cell }
    return region == reading.region(of: CellReference(measure: measure.id, conditions: []))
      ? FactNetwork.Weight.whole : FactNetwork.Weight.total
  }

  /// The categories that are counted together stand nowhere, but their sums do.
  private mutating func addMembers(
    ofAxis axis: Int, _ table: CountedTable, _ regions: [Region], _ source: Source
  ) {
    guard let dimension = table.axes[axis].axis.dimension,
      let rest = table.axes[axis].axis.categories.firstIndex(where: { $0.code == "_O" }),
      let cube = counting.cube(source.measure, by: source.dimensions)
    else { return }
    let stride = table.axes.dropFirst(axis + 1).reduce(1) { $0 * $1.axis.categories.count }
    let size = table.axes[axis].axis.categories.count
    let list = declaration.codeList(of: dimension)
    let space = declaration.codeSpace(of: dimension)
    for (cell, region) in regions.enumerated() where cell / stride % size == rest {
      guard let total = network.index(of: table.tallies[cell], region: region) else { continue }
      var parts: [Int] = []
      for member in table.axes[axis].members.sorted() where member != space.unrecognised {
        var narrower = region
        var codes = CodeSet(size: space.size)
        codes.insert(member)
        if member == space.empty { codes.insert(space.unrecognised) }
        narrower.codes[dimension.id] = codes
        var masks: [String: [Bool]] = [:]
        for (name, codes) in narrower.codes {
          guard let place = cube.position(of: name) else { continue }
          masks[name] = (0..<cube.sizes[place]).map { codes.contains($0) }
        }
        let tally = cube.tally(where: masks)
        guard tally.count > 0 else { continue }
        let code = member < list.codes.count ? list.codes[member].code : "_U"
        let count = network.add(
          tally, region: narrower,
          name: network.counts[total].name.replacing(
            "\(dimension.id)=_O", with: "\(dimension.id)=\(code)"))
        // That a category of an open list occurs is told by the number of kinds.
        let isMargin = cell + (size - 1 - rest) * stride == regions.count - 1
        network.know(count, atLeast: dimension.isOpen && isMargin ? 1 : 0)
        register(narrower, count, source)
        if !dimension.isOpen {
          network.places.append(
            place(narrower, count, source, figure: table.declaration.id, isMerged: true))
        }
        parts.append(count)
      }
      network.add(
        total: total, parts: parts,
        note: "\(table.declaration.id): \(network.counts[total].name)")
    }
  }

  private mutating func add(_ reference: CellReference) {
    guard rests.hasRest(for: reference), let region = reading.region(of: reference) else { return }
    let tally = counting.tally(of: reference, rests: rests)
    let source = Source(
      measure: reference.measure, dimensions: reference.conditions.map(\.dimension))
    if tally.count == 0, policy.showsZeros {
      network.zeros.append(place(region, 0, source, figure: nil))
      return
    }
    let count = network.add(tally, region: region, name: reference.text)
    network.print(
      count,
      weight: reference.conditions.isEmpty ? FactNetwork.Weight.whole : FactNetwork.Weight.cited,
      known: knownOfHidden, name: reference.text)
    register(region, count, source)
    network.places.append(place(region, count, source, figure: nil))
  }

  private func place(
    _ region: Region, _ count: Int, _ source: Source, figure: String?, isMerged: Bool = false
  ) -> FactNetwork.Place {
    .init(
      region: region, count: count, measure: source.measure, dimensions: source.dimensions,
      figure: figure, isMerged: isMerged)
  }

  private mutating func register(_ region: Region, _ count: Int, _ source: Source) {
    guard byRegion[region] == nil else { return }
    byRegion[region] = count
    entries.append((region, count, source))
  }

  /// Regions that differ in one dimension alone: what one leaves of another can be subtracted.
  private mutating func tieAcrossTables() {
    struct Family {
      let rest: Region
      let dimension: String
      var members: [Int] = []
    }
    var families: [Family] = []
    var places: [String: [Region: Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for dimension in entry.region.codes.keys.sorted() {
        let rest = entry.region.dropping(dimension)
        let place: Int
        if let known = places[dimension]?[rest] {
          place = known
        } else {
          place = families.count
          places[dimension, default: [:]][rest] = place
          families.append(Family(rest: rest, dimension: dimension))
        }
        families[place].members.append(index)
      }
    }
    for family in families {
      tie(family.members, within: family.rest, by: family.dimension)
    }
  }

  private mutating func tie(_ members: [Int], within rest: Region, by name: String) {
    let whole = byRegion[rest]
    guard members.count + (whole == nil ? 0 : 1) > 1 else { return }
    // A line of one table is tied already.
    var shared = tablesOf[rest] ?? []
    if whole == nil { shared = tablesOf[entries[members[0]].region] ?? [] }
    for member in members { shared.formIntersection(tablesOf[entries[member].region] ?? []) }
    guard shared.isEmpty else { return }
    guard let dimension = declaration.dimension(name) else { return }
    let size = declaration.codeSpace(of: dimension).size
    let sets = members.compactMap { entries[$0].region.codes[name] }
    var classes: [[Int]: [Int]] = [:]
    var order: [[Int]] = []
    for number in 0..<size {
      let signature = sets.indices.filter { sets[$0].contains(number) }
      if signature.isEmpty && whole == nil { continue }
      if classes[signature] == nil { order.append(signature) }
      classes[signature, default: []].append(number)
    }
    let margin = margin(of: members, within: rest, by: name, size: size)
    var parts: [[Int]: Int] = [:]
    for signature in order {
      let numbers = classes[signature] ?? []
      var codes = CodeSet(size: size)
      for number in numbers { codes.insert(number) }
      var region = rest
      region.codes[name] = codes
      if let known = byRegion[region] {
        parts[signature] = known
        continue
      }
      guard let tally = tally(of: numbers, signature, margin, members, whole, classes, byRegion)
      else {
        return
      }
      guard tally.count > 0 else { continue }
      parts[signature] = network.add(
        tally, region: region,
        name: partName(of: numbers, dimension, within: whole ?? entries[members[0]].count))
    }
    for (place, member) in members.enumerated() {
      let inside = order.filter { $0.contains(place) }.compactMap { parts[$0] }
      network.add(
        total: entries[member].count, parts: inside,
        note: network.counts[entries[member].count].name)
    }
    if let whole {
      network.add(
        total: whole, parts: order.compactMap { parts[$0] }, note: network.counts[whole].name)
    }
  }

  /// Counts by number of the code space; nil where no cube tells them.
  private func margin(
    of members: [Int], within rest: Region, by name: String, size: Int
  ) -> [Tally]? {
    for member in members {
      let source = entries[member].source
      guard source.dimensions.contains(name),
        let cube = counting.cube(source.measure, by: source.dimensions),
        let position = cube.position(of: name)
      else { continue }
      var masks: [String: [Bool]] = [:]
      for (dimension, codes) in rest.codes {
        guard let place = cube.position(of: dimension) else { continue }
        masks[dimension] = (0..<cube.sizes[place]).map { codes.contains($0) }
      }
      var margin = [Tally](repeating: Tally(), count: size)
      cube.forEach(where: masks) { codes, tally in margin[codes[position]] += tally }
      return margin
    }
    return nil
  }

  private func tally(
    of numbers: [Int], _ signature: [Int], _ margin: [Tally]?, _ members: [Int], _ whole: Int?,
    _ classes: [[Int]: [Int]], _ byRegion: [Region: Int]
  ) -> Tally? {
    if let margin { return numbers.reduce(into: Tally()) { $0 += margin[$1] } }
    // Without a cube, what the disjoint members leave of the whole.
    guard let whole, signature.isEmpty, classes.keys.allSatisfy({ $0.count < 2 }) else {
      return nil
    }
    return members.reduce(network.counts[whole].tally) {
      $0 - network.counts[entries[$1].count].tally
    }
  }

  private func partName(
    of numbers: [Int], _ dimension: Dimension, within count: Int
  ) -> String {
    let list = declaration.codeList(of: dimension)
    let space = declaration.codeSpace(of: dimension)
    let inside = numbers.filter { $0 < list.codes.count }.map { list.codes[$0].code }
    let outside = (0..<list.codes.count).filter { !numbers.contains($0) }
      .map { list.codes[$0].code }
    let unknown =
      (numbers.contains(space.empty) ? ["_U"] : [])
      + (numbers.contains(space.notApplicable) && inside.isEmpty ? ["_Z"] : [])
    let words =
      inside.count + unknown.count <= outside.count
      ? "\(dimension.id)=\((inside + unknown).joined(separator: ","))"
      : "\(dimension.id)≠\(outside.joined(separator: ","))"
    return "\(network.counts[count].name) \(words)"
  }
}
