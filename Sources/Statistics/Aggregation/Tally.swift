/// How many records, and which: the same records have the same print in every table.
///
/// The print is the sum of a mixed number for each record, so that prints of parts add up to that of
/// the whole. Two different sets share a print with a chance of one in 2^64.
struct Tally: Sendable, Hashable {
  var count = 0
  var print: UInt64 = 0

  static func += (left: inout Tally, right: Tally) {
    left.count += right.count
    left.print &+= right.print
  }

  static func - (left: Tally, right: Tally) -> Tally {
    Tally(count: left.count - right.count, print: left.print &- right.print)
  }
}

/// A well mixed number for one record of one set.
///
/// Source: S. Vigna, splitmix64 (public domain), after G. L. Steele, D. Lea, C. H. Flood, Fast
/// splittable pseudorandom number generators, OOPSLA 2014.
@inline(__always)
func recordPrint(row: Int, seed: UInt64) -> UInt64 {
  var mixed = seed &+ UInt64(truncatingIfNeeded: row + 1) &* 0x9E37_79B9_7F4A_7C15
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return mixed ^ (mixed >> 31)
}
