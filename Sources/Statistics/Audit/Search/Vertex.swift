/// Numbers that meet an attacker's equations, and a basis from which to go on to others.
protocol Vertex: Sendable {
  /// How much work was done on it.
  var effort: Int { get }
  /// How many numbers a copy of it holds.
  var size: Int { get }
  /// An unknown that is no whole number, the first in their order.
  var firstFraction: Int? { get }
  /// Every unknown's value, when all of them are whole numbers and meet every equation exactly.
  var wholeValues: [Int]? { get }

  /// Whether an unknown has another value than some whole number.
  func differs(from value: Int, at unknown: Int) -> Bool

  /// The greatest whole number not above the value.
  func floor(of unknown: Int) -> Int?
  func bounds(of unknown: Int) -> (lower: Int, upper: Int?)

  /// Sets other bounds; the vertex may have to be mended by `reachFeasibility`.
  mutating func setBounds(of unknown: Int, lower: Int, upper: Int?) throws(NumberOverflow)

  /// Moves until every unknown lies within its bounds.
  mutating func reachFeasibility() throws(NumberOverflow) -> Feasibility

  /// The same from where `unknown` was as large or small as it could be before bounds changed.
  mutating func reachFeasibility(
    keeping unknown: Int, upwards: Bool
  ) throws(NumberOverflow) -> Feasibility

  /// One step of the simplex method that makes `unknown` larger or smaller.
  mutating func step(_ unknown: Int, upwards: Bool) throws(NumberOverflow) -> Progress

  /// A whole number that the unknown cannot pass, as exact numbers prove where no step is left; nil when
  /// they do not.
  func bound(of unknown: Int, upwards: Bool) -> Int?

  /// Calls `body` with values that unknowns take in whole solutions next to this one, which has to be
  /// whole.
  func forEachNeighbour(_ body: (_ unknown: Int, _ value: Int) -> Void)

  /// What finds whole solutions near a known one, within the bounds; nil where branching is quicker.
  func nearby(_ solution: [Int]) -> NearbySolutions?
}

extension Vertex {
  func nearby(_ solution: [Int]) -> NearbySolutions? { nil }

  mutating func reachFeasibility(
    keeping unknown: Int, upwards: Bool
  ) throws(NumberOverflow) -> Feasibility {
    try reachFeasibility()
  }
}

/// Whether there are numbers within some bounds.
enum Feasibility {
  case possible
  /// There are none; that is certain.
  case impossible
  case unknown
}

enum Progress {
  case moved
  /// Nothing makes it larger or smaller.
  case best
  /// Nothing ever stops it; that is certain.
  case unbounded
}
