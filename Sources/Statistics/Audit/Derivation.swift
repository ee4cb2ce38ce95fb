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
    var text = ""
    for (index, step) in steps.enumerated() {
      let size = abs(step.times) == 1 ? "\(step.value)" : "\(abs(step.times)) × \(step.value)"
      if index == 0 {
        text = step.times < 0 ? "−\(size)" : size
      } else {
        text += step.times < 0 ? " − \(size)" : " + \(size)"
      }
    }
    let sum = steps.reduce(0) { $0 + $1.times * $1.value }
    guard multiple != 1 else { return "\(text) = \(sum)" }
    return "(\(text)) ÷ \(multiple) = \(sum / multiple)"
  }

  /// The same with cells in the place of their numbers.
  package var names: String {
    var text = ""
    for (index, step) in steps.enumerated() {
      let name = "[\(step.cell)]"
      if index == 0 {
        text = step.times < 0 ? "−\(name)" : name
      } else {
        text += step.times < 0 ? " − \(name)" : " + \(name)"
      }
    }
    return text
  }

  package var text: String {
    if let arithmetic { return "\(arithmetic); \(names)" }
    return relation ?? ""
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
    if let linear = linear(places, component, system) { return linear }
    let place = component.unknowns.firstIndex(of: first)
    var bounds = leak.cells.count == 1 ? BoundDerivation(self, component, system) : nil
    return Derivation(
      steps: [], multiple: 1,
      relation: place.flatMap { bounds?.text($0, leak.interval) }
        ?? shortest(first, component, system))
  }

  /// Multipliers of the equations whose sum leaves the cells alone on the left.
  private func linear(
    _ places: [Int], _ component: AttackComponent, _ system: AttackSystem
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
        terms.isEmpty
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
    for row in reduction.rows where !row.number.isZero {
      guard let divisor = row.divisor.int, let number = row.number.int else { return nil }
      let origin = component.equations[row.basic].origin
      for (cell, coefficient) in publishedTerms(of: system.equations[origin].source) ?? [] {
        times[cell, default: 0] -= coefficient * number * multiple / divisor
      }
    }
    let steps = steps(times)
    return steps.isEmpty ? nil : Derivation(steps: steps, multiple: multiple, relation: nil)
  }

  /// So many times each cell, what is added first.
  func steps(_ times: [Int: Int]) -> [Derivation.Step] {
    times.filter { $0.value != 0 }
      .map {
        Derivation.Step(times: $0.value, cell: cells[$0.key].id, value: cells[$0.key].value ?? 0)
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
    case .share, .order: return nil
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
    var text = ""
    for (index, term) in equation.terms.enumerated() {
      let place = component.unknowns[term.place]
      guard let cell = system.unknowns[place].cell else { continue }
      let size = abs(term.coefficient) == 1 ? "" : "\(abs(term.coefficient)) × "
      let sign = term.coefficient < 0 ? (index == 0 ? "−" : " − ") : index == 0 ? "" : " + "
      text += "\(sign)\(size)[\(cells[cell].id)]"
    }
    let isExact = equation.terms.allSatisfy { term in
      system.unknowns[component.unknowns[term.place]].cell != nil
    }
    return "\(text) \(isExact ? "=" : "≈") \(equation.number)"
  }
}
