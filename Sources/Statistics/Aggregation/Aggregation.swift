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
    for (seed, set) in declaration.recordSets.enumerated() {
      let measures = declaration.measures.filter { $0.recordSet == set.id }
      let wanted = measures.map { measure in
        requests.filter { $0.measure == measure.id }.sorted { left, right in
          left.dimensions.lexicographicallyPrecedes(right.dimensions)
        }
      }
      guard let coded = coded[set.id], wanted.contains(where: { !$0.isEmpty }) else { continue }
      var pass = Pass(coded: coded, seed: UInt64(seed + 1) &* 0xD1B5_4A32_D192_ED03)
      for (measure, requests) in zip(measures, wanted) where !requests.isEmpty {
        let selection = selection(of: measure, from: first, through: last)
        let counters = requests.map { request in
          CubeCounter(
            request: request,
            sizes: request.dimensions.map { id in
              declaration.dimension(id).map { declaration.codeSpace(of: $0).size } ?? 1
            })
        }
        pass.measures.append(.init(selection: selection, counters: counters))
      }
      pass.run()
      for counter in pass.measures.flatMap(\.counters) { cubes[counter.request] = counter.cube }
    }
    return cubes
  }

  /// What decides whether a record belongs to a measure in a period.
  private func selection(
    of measure: Measure, from first: Day, through last: Day
  ) -> Selection {
    let days = records[measure.recordSet]?.days ?? [:]
    let masks = measure.filter.compactMap { condition in
      coded[measure.recordSet]?.columns[condition.dimension].map {
        (column: $0, mask: declaration.mask(of: condition))
      }
    }
    switch measure.time {
    case .flow(let column):
      return Selection(
        from: days[column] ?? [], earliest: first.ordinal, latest: last.ordinal,
        until: nil, masks: masks)
    case .stock(let from, let until):
      return Selection(
        from: days[from] ?? [], earliest: 1, latest: last.ordinal,
        until: until.flatMap { days[$0] }, masks: masks)
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
  let masks: [(column: [UInt16], mask: [Bool])]

  @inline(__always)
  func holds(_ row: Int) -> Bool {
    let day = from[row]
    guard day >= earliest, day <= latest else { return false }
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
