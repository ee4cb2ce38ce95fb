/// Sums of hidden cells that the equations tell and that are small.
///
/// Looked at are the equations themselves, one equation without another that lies in it, two with
/// nothing in common but their difference, and the rows of the reduced form.
struct ImpliedGroups {
  struct Group: Hashable {
    /// Ascending.
    let places: [Int]
    let sum: Int
  }

  /// Each group once, in a stable order.
  private(set) var found: [Group] = []

  init<Number: ExactNumber>(
    component: AttackComponent, reduction: RowReduction<Number>, threshold: Int,
    counts: (Int) -> Bool, isCell: (Int) -> Bool
  ) {
    var seen: Set<Group> = []
    func consider(_ terms: [(place: Int, coefficient: Int)], _ number: Int) {
      guard let first = terms.first, !terms.isEmpty else { return }
      let sign = first.coefficient < 0 ? -1 : 1
      let sum = number * sign
      guard sum > 0, sum < threshold else { return }
      guard terms.allSatisfy({ $0.coefficient * sign > 0 && isCell($0.place) }) else { return }
      guard terms.contains(where: { counts($0.place) }) else { return }
      let group = Group(places: terms.map(\.place), sum: sum)
      if seen.insert(group).inserted { found.append(group) }
    }
    let lines = component.equations
    for line in lines { consider(line.terms, line.number) }
    var holding: [[Int]] = Array(repeating: [], count: component.unknowns.count)
    for (index, line) in lines.enumerated() {
      for term in line.terms { holding[term.place].append(index) }
    }
    for (index, line) in lines.enumerated() {
      let others = Set(line.terms.flatMap { holding[$0.place] }).filter { $0 > index }
      for other in others.sorted() {
        for sign in [1, -1] {
          let (terms, number) = combine(line, lines[other], sign: sign)
          consider(terms, number)
        }
      }
    }
    for row in reduction.rows {
      guard let divisor = row.divisor.int, let number = row.number.int else { continue }
      var terms = [(place: row.basic, coefficient: divisor)]
      for term in row.terms {
        guard let coefficient = term.coefficient.int else { break }
        terms.append((term.place, coefficient))
      }
      guard terms.count == row.terms.count + 1 else { continue }
      consider(terms.sorted { $0.place < $1.place }, number)
    }
  }

  private func combine(
    _ left: AttackComponent.Equation, _ right: AttackComponent.Equation, sign: Int
  ) -> (terms: [(place: Int, coefficient: Int)], number: Int) {
    var sums: [Int: Int] = [:]
    for term in left.terms { sums[term.place, default: 0] += term.coefficient }
    for term in right.terms { sums[term.place, default: 0] += sign * term.coefficient }
    let terms = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { (place: $0.key, coefficient: $0.value) }
    return (terms, left.number + sign * right.number)
  }
}
