import Periods

/// What an earlier edition published, or hid, of the same records.
package struct EarlierEdition: Sendable {
  package let id: String
  package let facts: [PublishedFact]

  package init(id: String, facts: [PublishedFact]) {
    self.id = id
    self.facts = facts
  }
}

extension EarlierCounts.Count {
  /// What a reader knows of it while it is not shown: a mark stands for somebody where zeros are shown.
  ///
  /// Where small categories are merged, one in a row of its own is none of them.
  func least(by rules: EarlierCounts.Rules) -> Int {
    guard value == nil else { return 0 }
    if isNamedLargest { return rules.threshold }
    guard !isMerged else { return 0 }
    return standsBesideRest ? rules.threshold : rules.showsZeros ? 1 : 0
  }
}

/// The counts of an earlier edition with the lines of its figures.
struct EarlierCounts: Sendable {
  struct Count: Sendable {
    let region: Region
    let time: CountingTime
    let measure: String
    /// Nil where it was hidden or merged.
    var value: Int?
    /// No figure showed it or its mark: for all that a reader knows, nobody belongs to it.
    var isMerged: Bool
    let name: String
    /// No row tells it: it is what the rows of a figure leave of their total, and that is nobody.
    var isRest = false
    /// A row of a figure that merges what is small.
    var standsBesideRest = false
    /// A sentence named it among the largest, of which none is small.
    var isNamedLargest = false
    /// What a reader can tell of one that was merged, who knows how rests are made.
    var bounds: ClosedRange<Int>?
  }

  /// By which an earlier edition hid what it hid; they may have changed since.
  struct Rules: Sendable, Hashable {
    let threshold: Int
    let showsZeros: Bool
    /// The edition does not say them: those of today are taken for them.
    let isAssumed: Bool
  }

  private(set) var counts: [Count] = []
  let rules: Rules
  /// Totals and their parts, as indices of `counts`.
  private(set) var sums: [(total: Int, parts: [Int], figure: String)] = []

  /// Percentages of one count in another, as indices of `counts`.
  private(set) var shares: [(part: Int, whole: Int, percent: Int, decimals: Int)] = []
  /// One count that is not smaller than another, or larger.
  struct Order: Sendable {
    let larger: Int
    let smaller: Int
    let isStrict: Bool
  }

  private(set) var orders: [Order] = []
  /// Of how many kinds some persons were.
  struct Kinds: Sendable {
    let region: Region
    let time: CountingTime
    let dimension: Dimension
    let met: Int
  }

  private(set) var kinds: [Kinds] = []
  private(set) var rests: [PrintedRest] = []
  private var places: [String: Int] = [:]
  /// What it counted by that is declared no more, or otherwise, with the last days of which it tells.
  private(set) var forgotten: [String: (isChanged: Bool, last: Day?)] = [:]
  /// Names that are declared otherwise today.
  private let changed: Set<String>
  let id: String

  /// - `policy`: that of today, for editions that do not say their own.
  init(
    _ edition: EarlierEdition, _ declaration: StatisticsDeclaration, policy: DisclosurePolicy
  ) {
    id = edition.id
    let definitions = Definitions(declaration: declaration)
    let renamed = definitions.renamed(in: edition.facts)
    let facts =
      renamed.isEmpty ? edition.facts : edition.facts.map { $0.renamed(by: renamed) }
    let stated = facts.first { $0.form == .policy }
    rules = Rules(
      threshold: stated?.value ?? policy.threshold,
      showsZeros: stated.map { $0.detail != "zeros hidden" } ?? policy.showsZeros,
      isAssumed: stated == nil)
    changed = definitions.changed(since: facts)
    let texts = RegionText(declaration: declaration)
    var figures: [(name: String, members: [Int])] = []
    for fact in facts where fact.form == .count {
      guard let place = place(of: (fact.measure, fact.cell), at: fact.time, texts) else {
        forget(fact, texts)
        continue
      }
      // What one figure merges another one may show.
      counts[place].value = counts[place].value ?? fact.value
      counts[place].isMerged = counts[place].isMerged && fact.status == .merged
      if fact.status == .merged, let bounds = PublishedFact.Bounds(fact.detail)?.range {
        let known = counts[place].bounds ?? bounds
        counts[place].bounds = bounds.overlaps(known) ? bounds.clamped(to: known) : nil
      }
      guard !fact.figure.isEmpty, fact.status != .merged else { continue }
      if let index = figures.firstIndex(where: { $0.name == fact.figure }) {
        figures[index].members.append(place)
      } else {
        figures.append((fact.figure, [place]))
      }
    }
    for figure in figures { addLines(of: figure.members, named: figure.name, declaration) }
    for fact in facts where fact.status == .published { addRelation(of: fact, texts) }
  }

  private mutating func forget(_ fact: PublishedFact, _ texts: RegionText) {
    let names = [fact.measure] + PublishedFact.dimensions(of: fact.cell)
    let gone =
      texts.declaration.measure(fact.measure) == nil
      ? fact.measure : texts.unknownName(in: fact.cell)
    let other = gone == nil ? names.first(where: changed.contains) : nil
    let last = CountingTime(fact.time)?.days.upperBound
    let name = gone ?? other ?? fact.cell
    let known = forgotten[name]?.last
    forgotten[name] = (other != nil, [known, last].compactMap(\.self).max())
  }

  /// The count of a cell, added without a value when it is new; nil where it is declared no more.
  private mutating func place(
    of cell: (measure: String, text: String), at time: String, _ texts: RegionText
  ) -> Int? {
    guard let measure = texts.declaration.measure(cell.measure),
      let counted = CountingTime(time, of: measure), !isChanged(cell)
    else { return nil }
    let key = "\(cell.measure) \(cell.text) \(counted.text)"
    if let known = places[key] { return known }
    guard let region = texts.region(cell.text, measure) else { return nil }
    places[key] = counts.count
    let name = cell.text.isEmpty ? cell.measure : "\(cell.measure) \(cell.text)"
    counts.append(
      Count(
        region: region, time: counted, measure: cell.measure, value: nil, isMerged: true,
        name: "\(name) (\(counted.text))"))
    return counts.count - 1
  }

  private func isChanged(_ cell: (measure: String, text: String)) -> Bool {
    !changed.isEmpty
      && ([cell.measure] + PublishedFact.dimensions(of: cell.text)).contains(
        where: changed.contains)
  }

  private mutating func addRelation(of fact: PublishedFact, _ texts: RegionText) {
    switch fact.form {
    case .share:
      guard let share = PublishedFact.Share(fact.detail), let percent = fact.value,
        let part = place(of: (fact.measure, fact.cell), at: fact.time, texts),
        let whole = place(of: (share.measure, share.cell), at: fact.time, texts)
      else { return }
      shares.append((part, whole, percent, share.decimals))
    case .order:
      guard let order = PublishedFact.Order(fact.detail) else { return }
      func cell(_ code: String) -> String {
        let conditions = fact.cell.split(separator: " ").map(String.init)
        return (conditions + ["\(order.dimension)=\(code)"]).sorted().joined(separator: " ")
      }
      guard let dimension = texts.declaration.dimension(order.dimension) else { return }
      let list = texts.declaration.codeList(of: dimension).codes
      let listed = order.codes.compactMap { code in
        place(of: (fact.measure, cell(code)), at: fact.time, texts).map {
          (place: $0, number: list.firstIndex { $0.code == code } ?? 0)
        }
      }
      // Of equal ones the first of the list is named first.
      for (larger, next) in zip(listed, listed.dropFirst()) {
        orders.append(
          Order(
            larger: larger.place, smaller: next.place, isStrict: next.number < larger.number))
      }
      for entry in listed { counts[entry.place].isNamedLargest = true }
      guard let last = listed.last else { return }
      // All that are not named are smaller.
      for code in list where code.isCounted && !order.codes.contains(code.code) {
        if let other = place(of: (fact.measure, cell(code.code)), at: fact.time, texts) {
          orders.append(Order(larger: last.place, smaller: other, isStrict: true))
        }
      }
    case .distinct:
      guard let measure = texts.declaration.measure(fact.measure), let met = fact.value,
        let time = CountingTime(fact.time, of: measure),
        let region = texts.region(fact.cell, measure), !isChanged((fact.measure, fact.cell)),
        let dimension = texts.declaration.dimension(fact.detail), !changed.contains(dimension.id)
      else { return }
      kinds.append(Kinds(region: region, time: time, dimension: dimension, met: met))
    case .rest: addRest(of: fact, texts)
    case .count, .difference, .claim, .policy, .definition: return
    }
  }

  private mutating func addRest(of fact: PublishedFact, _ texts: RegionText) {
    guard let sum = fact.value, let rest = PublishedFact.Rest(fact.detail),
      let dimension = texts.declaration.dimension(rest.dimension),
      let total = place(of: (fact.measure, fact.cell), at: fact.time, texts)
    else { return }
    let members = rest.codes.compactMap { word in
      texts.codes(of: word, in: dimension).flatMap { codes in
        let region = counts[total].region.with(codes, of: dimension.id)
        return counts.firstIndex {
          $0.region == region && $0.time == counts[total].time && !$0.isRest
        }
      }
    }
    // A category that is declared no more would be missed.
    guard members.count == rest.codes.count else { return }
    rests.append(
      PrintedRest(
        made: rest, sum: sum, threshold: rules.threshold, total: total, members: members))
  }

  /// In each line of a figure one cell holds all the others.
  private mutating func addLines(
    of members: [Int], named figure: String, _ declaration: StatisticsDeclaration
  ) {
    var families: [(rest: Region, dimension: String, members: [Int])] = []
    let dimensions = Set(members.flatMap { counts[$0].region.codes.keys }).sorted()
    for dimension in dimensions {
      for member in members {
        let rest = counts[member].region.dropping(dimension)
        if let index = families.firstIndex(where: { $0.dimension == dimension && $0.rest == rest })
        {
          families[index].members.append(member)
        } else {
          families.append((rest, dimension, [member]))
        }
      }
    }
    let whole = members.first { candidate in
      members.allSatisfy { counts[$0].region.isWithin(counts[candidate].region) }
    }
    for family in families where family.members.count > 1 {
      let total = family.members.first { candidate in
        family.members.allSatisfy { counts[$0].region.isWithin(counts[candidate].region) }
      }
      guard let total else { continue }
      let parts = family.members.filter { $0 != total }
      sums.append((total, parts, figure))
      guard let dimension = declaration.dimension(family.dimension) else { continue }
      let space = declaration.codeSpace(of: dimension)
      let size = space.size
      // Where zeros are hidden and nobody is small, there is no rest, and a row may be that of nobody.
      let isMerging =
        rules.showsZeros
        || parts.contains { part in
          counts[part].region.codes[dimension.id].map { !space.isOneCategory($0) } ?? false
        }
      if total == whole, dimension.rest != nil, isMerging {
        for part in parts
        where counts[part].region.codes[dimension.id].map(space.isOneCategory) == true {
          counts[part].standsBesideRest = true
        }
      }
      var rest =
        counts[total].region.codes[dimension.id] ?? CodeSet(Array(repeating: true, count: size))
      for part in parts {
        if let codes = counts[part].region.codes[dimension.id] { rest = rest.subtracting(codes) }
      }
      guard !rest.isEmpty else { continue }
      var region = counts[total].region
      region.codes[dimension.id] = rest
      counts.append(
        Count(
          region: region, time: counts[total].time, measure: counts[total].measure, value: 0,
          isMerged: false, name: "\(figure): \(counts[total].name)", isRest: true))
    }
  }
}

extension CodeSpace {
  /// A code alone, or all records of which none is known.
  fileprivate func isOneCategory(_ codes: CodeSet) -> Bool {
    codes.count == 1
      || codes.count == 2 && codes.contains(empty) && codes.contains(unrecognised)
  }
}
