import BigInt

/// Whole numbers that are never rounded: an operation is exact or throws.
protocol ExactNumber: Comparable, Sendable, Hashable {
  init(exactly value: Int)
  var large: LargeNumber { get }
  /// Nil when it does not fit.
  var int: Int? { get }
  var isZero: Bool { get }
  var negated: Self { get }
  /// `self * factor - other * second`.
  func combined(
    _ factor: Self, minus other: Self, _ second: Self
  ) throws(NumberOverflow) -> Self
  /// The greatest common divisor, never negative.
  func commonDivisor(with other: Self) -> Self
  /// Only for divisors.
  func divided(by divisor: Self) -> Self
  /// The greatest whole number that is not above `self / divisor`.
  func floorDivided(by divisor: Self) -> Self
}

/// A number outgrew the machine's; the caller begins again with larger ones.
struct NumberOverflow: Error {}

extension Int: ExactNumber {
  init(exactly value: Int) { self = value }
  var large: LargeNumber { LargeNumber(self) }
  var int: Int? { self }
  var isZero: Bool { self == 0 }
  var negated: Int { -self }

  @inline(__always)
  func combined(
    _ factor: Int, minus other: Int, _ second: Int
  ) throws(NumberOverflow) -> Int {
    let (left, leftOverflows) = multipliedReportingOverflow(by: factor)
    let (right, rightOverflows) = other.multipliedReportingOverflow(by: second)
    let (difference, overflows) = left.subtractingReportingOverflow(right)
    // The smallest number has no opposite, so it counts as overflow too.
    if leftOverflows || rightOverflows || overflows || difference == .min { throw NumberOverflow() }
    return difference
  }

  func commonDivisor(with other: Int) -> Int {
    var (a, b) = (Swift.abs(self), Swift.abs(other))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  func divided(by divisor: Int) -> Int { self / divisor }

  func floorDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
  }
}

/// Whole numbers of any size.
typealias LargeNumber = BigInt

extension BigInt: ExactNumber {
  init(exactly value: Int) { self.init(value) }
  var large: LargeNumber { self }
  var int: Int? { Int(exactly: self) }
  var negated: BigInt { -self }

  func combined(
    _ factor: BigInt, minus other: BigInt, _ second: BigInt
  ) throws(NumberOverflow) -> BigInt {
    self * factor - other * second
  }

  func commonDivisor(with other: BigInt) -> BigInt { greatestCommonDivisor(with: other) }
  func divided(by divisor: BigInt) -> BigInt { self / divisor }

  func floorDivided(by divisor: BigInt) -> BigInt {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return !remainder.isZero && (remainder.sign != divisor.sign) ? quotient - 1 : quotient
  }
}
