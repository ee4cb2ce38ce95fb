/// Finds what could change among hidden counts without any published number changing.
///
/// A move adds to some counts and takes from others so that every line stays as it is. The cheapest is
/// a linear program, with the cost of hiding what is still shown (J. P. Kelly, B. L. Golden,
/// A. A. Assad, Cell suppression: disclosure protection for sensitive tabular data, Networks 22, 1992).
/// Numbers are floating point here: who asks for a move puts it in to see whether it holds.
struct MoveSearch {
  typealias Move = [(node: Int, change: Double)]
  typealias WholeMove = [(node: Int, change: Int)]

  /// What each node may do.
  struct Room {
    /// How far it may rise and fall; 0 for what stays as it is.
    var up: [Double]
    var down: [Double]
    /// The cost of changing it by one; above 0.
    var cost: [Double]
  }

  struct Found {
    let move: Move
    let cost: Double
  }

  private var run: MoveRun
  /// How many numbers were looked at so far.
  private(set) var work = 0

  /// Solutions in whole numbers are looked for so many times.
  static let mostAttempts = 24
  private static let mostSteps = 6_000

  init(_ nodes: CountNodes) { self.init(Incidence(nodes)) }

  init(_ incidence: Incidence) { run = MoveRun(incidence) }

  /// The cheapest move that changes some nodes as given, the others as far as they have room; nil when
  /// there is none, when it costs as much as `limit`, or when finding it takes too long.
  mutating func move(
    _ given: Move, room: Room, limit: Double = .infinity, mostSteps: Int = mostSteps
  ) -> Found? {
    defer { end() }
    let room = begin(given, room)
    return run.search(room: room, limit: limit, mostSteps: mostSteps)
      ? Found(move: run.move, cost: run.cost) : nil
  }

  /// What is given is neither more nor less.
  private mutating func begin(_ given: Move, _ room: Room) -> Room {
    var room = room
    for entry in given {
      room.up[entry.node] = entry.change
      room.down[entry.node] = -entry.change
      run.begin(with: entry.node, changedBy: entry.change)
    }
    return room
  }

  private mutating func end() {
    work += run.work
    run.clear()
  }

  /// The first move in whole numbers that is met while the node that is most in pieces is allowed less
  /// and less; there may be others where this finds none.
  mutating func wholeMove(_ given: Move, room: Room, in nodes: CountNodes) -> WholeMove? {
    wholeMove(given, room: room, made: nodes.whole)
  }

  /// - `made`: a move in whole numbers, where there is one.
  mutating func wholeMove(
    _ given: Move, room: Room, attempts: Int = mostAttempts, made: (Move) -> WholeMove?
  ) -> WholeMove? {
    defer { end() }
    var room = begin(given, room)
    for attempt in 1...attempts {
      // It goes on from the last one, which is mostly near.
      guard run.search(room: room, limit: .infinity, mostSteps: attempt * MoveSearch.mostSteps)
      else { return nil }
      let move = run.move
      if let whole = made(move) { return whole }
      let broken = move.filter { abs($0.change - $0.change.rounded()) > 1e-6 }
      guard let first = broken.max(by: { abs($0.change) < abs($1.change) }) else { return nil }
      if first.change > 0 {
        room.up[first.node] = first.change.rounded(.down)
      } else {
        room.down[first.node] = (-first.change).rounded(.down)
      }
    }
    return nil
  }
}

extension MoveSearch.Room {
  /// At nearly the same cost for each.
  ///
  /// Costs that are quite the same would let the search go in circles (A. Charnes, Optimality and
  /// degeneracy in linear programming, Econometrica 20, 1952).
  init(up: [Double], down: [Double]) {
    self.up = up
    self.down = down
    var random = SplitMix(state: 1)
    cost = up.map { _ in 1 + 0.001 * random.unit }
  }
}

extension CountNodes {
  /// What some nodes may do while all others stay as they are, at nearly the same cost for each.
  func room(where mayChange: (Int) -> Bool) -> MoveSearch.Room {
    let isOpen = nodes.indices.map(mayChange)
    return MoveSearch.Room(
      up: nodes.indices.map { isOpen[$0] ? nodes[$0].roomAbove : 0 },
      down: nodes.indices.map { isOpen[$0] ? Double(nodes[$0].below) : 0 })
  }

  /// The move, or a few times it, in whole numbers; nil when that goes too far.
  func whole(_ move: MoveSearch.Move) -> MoveSearch.WholeMove? {
    for times in [1.0, 2, 3] {
      let scaled = move.map { (node: $0.node, change: $0.change * times) }
      let fits = scaled.allSatisfy { node, change in
        change >= -Double(nodes[node].below) - 1e-6 && change <= nodes[node].roomAbove + 1e-6
      }
      guard fits else { return nil }
      if scaled.allSatisfy({ abs($0.change - $0.change.rounded()) < 1e-6 }) {
        return scaled.map { ($0.node, Int($0.change.rounded())) }
      }
    }
    return nil
  }
}

extension CountNodes.Node {
  fileprivate var roomAbove: Double { most == nil ? .infinity : Double(above) }
}
