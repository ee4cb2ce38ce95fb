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

    /// As a decision names it, which is about these numbers and no others.
    var text: String { "\(name) \(way)" }
  }

  private struct Published {
    let time: CountingTime
    let value: Int

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
    _ policy: DisclosurePolicy, _ declaration: StatisticsDeclaration,
    _ implications: [String: Implications]
  ) {
    var names: [Region: [(time: CountingTime, name: String)]] = [:]
    var sayings: [Saying] = []
    for count in earlier.flatMap(\.counts) where !count.isRest {
      guard let value = count.value else { continue }
      let region = implications.canonical(count.region)
      Corrections.note(value, of: region, count.time, in: &sayings)
      names[region, default: []].append((count.time, count.name))
    }
    guard !sayings.isEmpty else { return }
    var before = sayings.map { saying in
      (time: saying.time, told: ToldNumbers(saying.numbers, implications))
    }
    var now = ToldNumbers(shown, implications)
    var found: [(region: Region, difference: Difference)] = []
    func name(_ region: Region, _ time: CountingTime) -> String {
      names[region].flatMap { told in (told.first { $0.time == time } ?? told.first)?.name }
        ?? "\(ClassNames(declaration, of: region.basis).name(of: region)) (\(time.text))"
    }
    var met: Set<Region> = []
    let regions = (now.regions + before.flatMap(\.told.regions))
      .filter { policy.protects($0) && met.insert($0).inserted }
    for region in Corrections.narrowestFirst(regions) {
      guard let value = now.value(of: region) else { continue }
      let isTold = names[region] != nil
      // Where somebody of a part is told, what is left of it or around it tells nothing more.
      guard isTold || !found.contains(where: { $0.region.isWithin(region) }) else { continue }
      let time: CountingTime = region.basis.isOfStocks ? .on(period.end) : .during(period)
      let own = Published(time: time, value: value)
      let others = before.indices.compactMap { place in
        before[place].told.value(of: region).map {
          Published(time: before[place].time, value: $0)
        }
      }
      for (whole, parts) in Corrections.equals(own, others) {
        let difference = whole.value - parts.reduce(0) { $0 + $1.value }
        guard policy.isFew(difference) else { continue }
        let way = "\(parts.map { "\($0.value)" }.joined(separator: " + ")) ≠ \(whole.value)"
        found.append((region, Difference(name: name(region, time), way: way)))
        break
      }
    }
    all = found.map(\.difference).sorted { $0.name < $1.name }
  }

  /// Numbers of one time that do not contradict each other.
  private struct Saying {
    let time: CountingTime
    var numbers: [(region: Region, value: Int)] = []
    var known: [Region: Int] = [:]

    mutating func say(_ value: Int, of region: Region) {
      if known.updateValue(value, forKey: region) == nil {
        numbers.append((region, value))
      } else {
        numbers = numbers.map { $0.region == region ? (region, value) : $0 }
      }
    }
  }

  /// What was said otherwise later is another saying, with all else that was said of the time.
  private static func note(
    _ value: Int, of region: Region, _ time: CountingTime, in sayings: inout [Saying]
  ) {
    let own = sayings.indices.filter { sayings[$0].time == time }
    guard !own.contains(where: { sayings[$0].known[region] == value }) else { return }
    let isNew = own.filter { sayings[$0].known[region] == nil }
    for place in isNew { sayings[place].say(value, of: region) }
    guard isNew.isEmpty else { return }
    var other = own.first.map { sayings[$0] } ?? Saying(time: time)
    other.say(value, of: region)
    sayings.append(other)
  }

  /// In a stable order.
  private static func narrowestFirst(_ regions: [Region]) -> [Region] {
    regions.enumerated().sorted { left, right in
      (right.element.codes.count, left.element.codes.volume, left.offset)
        < (left.element.codes.count, right.element.codes.volume, right.offset)
    }.map(\.element)
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
      + wholes.flatMap { whole in
        parts(of: whole, own, others).map { (whole: whole, parts: $0) }
      }
  }

  /// What was said of the same time twice, with other numbers, makes up a whole in several ways.
  private static let mostWays = 16

  /// The longest first; none where some of the whole is missing.
  private static func parts(
    of whole: Published, _ own: Published, _ others: [Published]
  ) -> [[Published]] {
    guard let period = whole.period else { return [] }
    var parts = own.period == period ? [] : [[own]]
    let shorter = others.filter { other in
      other.period.map { $0 != period && period.contains($0) } ?? false
    }.sorted { ($1.monthCount, $0.time.days.lowerBound) < ($0.monthCount, $1.time.days.lowerBound) }
    for other in shorter where !parts.contains(where: { $0[0].time.days.overlaps(other.time.days) })
    {
      parts.append(shorter.filter { $0.time == other.time })
    }
    guard parts.reduce(0, { $0 + $1[0].monthCount }) == whole.monthCount else { return [] }
    parts.sort { $0[0].time.days.lowerBound < $1[0].time.days.lowerBound }
    return parts.reduce([[]]) { ways, sayings in
      Array(ways.flatMap { way in sayings.map { way + [$0] } }.prefix(mostWays))
    }
  }
}

extension Corrections {
  var names: Set<String> { Set(all.map(\.name)) }

  var texts: Set<String> { Set(all.map(\.text)) }

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
    let listed = differences.map { "“\($0.text)”" }.joined(separator: ", ")
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
