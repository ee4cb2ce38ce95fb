import Periods

/// What earlier editions said of the records that an edition counts too.
///
/// What was published before cannot be hidden, and what was hidden before stays so. Counts of the same
/// time, or of a part of it, become statements like the edition’s own.
struct EarlierTies {
  let counting: Counting
  let policy: DisclosurePolicy
  private(set) var network: FactNetwork
  /// Counts whose records were corrected since an earlier edition counted them.
  private(set) var revised: [String] = []
  /// Shares and orders that they told of those counts.
  private(set) var relations = EarlierRelations()
  /// Times of stocks, newcomers and leavers whose published counts the records still give.
  private(set) var divided: Set<Time> = []

  /// When records were counted, and by which days of theirs.
  struct Time: Hashable {
    let basis: Region.Basis
    let days: ClosedRange<Day>
  }

  init(
    _ network: FactNetwork, counting: Counting, policy: DisclosurePolicy, earlier: [EarlierCounts]
  ) {
    self.network = network
    self.counting = counting
    self.policy = policy
    for edition in earlier {
      for period in periods(of: edition) { add(edition, of: period) }
    }
    addHistory(earlier)
  }

  /// Other times belong to the same persons where stocks, newcomers and leavers are counted: from the
  /// last stock before the edition's period on they are divided like its own, as long as the records
  /// still hold all who were there.
  private mutating func addHistory(_ earlier: [EarlierCounts]) {
    let related = Set(
      counting.declaration.turnovers.flatMap { [$0.stock, $0.came, $0.left] })
    var records = BasisTallies(counting.dataset)
    var times: [Time] = []
    for count in earlier.flatMap(\.counts) where related.contains(count.region.basis) {
      let time = Time(basis: count.region.basis, days: count.time.days)
      guard counting.period(of: count.time) == nil, !times.contains(time),
        time.days.upperBound <= counting.period.end
      else { continue }
      times.append(time)
    }
    let first =
      times.filter { $0.basis.isOfStocks && $0.days.upperBound < counting.period.start }
      .map(\.days.upperBound).max() ?? counting.period.start
    for time in times where first <= time.days.lowerBound {
      let counts = earlier.flatMap(\.counts).filter {
        $0.region.basis == time.basis && $0.time.days == time.days
      }
      let tallies = counts.map { count in
        records.tally(of: count.region.codes, time.basis, in: time.days)
      }
      let isKept = zip(counts, tallies).allSatisfy { count, tally in
        count.isRest || count.value.map { $0 == tally.count } ?? true
      }
      guard isKept else { continue }
      divided.insert(time)
      for (count, tally) in zip(counts, tallies) where !count.isRest || tally.count == 0 {
        add(count, tally, time.days)
      }
    }
  }

  private mutating func add(
    _ count: EarlierCounts.Count, _ tally: Tally, _ days: ClosedRange<Day>
  ) {
    if count.value == 0 {
      network.statements.append(.init(region: count.region, days: days, count: nil))
      return
    }
    // Nobody can be found in a category of nobody that was merged away.
    guard tally.count > 0 else { return }
    let index = network.add(tally, region: count.region, days: days, name: count.name)
    // What was merged away was not hidden: it is protected where it is small.
    if let value = count.value {
      network.mark(index, .published(value))
    } else if !count.isMerged {
      network.mark(index, .hidden)
    }
    network.know(index, atLeast: count.least(by: policy))
    network.statements.append(.init(region: count.region, days: days, count: index))
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
    var added: [Int: Int] = [:]
    for (place, count) in counts {
      guard let tally = part.tally(of: count.region, measure: count.measure) else {
        continue
      }
      if let value = count.value, value != tally.count {
        // A count that was corrected since tells nothing certain of the old one.
        if !count.isRest, !revised.contains(count.name) { revised.append(count.name) }
        continue
      }
      guard tally.count > 0 else {
        if count.value == 0 {
          network.statements.append(.init(region: count.region, days: period.days, count: nil))
        }
        continue
      }
      let index = network.add(
        tally, region: count.region, days: period == counting.period ? nil : period.days,
        name: count.name)
      network.mark(index, count.value.map { .published($0) } ?? .hidden)
      network.know(index, atLeast: count.least(by: policy))
      network.statements.append(.init(region: count.region, days: period.days, count: index))
      added[place] = index
    }
    relations.add(edition) { added[$0] }
  }
}

extension Period {
  var monthCount: Int { lastMonth - firstMonth + 1 }

  var days: ClosedRange<Day> { start...end }
}

extension Counting {
  /// The edition’s own period, or the part of it in which an earlier edition counted.
  func period(of time: CountingTime) -> Period? {
    switch time {
    case .during(let part): period.contains(part) ? part : nil
    case .on(let day): day == period.end ? period : nil
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
