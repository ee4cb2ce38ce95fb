/// Whether some counts can rise together by more than counts of nobody fall, and if not, of which sum they
/// are the members that count somebody.
///
/// A linear program: each count of nobody may fall a little for nothing, and further at its price. As far
/// as the sum then rises, its dual solution is a sum of equations in which those of nobody count between 0
/// and 1 (V. Chvátal, Linear Programming, 1983, chapters 5 and 8). How far each may fall for nothing decides
/// which of several sums is found: where all may fall as far, it is one of few members.
struct SumProof {
  enum Finding {
    case change(KnownChanges.Change)
    /// The members of a sum that can be computed, ascending.
    case sum([Int])
    /// There is none in which each member counts once.
    case none
    case unknown
  }

  private let system: SparseSystem
  private let widened: AttackComponent
  private let isFixed: [Bool]
  private let countsNobody: [Bool]
  /// The counts of nobody; the price of each stands behind all unknowns, in this order.
  private let empty: [Int]
  private var vertex: SparseVertex?
  private var effort = 0
  private var budget = 0

  private static let mostBranches = 40
  private static let largestDivisor = 20_000
  private static let mostSteps = 4_000
  private static let mostEffort = 400_000_000
  /// Nothing ever goes so far.
  private static let furthest = 1 << 50

  init(_ component: AttackComponent, isFixed: [Bool], countsNobody: [Bool]) {
    self.isFixed = isFixed
    self.countsNobody = countsNobody
    system = SparseSystem(component)
    empty = countsNobody.indices.filter { countsNobody[$0] }
    var price = [Int?](repeating: nil, count: countsNobody.count)
    for (index, place) in empty.enumerated() { price[place] = countsNobody.count + index }
    widened = AttackComponent(
      unknowns: Array(0..<(countsNobody.count + empty.count)), lower: [], upper: [],
      equations: component.equations.map { equation in
        let prices = equation.terms.compactMap { term in
          price[term.place].map { (place: $0, coefficient: -term.coefficient) }
        }
        return .init(terms: equation.terms + prices, number: 0, origin: equation.origin)
      })
  }

  /// - `others`: counts of nobody that are no members.
  mutating func look(_ members: [Int], without others: [Int] = []) -> Finding {
    guard effort < SumProof.mostEffort else { return .unknown }
    budget = SumProof.mostBranches
    var vertex = self.vertex ?? newVertex()
    // The copy would make every change expensive.
    self.vertex = nil
    let before = vertex.effort
    defer {
      effort += vertex.effort - before
      self.vertex = vertex
    }
    if !others.isEmpty {
      var narrowed = vertex
      // What may fall freely counts nothing.
      for place in others { narrowed.setBounds(of: place, lower: -SumProof.furthest, upper: nil) }
      return conclude(members, Set(others), &narrowed)
    }
    return conclude(members, [], &vertex)
  }

  private mutating func conclude(
    _ members: [Int], _ decided: Set<Int>, _ vertex: inout SparseVertex
  ) -> Finding {
    switch raise(members, decided, &vertex) {
    case .found(.change) where !decided.isEmpty: .none
    case .found(let finding): finding
    case .inPart(let place): branch(members, on: place, decided, vertex) ?? .none
    }
  }

  private enum Outcome {
    case found(Finding)
    /// A place that counts in part, unless it is decided that it counts or that it does not.
    case inPart(Int)
  }

  private func raise(
    _ members: [Int], _ decided: Set<Int>, _ vertex: inout SparseVertex
  ) -> Outcome {
    let prices = isFixed.count..<(isFixed.count + empty.count)
    for _ in 0..<SumProof.mostSteps {
      switch vertex.raise(members, minus: prices) {
      case .moved: continue
      case .best:
        return outcome(members, vertex)
      case .endless(let direction):
        return .found(change(direction, members, decided).map { .change($0) } ?? .unknown)
      }
    }
    return .found(.unknown)
  }

  /// What the prices of the last step say.
  private func outcome(_ members: [Int], _ vertex: SparseVertex) -> Outcome {
    var sum = members
    for place in empty where vertex.place[place] < 0 {
      let weight = vertex.priced[place]
      guard abs(weight) > SparseVertex.tolerance else { continue }
      guard abs(weight - 1) < SparseVertex.tolerance else { return .inPart(place) }
      sum.append(place)
    }
    return .found(.sum(Set(sum).sorted()))
  }

  /// Decides of one count of nobody after another whether it is a member; nil when there is no such sum.
  private mutating func branch(
    _ members: [Int], on place: Int, _ decided: Set<Int>, _ vertex: SparseVertex
  ) -> Finding? {
    var vertex = vertex
    // Whatever it is, it may fall freely from now on.
    vertex.setBounds(of: place, lower: -SumProof.furthest, upper: nil)
    let decided = decided.union([place])
    var isUnknown = false
    for members in [members + [place], members] {
      guard budget > 0, effort < SumProof.mostEffort else { return .unknown }
      budget -= 1
      var child = vertex
      let outcome = raise(members, decided, &child)
      effort += child.effort - vertex.effort
      switch outcome {
      // That cannot be decided so.
      case .found(.change), .found(.none): continue
      case .found(.sum(let sum)): return .sum(sum)
      case .found(.unknown): isUnknown = true
      case .inPart(let next):
        switch branch(members, on: next, decided, child) {
        case .sum(let sum): return .sum(sum)
        case .unknown: isUnknown = true
        case .change, .some(.none), nil: continue
        }
      }
    }
    return isUnknown ? .unknown : nil
  }

  private func newVertex() -> SparseVertex {
    let lower = isFixed.indices.map { place in
      isFixed[place] ? 0 : countsNobody[place] ? -1 : -SumProof.furthest
    }
    return SparseVertex(
      widened, lower: lower + empty.map { _ in 0 },
      upper: isFixed.map { $0 ? 0 : nil } + empty.map { _ in nil },
      at: Array(repeating: 0, count: isFixed.count + empty.count))
  }

  /// In whole numbers; nil when it is none, or does not do what it has to.
  ///
  /// - `decided`: places that may fall freely.
  private func change(
    _ direction: [Double], _ members: [Int], _ decided: Set<Int>
  ) -> KnownChanges.Change? {
    let times = WholeVector(direction, largestDivisor: SumProof.largestDivisor)
    guard !times.isRounded else { return nil }
    var change = [Int](repeating: 0, count: isFixed.count)
    for (index, value) in times.entries {
      if index < isFixed.count {
        change[index] += value
      } else if index - isFixed.count < empty.count {
        change[empty[index - isFixed.count]] -= value
      }
    }
    let places = change.indices.filter { change[$0] != 0 }
    let losses = places.filter { countsNobody[$0] && !decided.contains($0) }
      .reduce(0) { $0 + max(0, -change[$1]) }
    guard members.reduce(0, { $0 + change[$1] }) > losses, !places.contains(where: { isFixed[$0] }),
      system.isMove(places.map { ($0, change[$0]) })
    else { return nil }
    return places.map { ($0, change[$0]) }
  }
}
