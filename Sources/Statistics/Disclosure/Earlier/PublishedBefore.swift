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
    var records = BasisTallies(counting.dataset)
    for count in earlier.flatMap(\.counts) {
      guard let value = count.value, value > 0, policy.isSmall(value) else { continue }
      let basis = count.region.basis
      let isOwn = counting.period(of: count.time) != nil
      let days = count.time.days
      let tally = records.tally(of: count.region.codes, basis, in: days)
      guard tally.count == value else { continue }
      for (index, member) in network.counts.enumerated() {
        guard let region = member.region, region.basis == basis,
          (1...value).contains(member.tally.count)
        else { continue }
        if isOwn, region.codes == count.region.codes, member.tally == tally { same.append(index) }
        guard isOwn || member.stockDay.map({ $0 == days.upperBound }) ?? (member.days == days)
        else { continue }
        // Those of it who are also in the printed one.
        let both = region.intersection(count.region)
        if records.tally(of: both.codes, basis, in: days) == member.tally { within.append(index) }
      }
    }
  }
}
