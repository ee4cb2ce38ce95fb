/// Whole solutions that differ from a known one in little.
///
/// The fewer unknowns change, and by less, the more often a solution is in whole numbers where the
/// furthest vertices are not.
struct NearbySolutions: Sendable {
  private let system: SparseSystem
  private let base: [Int]
  private let lower: [Int]
  private let upper: [Int?]
  private let room: MoveSearch.Room
  private var search: MoveSearch

  /// How many numbers were looked at so far.
  var work: Int { search.work }

  /// - `base`: a whole solution.
  init(_ system: SparseSystem, base: [Int], lower: [Int], upper: [Int?]) {
    self.system = system
    self.base = base
    self.lower = lower
    self.upper = upper
    room = MoveSearch.Room(
      up: base.indices.map { place in upper[place].map { Double($0 - base[place]) } ?? .infinity },
      down: base.indices.map { Double(base[$0] - lower[$0]) })
    search = MoveSearch(Incidence(lines: system.rows, nodes: system.columns))
  }

  /// One in which an unknown has some value; nil when none is found.
  ///
  /// - `point`: where it can have that value, with fractions; what is as it was there is changed only
  ///   where nothing else is found.
  mutating func solution(_ unknown: Int, at value: Int, near point: some Vertex) -> [Int]? {
    var narrow = room
    for place in base.indices where !point.differs(from: base[place], at: place) {
      narrow.up[place] = 0
      narrow.down[place] = 0
    }
    return solution(unknown, at: value, narrow, attempts: NearbySolutions.fewAttempts)
      ?? solution(unknown, at: value, room, attempts: MoveSearch.mostAttempts)
  }

  private static let fewAttempts = 4

  private mutating func solution(
    _ unknown: Int, at value: Int, _ room: MoveSearch.Room, attempts: Int
  ) -> [Int]? {
    let given = [(node: unknown, change: Double(value - base[unknown]))]
    guard
      let move = search.wholeMove(given, room: room, attempts: attempts, made: WholeVector.changes)
    else {
      return nil
    }
    var values = base
    for entry in move { values[entry.node] += entry.change }
    let isWithin = move.allSatisfy { node, _ in
      values[node] >= lower[node] && upper[node].map { values[node] <= $0 } ?? true
    }
    return isWithin && values[unknown] == value && system.isSolution(values) ? values : nil
  }
}

extension WholeVector {
  /// Nil where some of them are no whole numbers.
  fileprivate static func changes(_ move: MoveSearch.Move) -> MoveSearch.WholeMove? {
    move.allSatisfy {
      abs($0.change - $0.change.rounded()) < tolerance && abs($0.change) < mostExact
    }
      ? move.map { ($0.node, Int($0.change.rounded())) } : nil
  }
}
