/// How the least or the most that a count can be follows from published numbers and from what is known of
/// other counts: `[a] + [b] = 45 − 41 = 4; [total] − [c]; [b] ≥ 1`.
struct BoundDerivation {
  private let model: AuditModel
  private let component: AttackComponent
  private let system: AttackSystem
  private var vertex: SparseVertex

  /// Larger parts of a model would keep the reader of messages waiting.
  private static let mostUnknowns = 800
  private static let mostSteps = 2_000

  /// Nil when there is too much to look at.
  init?(_ model: AuditModel, _ component: AttackComponent, _ system: AttackSystem) {
    guard component.unknowns.count <= BoundDerivation.mostUnknowns else { return nil }
    self.model = model
    self.component = component
    self.system = system
    vertex = SparseVertex(
      component, lower: component.lower, upper: component.upper, at: nil)
    guard vertex.reachFeasibility() == .possible else { return nil }
  }

  /// What tells both ends of an interval; nil when one of them does not follow from sums.
  mutating func text(_ place: Int, _ interval: AttackResult.Interval) -> String? {
    var found: [Reason] = []
    if interval.lower > component.lower[place] {
      guard let reason = reason(place, at: interval.lower, upwards: false) else { return nil }
      found.append(reason)
    }
    if let upper = interval.upper, upper == component.upper[place] {
      // No sum tells it: a rule does, or that another one is the largest.
      let bound = "[\(name(place) ?? "")] ≤ \(upper)"
      if found.isEmpty { return bound }
      found[0].bounds.append(bound)
    } else if let upper = interval.upper {
      guard let reason = reason(place, at: upper, upwards: true) else { return nil }
      // One sum mostly tells both.
      if found.first?.sum == reason.sum {
        found[0].bounds += reason.bounds.filter { !found[0].bounds.contains($0) }
      } else {
        found.append(reason)
      }
    }
    return found.isEmpty ? nil : found.map(\.text).joined(separator: "; ")
  }

  private struct Reason {
    let sum: String
    var bounds: [String]

    var text: String { bounds.isEmpty ? sum : "\(sum); \(bounds.joined(separator: ", "))" }
  }

  private mutating func reason(_ place: Int, at end: Int, upwards: Bool) -> Reason? {
    var steps = 0
    while vertex.step(place, upwards: upwards) == .moved, steps < BoundDerivation.mostSteps {
      steps += 1
    }
    guard vertex.bound(of: place, upwards: upwards) == end, let prices = vertex.prices(place) else {
      return nil
    }
    let times = WholeVector(prices)
    guard !times.isRounded, let factors = vertex.system.combined(times) else { return nil }
    var published: [Int: Int] = [:]
    var number = 0
    // An order is an equation with what one count has more than the next, which has no name.
    var orders: [String] = []
    var more = 0
    for (row, price) in times.entries {
      let equation = component.equations[row]
      if case .order(let index, let step) = system.equations[equation.origin].source {
        let (larger, next) = (model.orders[index][step], model.orders[index][step + 1])
        orders.append("[\(model.cells[larger].id)] ≥ [\(model.cells[next].id)]")
      }
      if case .relation(let index) = system.equations[equation.origin].source,
        model.relations[index].comparison != .equal
      {
        orders.append(model.relations[index].note)
        more += price * model.relations[index].bound
      }
      number += price * equation.number
      guard let terms = model.publishedTerms(of: system.equations[equation.origin].source) else {
        return nil
      }
      for term in terms { published[term.cell, default: 0] -= price * term.coefficient }
    }
    let all = factors.filter { $0.value != 0 && $0.key != place }.sorted { $0.key < $1.key }
    let others = all.filter { name($0.key) != nil }
    guard factors[place] == times.divisor, all.count - others.count == orders.count else {
      return nil
    }
    let left = ([(place, times.divisor)] + others.map { ($0.key, $0.value) }).map { place, factor in
      (times: factor, text: "[\(name(place) ?? "")]")
    }
    let derivation = Derivation(steps: model.steps(published), multiple: 1, relation: nil)
    let bounds = others.compactMap { place, factor -> String? in
      let isLeast = (factor > 0) == upwards
      let bound = isLeast ? component.lower[place] : component.upper[place]
      guard let bound, bound != 0 || !isLeast else { return nil }
      return "[\(name(place) ?? "")] \(isLeast ? "≥" : "≤") \(bound)"
    }
    guard derivation.steps.reduce(more, { $0 + $1.times * $1.value }) == number else { return nil }
    let isOneNumber = derivation.steps.count == 1 && derivation.steps[0].times == 1
    var sum = isOneNumber ? "\(number - more)" : derivation.arithmetic ?? "0"
    if more != 0 { sum += more < 0 ? " − \(-more)" : " + \(more)" }
    let names = derivation.names.isEmpty ? "" : "; \(derivation.names)"
    let relation = orders.isEmpty ? "=" : upwards ? "≤" : "≥"
    return Reason(
      sum: "\(Derivation.sum(left)) \(relation) \(sum)\(names)", bounds: orders + bounds)
  }

  private func name(_ place: Int) -> String? {
    system.unknowns[component.unknowns[place]].cell.map { model.cells[$0].id }
  }
}
