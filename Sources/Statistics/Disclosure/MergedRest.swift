/// A rest that is printed, with the counts of the categories in it.
struct MergedRest {
  let reading: RestReading
  let rest: RestReading.Rest
  /// The rest, as an index of the network’s counts.
  let total: Int
  /// In the order of the rest’s members; nil where nobody is.
  let members: [Int?]

  /// It came about as the reading says, or did before its records were corrected; of an older edition the program
  /// may have been another.
  func fits(_ network: FactNetwork) -> Bool {
    let cells = [total] + members.compactMap(\.self)
    guard cells.allSatisfy(network.counts.indices.contains),
      !cells.contains(where: { network.counts[$0].isCorrected })
    else { return true }
    var reading = reading
    let numbers = members.map { $0.map { network.counts[$0].tally.count } ?? 0 }
    let found = reading.numbers(in: rest, within: numbers.map { $0...$0 })
    return numbers.reduce(0, +) == rest.sum && found?.contains(where: \.isEmpty) == false
  }
}

extension AuditModel {
  /// So often what is known of one rest is looked at for what it tells of the others.
  private static let mostReadings = 4

  /// Narrows what is known of merged categories by how their rests were made: where other tables tell that one is not
  /// small, all others of its rest are.
  ///
  /// - `isExact`: what several lines tell of a category together is asked for too, which takes longer.
  /// - Returns: cells of which fewer values are possible than `candidates`, though not one after the other.
  mutating func read(
    _ rests: [MergedRest], candidates: Int, isExact: Bool = false
  ) -> [Int] {
    var sparse: Set<Int> = []
    for _ in 0..<(rests.isEmpty ? 0 : AuditModel.mostReadings) {
      let known = isExact ? ranges(of: rests.flatMap(\.members)) : propagatedRanges
      var isChanged = false
      for rest in rests where cells[rest.total].value == rest.rest.sum {
        func range(of cell: Int) -> ClosedRange<Int> {
          if let value = cells[cell].value { return value...value }
          let lower = max(cells[cell].lower, known[cell]?.lower ?? 0)
          let upper = known[cell]?.upper ?? cells[cell].upper ?? rest.rest.sum
          return lower...max(lower, min(upper, rest.rest.sum))
        }
        var reading = rest.reading
        let ranges = rest.members.map { $0.map(range) ?? 0...0 }
        // What does not fit together was made otherwise.
        guard let numbers = reading.numbers(in: rest.rest, within: ranges),
          !numbers.contains(where: \.isEmpty)
        else { continue }
        for (member, found) in zip(rest.members, numbers) {
          guard let cell = member, cells[cell].value == nil, let bounds = found.bounds else {
            continue
          }
          if bounds.lowerBound > cells[cell].lower || bounds.upperBound < cells[cell].upper ?? .max
          {
            cells[cell].lower = max(cells[cell].lower, bounds.lowerBound)
            cells[cell].upper = min(cells[cell].upper ?? .max, bounds.upperBound)
            isChanged = true
          }
          if found.count < candidates, bounds.count > found.count { sparse.insert(cell) }
        }
      }
      guard isChanged else { break }
    }
    return sparse.sorted()
  }

  /// Of some cells, where few values are possible; of others what follows from one line at a time.
  private func ranges(of cells: [Int?]) -> [AttackResult.Interval?] {
    var asked = self
    let wanted = Set(cells.compactMap(\.self))
    for cell in asked.cells.indices {
      asked.cells[cell].role = wanted.contains(cell) ? .protected : .derived
    }
    let found = asked.attacked(candidates: AuditModel.fewValues, threshold: 1, depth: .counts)
    return zip(found.intervals, propagatedRanges).map { $0 ?? $1 }
  }

  private static let fewValues = 20
}

extension AttackResult {
  /// Protected counts of which few values are possible, though their interval is wide.
  mutating func addNarrow(_ sparse: [Int], in model: AuditModel) {
    for cell in sparse
    where model.cells[cell].role == .protected && !leaks.contains(where: { $0.cells == [cell] }) {
      let interval = Interval(lower: model.cells[cell].lower, upper: model.cells[cell].upper)
      leaks.append(Leak(kind: .narrow, cells: [cell], interval: interval))
    }
  }
}
