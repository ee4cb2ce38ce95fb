import Periods

/// What earlier editions said of the records that an edition counts too.
///
/// What was published before cannot be hidden, and what was hidden before stays so. Counts of the same
/// time, or of a part of it, become statements like the edition’s own.
struct EarlierTies {
  let counting: Counting
  /// Other times are divided from this day on.
  let since: Day
  var network: FactNetwork
  /// Counts whose records were corrected since an earlier edition counted them.
  private(set) var revised: [String] = []
  /// Shares and orders that they told of those counts.
  private(set) var relations = EarlierRelations()
  /// Those of earlier editions, of which the records still give what was published.
  private(set) var mergedRests: [MergedRest] = []
  /// Counts that are public by `history.csv` alone.
  var historical: Set<Int> = []
  /// Times of stocks, newcomers and leavers whose published counts the records still give.
  private(set) var divided: Set<Moment> = []
  private var isCorrectedSince: Set<Moment> = []

  /// One in so many persons may have been corrected since.
  private static let mostCorrected = 4

  init(
    _ network: FactNetwork, counting: Counting, earlier: [EarlierCounts], since: Day
  ) {
    self.since = since
    self.network = network
    self.counting = counting
    for edition in earlier {
      for period in periods(of: edition) { add(edition, of: period) }
    }
    var records = BasisTallies(counting.dataset)
    addHistory(earlier, &records)
    divided.subtract(isCorrectedSince)
    for kinds in earlier.flatMap(\.kinds) { add(kinds, &records) }
  }

  /// Which kinds there were a number of them does not tell; they are reckoned with as known, as in the edition itself.
  private mutating func add(_ kinds: EarlierCounts.Kinds, _ records: inout BasisTallies) {
    let (basis, name) = (kinds.region.basis, kinds.dimension.id)
    let own = counting.period(of: kinds.time)
    let days = own?.days ?? kinds.time.days
    guard own != nil || divided.contains(Moment(basis: basis, days: days)) else { return }
    let codes = counting.declaration.codeList(of: kinds.dimension).codes
    let size = counting.declaration.codeSpace(of: kinds.dimension).size
    var met: [(region: Region, tally: Tally)] = []
    var absent = CodeSet(size: size)
    for number in codes.indices
    where codes[number].isCounted && kinds.region.codes[name]?.contains(number) ?? true {
      let region = kinds.region.with(CodeSet(size: size, number), of: name)
      let tally = records.tally(of: region.codes, basis, in: kinds.time.days)
      if tally.count > 0 { met.append((region, tally)) } else { absent.insert(number) }
    }
    guard met.count == kinds.met else { return }
    for (region, tally) in met {
      let index = network.add(
        tally, region: region, days: own == counting.period ? nil : days,
        name: "one of \(met.count) by \(name) (\(kinds.time.text))")
      network.know(index, atLeast: 1)
      network.statements.append(.init(region: region, days: days, count: index))
    }
    if !absent.isEmpty {
      network.statements.append(
        .init(region: kinds.region.with(absent, of: name), days: days, count: nil))
    }
  }

  /// Divides what was told of other times like the edition's own.
  ///
  /// They belong to the same persons where stocks, newcomers and leavers are counted, and a longer time
  /// holds those of the edition. It needs records that still give what was published.
  private mutating func addHistory(_ earlier: [EarlierCounts], _ records: inout BasisTallies) {
    let related = Set(
      counting.declaration.turnovers.flatMap { [$0.stock, $0.came, $0.left] })
    let longer = Set(
      earlier.flatMap(\.counts).map { Moment(basis: $0.region.basis, days: $0.time.days) }
    ).filter { !$0.basis.isOfStocks && $0.days.holds(counting.period.days) }
    for edition in earlier {
      var places: [Moment: [(place: Int, tally: Tally)]] = [:]
      var times: [Moment] = []
      for (place, count) in edition.counts.enumerated() where counting.period(of: count.time) == nil
      {
        let time = Moment(basis: count.region.basis, days: count.time.days)
        // What a longer time holds besides tells of the edition’s part of it.
        let isLonger = longer.contains { $0.basis == time.basis && $0.days.holds(time.days) }
        // Records of the edition’s time tell nothing of a later one.
        guard
          isLonger || !time.basis.isOfStocks && counting.period.days.holds(time.days)
            || related.contains(time.basis) && since <= time.days.lowerBound
              && time.days.upperBound <= counting.period.end
        else { continue }
        if places[time] == nil { times.append(time) }
        places[time, default: []].append(
          (place, records.tally(of: count.region.codes, time.basis, in: time.days)))
      }
      var known = Known()
      for time in times { add(edition, places[time] ?? [], of: time, &known) }
      addRelations(of: edition, known)
    }
  }

  /// What an edition told of other times, by its counts.
  struct Known {
    var indices: [Int: Int] = [:]
    var tallies: [Int: Tally] = [:]
    /// Those whose records were corrected since.
    var corrected: Set<Int> = []
    /// Where the numbers stand that those who do not know so believe.
    var believed: [Int: Int] = [:]
  }

  private mutating func add(
    _ edition: EarlierCounts, _ places: [(place: Int, tally: Tally)], of time: Moment,
    _ known: inout Known
  ) {
    func isCorrected(_ entry: (place: Int, tally: Tally)) -> Bool {
      edition.counts[entry.place].value.map { $0 != entry.tally.count } ?? false
    }
    let printed = places.compactMap { entry in
      let count = edition.counts[entry.place]
      return count.isRest ? nil : count.value.map { (value: $0, now: entry.tally.count) }
    }
    // An extract that holds few of those persons tells nothing of them.
    let missed = printed.reduce(0) { $0 + abs($1.value - $1.now) }
    guard EarlierTies.mostCorrected * missed <= printed.reduce(0, { $0 + $1.value }) else { return }
    let corrected = places.filter { isCorrected($0) && !edition.counts[$0.place].isRest }
    known.corrected.formUnion(corrected.map(\.place))
    // What was corrected is tied by its old numbers too.
    if corrected.isEmpty { divided.insert(time) } else { isCorrectedSince.insert(time) }
    for entry in corrected where entry.tally.count > 0 {
      known.believed[entry.place] = believe(edition, entry.place, entry.tally, time.days)
    }
    for entry in places where !isCorrected(entry) {
      known.tallies[entry.place] = entry.tally
      known.indices[entry.place] = add(
        edition.counts[entry.place], entry.tally, time.days, edition.rules)
    }
  }

  /// Readers do not know that it was corrected.
  private mutating func believe(
    _ edition: EarlierCounts, _ place: Int, _ tally: Tally, _ days: ClosedRange<Day>
  ) -> Int? {
    let count = edition.counts[place]
    guard let before = count.value else { return nil }
    let index = network.add(
      tally, region: count.region, days: days == counting.period.days ? nil : days,
      name: count.name)
    network.mark(index, .corrected(before))
    if edition.id == EarlierEdition.history { historical.insert(index) }
    network.statements.append(.init(region: count.region, days: days, count: index))
    return index
  }

  private mutating func add(
    _ count: EarlierCounts.Count, _ tally: Tally, _ days: ClosedRange<Day>,
    _ rules: EarlierCounts.Rules
  ) -> Int? {
    if count.value == 0 {
      network.statements.append(.init(region: count.region, days: days, count: nil))
      return nil
    }
    // Nobody can be found in a category of nobody that was merged away.
    guard tally.count > 0 else { return nil }
    let index = network.add(tally, region: count.region, days: days, name: count.name)
    // What was merged away was not hidden: it is protected where it is small.
    if let value = count.value {
      network.mark(index, .published(value))
    } else if !count.isMerged {
      network.mark(index, .hidden)
    }
    know(count, index, tally, rules)
    network.statements.append(.init(region: count.region, days: days, count: index))
    return index
  }

  /// What a reader of that edition could tell of a count that it did not show.
  ///
  /// A category that was shown by exception may stand in a row of its own though it is small. Files of before
  /// merged counts had bounds say nothing of them: most were too small for a row.
  private mutating func know(
    _ count: EarlierCounts.Count, _ index: Int, _ tally: Tally, _ rules: EarlierCounts.Rules
  ) {
    let least = count.least(by: rules)
    network.know(
      index, atLeast: least <= tally.count ? least : min(least, rules.showsZeros ? 1 : 0))
    guard count.value == nil else { return }
    if let bounds = count.bounds, bounds.contains(tally.count) {
      network.know(index, atLeast: bounds.lowerBound, atMost: bounds.upperBound)
    } else if rules.isAssumed, count.isMerged, tally.count < rules.threshold {
      network.know(index, atLeast: 0, atMost: rules.threshold - 1)
    }
  }

  /// The edition’s own period and parts of it.
  private func periods(of edition: EarlierCounts) -> [Period] {
    var periods: [Period] = []
    for count in edition.counts {
      guard let period = counting.period(of: count.time), !periods.contains(period) else {
        continue
      }
      periods.append(period)
    }
    return periods
  }

  private mutating func add(_ edition: EarlierCounts, of period: Period) {
    let counts = edition.counts.enumerated().filter {
      counting.period(of: $0.element.time) == period
    }
    let cubes = counting.dataset.cubes(
      for: Set(
        counts.compactMap { counting.declaration.request(for: $1.region, $1.measure) }),
      in: period)
    let part = Counting(dataset: counting.dataset, period: period, cubes: cubes)
    var known = Known()
    for (place, count) in counts {
      guard let tally = part.tally(of: count.region, measure: count.measure) else {
        continue
      }
      if let value = count.value, value != tally.count {
        guard !count.isRest else { continue }
        known.corrected.insert(place)
        if !revised.contains(count.name) { revised.append(count.name) }
        if tally.count > 0 {
          known.believed[place] = believe(edition, place, tally, period.days)
        }
        continue
      }
      known.tallies[place] = tally
      guard tally.count > 0 else {
        if count.value == 0 {
          network.statements.append(.init(region: count.region, days: period.days, count: nil))
          // Where zeros are hidden, one that was shown stays so.
          if period == counting.period, let index = network.index(of: count.region) {
            network.mark(index, .published(0))
          }
        }
        continue
      }
      let index = network.add(
        tally, region: count.region, days: period == counting.period ? nil : period.days,
        name: count.name)
      network.mark(
        index, count.value.map { .published($0) } ?? (count.isMerged ? .merged : .hidden))
      know(count, index, tally, edition.rules)
      network.statements.append(.init(region: count.region, days: period.days, count: index))
      known.indices[place] = index
    }
    addRelations(of: edition, known)
  }

  private mutating func addRelations(of edition: EarlierCounts, _ known: Known) {
    addCorrected(edition, known)
    relations.add(edition) { known.indices[$0] }
    if edition.id == EarlierEdition.history { historical.formUnion(known.indices.values) }
    mergedRests += edition.rests.compactMap { rest in
      rest.placed { known.indices[$0] ?? known.believed[$0] }
    }
  }
}

extension Counting {
  /// The edition’s own period, or the part of it in which an earlier edition counted.
  func period(of time: CountingTime) -> Period? {
    switch time {
    case .during(let part): period.contains(part) ? part : nil
    case .on(let day): day == period.end ? period : nil
    case .within: nil
    }
  }

  /// How many records of the period belong to a region; nil where no cube tells.
  func tally(of region: Region, measure: String) -> Tally? {
    declaration.request(for: region, measure).flatMap { cubes[$0] }?.tally(within: region.codes)
  }
}

extension StatisticsDeclaration {
  /// The cube that tells the records of a region, by what it restricts beyond its measure.
  func request(for region: Region, _ measure: String) -> Cube.Request? {
    guard let declared = self.measure(measure) else { return nil }
    let base = self.region(of: declared).codes
    return Cube.Request(
      measure: measure, dimensions: region.codes.keys.filter { base[$0] != region.codes[$0] })
  }
}
