import Periods
import Statistics

/// What a reader knows of finished tables, built from their cells alone.
///
/// It shares nothing with the network of facts by which tables are protected. A cell is known by the
/// words that define it: when the persons were counted, and which codes of each dimension they may
/// have. Every cell is the sum of the smallest classes that its words can be divided into, and every
/// margin the sum of what it margins; so merged rests, filters, linked tables and a year with its
/// halves all tie themselves.
package struct ReadersKnowledge {
  package private(set) var model = AuditModel()
  /// Cells that one table shows and another does not.
  package private(set) var shownElsewhere: [String] = []
  /// Cells whose number is not the number of persons.
  package private(set) var untrue: [String] = []
  /// Small counts, and zeros where those are hidden, that are shown.
  package private(set) var smallShown: [String] = []
  /// Of distinct cells with somebody in them.
  package private(set) var hidden = 0
  package private(set) var shown = 0

  private let policy: DisclosurePolicy
  private var words = RegionWords()
  private var cells: [RegionWords.Region: Int] = [:]
  /// By index of the model's cells.
  private var counts: [Int] = []
  private var truths: [RegionWords.Kind: [RegionWords.Region: Int]] = [:]

  /// - `editions`: finished ones, with the persons whom they count and the time of each.
  package init(
    of editions: [(edition: InventedEdition, protected: ProtectedEdition)], policy: DisclosurePolicy
  ) {
    self.policy = policy
    let printed = editions.flatMap { words.tables(of: $0.protected, $0.edition) }
    words.divide()
    guard let persons = editions.last?.edition.persons else { return }
    for table in printed { add(table, persons) }
    for table in printed { addLines(of: table) }
    tieToClasses(persons)
  }

  private mutating func add(_ table: RegionWords.Table, _ persons: [InventedEdition.Person]) {
    for (region, cell) in zip(table.regions, table.cells) {
      let truth = truth(of: region, persons)
      let isSmall = truth < policy.threshold && (truth > 0 || !policy.showsZeros)
      let name = words.name(of: region)
      if let value = cell.value {
        if value != truth { untrue.append(name) }
        if isSmall { smallShown.append(name) }
      }
      if let known = cells[region] {
        if (model.cells[known].value == nil) != (cell.value == nil) { shownElsewhere.append(name) }
        if let value = cell.value { model.cells[known].value = value }
        continue
      }
      if truth > 0 {
        hidden += cell.value == nil ? 1 : 0
        shown += cell.value == nil ? 0 : 1
      }
      cells[region] = model.cells.count
      counts.append(truth)
      model.cells.append(
        .init(
          id: name, value: cell.value, lower: cell.value == nil && policy.showsZeros ? 1 : 0,
          role: isSmall ? .protected : .secondary))
    }
  }

  private mutating func addLines(of table: RegionWords.Table) {
    for line in table.lines {
      let members = line.compactMap { cells[table.regions[$0]] }
      guard let total = members.last, members.count > 2 else { continue }
      model.sums.append(
        .init(total: total, parts: Array(members.dropLast()), note: model.cells[total].id))
    }
  }

  /// Ties every cell to its classes, and those to the margins above them.
  private mutating func tieToClasses(_ persons: [InventedEdition.Person]) {
    var waiting: [RegionWords.Region] = []
    var met: Set<RegionWords.Region> = []
    func wait(_ region: RegionWords.Region) {
      if met.insert(region).inserted { waiting.append(region) }
    }
    for region in cells.keys.sorted(by: RegionWords.precedes) {
      let classes = words.classes(of: region)
      classes.forEach(wait)
      if classes != [region] { tie(region, to: classes, persons) }
    }
    var tied: Set<[RegionWords.Region]> = []
    while let region = waiting.popLast() {
      for dimension in words.restricted(in: region) {
        let margin = region.lifting(dimension)
        guard cells[margin] != nil || met.contains(margin) else { continue }
        let parts = words.classes(of: margin, by: dimension)
        guard tied.insert(parts).inserted else { continue }
        parts.forEach(wait)
        tie(margin, to: parts, persons)
      }
    }
  }

  private mutating func tie(
    _ total: RegionWords.Region, to parts: [RegionWords.Region],
    _ persons: [InventedEdition.Person]
  ) {
    let total = index(of: total, persons)
    model.sums.append(
      .init(
        total: total, parts: parts.map { index(of: $0, persons) }, note: model.cells[total].id))
  }

  /// Persons who are printed nowhere by themselves may not be found either.
  private mutating func index(
    of region: RegionWords.Region, _ persons: [InventedEdition.Person]
  ) -> Int {
    if let known = cells[region] { return known }
    let truth = truth(of: region, persons)
    let isSmall = (1..<policy.threshold).contains(truth)
    cells[region] = model.cells.count
    counts.append(truth)
    model.cells.append(
      .init(
        id: words.name(of: region), value: nil, lower: 0, role: isSmall ? .protected : .derived))
    return model.cells.count - 1
  }

  private mutating func truth(
    of region: RegionWords.Region, _ persons: [InventedEdition.Person]
  ) -> Int {
    let kind = words.kind(of: region)
    if truths[kind] == nil {
      var counts: [RegionWords.Region: Int] = [:]
      for person in persons {
        for region in words.classes(of: person, kind) { counts[region, default: 0] += 1 }
      }
      truths[kind] = counts
    }
    return words.classes(of: region).reduce(0) { $0 + (truths[kind]?[$1] ?? 0) }
  }
}

extension ReadersKnowledge {
  /// What an attack on it finds out, quickened by the true counts.
  package func attacked() -> AttackResult {
    model.attacked(
      candidates: policy.candidates, threshold: policy.threshold, depth: .verdict, from: counts)
  }

  /// Everything by which persons could be found or numbers doubted, in words; empty when all is well.
  package var faults: [String] { faults(in: attacked()) }

  package func faults(in result: AttackResult) -> [String] {
    let leaks = result.leaks.map { leak in
      "\(leak.kind): \(leak.cells.map { model.cells[$0].id }), \(model.derivation(of: leak).text)"
    }
    return leaks + result.contradictions.map { "contradiction: \($0)" }
      + untrue.map { "untrue: \($0)" } + smallShown.map { "small: \($0)" }
      + shownElsewhere.map { "shown elsewhere: \($0)" }
  }
}
