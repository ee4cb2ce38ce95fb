/// Collects what an edition's tables and sentences would print.
struct FactNetworkBuilding {
  let counting: Counting
  let rests: Rests
  let policy: DisclosurePolicy
  private(set) var network: FactNetwork
  private(set) var tableRests: [TableRest] = []
  private var stated: Set<Region> = []

  private var declaration: StatisticsDeclaration { counting.declaration }
  private var reading: RegionReading { RegionReading(counting: counting, rests: rests) }

  init(
    counting: Counting, rests: Rests, policy: DisclosurePolicy, tables: [CountedTable],
    references: [CellReference], exceptions: [CellReference]
  ) {
    self.counting = counting
    self.rests = rests
    self.policy = policy
    network = FactNetwork(of: counting.period.days)
    for table in tables { add(table) }
    for reference in references { add(reference) }
    for reference in exceptions { addExcepted(reference) }
  }

  /// While it is hidden, a reader knows that a count is no 0 where all of those are shown.
  private var knownOfHidden: Int { policy.showsZeros ? 1 : 0 }

  private mutating func add(_ table: CountedTable) {
    let regions = reading.regions(of: table)
    let measure = table.measure.id
    let names = table.cellNames
    var places = [Int?](repeating: nil, count: regions.count)
    for (cell, region) in regions.enumerated() {
      let tally = table.tallies[cell]
      if tally.count == 0, policy.showsZeros {
        network.zeros.append(place(region, 0, measure, figure: table.declaration.id))
        state(region, nil)
        continue
      }
      let count = network.add(tally, region: region, name: names[cell])
      network.print(
        count, weight: weight(of: region, in: table.measure, isTotal: cell == regions.count - 1),
        known: leastOfHidden(cell, in: table), name: names[cell])
      places[cell] = count
      state(region, count)
      network.places.append(place(region, count, measure, figure: table.declaration.id))
    }
    for line in table.lines {
      guard let total = line.last.flatMap({ places[$0] }) else { continue }
      // An open list that names nobody tells that there is nobody.
      if line.count == 1 { network.know(total, atLeast: 0, atMost: 0) }
      network.add(
        total: total, parts: line.dropLast().compactMap { places[$0] },
        note: "\(table.declaration.id): \(network.counts[total].name)")
    }
    if let whole = regions.last { stateUnlisted(in: table, whole) }
    for axis in table.axes.indices where !table.axes[axis].members.isEmpty {
      addMembers(ofAxis: axis, table, regions)
    }
  }

  /// What a reader knows of a cell while it is hidden.
  ///
  /// Where small categories are merged, one that stands in a row of its own is none of them, and the rest is not
  /// small beside it, or that one would have joined. Of an open list only codes that occur are listed, so that
  /// somebody belongs to each.
  private func leastOfHidden(_ cell: Int, in table: CountedTable) -> Int {
    var stride = 1
    var own: [(axis: CountedTable.CountedAxis, place: Int, stride: Int)] = []
    for axis in table.axes.reversed() {
      let size = axis.axis.categories.count
      let place = cell / stride % size
      if place != size - 1 { own.append((axis, place, stride)) }
      stride *= size
    }
    guard own.count == 1, let dimension = own[0].axis.axis.dimension else { return knownOfHidden }
    let category = own[0].axis.axis.categories[own[0].place]
    let isRest = category.code == "_O"
    // Where zeros are hidden and nobody is small, there is no rest, and a row may be that of nobody.
    let merges = dimension.rest != nil && (policy.showsZeros || !own[0].axis.members.isEmpty)
    // What is shown by exception keeps its row, however small it is.
    let hasOthers = own[0].axis.axis.categories.enumerated().contains { place, category in
      guard case .code = category else { return false }
      return table.tallies[cell + (place - own[0].place) * own[0].stride].count > 0
    }
    if merges, !isRest || hasOthers, table.tallies[cell].count >= policy.threshold {
      return policy.threshold
    }
    // Its row stands where somebody belongs to it, and says more of them only where they are not few.
    if case .unknown(let kind) = category { return kind == .notKnown ? 1 : policy.threshold }
    return dimension.isOpen ? 1 : knownOfHidden
  }

  /// A table that lists all its categories says that nobody is in any other; codes of an open list that
  /// do not stand there may belong to its rest.
  private mutating func stateUnlisted(in table: CountedTable, _ whole: Region) {
    for axis in table.axes {
      guard let dimension = axis.axis.dimension else { continue }
      let space = declaration.codeSpace(of: dimension)
      let hasOpenRest = dimension.isOpen && axis.axis.categories.contains { $0.code == "_O" }
      var unlisted = CodeSet(size: space.size)
      for (number, place) in axis.place.enumerated()
      where place == nil && number != space.notApplicable
        && !(hasOpenRest && number < space.listed)
      {
        unlisted.insert(number)
      }
      var region = whole
      let codes = region.codes[dimension.id]?.intersection(unlisted) ?? unlisted
      guard !codes.isEmpty else { continue }
      region.codes[dimension.id] = codes
      state(region, nil)
    }
  }

  private func weight(of region: Region, in measure: Measure, isTotal: Bool) -> Int {
    guard isTotal else { return FactNetwork.Weight.cell }
    return region == reading.region(of: CellReference(measure: measure.id, conditions: []))
      ? FactNetwork.Weight.whole : FactNetwork.Weight.total
  }

  /// The categories that are counted together stand nowhere, but their sums do.
  private mutating func addMembers(
    ofAxis axis: Int, _ table: CountedTable, _ regions: [Region]
  ) {
    guard let dimension = table.axes[axis].axis.dimension,
      let rest = table.axes[axis].axis.categories.firstIndex(where: { $0.code == "_O" }),
      let cube = counting.cube(
        table.measure.id,
        by: table.declaration.dimensions + table.declaration.filter.map(\.dimension))
    else { return }
    let measure = table.measure.id
    let stride = table.axes.dropFirst(axis + 1).reduce(1) { $0 * $1.axis.categories.count }
    let size = table.axes[axis].axis.categories.count
    let list = declaration.codeList(of: dimension)
    let space = declaration.codeSpace(of: dimension)
    func narrowed(_ region: Region, to member: Int) -> Region {
      var codes = CodeSet(size: space.size, member)
      if member == space.empty { codes.insert(space.unrecognised) }
      return region.with(codes, of: dimension.id)
    }
    // Which codes of an open list do not occur is not told, but how many do.
    let members = table.axes[axis].members.sorted().filter { member in
      guard member != space.unrecognised, let whole = regions.last else { return false }
      return !dimension.isOpen
        || cube.tally(within: narrowed(whole, to: member).codes).count > 0
    }
    // How rests are made tells of the counts of the whole table.
    func bounds(of member: Int, at cell: Int) -> ClosedRange<Int>? {
      let isMargin = cell + (size - 1 - rest) * stride == regions.count - 1
      return isMargin ? table.axes[axis].bounds[member] : nil
    }
    for (cell, region) in regions.enumerated() where cell / stride % size == rest {
      let total = network.index(of: region)
      var parts: [Int] = []
      for member in members {
        let narrower = narrowed(region, to: member)
        let tally = cube.tally(within: narrower.codes)
        guard tally.count > 0 || !policy.showsZeros, let total else {
          if !dimension.isOpen {
            network.mergedZeros.append(
              place(
                narrower, 0, measure, figure: table.declaration.id, isMerged: true,
                bounds: bounds(of: member, at: cell)))
          }
          continue
        }
        let code = member < list.codes.count ? list.codes[member].code : "_U"
        let count = network.add(
          tally, region: narrower,
          name: network.counts[total].name.replacing(
            "\(dimension.id)=_O", with: "\(dimension.id)=\(code)"))
        if let bounds = bounds(of: member, at: cell) {
          network.know(count, atLeast: bounds.lowerBound, atMost: bounds.upperBound)
        }
        state(narrower, count)
        network.places.append(
          place(
            narrower, count, measure, figure: table.declaration.id, isMerged: true,
            bounds: bounds(of: member, at: cell)))
        parts.append(count)
      }
      guard let total else { continue }
      network.add(
        total: total, parts: parts,
        note: "\(table.declaration.id): \(network.counts[total].name)")
    }
    let whole = regions[regions.count - 1 - (size - 1 - rest) * stride]
    if let seen = table.axes[axis].rest, let total = network.index(of: whole) {
      let merged = MergedRest(
        reading: seen.reading, rest: seen.rest, total: total,
        members: seen.rest.members.map { network.index(of: narrowed(whole, to: $0)) })
      tableRests.append(
        TableRest(
          merged: merged, dimension: dimension, region: whole, measure: measure,
          figure: table.declaration.id))
    }
  }

  private mutating func add(_ reference: CellReference) {
    guard rests.hasRest(for: reference), let region = reading.region(of: reference) else { return }
    let tally = counting.tally(of: reference, rests: rests)
    let measure = reference.measure
    if tally.count == 0, policy.showsZeros {
      network.zeros.append(place(region, 0, measure, figure: nil))
      state(region, nil)
      return
    }
    let count = network.add(tally, region: region, name: reference.text)
    network.print(
      count,
      weight: reference.conditions.isEmpty ? FactNetwork.Weight.whole : FactNetwork.Weight.cited,
      known: knownOfHidden, name: reference.text)
    state(region, count)
    network.places.append(place(region, count, measure, figure: nil))
  }

  /// A number of kinds says how many categories somebody belongs to, and how many nobody does.
  ///
  /// Which they are it does not tell; but with other numbers it may, so that they are reckoned with as known.
  mutating func add(distinct reference: CellReference, by name: String) {
    guard let kinds = counting.kinds(of: reference, by: name, rests: rests),
      let region = reading.region(of: reference), kinds.mayBeTold(policy)
    else { return }
    let codes = declaration.codeList(of: kinds.dimension).codes
    let size = declaration.codeSpace(of: kinds.dimension).size
    var absent = CodeSet(size: size)
    for (number, tally) in kinds.possible {
      guard tally.count > 0 else {
        absent.insert(number)
        continue
      }
      let narrower = region.with(CodeSet(size: size, number), of: name)
      let count = network.add(
        tally, region: narrower,
        name: reference.adding(Condition(dimension: name, values: [codes[number].code])).text)
      state(narrower, count)
      network.know(count, atLeast: 1, atMost: kinds.areOneEach ? 1 : nil)
    }
    if !absent.isEmpty { state(region.with(absent, of: name), nil) }
  }

  /// Which categories are the largest tells something of all of them, and none that is small is named.
  mutating func add(ranking reference: CellReference, by name: String, named: Int) {
    guard let kinds = counting.kinds(of: reference, by: name, rests: rests) else { return }
    let codes = declaration.codeList(of: kinds.dimension).codes
    for (rank, kind) in kinds.largestFirst.enumerated() {
      let category = reference.adding(
        Condition(dimension: name, values: [codes[kind.number].code]))
      guard let region = reading.region(of: category) else { continue }
      let count = network.add(kind.tally, region: region, name: category.text)
      if rank < named, kind.tally.count >= policy.threshold {
        network.know(count, atLeast: policy.threshold)
      }
      state(region, count)
    }
  }

  /// What may be known is reckoned with as if it were printed.
  private mutating func addExcepted(_ reference: CellReference) {
    guard rests.hasRest(for: reference), let region = reading.region(of: reference) else { return }
    let tally = counting.tally(of: reference, rests: rests)
    guard policy.isSmall(tally.count), tally.count > 0 || !policy.showsZeros else { return }
    let count = network.add(tally, region: region, name: reference.text)
    if !network.counts[count].isPrinted {
      network.print(
        count, weight: FactNetwork.Weight.cited, known: knownOfHidden, name: reference.text)
    }
    state(region, count)
  }

  private func place(
    _ region: Region, _ count: Int, _ measure: String, figure: String?, isMerged: Bool = false,
    bounds: ClosedRange<Int>? = nil
  ) -> FactNetwork.Place {
    .init(
      region: region, count: count, measure: measure, figure: figure, isMerged: isMerged,
      bounds: bounds)
  }

  private mutating func state(_ region: Region, _ count: Int?) {
    guard stated.insert(region).inserted else { return }
    network.statements.append(.init(region: region, days: counting.period.days, count: count))
  }
}
