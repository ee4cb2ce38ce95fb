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

/// When the persons of a count were counted.
enum CountingTime: Sendable, Hashable {
  case during(Period)
  case on(Day)

  init?(_ text: String) {
    if let period = Period(id: text) {
      self = .during(period)
    } else if case .day(let day) = Day.reading(text) {
      self = .on(day)
    } else {
      return nil
    }
  }

  init(_ measure: Measure, in period: Period) {
    self = measure.isStock ? .on(period.end) : .during(period)
  }

  var text: String {
    switch self {
    case .during(let period): period.id
    case .on(let day): "\(day)"
    }
  }
}

extension Period {
  func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }
}

/// The counts of an earlier edition with the lines of its figures.
struct EarlierCounts: Sendable {
  struct Count: Sendable {
    let region: Region
    let time: CountingTime
    let measure: String
    /// Nil where it was hidden or merged.
    let value: Int?
    let name: String
  }

  private(set) var counts: [Count] = []
  /// Totals and their parts, as indices of `counts`.
  private(set) var sums: [(total: Int, parts: [Int], figure: String)] = []

  init(_ edition: EarlierEdition, _ declaration: StatisticsDeclaration) {
    let texts = RegionText(declaration: declaration)
    var places: [String: Int] = [:]
    var figures: [(name: String, members: [Int])] = []
    for fact in edition.facts where fact.form == .count {
      guard let measure = declaration.measure(fact.measure),
        let region = texts.region(fact.cell, measure), let time = CountingTime(fact.time)
      else { continue }
      let key = "\(fact.measure) \(fact.cell) \(fact.time)"
      let place: Int
      if let known = places[key] {
        place = known
      } else {
        place = counts.count
        places[key] = place
        let name = fact.cell.isEmpty ? fact.measure : "\(fact.measure) \(fact.cell)"
        counts.append(
          Count(
            region: region, time: time, measure: fact.measure, value: fact.value,
            name: "\(name) (\(fact.time))"))
      }
      guard !fact.figure.isEmpty, fact.status != .merged else { continue }
      if let index = figures.firstIndex(where: { $0.name == fact.figure }) {
        figures[index].members.append(place)
      } else {
        figures.append((fact.figure, [place]))
      }
    }
    for figure in figures { addLines(of: figure.members, named: figure.name) }
  }

  /// In each line of a figure one cell holds all the others.
  private mutating func addLines(of members: [Int], named figure: String) {
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
    for family in families where family.members.count > 1 {
      let total = family.members.first { candidate in
        family.members.allSatisfy { counts[$0].region.isWithin(counts[candidate].region) }
      }
      guard let total else { continue }
      sums.append((total, family.members.filter { $0 != total }, figure))
    }
  }
}
