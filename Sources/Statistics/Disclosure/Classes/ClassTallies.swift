import Periods

/// How many records each class holds.
struct ClassTallies {
  private let basis: Region.Basis
  private let kinds: [ClassKind]
  private let axes: [ClassAxis]
  private let dataset: Dataset
  private let spans: [ClosedRange<Day>]
  /// By kind, the counts by key.
  private var counted: [Int: [Int: Tally]] = [:]

  /// - `spans`: the parts of the calendar that the classes of time are, or the one day of stocks.
  init(
    _ basis: Region.Basis, _ kinds: [ClassKind], _ axes: [ClassAxis], in dataset: Dataset,
    _ spans: [ClosedRange<Day>]
  ) {
    self.basis = basis
    self.kinds = kinds
    self.axes = axes
    self.dataset = dataset
    self.spans = spans
  }

  mutating func tally(ofKind kind: Int, key: Int) -> Tally {
    if counted[kind] == nil { counted[kind] = count(kinds[kind]) }
    return counted[kind]?[key] ?? Tally()
  }

  private func count(_ kind: ClassKind) -> [Int: Tally] {
    let names = kind.axes.map { axes[$0].name }
    var counts: [Int: Tally] = [:]
    for (span, days) in spans.enumerated() {
      // Cubes know no time; each span has cubes of its own.
      let cube = dataset.cube(of: basis, by: names.filter { !$0.isEmpty }, in: days)
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
