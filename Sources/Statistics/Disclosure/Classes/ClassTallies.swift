import Periods

/// How many records each class holds.
struct ClassTallies {
  /// With the records that each counts, as boxes by columns.
  private let measures: [(id: String, base: [Region])]
  private let kinds: [ClassKind]
  private let axes: [ClassAxis]
  private let cubes: [[Cube.Request: Cube]]
  /// By measure and kind, the counts by key.
  private var counted: [Place: [Int: Tally]] = [:]

  private struct Place: Hashable {
    let measure: Int
    let kind: Int
  }

  /// - `spans`: the parts of the calendar that the classes of time are, or the one day of stocks.
  init(
    _ measures: [(id: String, base: [Region])], _ kinds: [ClassKind], _ axes: [ClassAxis],
    in dataset: Dataset, _ spans: [ClosedRange<Day>]
  ) {
    self.measures = measures
    self.kinds = kinds
    self.axes = axes
    var requests: Set<Cube.Request> = []
    for kind in kinds {
      let names = kind.axes.map { axes[$0].name }
      for measure in measures
      where measure.base.allSatisfy({ $0.codes.keys.allSatisfy(names.contains) }) {
        requests.insert(ClassTallies.request(measure.id, by: names))
      }
    }
    cubes = spans.map { dataset.cubes(for: requests, from: $0.lowerBound, through: $0.upperBound) }
  }

  /// Cubes know no time; each span has cubes of its own.
  private static func request(_ measure: String, by names: [String]) -> Cube.Request {
    Cube.Request(measure: measure, dimensions: names.filter { !$0.isEmpty })
  }

  /// Nil where no measure counts such records.
  mutating func tally(ofKind kind: Int, key: Int, region: Region) -> Tally? {
    let measure = measures.firstIndex { measure in
      measure.base.contains { region.isWithin($0) }
    }
    guard let measure else { return nil }
    let place = Place(measure: measure, kind: kind)
    if counted[place] == nil { counted[place] = count(place) }
    return counted[place]?[key] ?? Tally()
  }

  private func count(_ place: Place) -> [Int: Tally] {
    let kind = kinds[place.kind]
    let names = kind.axes.map { axes[$0].name }
    let request = ClassTallies.request(measures[place.measure].id, by: names)
    var counts: [Int: Tally] = [:]
    for (span, cubes) in cubes.enumerated() {
      guard let cube = cubes[request] else { continue }
      let columns = names.map { cube.position(of: $0) }
      cube.forEach { codes, tally in
        let digits = zip(kind.axes, columns).map { axis, column in
          axes[axis].number(of: column.map { codes[$0] } ?? span)
        }
        counts[kind.key(digits), default: Tally()] += tally
      }
    }
    return counts
  }
}
