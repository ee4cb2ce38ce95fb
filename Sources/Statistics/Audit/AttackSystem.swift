/// The equations and bounds that an attacker can write down for the cells without a value.
///
/// Inequalities become equations with one more unknown, so that everything is
/// Σ coefficient · unknown = number, with each unknown a whole number between two bounds.
struct AttackSystem: Sendable {
  struct Unknown: Sendable {
    /// An index of the model's cells; nil for the difference that makes an inequality an equation.
    let cell: Int?
    var lower: Int
    var upper: Int?
  }

  struct Equation: Sendable {
    /// By unknown, ascending, without zeros.
    let terms: [(unknown: Int, coefficient: Int)]
    let number: Int
    /// What of the model it comes from.
    let source: Source
  }

  enum Source: Sendable, Hashable {
    case sum(Int)
    case relation(Int)
    /// The share's lower and upper edge.
    case share(Int, isUpper: Bool)
    /// A place in an order, and the place before it.
    case order(Int, Int)
    case group(Int)
  }

  private(set) var unknowns: [Unknown] = []
  private(set) var equations: [Equation] = []
  /// Published numbers that do not fit together.
  private(set) var contradictions: [Source] = []

  init(_ model: AuditModel) {
    var place = [Int?](repeating: nil, count: model.cells.count)
    for (index, cell) in model.cells.enumerated() where cell.value == nil {
      place[index] = unknowns.count
      unknowns.append(Unknown(cell: index, lower: cell.lower, upper: cell.upper))
    }
    for (index, sum) in model.sums.enumerated() {
      let terms = sum.parts.map { AuditModel.Term($0, 1) } + [AuditModel.Term(sum.total, -1)]
      add(terms, .equal, 0, from: .sum(index), model, place)
    }
    for (index, relation) in model.relations.enumerated() {
      add(
        relation.terms, relation.comparison, relation.bound, from: .relation(index), model, place)
    }
    for (index, share) in model.shares.enumerated() {
      for (isUpper, edge) in share.edges {
        add(
          edge.terms, edge.comparison, edge.bound, from: .share(index, isUpper: isUpper), model,
          place)
      }
    }
    for (index, order) in model.orders.enumerated() {
      for (step, (larger, smaller)) in zip(order, order.dropFirst()).enumerated() {
        let terms = [AuditModel.Term(larger, 1), AuditModel.Term(smaller, -1)]
        add(terms, .atLeast, 0, from: .order(index, step), model, place)
      }
    }
    for (index, group) in model.groups.enumerated() {
      let terms = group.parts.map { AuditModel.Term($0, 1) }
      add(terms, .atLeast, group.lower, from: .group(index), model, place)
      if let upper = group.upper {
        add(terms, .atMost, upper, from: .group(index), model, place)
      }
    }
  }

  /// What is known goes to the right; what is left unknown stays.
  private mutating func add(
    _ terms: [AuditModel.Term], _ comparison: AuditModel.Relation.Comparison, _ bound: Int,
    from source: Source, _ model: AuditModel, _ place: [Int?]
  ) {
    var coefficients: [Int: Int] = [:]
    var number = bound
    for term in terms {
      if let unknown = place[term.cell] {
        coefficients[unknown, default: 0] += term.coefficient
      } else {
        number -= term.coefficient * (model.cells[term.cell].value ?? 0)
      }
    }
    var left = coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { (unknown: $0.key, coefficient: $0.value) }
    guard !left.isEmpty else {
      let holds =
        switch comparison {
        case .equal: number == 0
        case .atMost: number >= 0
        case .atLeast: number <= 0
        }
      if !holds { contradictions.append(source) }
      return
    }
    if comparison != .equal {
      left.append((unknowns.count, comparison == .atMost ? 1 : -1))
      unknowns.append(Unknown(cell: nil, lower: 0, upper: nil))
    }
    equations.append(Equation(terms: left, number: number, source: source))
  }
}

extension AuditModel.Share {
  /// Rounding tells that 2·10^d·100·part lies between (2·scaled − 1)·whole, which counts, and
  /// (2·scaled + 1)·whole, which does not.
  fileprivate var edges:
    [(
      isUpper: Bool,
      (terms: [AuditModel.Term], comparison: AuditModel.Relation.Comparison, bound: Int)
    )]
  {
    let unit = (0..<decimals).reduce(1) { power, _ in power * 10 }
    let lower = [AuditModel.Term(part, 200 * unit), AuditModel.Term(whole, -(2 * scaled - 1))]
    let upper = [AuditModel.Term(part, 200 * unit), AuditModel.Term(whole, -(2 * scaled + 1))]
    return [(false, (lower, .atLeast, 0)), (true, (upper, .atMost, -1))]
  }
}
