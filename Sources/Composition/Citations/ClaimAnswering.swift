import Diagnostics
import Statistics

extension CitationAnswerer {
  /// Whether what a sentence claims of a number is true.
  func holds(
    _ claim: Claim, of cell: CellReference, at location: SourceLocation
  ) throws(Failure) -> Bool {
    if case .largest = claim { return try isLargest(cell, at: location) }
    let value = try count(cell, in: nil, at: location)
    switch claim {
    case .largest: return false
    case .over(let number): return value > number
    case .under(let number): return value < number
    case .almost(let number): return value < number && value * 10 >= number * 9
    case .about(let number): return abs(value - number) * 10 <= number
    case .more, .fewer:
      let (now, before) = try comparison(of: cell, at: location)
      return claim == .more ? now > before : now < before
    case .multiplied(let factor, let since):
      let before = try count(cell, in: try earlier(since, at: location), at: location)
      return before > 0 && value >= before * factor
    case .majority(let base): return value * 2 > (try whole(of: cell, base, at: location))
    case .overPercent(let percent):
      return value * 100 > percent * (try whole(of: cell, nil, at: location))
    case .underPercent(let percent):
      return value * 100 < percent * (try whole(of: cell, nil, at: location))
    case .aboutHalf(let base):
      let whole = try whole(of: cell, base, at: location)
      return value * 100 >= whole * 45 && value * 100 <= whole * 55
    case .almostHalf(let base):
      let whole = try whole(of: cell, base, at: location)
      return value * 100 >= whole * 40 && value * 2 < whole
    }
  }

  private func whole(
    of cell: CellReference, _ base: CellReference?, at location: SourceLocation
  ) throws(Failure) -> Int {
    try count(
      base ?? CellReference(measure: cell.measure, conditions: []), in: nil, at: location)
  }

  private func isLargest(
    _ cell: CellReference, at location: SourceLocation
  ) throws(Failure) -> Bool {
    guard let (others, named) = ranking(around: cell) else {
      throw Failure(diagnostic: .functionDoesNotFit(at: location))
    }
    guard
      case .ranking(let codes) = lookup(
        .ranking(others, dimension: named.dimension, named: 1)),
      let largest = codes.first
    else {
      throw Failure(diagnostic: .noLargest(cell, by: named.dimension, at: location))
    }
    return largest.code == named.values.first
  }

  /// Among which categories a cell may be the largest, and which of them it is.
  func ranking(around cell: CellReference) -> (others: CellReference, named: Condition)? {
    cell.conditions.first { $0.attribute == nil && $0.values.count == 1 }.map { named in
      (cell.dropping(named), named)
    }
  }
}

extension Diagnostic {
  fileprivate static func noLargest(
    _ cell: CellReference, by dimension: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citationSuppressed, at: location,
      "Which “\(dimension)” is the largest cannot be told: two are as large, or its number is not shown",
      help: "leave the claim of “\(cell.text)” out")
  }

  static func untrue(_ cell: CellReference, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .claimUntrue, at: location, "What this sentence claims of “\(cell.text)” is not true",
      help: "change the words, or claim what the number bears out")
  }
}
