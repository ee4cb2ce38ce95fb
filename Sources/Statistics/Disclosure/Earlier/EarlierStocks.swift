import Periods

/// What is public of those who were there on the day before an edition's period.
struct EarlierStocks {
  struct Part {
    let region: Region
    let value: Int
    let name: String
  }

  /// Each definition once: what was printed, and what of a line was hidden, together.
  private(set) var parts: [Part] = []

  init(counting: Counting, earlier: [EarlierCounts], basis: Region.Basis) {
    let day = counting.period.start.dayBefore
    var met: Set<Region> = []
    func isOf(_ count: EarlierCounts.Count) -> Bool {
      count.time == .on(day) && count.region.basis == basis
    }
    for edition in earlier {
      for count in edition.counts where isOf(count) {
        guard let value = count.value, met.insert(count.region).inserted else { continue }
        parts.append(Part(region: count.region, value: value, name: count.name))
      }
    }
    addHistory(of: day, basis, counting, &met)
    for edition in earlier {
      for sum in edition.sums where isOf(edition.counts[sum.total]) {
        let members = sum.parts.map { edition.counts[$0] }
        let hidden = members.filter { $0.value == nil }
        guard let total = edition.counts[sum.total].value, let region = Region(hidden.map(\.region))
        else { continue }
        let value = total - members.reduce(0) { $0 + ($1.value ?? 0) }
        guard value >= 0, met.insert(region).inserted else { continue }
        let name = hidden.map(\.name).joined(separator: " + ")
        parts.append(Part(region: region, value: value, name: name))
      }
    }
  }

  /// Observations that no edition of this archive printed.
  private mutating func addHistory(
    of day: Day, _ basis: Region.Basis, _ counting: Counting, _ met: inout Set<Region>
  ) {
    let reading = RegionReading(counting: counting, rests: Rests())
    for (key, value) in counting.dataset.history.values.sorted(by: {
      ($0.key.measure, $0.key.cell.joined(separator: " "))
        < ($1.key.measure, $1.key.cell.joined(separator: " "))
    }) where key.start == nil && key.end == day {
      let conditions = key.cell.compactMap { text -> Condition? in
        let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
        return sides.count == 2 ? Condition(dimension: sides[0], values: [sides[1]]) : nil
      }
      let reference = CellReference(measure: key.measure, conditions: conditions)
      guard conditions.count == key.cell.count, let region = reading.region(of: reference),
        region.basis == basis, met.insert(region).inserted
      else { continue }
      parts.append(Part(region: region, value: value, name: "\(reference.text) (\(day))"))
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
