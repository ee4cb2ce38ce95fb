import Periods

/// Small counts that an earlier edition printed by an exception.
///
/// What is out cannot be taken back: the same persons may be counted by the same definition again, and
/// whatever lies within them was given away with them. Nobody else is: a group that has grown since is
/// another one.
struct PublishedBefore {
  /// Counts of the network that count the same persons by the same definition or a wider one, at whatever time.
  private(set) var same: [Int] = []
  /// Counts of the network within them.
  private(set) var within: [Int] = []

  /// - `implications`: by record set.
  init(
    _ earlier: [EarlierCounts], _ network: FactNetwork, counting: Counting,
    policy: DisclosurePolicy, _ implications: [String: Implications]
  ) {
    let small = earlier.flatMap(\.counts).filter { count in
      count.value.map { $0 > 0 && policy.isSmall($0) } ?? false
    }
    guard !small.isEmpty else { return }
    let members = network.counts.enumerated().compactMap { index, count in
      count.region.flatMap { region in
        count.tally.count > 0 && policy.isSmall(count.tally.count)
          ? (
            index: index, count: count, region: region, codes: implications.canonical(region).codes
          ) : nil
      }
    }
    var records = BasisTallies(counting.dataset)
    for count in small {
      let (basis, days) = (count.region.basis, count.time.days)
      let tally = records.tally(of: count.region.codes, basis, in: days)
      guard tally.count == count.value else { continue }
      let printed = implications.canonical(count.region).codes
      let isOwn = counting.period(of: count.time) != nil
      for member in members where member.region.basis == basis {
        guard isOwn || member.count.countedOn == days else { continue }
        // Those of it who are also in the printed one.
        let both = member.region.intersection(count.region)
        // Where zeros are shown, it may be told that nobody else belongs to a wider group.
        let isWhole =
          member.codes == printed
          || policy.showsZeros && implications.canonical(both).codes == printed
        if isWhole, member.count.tally == tally { same.append(member.index) }
        if records.tally(of: both.codes, basis, in: days) == member.count.tally {
          within.append(member.index)
        }
      }
    }
  }
}
