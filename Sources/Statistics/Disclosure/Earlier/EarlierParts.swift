import Periods

/// What is public of records of another time: what was printed of them, and what of a line was
/// hidden, together.
struct EarlierParts {
  struct Part {
    let region: Region
    let value: Int
    let name: String
  }

  private let earlier: [EarlierCounts]
  let observations: [Observation]

  init(counting: Counting, earlier: [EarlierCounts]) {
    self.earlier = earlier
    observations = Observation.all(counting)
  }

  /// Each definition once.
  ///
  /// - `days`: those in which a flow was counted, or the one of a stock.
  func parts(_ basis: Region.Basis, _ days: ClosedRange<Day>) -> [Part] {
    var parts: [Part] = []
    var met: Set<Region> = []
    func add(_ value: Int, _ region: Region, _ name: String) {
      if met.insert(region).inserted {
        parts.append(Part(region: region, value: value, name: name))
      }
    }
    func isOf(_ count: EarlierCounts.Count) -> Bool {
      count.time.days == days && count.region.basis == basis
    }
    for edition in earlier {
      for count in edition.counts where isOf(count) {
        if let value = count.value { add(value, count.region, count.name) }
      }
    }
    for observation in observations
    where observation.days == days && observation.region.basis == basis {
      add(observation.value, observation.region, observation.name)
    }
    for edition in earlier {
      for sum in edition.sums where isOf(edition.counts[sum.total]) {
        let members = sum.parts.map { edition.counts[$0] }
        let hidden = members.filter { $0.value == nil }
        guard let total = edition.counts[sum.total].value, let region = Region(hidden.map(\.region))
        else { continue }
        let value = total - members.reduce(0) { $0 + ($1.value ?? 0) }
        if value >= 0 { add(value, region, hidden.map(\.name).joined(separator: " + ")) }
      }
    }
    return parts
  }

  /// The times of which anything is public, in order.
  func times(_ basis: Region.Basis) -> [ClosedRange<Day>] {
    let counts = earlier.flatMap(\.counts).filter { $0.region.basis == basis }.map(\.time.days)
    let observed = observations.filter { $0.region.basis == basis }.map(\.days)
    return Set(counts + observed).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
  }

  /// What no edition of this archive printed.
  struct Observation {
    var region: Region
    let measure: String
    let days: ClosedRange<Day>
    let value: Int
    let name: String

    static func all(_ counting: Counting) -> [Observation] {
      let reading = RegionReading(counting: counting, rests: Rests())
      return counting.dataset.history.values.sorted {
        ($0.key.measure, $0.key.cell.joined(separator: " "), $0.key.end)
          < ($1.key.measure, $1.key.cell.joined(separator: " "), $1.key.end)
      }.compactMap { key, value in
        let conditions = key.cell.compactMap { text -> Condition? in
          let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
          return sides.count == 2 ? Condition(dimension: sides[0], values: [sides[1]]) : nil
        }
        let reference = CellReference(measure: key.measure, conditions: conditions)
        guard conditions.count == key.cell.count, let region = reading.region(of: reference),
          (key.start ?? key.end) <= key.end
        else { return nil }
        return Observation(
          region: region, measure: key.measure, days: (key.start ?? key.end)...key.end,
          value: value,
          name: "\(reference.text) (\(key.end))")
      }
    }
  }
}

extension EarlierEdition {
  /// Those numbers are of no edition.
  static let history = "history.csv"

  /// The numbers of `history.csv` for parts of the edition’s period, and for longer ones and their parts, which no
  /// edition said.
  ///
  /// Small ones too: whoever printed them is their source. Stocks of other days than its last are tied elsewhere.
  init(
    _ observations: [EarlierParts.Observation], around period: Period,
    except earlier: [EarlierCounts], _ declaration: StatisticsDeclaration
  ) {
    let texts = RegionText(declaration: declaration)
    let said = Dictionary(
      grouping: earlier.flatMap(\.counts).filter { !$0.isRest && $0.value != nil },
      by: \.time.days
    ).mapValues { Set($0.map(\.region)) }
    // What is left of a longer time is told by its other parts.
    let longer = (earlier.flatMap(\.counts).map(\.time.days) + observations.map(\.days))
      .filter { $0.holds(period.days) }
    self.init(
      id: EarlierEdition.history,
      facts: observations.compactMap { observation in
        let days = observation.days
        let isOfStock = observation.region.basis.isOfStocks
        guard let measure = declaration.measure(observation.measure),
          isOfStock
            ? days.upperBound == period.end
            : period.days.holds(days) || longer.contains(where: { $0.holds(days) }),
          said[days]?.contains(observation.region) != true
        else { return nil }
        let time =
          isOfStock
          ? CountingTime.on(days.upperBound)
          : Period(days: days).map { .during($0) } ?? .within(days)
        return PublishedFact(
          form: .count, measure: measure.id, cell: texts.text(of: observation.region, measure),
          time: time.text, status: .published, value: observation.value)
      })
  }
}

extension FactNetwork {
  /// Whom each count counts, by index.
  var definitions: [Int: FactNetwork.Definition] {
    var definitions: [Int: FactNetwork.Definition] = [:]
    for (index, count) in counts.enumerated() {
      definitions[index] = count.region.map { .init(region: $0, days: count.days) }
    }
    return definitions
  }

  /// Counts of flows that are public by `history.csv`, whoever said them again.
  func told(
    by observations: [EarlierParts.Observation], _ implications: [String: Implications]
  ) -> [Int] {
    observations.flatMap { observation in
      [observation.region, implications.canonical(observation.region)].compactMap {
        index(of: $0, days: observation.days)
      }.filter { counts[$0].earlier == .published(observation.value) }
    }
  }
}

extension Region {
  /// Regions that differ in one dimension, as one; nil for others.
  fileprivate init?(_ regions: [Region]) {
    guard var whole = regions.first else { return nil }
    let names = Set(whole.codes.keys)
    guard regions.allSatisfy({ Set($0.codes.keys) == names && $0.basis == whole.basis }) else {
      return nil
    }
    let differing = names.sorted().filter { name in
      regions.contains { $0.codes[name] != regions[0].codes[name] }
    }
    guard differing.count <= 1 else { return nil }
    if let name = differing.first {
      for region in regions.dropFirst() {
        whole.codes[name] = region.codes[name].flatMap { whole.codes[name]?.union($0) }
      }
    }
    self = whole
  }
}
