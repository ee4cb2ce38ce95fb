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
  /// Sets each entry at `own` + index to itself times `scale`, less the one at `other` + index times
  /// `factor`.
  static func combine(
    _ entries: inout [Self], row own: Int, times scale: Self, minus other: Int, times factor: Self,
    at indices: [Int]
  ) throws(NumberOverflow)
  /// The greatest common divisor, never negative.
  func commonDivisor(with other: Self) -> Self
  /// Only for divisors.
  func divided(by divisor: Self) -> Self
  /// The greatest whole number that is not above `self / divisor`.
  func floorDivided(by divisor: Self) -> Self
}

/// A number outgrew the machine's; the caller begins again with larger ones.
struct NumberOverflow: Error {}

extension ExactNumber {
  static func combine(
    _ entries: inout [Self], row own: Int, times scale: Self, minus other: Int, times factor: Self,
    at indices: [Int]
  ) throws(NumberOverflow) {
    for index in indices {
      entries[own + index] = try entries[own + index]
        .combined(scale, minus: entries[other + index], factor)
    }
  }
}

extension Int: ExactNumber {
  /// The loop in which most of an attack's time is spent.
  static func combine(
    _ entries: inout [Int], row own: Int, times scale: Int, minus other: Int, times factor: Int,
    at indices: [Int]
  ) throws(NumberOverflow) {
    let isFine = entries.withUnsafeMutableBufferPointer { entries in
      indices.withUnsafeBufferPointer { indices in
        var isFine = true
        for index in indices {
          let (left, leftOverflows) = entries[own + index].multipliedReportingOverflow(by: scale)
          let (right, rightOverflows) =
            entries[other + index].multipliedReportingOverflow(by: factor)
          let (difference, overflows) = left.subtractingReportingOverflow(right)
          // The smallest number has no opposite, so it counts as overflow too.
          if leftOverflows || rightOverflows || overflows || difference == .min { isFine = false }
          entries[own + index] = difference
        }
        return isFine
      }
    }
    if !isFine { throw NumberOverflow() }
  }

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
    var (a, b) = (other.magnitude, magnitude)
    // Small numbers are divided much sooner.
    while b > UInt32.max { (a, b) = (b, a % b) }
    guard b != 0 else { return Int(a) }
    var (small, rest) = (UInt32(b), UInt32(a % b))
    while rest != 0 { (small, rest) = (rest, small % rest) }
    return Int(small)
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
