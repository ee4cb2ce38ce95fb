import Periods

/// Ties the counts of an edition to those of the editions before it.
///
/// What was published before cannot be hidden, and what was hidden before stays so; parts of the
/// edition’s period that were published before are counts of their own, and so is what they leave.
struct EarlierTies {
  let counting: Counting
  let policy: DisclosurePolicy
  let earlier: [EarlierCounts]
  private(set) var network: FactNetwork
  /// Counts whose records were corrected since an earlier edition counted them.
  private(set) var revised: [String] = []
  /// Of parts of the edition's period, by what they count.
  private var parts: [Region: [(period: Period, count: Int)]] = [:]

  init(
    _ network: FactNetwork, counting: Counting, policy: DisclosurePolicy, earlier: [EarlierCounts]
  ) {
    self.network = network
    self.counting = counting
    self.policy = policy
    self.earlier = earlier
    for edition in earlier {
      markSameTime(edition)
      addNested(edition)
    }
    addParts()
  }

  private func time(of measure: String) -> CountingTime? {
    counting.declaration.measure(measure).map { CountingTime($0, in: counting.period) }
  }

  private mutating func markSameTime(_ edition: EarlierCounts) {
    var known: [Region: EarlierCounts.Count] = [:]
    for count in edition.counts where count.time == time(of: count.measure) {
      if known[count.region]?.value == nil { known[count.region] = count }
    }
    for place in network.places {
      guard let count = known[place.region] else { continue }
      mark(place.count, count)
    }
  }

  /// A count that was corrected since tells nothing certain of the old one.
  private mutating func mark(_ index: Int, _ count: EarlierCounts.Count) {
    guard let value = count.value else {
      network.mark(index, .hidden)
      return
    }
    if value == network.counts[index].tally.count {
      network.mark(index, .published(value))
    } else if !revised.contains(count.name) {
      revised.append(count.name)
    }
  }

  /// Counts of a part of the period, with their true values from the records at hand.
  private mutating func addNested(_ edition: EarlierCounts) {
    for period in nestedPeriods(of: edition) {
      let part = Counting(
        dataset: counting.dataset, period: period,
        cubes: counting.dataset.cubes(for: Set(counting.cubes.keys), in: period))
      var indices: [Int: Int] = [:]
      for (index, count) in edition.counts.enumerated() where count.time == .during(period) {
        let place =
          network.places.first { $0.region == count.region && $0.measure == count.measure }
          ?? network.places.first { $0.measure == count.measure }
        guard
          let tally = part.tally(
            of: count.region, measure: count.measure, like: place?.dimensions ?? []),
          tally.count > 0
        else { continue }
        if let value = count.value, value != tally.count {
          revised.append(count.name)
          continue
        }
        let added = network.add(tally, region: nil, name: count.name)
        mark(added, count)
        network.know(added, atLeast: policy.showsZeros && count.value == nil ? 1 : 0)
        indices[index] = added
        if parts[count.region]?.contains(where: { $0.period == period }) != true {
          parts[count.region, default: []].append((period, added))
        }
      }
      for sum in edition.sums {
        guard let total = indices[sum.total] else { continue }
        let found = sum.parts.compactMap { indices[$0] }
        // A line that was corrected in some place adds up no more.
        let counted = found.reduce(0) { $0 + network.counts[$1].tally.count }
        guard counted == network.counts[total].tally.count else { continue }
        network.add(total: total, parts: found, note: "\(sum.figure) (\(period.id))")
      }
    }
  }

  private func nestedPeriods(of edition: EarlierCounts) -> [Period] {
    var periods: [Period] = []
    for count in edition.counts {
      guard case .during(let period) = count.time, period != counting.period,
        counting.period.contains(period), !periods.contains(period)
      else { continue }
      periods.append(period)
    }
    return periods
  }

  /// The whole period as the sum of its parts and of what they leave.
  private mutating func addParts() {
    var done: Set<Region> = []
    for place in network.places {
      guard let known = parts[place.region], done.insert(place.region).inserted else { continue }
      // Halves and quarters of one year are two ways to divide it.
      for months in Set(known.map(\.period.monthCount)).sorted() {
        let same = known.filter { $0.period.monthCount == months }
        let whole = network.counts[place.count]
        let rest = same.reduce(whole.tally) { $0 - network.counts[$1.count].tally }
        var all = same.map(\.count)
        if rest.count > 0 {
          let without = same.map(\.period.id).sorted().joined(separator: ", ")
          all.append(
            network.add(
              rest, region: nil,
              name: "\(whole.name) (\(counting.period.id) without \(without))"))
        }
        network.add(
          total: place.count, parts: all,
          note: "\(whole.name): \(counting.period.id) and its parts")
      }
    }
  }
}

extension Period {
  var monthCount: Int { lastMonth - firstMonth + 1 }
}

extension Counting {
  /// How many records of the period belong to a region; nil where no cube tells.
  func tally(of region: Region, measure: String, like dimensions: [String]) -> Tally? {
    guard let declared = declaration.measure(measure) else { return nil }
    let base = declaration.region(of: declared).codes
    let needed = region.codes.keys.filter { base[$0] != region.codes[$0] }
    let cubes = [cube(measure, by: needed), cube(measure, by: dimensions)].compactMap(\.self)
    guard
      let cube = cubes.first(where: { cube in
        needed.allSatisfy { cube.position(of: $0) != nil }
      })
    else { return nil }
    var masks: [String: [Bool]] = [:]
    for (name, codes) in region.codes {
      guard let place = cube.position(of: name) else { continue }
      masks[name] = (0..<cube.sizes[place]).map { codes.contains($0) }
    }
    return cube.tally(where: masks)
  }
}
