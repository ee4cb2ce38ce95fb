/// One search for the cheapest move, by the dual simplex method from the empty basis.
///
/// A line that a change puts wrong is put right by the cheapest other change, and so on: only what is
/// near the first is ever looked at. The cost of a node is c·|change| up to hard bounds, so it has up to
/// three places of rest: as far down as it may, 0, and as far up. A step may pass several of them (the
/// long step rule; I. Maros, A generalized dual phase-2 simplex algorithm, European Journal of
/// Operational Research 149, 2003).
struct MoveRun {
  private let incidence: Incidence
  private(set) var imbalance: Imbalance
  /// What the prices of its lines say that raising a node is worth.
  private(set) var worth: [Double]
  /// Place of each node in the basis; −1 outside.
  private(set) var place: [Int]
  /// Place of each line among those of the basis; −1 outside.
  private var placeOfLine: [Int]
  private(set) var basis: [Basic] = []
  private var lines: [Int] = []
  private var inverse: BasisInverse
  private(set) var pivotRow: PivotRow
  /// The inverse times what changes outside the basis.
  private var solution: [Double]
  private var ownWork = 0
  var work: Int { ownWork + inverse.work }
  private(set) var steps = 0
  /// No move costs less.
  private(set) var cost = 0.0

  struct Basic {
    var node: Int
    /// On which side of 0 it stands: 1 or −1.
    var side: Double
    /// How much longer than one its row may be, squared.
    var length = 1.0
  }

  static let tolerance = 1e-7

  init(_ incidence: Incidence) {
    self.incidence = incidence
    imbalance = Imbalance(incidence)
    worth = Array(repeating: 0, count: incidence.nodeCount)
    place = Array(repeating: -1, count: incidence.nodeCount)
    placeOfLine = Array(repeating: -1, count: incidence.lineCount)
    solution = Array(repeating: 0, count: incidence.lineCount)
    pivotRow = PivotRow(incidence)
    inverse = BasisInverse(most: incidence.lineCount)
  }

  /// What was changed, when a search has found something.
  var move: MoveSearch.Move {
    imbalance.nodes.sorted().compactMap { node in
      let change = imbalance.change[node]
      return abs(change) > MoveRun.tolerance ? (node, change) : nil
    }
  }

  mutating func clear() {
    for node in imbalance.nodes {
      worth[node] = 0
      place[node] = -1
    }
    for line in imbalance.lines { placeOfLine[line] = -1 }
    imbalance.clear()
    basis.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    inverse.removeAll()
    pivotRow.clear()
    ownWork = 0
    steps = 0
    cost = 0
  }

  mutating func begin(with node: Int, changedBy change: Double) {
    imbalance.raise(node, by: change)
  }

  /// Whether a move was found that costs less than `limit`.
  ///
  /// Where nodes in the basis have less room than in a search before, it goes on from there.
  ///
  /// - `room`: what is given has none but for that.
  /// - `mostSteps`: with those of searches before.
  mutating func search(room: MoveSearch.Room, limit: Double, mostSteps: Int) -> Bool {
    while let leaving = leaving(room) {
      steps += 1
      guard steps <= mostSteps else { return false }
      findRow(of: leaving)
      guard let entering = entering(leaving, room) else { return false }
      cost += entering.cost
      guard cost < limit else { return false }
      adjustWorth(entering.stop, room)
      step(leaving, entering)
      pivotRow.clear()
    }
    return true
  }

  enum Leaving {
    /// A line that is put right.
    case line(Int)
    /// A place in the basis, and where its node is to rest.
    case basic(Int, rest: Double)
  }

  /// The first line that is wrong; then the node that is furthest from where it may be.
  private func leaving(_ room: MoveSearch.Room) -> Leaving? {
    let isOpen = { line in
      placeOfLine[line] < 0 && abs(imbalance.wrong[line]) > MoveRun.tolerance
    }
    if let line = imbalance.lines.first(where: isOpen) { return .line(line) }
    var worst = 0.0
    var found: Leaving?
    for (index, basic) in basis.enumerated() {
      let value = imbalance.change[basic.node]
      let low = basic.side > 0 ? 0 : -room.down[basic.node]
      let high = basic.side > 0 ? room.up[basic.node] : 0
      let missing = max(low - value, value - high)
      guard missing > MoveRun.tolerance, missing * missing > worst * basic.length else { continue }
      worst = missing * missing / basic.length
      found = .basic(index, rest: value < low ? low : high)
    }
    return found
  }

  /// How far what leaves has to rise; below 0 when it has to fall.
  func missing(_ leaving: Leaving) -> Double {
    switch leaving {
    case .line(let line): imbalance.wrong[line]
    case .basic(let index, let rest): rest - imbalance.change[basis[index].node]
    }
  }

  private mutating func findRow(of leaving: Leaving) {
    switch leaving {
    case .basic(let index, _):
      pivotRow.begin(row: index, of: &inverse)
    case .line(let line):
      pivotRow.begin(line: line, of: &inverse, place, incidence)
    }
    pivotRow.multiply(lines, incidence)
    ownWork += 40 + 3 * pivotRow.nodes.count
  }

  /// Changes the prices until what enters is worth its cost.
  private mutating func adjustWorth(_ stop: Stop, _ room: MoveSearch.Room) {
    let slope = stop.side * room.cost[stop.node]
    let factor = (slope - worth[stop.node]) / (stop.isTurning ? 1 : pivotRow[stop.node])
    guard factor != 0 else { return }
    for node in pivotRow.nodes {
      imbalance.meet(node)
      worth[node] += factor * pivotRow[node]
    }
  }

  private mutating func step(_ leaving: Leaving, _ entering: Entering) {
    if !entering.passed.isEmpty {
      for stop in entering.passed {
        imbalance.raise(stop.node, by: stop.rest - imbalance.change[stop.node])
      }
      settle()
    }
    let node = entering.stop.node
    if entering.stop.isTurning {
      basis[place[node]].side = entering.stop.side
      return
    }
    let pivot = pivotRow[node]
    for index in lines.indices { solution[index] = 0 }
    for entry in column(of: node) { solution[entry.place] = entry.value }
    inverse.solve(&solution)
    let amount = -missing(leaving) / pivot
    imbalance.raise(node, by: amount)
    for index in basis.indices where solution[index] != 0 {
      imbalance.raise(basis[index].node, by: -amount * solution[index])
    }
    let basic = Basic(node: node, side: entering.stop.side)
    switch leaving {
    case .line(let line):
      inverse.append(solution: solution, row: row(of: line), pivot: pivot)
      placeOfLine[line] = lines.count
      lines.append(line)
      place[node] = basis.count
      basis.append(basic)
    case .basic(let index, let rest):
      let length = lengthen(leaving: index)
      inverse.replace(index, solution: solution)
      place[basis[index].node] = -1
      imbalance.round(basis[index].node, to: rest)
      place[node] = index
      basis[index] = basic
      basis[index].length = length
    }
    if inverse.isLong {
      inverse.factor(basis.map { column(of: $0.node) })
      // What rounding left by and by is put right.
      settle()
    }
  }

  /// How long the rows of the basis may be when the one at `index` is exchanged; that one's is returned.
  ///
  /// Source: J. J. Forrest, D. Goldfarb, Steepest-edge simplex algorithms for linear programming,
  /// Mathematical Programming 57, 1992 (dual algorithm with approximate weights).
  private mutating func lengthen(leaving index: Int) -> Double {
    let (pivot, length) = (solution[index], basis[index].length)
    for other in basis.indices where solution[other] != 0 && other != index {
      let ratio = solution[other] / pivot
      basis[other].length = max(basis[other].length, ratio * ratio * length)
    }
    return max(length / (pivot * pivot), 1)
  }

  /// What a node adds to the lines of the basis.
  private func column(of node: Int) -> [BasisFactors.Entry] {
    var column: [BasisFactors.Entry] = []
    incidence.forEachLine(ofNode: node) { line, sign in
      if placeOfLine[line] >= 0 { column.append((placeOfLine[line], sign)) }
    }
    return column
  }

  /// What a line has of the nodes of the basis.
  private func row(of line: Int) -> [BasisFactors.Entry] {
    var row: [BasisFactors.Entry] = []
    incidence.forEachNode(inLine: line) { node, sign in
      if place[node] >= 0 { row.append((place[node], sign)) }
    }
    return row
  }

  /// The nodes of the basis put its lines right again.
  private mutating func settle() {
    for (index, line) in lines.enumerated() {
      solution[index] = abs(imbalance.wrong[line]) > 1e-12 ? imbalance.wrong[line] : 0
    }
    inverse.solve(&solution)
    for index in basis.indices where solution[index] != 0 {
      imbalance.raise(basis[index].node, by: -solution[index])
    }
    for line in lines { imbalance.settle(line) }
  }
}
