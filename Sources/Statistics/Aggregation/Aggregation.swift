import Periods

extension Dataset {
  /// Counts every cube asked for in one pass over the records of each set.
  func cubes(for requests: Set<Cube.Request>, in period: Period) -> [Cube.Request: Cube] {
    cubes(for: requests, from: period.start, through: period.end)
  }

  /// The same for any days; stocks are counted on the last one.
  func cubes(
    for requests: Set<Cube.Request>, from first: Day, through last: Day
  ) -> [Cube.Request: Cube] {
    var cubes: [Cube.Request: Cube] = [:]
    for set in declaration.recordSets {
      let measures = declaration.measures.filter { $0.recordSet == set.id }
      let wanted = measures.map { measure in
        let own = requests.filter { $0.measure == measure.id }.sorted { left, right in
          left.dimensions.lexicographicallyPrecedes(right.dimensions)
        }
        return (Region.Basis(recordSet: set.id, time: measure.time), measure.filter, own)
      }
      cubes.merge(count(wanted.filter { !$0.2.isEmpty }, from: first, through: last)) { $1 }
    }
    return cubes
  }

  /// Counts all records that belong to a time; stocks are counted on its last day.
  func cube(of basis: Region.Basis, by dimensions: [String], in days: ClosedRange<Day>) -> Cube {
    let request = Cube.Request(measure: "", dimensions: dimensions)
    return count([(basis, [], [request])], from: days.lowerBound, through: days.upperBound)[request]
      ?? Cube(dimensions: [], sizes: [], cells: [])
  }

  /// - `wanted`: of one set of records.
  private func count(
    _ wanted: [(basis: Region.Basis, filter: [Condition], requests: [Cube.Request])],
    from first: Day, through last: Day
  ) -> [Cube.Request: Cube] {
    guard let set = wanted.first?.basis.recordSet, let coded = coded[set],
      let number = declaration.recordSets.firstIndex(where: { $0.id == set })
    else { return [:] }
    var pass = Pass(coded: coded, seed: UInt64(number + 1) &* 0xD1B5_4A32_D192_ED03)
    for (basis, filter, requests) in wanted {
      let counters = requests.map { request in
        CubeCounter(
          request: request,
          sizes: request.dimensions.map { id in
            declaration.dimension(id).map { declaration.codeSpace(of: $0).size } ?? 1
          })
      }
      pass.measures.append(
        .init(
          selection: selection(of: basis, filter, from: first, through: last), counters: counters))
    }
    pass.run()
    return Dictionary(
      pass.measures.flatMap(\.counters).map { ($0.request, $0.cube) }, uniquingKeysWith: { $1 })
  }

  /// What decides whether a record belongs to a measure in a period.
  private func selection(
    of basis: Region.Basis, _ filter: [Condition], from first: Day, through last: Day
  ) -> Selection {
    let days = records[basis.recordSet]?.days ?? [:]
    let masks = filter.compactMap { condition in
      coded[basis.recordSet]?.columns[condition.dimension].map {
        (column: $0, mask: declaration.mask(of: condition))
      }
    }
    switch basis.time {
    case .flow(let column, let other):
      return Selection(
        from: days[column] ?? [], earliest: first.ordinal, latest: last.ordinal,
        until: nil, before: other.map { days[$0] ?? [] }, masks: masks)
    case .stock(let from, let until):
      return Selection(
        from: days[from] ?? [], earliest: 1, latest: last.ordinal,
        until: days[until], before: nil, masks: masks)
    }
  }
}

/// Which records belong to a measure.
private struct Selection {
  let from: [Int32]
  let earliest: Int32
  let latest: Int32
  /// A record that ended on or before the latest day does not count; 0 is no end.
  let until: [Int32]?
  /// A record without this day, or with a later one, does not count.
  let before: [Int32]?
  let masks: [(column: [UInt16], mask: [Bool])]

  @inline(__always)
  func holds(_ row: Int) -> Bool {
    let day = from[row]
    guard day >= earliest, day <= latest else { return false }
    if let other = before?[row], other == 0 || other > day { return false }
    if let end = until?[row], end != 0, end <= latest { return false }
    return masks.allSatisfy { $0.mask[Int($0.column[row])] }
  }
}

/// One walk over the records of a set, in blocks that stay in the processor’s cache.
private struct Pass {
  struct MeasurePass {
    let selection: Selection
    var counters: [CubeCounter]
  }

  let coded: CodedRecords
  let seed: UInt64
  var measures: [MeasurePass] = []

  private static let blockSize = 4096

  init(coded: CodedRecords, seed: UInt64) {
    self.coded = coded
    self.seed = seed
  }

  mutating func run() {
    var rows = [Int](repeating: 0, count: Pass.blockSize)
    var prints = [UInt64](repeating: 0, count: Pass.blockSize)
    var combinations = [Int](repeating: 0, count: Pass.blockSize)
    var start = 0
    while start < coded.count {
      let end = min(coded.count, start + Pass.blockSize)
      for index in measures.indices {
        var selected = 0
        for row in start..<end where measures[index].selection.holds(row) {
          rows[selected] = row
          prints[selected] = recordPrint(row: row, seed: seed)
          selected += 1
        }
        for counter in measures[index].counters.indices {
          let request = measures[index].counters[counter].request
          let sizes = measures[index].counters[counter].sizes
          for slot in 0..<selected { combinations[slot] = 0 }
          for (dimension, size) in zip(request.dimensions, sizes) {
            guard let column = coded.columns[dimension] else { continue }
            for slot in 0..<selected {
              combinations[slot] = combinations[slot] * size + Int(column[rows[slot]])
            }
          }
          measures[index].counters[counter].add(
            combinations: combinations, prints: prints, count: selected)
        }
      }
      start = end
    }
  }
}
