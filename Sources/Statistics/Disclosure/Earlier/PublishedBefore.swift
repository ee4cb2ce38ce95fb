import Periods

/// Small counts that an earlier edition printed by an exception.
///
/// What is out cannot be taken back: the same persons may be counted by the same definition again, and
/// whatever lies within them was given away with them. Nobody else is: a group that has grown since is
/// another one.
struct PublishedBefore {
  /// Counts of the network that count the same persons by the same definition, at whatever time.
  private(set) var same: [Int] = []
  /// Counts of the network within them.
  private(set) var within: [Int] = []

  init(
    _ earlier: [EarlierCounts], _ network: FactNetwork, counting: Counting,
    policy: DisclosurePolicy
  ) {
    let declaration = counting.declaration
    for count in earlier.flatMap(\.counts) {
      guard let value = count.value, value > 0, policy.isSmall(value),
        let period = counting.period(of: count.time)
      else { continue }
      // Those of a count who are also in the printed one.
      let members = network.counts.enumerated().compactMap { index, member -> (Int, Region)? in
        guard let region = member.region, (1...value).contains(member.tally.count),
          region.basis == count.region.basis
        else { return nil }
        return (index, region.intersection(count.region))
      }
      let regions = [count.region] + members.map(\.1)
      let cubes = counting.dataset.cubes(
        for: Set(regions.compactMap { declaration.request(for: $0, count.measure) }), in: period)
      let part = Counting(dataset: counting.dataset, period: period, cubes: cubes)
      guard let tally = part.tally(of: count.region, measure: count.measure), tally.count == value
      else { continue }
      same += network.counts.indices.filter { index in
        network.counts[index].tally == tally
          && network.counts[index].region.map {
            $0.basis == count.region.basis && $0.codes == count.region.codes
          } ?? false
      }
      within += members.filter { index, region in
        part.tally(of: region, measure: count.measure) == network.counts[index].tally
      }.map(\.0)
    }
  }
}
