/// Finds what could change among hidden counts without any published number changing.
///
/// A move adds to some counts and takes from others so that every line stays as it is. It is found by
/// the simplex method on the lines, with the cost of hiding what is still shown (J. P. Kelly,
/// B. L. Golden, A. A. Assad, Cell suppression: disclosure protection for sensitive tabular data,
/// Networks 22, 1992). Numbers are floating point here: what is found is judged by the audit, which
/// shares no code with this.
struct MoveSearch {
  private let nodes: CountNodes
  private let width: Int
  /// Row by row: basic = −Σ entries · others, for all nodes as columns.
  private var entries: [Double] = []
  private var basics: [Int] = []
  private var row: [Int]
  private var pivots = 0

  private static let tolerance = 1e-9
  private static let pivotsUntilRenewal = 3_000

  init(_ nodes: CountNodes) {
    self.nodes = nodes
    width = nodes.nodes.count
    row = Array(repeating: -1, count: width)
    eliminate()
  }

  /// What each node may do.
  struct Room {
    /// How far it may rise and fall; 0 for what stays as it is.
    var up: [Double]
    var down: [Double]
    /// The cost of changing it by one.
    var cost: [Double]
  }

  /// The cheapest move that changes `target` by `amount`, or as much of that as is possible.
  mutating func move(_ target: Int, by amount: Double, room: Room) -> [Double] {
    if pivots > MoveSearch.pivotsUntilRenewal { eliminate() }
    var run = MoveRun(target: target, amount: amount, room: room, width: width)
    run.begin(entries: entries, basics: basics, row: row)
    entries.withUnsafeMutableBufferPointer { entries in
      run.improve(entries, &basics, &row, &pivots)
    }
    return run.change
  }

  /// Gauss–Jordan elimination of all lines, hidden nodes first.
  private mutating func eliminate() {
    pivots = 0
    var dense: [[Double]] = nodes.lines.map { line in
      var values = [Double](repeating: 0, count: width)
      for term in line.terms { values[term.node] = term.sign }
      return values
    }
    var open = Set(dense.indices)
    basics = []
    row = Array(repeating: -1, count: width)
    var kept: [Int] = []
    var lengths = nodes.lines.map(\.terms.count)
    while let next = open.min(by: { (lengths[$0], $0) < (lengths[$1], $1) }) {
      open.remove(next)
      var pivot = -1
      var fewest = Int.max
      for column in 0..<width where abs(dense[next][column]) > 0.5 {
        let uses = nodes.linesOfNode[column].count
        if uses < fewest { (pivot, fewest) = (column, uses) }
      }
      guard pivot >= 0 else { continue }
      let factor = 1 / dense[next][pivot]
      for column in 0..<width { dense[next][column] *= factor }
      let source = dense[next]
      let touched = (0..<width).filter { source[$0] != 0 }
      for other in dense.indices where other != next && dense[other][pivot] != 0 {
        let times = dense[other][pivot]
        dense[other].withUnsafeMutableBufferPointer { values in
          for column in touched {
            let value = values[column] - times * source[column]
            values[column] = abs(value) < MoveSearch.tolerance ? 0 : value
          }
          values[pivot] = 0
        }
        if open.contains(other) { lengths[other] = dense[other].count { $0 != 0 } }
      }
      row[pivot] = basics.count
      basics.append(pivot)
      kept.append(next)
    }
    entries = kept.flatMap { dense[$0] }
  }
}

/// One search for a move.
private struct MoveRun {
  let target: Int
  let amount: Double
  let room: MoveSearch.Room
  let width: Int
  /// Of every node, so far.
  var change: [Double]
  /// The slope of the cost of each basic node, by row.
  private var slopes: [Double] = []
  /// Σ slope · entry, by column.
  private var prices: [Double] = []
  private var nonzero: [Int] = []

  private static let large = 1e6
  private static let tolerance = 1e-7

  init(target: Int, amount: Double, room: MoveSearch.Room, width: Int) {
    self.target = target
    self.amount = amount
    self.room = room
    self.width = width
    change = Array(repeating: 0, count: width)
  }

  private var isUpwards: Bool { amount > 0 }

  private func up(_ node: Int) -> Double {
    node == target ? (isUpwards ? amount : 0) : room.up[node]
  }

  private func down(_ node: Int) -> Double {
    node == target ? (isUpwards ? 0 : -amount) : room.down[node]
  }

  /// What it costs to raise a node a little, and to lower it.
  private func slope(_ node: Int, at value: Double, upwards: Bool) -> Double {
    if node == target { return (isUpwards == upwards ? -1 : 1) * MoveRun.large }
    let cost = room.cost[node]
    if upwards { return value < -MoveRun.tolerance ? -cost : cost }
    return value > MoveRun.tolerance ? -cost : cost
  }

  mutating func begin(entries: [Double], basics: [Int], row: [Int]) {
    slopes = basics.map { slope($0, at: 0, upwards: true) }
    prices = Array(repeating: 0, count: width)
    for (index, slope) in slopes.enumerated() where slope != 0 {
      let start = index * width
      for column in 0..<width { prices[column] += slope * entries[start + column] }
    }
  }

  mutating func improve(
    _ entries: UnsafeMutableBufferPointer<Double>, _ basics: inout [Int], _ row: inout [Int],
    _ pivots: inout Int
  ) {
    let mostSteps = 200 + 4 * basics.count
    for step in 0..<mostSteps {
      guard let (column, upwards) = entering(row, isCareful: step > mostSteps / 2) else { return }
      advance(column, upwards: upwards, entries, &basics, &row, &pivots)
    }
  }

  private func entering(_ row: [Int], isCareful: Bool) -> (column: Int, upwards: Bool)? {
    var best: (column: Int, upwards: Bool)?
    var steepest = -MoveRun.tolerance
    for column in 0..<width where row[column] < 0 {
      let value = change[column]
      if up(column) - value > MoveRun.tolerance {
        let gain = slope(column, at: value, upwards: true) - prices[column]
        if gain < steepest {
          (best, steepest) = ((column, true), gain)
          if isCareful { return best }
        }
      }
      if value + down(column) > MoveRun.tolerance {
        let gain = slope(column, at: value, upwards: false) + prices[column]
        if gain < steepest {
          (best, steepest) = ((column, false), gain)
          if isCareful { return best }
        }
      }
    }
    return best
  }

  private struct Stop {
    let distance: Double
    let row: Int
    let value: Double
    /// How much the slope of the total cost rises there; infinite at a hard bound.
    let rise: Double
  }

  private mutating func advance(
    _ column: Int, upwards: Bool, _ entries: UnsafeMutableBufferPointer<Double>,
    _ basics: inout [Int], _ row: inout [Int], _ pivots: inout Int
  ) {
    let direction: Double = upwards ? 1 : -1
    let value = change[column]
    var gain =
      slope(column, at: value, upwards: upwards) - direction * prices[column]
    var stops: [Stop] = []
    // Its own bound, or the kink at 0 before it.
    let isReturning = upwards ? value < 0 : value > 0
    let limit = isReturning ? abs(value) : upwards ? up(column) - value : value + down(column)
    for index in basics.indices {
      let entry = entries[index * width + column]
      guard abs(entry) > MoveRun.tolerance else { continue }
      let node = basics[index]
      let speed = -entry * direction
      let now = change[node]
      if speed > 0 {
        // A slope that belongs to the falling side turns at once.
        if cost(node) > 0, now < -MoveRun.tolerance || isFalling(index, node) {
          stops.append(
            Stop(
              distance: max(0, -now) / speed, row: index, value: 0,
              rise: 2 * cost(node) * speed))
        }
        let top = up(node)
        if top < .infinity {
          stops.append(
            Stop(
              distance: max(0, top - now) / speed, row: index, value: top, rise: .infinity))
        }
      } else {
        if cost(node) > 0, now > MoveRun.tolerance || !isFalling(index, node) {
          stops.append(
            Stop(
              distance: max(0, now) / -speed, row: index, value: 0,
              rise: 2 * cost(node) * -speed))
        }
        let bottom = -down(node)
        stops.append(
          Stop(
            distance: max(0, now - bottom) / -speed, row: index, value: bottom, rise: .infinity))
      }
    }
    stops.sort { left, right in
      left.distance != right.distance ? left.distance < right.distance : left.row < right.row
    }
    var chosen: Stop?
    var passed: [Int] = []
    for stop in stops {
      if stop.distance > limit { break }
      gain += stop.rise
      if gain >= -MoveRun.tolerance {
        chosen = stop
        break
      }
      passed.append(stop.row)
    }
    let distance = chosen?.distance ?? limit
    if distance == .infinity { return }
    for index in basics.indices {
      let entry = entries[index * width + column]
      if entry != 0 { change[basics[index]] -= entry * direction * distance }
    }
    change[column] = snapped(value + direction * distance)
    for index in passed where chosen?.row != index { turn(index, basics[index], entries) }
    guard let chosen else { return }
    let leaving = basics[chosen.row]
    pivot(chosen.row, column, entries, &basics, &row)
    pivots += 1
    change[leaving] = chosen.value
    // The entering node is basic now, with the slope of the side on which it stands.
    let entered = slope(column, at: change[column], upwards: upwards) * direction
    price(chosen.row, entered, column, entries)
  }

  private func snapped(_ value: Double) -> Double {
    let whole = value.rounded()
    return abs(value - whole) < MoveRun.tolerance ? whole : value
  }

  private func cost(_ node: Int) -> Double { node == target ? 0 : room.cost[node] }

  private func isFalling(_ index: Int, _ node: Int) -> Bool {
    node != target && slopes[index] < 0
  }

  /// A node went through 0: its cost now rises on the other side.
  private mutating func turn(
    _ index: Int, _ node: Int, _ entries: UnsafeMutableBufferPointer<Double>
  ) {
    guard node != target, slopes[index] != 0 else { return }
    let delta = -2 * slopes[index]
    slopes[index] = -slopes[index]
    let start = index * width
    for column in 0..<width { prices[column] += delta * entries[start + column] }
  }

  private mutating func pivot(
    _ pivotRow: Int, _ column: Int, _ entries: UnsafeMutableBufferPointer<Double>,
    _ basics: inout [Int], _ row: inout [Int]
  ) {
    let start = pivotRow * width
    let factor = 1 / entries[start + column]
    nonzero.removeAll(keepingCapacity: true)
    for index in 0..<width where entries[start + index] != 0 {
      entries[start + index] *= factor
      nonzero.append(index)
    }
    for other in basics.indices where other != pivotRow {
      let base = other * width
      let times = entries[base + column]
      guard times != 0 else { continue }
      if nonzero.count * 3 < width {
        for index in nonzero {
          let value = entries[base + index] - times * entries[start + index]
          entries[base + index] = abs(value) < 1e-9 ? 0 : value
        }
      } else {
        for index in 0..<width {
          let value = entries[base + index] - times * entries[start + index]
          entries[base + index] = abs(value) < 1e-9 ? 0 : value
        }
      }
      entries[base + column] = 0
    }
    row[basics[pivotRow]] = -1
    basics[pivotRow] = column
    row[column] = pivotRow
  }

  /// The prices after a pivot: Σ slope · entry changes by the pivot row alone.
  private mutating func price(
    _ pivotRow: Int, _ slope: Double, _ column: Int, _ entries: UnsafeMutableBufferPointer<Double>
  ) {
    let start = pivotRow * width
    let difference = prices[column] - slope
    for index in nonzero { prices[index] -= difference * entries[start + index] }
    slopes[pivotRow] = slope
  }
}
