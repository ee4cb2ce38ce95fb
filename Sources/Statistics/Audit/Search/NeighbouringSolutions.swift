extension ExactDictionary {
  /// One column moves as far as every basic unknown stays whole and within its bounds.
  func forEachNeighbour(_ body: (_ unknown: Int, _ value: Int) -> Void) {
    let count = others.count
    var furthestUp = others.indices.map { column in
      upper[others[column]].map { $0 - resting[column] } ?? Int.max
    }
    var furthestDown = others.indices.map { resting[$0] - lower[others[$0]] }
    forEachStep { row, column, step in
      let unknown = basics[row]
      guard let step, let value = value(of: unknown) else {
        furthestUp[column] = 0
        furthestDown[column] = 0
        return
      }
      let below = (value - lower[unknown]) / abs(step)
      let above = upper[unknown].map { ($0 - value) / abs(step) } ?? Int.max
      furthestUp[column] = min(furthestUp[column], step > 0 ? below : above)
      furthestDown[column] = min(furthestDown[column], step > 0 ? above : below)
    }
    for column in 0..<count {
      // What nothing stops is looked at a little way off.
      furthestUp[column] = min(furthestUp[column], Self.farEnough)
      furthestDown[column] = min(furthestDown[column], Self.farEnough)
      body(others[column], resting[column] + furthestUp[column])
      body(others[column], resting[column] - furthestDown[column])
    }
    forEachStep { row, column, step in
      guard let step, furthestUp[column] > 0 || furthestDown[column] > 0,
        let value = value(of: basics[row])
      else { return }
      body(basics[row], value - step * furthestUp[column])
      body(basics[row], value + step * furthestDown[column])
    }
  }

  private static var farEnough: Int { 1_000 }

  /// Every entry that is not 0, as the whole number by which the row falls while the column rises by
  /// one; nil when that is no whole number.
  private func forEachStep(_ body: (_ row: Int, _ column: Int, _ step: Int?) -> Void) {
    for row in basics.indices {
      let divisor = divisors[row].int
      for column in others.indices {
        let entry = entries[row * stride + column]
        guard !entry.isZero else { continue }
        guard let divisor, let whole = entry.int, whole % divisor == 0 else {
          body(row, column, nil)
          continue
        }
        body(row, column, whole / divisor)
      }
    }
  }
}

extension SparseVertex {
  /// One unknown outside the basis moves as far as every other stays whole and within its bounds.
  func forEachNeighbour(_ body: (_ unknown: Int, _ value: Int) -> Void) {
    guard wholeValues != nil else { return }
    var copy = self
    for unknown in 0..<system.unknownCount where place[unknown] < 0 {
      copy.fillColumn(unknown)
      var changes = [(unknown: unknown, change: 1)]
      var isWhole = true
      for (row, index) in basics.enumerated() where abs(copy.column[row]) > SparseVertex.nothing {
        let change = copy.column[row].rounded()
        isWhole =
          index < system.unknownCount && abs(copy.column[row] - change) < SparseVertex.tolerance
          && abs(change) < WholeVector.mostExact
        guard isWhole else { break }
        if change != 0 { changes.append((index, -Int(change))) }
      }
      guard isWhole, system.isMove(changes) else { continue }
      for sign in [1, -1] {
        let times = changes.reduce(SparseVertex.farEnough) { times, entry in
          min(times, room(entry.unknown, upwards: entry.change * sign > 0) / abs(entry.change))
        }
        guard times > 0 else { continue }
        for entry in changes {
          body(entry.unknown, Int(values[entry.unknown].rounded()) + sign * times * entry.change)
        }
      }
    }
  }

  /// What nothing stops is looked at a little way off.
  private static let farEnough = 1_000

  private func room(_ unknown: Int, upwards: Bool) -> Int {
    let value = Int(values[unknown].rounded())
    guard upwards else { return value - lower[unknown] }
    return upper[unknown].map { $0 - value } ?? SparseVertex.farEnough
  }
}
