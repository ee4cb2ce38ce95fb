/// How a person can compute what leaks, from published numbers alone.
package struct Derivation: Sendable, Hashable {
  package struct Step: Sendable, Hashable {
    /// How often the number is added; negative where it is taken away.
    package let times: Int
    package let cell: String
    package let value: Int
  }

  /// The sum of the steps is the leaking sum, times `multiple`; empty where it takes bounds besides.
  package let steps: [Step]
  package let multiple: Int
  /// The relation in which the cells stand, where no sum of published numbers gives them.
  package let relation: String?

  /// The sum and what it comes to: `45 − 14 − 11 − 8 − 8 = 4`.
  package var arithmetic: String? {
    guard !steps.isEmpty else { return nil }
    let text = Derivation.sum(steps.map { ($0.times, "\($0.value)") })
    let sum = steps.reduce(0) { $0 + $1.times * $1.value }
    guard multiple != 1 else { return "\(text) = \(sum)" }
    return "(\(text)) ÷ \(multiple) = \(sum / multiple)"
  }

  /// The same with cells in the place of their numbers.
  package var names: String {
    Derivation.sum(steps.map { ($0.times.signum(), "[\($0.cell)]") })
  }

  /// So many times each of some terms: `2 × a − b`.
  static func sum(_ terms: [(times: Int, text: String)]) -> String {
    var sum = ""
    for (index, term) in terms.enumerated() {
      sum += term.times < 0 ? (index == 0 ? "−" : " − ") : index == 0 ? "" : " + "
      sum += abs(term.times) == 1 ? term.text : "\(abs(term.times)) × \(term.text)"
    }
    return sum
  }

  package var text: String {
    if let arithmetic { return "\(arithmetic); \(names)" }
    return relation ?? ""
  }
}

extension Derivation {
  /// It says no more than what one of some cells is at most.
  func isBoundAlone(of cells: [String]) -> Bool {
    guard steps.isEmpty, let relation, !relation.contains(";") else { return false }
    return cells.contains { relation.hasPrefix("[\($0)] ≤ ") }
  }
}

extension AuditModel {
  /// Which published numbers give the sum of the cells of a leak away.
  package func derivation(of leak: AttackResult.Leak) -> Derivation {
    let system = AttackSystem(self)
    let places = system.unknowns.indices.filter { place in
      system.unknowns[place].cell.map(leak.cells.contains) ?? false
    }
    guard let first = places.first,
      let component = system.components.first(where: { $0.unknowns.contains(first) })
    else { return Derivation(steps: [], multiple: 1, relation: nil) }
    if let linear = linear(places, component, system, leak.certain) { return linear }
    let place = component.unknowns.firstIndex(of: first)
    var bounds = leak.cells.count == 1 ? BoundDerivation(self, component, system) : nil
    return Derivation(
      steps: [], multiple: 1,
      relation: place.flatMap { bounds?.text($0, leak.interval) }
        ?? shortest(first, component, system))
  }

  /// Multipliers of the equations whose sum leaves the cells alone on the left, but for what is certain
  /// besides.
  private func linear(
    _ places: [Int], _ component: AttackComponent, _ system: AttackSystem, _ certain: [Int: Int]
  ) -> Derivation? {
    var byUnknown: [[(place: Int, coefficient: Int)]] = Array(
      repeating: [], count: component.unknowns.count)
    for (index, equation) in component.equations.enumerated() {
      for term in equation.terms { byUnknown[term.place].append((index, term.coefficient)) }
    }
    let transposed = AttackComponent(
      unknowns: Array(component.equations.indices),
      lower: Array(repeating: 0, count: component.equations.count),
      upper: Array(repeating: nil, count: component.equations.count),
      equations: byUnknown.enumerated().compactMap { index, terms in
        terms.isEmpty || certain[component.unknowns[index]] != nil
          ? nil
          : .init(
            terms: terms, number: places.contains(component.unknowns[index]) ? 1 : 0, origin: index)
      })
    guard let reduction = try? RowReduction<LargeNumber>(transposed), !reduction.isContradictory
    else { return nil }
    var multiple = 1
    for row in reduction.rows where !row.number.isZero {
      guard let divisor = row.divisor.int, let number = row.number.int else { return nil }
      let reduced = divisor / divisor.commonDivisor(with: number)
      multiple = multiple / multiple.commonDivisor(with: reduced) * reduced
    }
    var times: [Int: Int] = [:]
    var values: [Int: Int] = [:]
    for row in reduction.rows where !row.number.isZero {
      guard let divisor = row.divisor.int, let number = row.number.int else { return nil }
      let price = number * multiple / divisor
      let equation = component.equations[row.basic]
      for (cell, coefficient) in publishedTerms(of: system.equations[equation.origin].source) ?? []
      {
        times[cell, default: 0] -= coefficient * price
        values[cell] = cells[cell].value
      }
      for term in equation.terms {
        let unknown = component.unknowns[term.place]
        guard let value = certain[unknown], value != 0 else { continue }
        guard let cell = system.unknowns[unknown].cell else { return nil }
        times[cell, default: 0] -= term.coefficient * price
        values[cell] = value
      }
    }
    let steps = steps(times, values)
    return steps.isEmpty ? nil : Derivation(steps: steps, multiple: multiple, relation: nil)
  }

  /// So many times each cell, what is added first.
  func steps(_ times: [Int: Int], _ values: [Int: Int] = [:]) -> [Derivation.Step] {
    times.filter { $0.value != 0 }
      .map { cell, times in
        Derivation.Step(
          times: times, cell: cells[cell].id, value: values[cell] ?? cells[cell].value ?? 0)
      }
      .sorted { left, right in
        (left.times < 0 ? 1 : 0, -left.value, left.cell)
          < (right.times < 0 ? 1 : 0, -right.value, right.cell)
      }
  }

  /// The cells with a value that an equation moves to its right, with their signs on the left; nil where
  /// other numbers stand there.
  func publishedTerms(of source: AttackSystem.Source) -> [(cell: Int, coefficient: Int)]? {
    let terms: [(Int, Int)]
    switch source {
    case .sum(let index): terms = sums[index].parts.map { ($0, 1) } + [(sums[index].total, -1)]
    case .relation(let index): terms = relations[index].terms.map { ($0.cell, $0.coefficient) }
    case .group(let index): terms = groups[index].parts.map { ($0, 1) }
    case .order(let index, let step):
      terms = [(orders[index][step], 1), (orders[index][step + 1], -1)]
    case .share: return nil
    }
    return terms.filter { cells[$0.0].value != nil }.map { (cell: $0.0, coefficient: $0.1) }
  }

  /// The equation with fewest unknowns in which a cell stands, in words.
  private func shortest(
    _ unknown: Int, _ component: AttackComponent, _ system: AttackSystem
  ) -> String? {
    let holding = component.equations.filter { equation in
      equation.terms.contains { component.unknowns[$0.place] == unknown }
    }
    guard let equation = holding.min(by: { $0.terms.count < $1.terms.count }) else { return nil }
    let known = equation.terms.compactMap { term in
      system.unknowns[component.unknowns[term.place]].cell.map {
        (times: term.coefficient, text: "[\(cells[$0].id)]")
      }
    }
    let isExact = known.count == equation.terms.count
    return "\(Derivation.sum(known)) \(isExact ? "=" : "≈") \(equation.number)"
  }
}
