/// Unknowns that are tied to each other by equations, and to no others.
struct AttackComponent: Sendable {
  /// Indices of the system's unknowns.
  let unknowns: [Int]
  let lower: [Int]
  let upper: [Int?]
  /// Terms name unknowns by their place in `unknowns`.
  let equations: [Equation]

  struct Equation: Sendable {
    let terms: [(place: Int, coefficient: Int)]
    let number: Int
    /// An index of the system's equations.
    let origin: Int
  }
}

extension AttackSystem {
  /// The parts of the system that can be attacked apart, in the order of their first unknowns.
  var components: [AttackComponent] {
    var parent = Array(unknowns.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for equation in equations {
      var first = root(equation.terms[0].unknown)
      for term in equation.terms.dropFirst() {
        let other = root(term.unknown)
        // The smaller index stays, so that components come in a stable order.
        if other != first { parent[max(other, first)] = min(other, first) }
        first = min(first, other)
      }
    }
    var members: [[Int]] = Array(repeating: [], count: unknowns.count)
    var place = [Int](repeating: 0, count: unknowns.count)
    for index in unknowns.indices {
      let top = root(index)
      place[index] = members[top].count
      members[top].append(index)
    }
    var held: [[AttackComponent.Equation]] = Array(repeating: [], count: unknowns.count)
    for (origin, equation) in equations.enumerated() {
      held[root(equation.terms[0].unknown)].append(
        AttackComponent.Equation(
          terms: equation.terms.map { (place[$0.unknown], $0.coefficient) },
          number: equation.number, origin: origin))
    }
    return members.indices.filter { !members[$0].isEmpty }.map { top in
      AttackComponent(
        unknowns: members[top], lower: members[top].map { unknowns[$0].lower },
        upper: members[top].map { unknowns[$0].upper }, equations: held[top])
    }
  }
}
