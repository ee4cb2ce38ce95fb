import Diagnostics
import Periods

/// Numbers that do not fit to what editions published before, since somebody was registered late, or otherwise.
///
/// The difference tells how many those are, and where it is small in several numbers it tells who.
struct Corrections {
  struct Difference {
    let name: String
    /// How a reader meets it: the parts of a time and the whole, as they are published.
    let way: String
  }

  private struct Published {
    let time: CountingTime
    let value: Int
    let name: String
    /// By the edition that is built.
    var isOwn = false

    var period: Period? {
      if case .during(let period) = time { period } else { nil }
    }

    var monthCount: Int { period?.monthCount ?? 0 }
  }

  /// By name.
  private(set) var all: [Difference] = []

  /// - `shown`: what the edition shows of its own period, by canonical definitions.
  init(
    _ shown: [(region: Region, value: Int)], in period: Period, earlier: [EarlierCounts],
    _ policy: DisclosurePolicy, canonical: (Region) -> Region
  ) {
    var published: [Region: [Published]] = [:]
    for count in earlier.flatMap(\.counts) where !count.isRest {
      guard let value = count.value else { continue }
      published[canonical(count.region), default: []].append(
        Published(time: count.time, value: value, name: count.name))
    }
    var found: [String: Difference] = [:]
    for (region, value) in shown where policy.protects(region) {
      guard let others = published[region] else { continue }
      let time: CountingTime = region.basis.isOfStocks ? .on(period.end) : .during(period)
      let own = Published(time: time, value: value, name: "", isOwn: true)
      for (whole, parts) in Corrections.equals(own, others) {
        let difference = whole.value - parts.reduce(0) { $0 + $1.value }
        guard let name = others.first(where: { $0.time == time })?.name ?? others.first?.name,
          found[name] == nil, policy.isFew(difference)
        else { continue }
        found[name] = Difference(
          name: name,
          way: "\(parts.map { "\($0.value)" }.joined(separator: " + ")) ≠ \(whole.value)")
      }
    }
    all = found.values.sorted { $0.name < $1.name }
  }

  /// Whole times, and shorter ones that make them up, of which the edition tells one.
  private static func equals(
    _ own: Published, _ others: [Published]
  ) -> [(whole: Published, parts: [Published])] {
    let same = others.filter { $0.time == own.time }.map { (whole: own, parts: [$0]) }
    guard let period = own.period else { return same }
    let wholes =
      [own] + others.filter { $0.period.map { $0 != period && $0.contains(period) } ?? false }
    return same
      + wholes.compactMap { whole in
        whole.period.flatMap { parts(of: $0, own, others) }.map { (whole: whole, parts: $0) }
      }
  }

  /// The longest first; nil where some of the whole is missing.
  private static func parts(
    of whole: Period, _ own: Published, _ others: [Published]
  ) -> [Published]? {
    var parts = own.period == whole ? [] : [own]
    let shorter = others.filter { other in
      other.period.map { $0 != whole && whole.contains($0) } ?? false
    }.sorted { ($1.monthCount, $0.time.days.lowerBound) < ($0.monthCount, $1.time.days.lowerBound) }
    for other in shorter
    where !parts.contains(where: { $0.time.days.overlaps(other.time.days) }) {
      parts.append(other)
    }
    let isWhole = parts.reduce(0) { $0 + $1.monthCount } == whole.monthCount
    return isWhole ? parts.sorted { $0.time.days.lowerBound < $1.time.days.lowerBound } : nil
  }
}

extension Corrections {
  var names: Set<String> { Set(all.map(\.name)) }

  /// One for all numbers, since one decision is about all of them; `accepted` in vain is told of too.
  func findings(
    accepting accepted: [AcceptedFinding], at location: SourceLocation
  ) -> [Diagnostic] {
    let own = accepted.filter { $0.rule == .disclosureCorrected }
    let isAccepted = own.contains { $0.accepts(self) }
    return (all.isEmpty || isAccepted ? [] : [.corrected(all, at: location)])
      + own.filter { !$0.accepts(self) }.map { .acceptedInVain($0) }
  }
}

extension Concealment {
  /// What the edition shows of its own period, by canonical definitions; each once.
  func shown(_ implications: [String: Implications]) -> [(region: Region, value: Int)] {
    let cells: [(region: Region, value: Int)] =
      network.places.filter { !$0.isMerged && !isHidden[$0.count] }.map {
        ($0.region, network.counts[$0.count].tally.count)
      } + network.zeros.map { ($0.region, 0) }
    var met: Set<Region> = []
    return cells.compactMap { region, value in
      let region = implications.canonical(region)
      return met.insert(region).inserted ? (region: region, value: value) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func corrected(
    _ differences: [Corrections.Difference], at location: SourceLocation
  ) -> Diagnostic {
    let listed = differences.map { "“\($0.name)” (\($0.way))" }.joined(separator: ", ")
    return Diagnostic(
      .disclosureCorrected, at: location,
      "Published numbers differ by a few persons, who can be told by that: \(listed)",
      help:
        "leave these numbers out, or accept the finding in edition.yaml, with all of these cells")
  }

  package static func acceptedInVain(_ accepted: AcceptedFinding) -> Diagnostic {
    Diagnostic(
      .disclosureException, at: accepted.location,
      "Nothing is found that this accepts",
      help: "remove it, or name the finding and its cells as the message does")
  }
}
