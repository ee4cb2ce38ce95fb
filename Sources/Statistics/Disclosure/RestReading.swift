/// What a reader who knows how rests are made can tell of one: which numbers its categories may have.
///
/// That a category was merged, and that another joined it, tells of both. A rest is enough where each of its
/// categories may have several numbers with which the same rest would have come about. Whether it is depends on
/// nothing but what is seen: the categories, their sum, and the smallest in a row of its own. So the
/// answer itself tells nothing more.
///
/// Source: R. C.-W. Wong, A. W.-C. Fu, K. Wang and J. Pei, Minimality attack in privacy preserving data
/// publishing (VLDB 2007).
struct RestReading {
  /// How many numbers have to stay possible for each category.
  let candidates: Int
  /// A category of fewer persons is merged.
  let threshold: Int
  /// What a small category has at least.
  let least: Int
  /// The same of those of which more is told.
  let leastOfMember: [Int: Int]
  /// Merged whatever their numbers are.
  let declared: Set<Int>
  /// Those that may join as the smallest in a row of its own.
  let joinable: Set<Int>
  /// Whether some categories may be a rest that is small.
  let mayBeSmall: ([Int]) -> Bool

  private var answers: [Rest: Bool] = [:]

  init(
    candidates: Int, threshold: Int, least: Int, leastOfMember: [Int: Int] = [:],
    declared: Set<Int>, joinable: Set<Int>,
    mayBeSmall: @escaping ([Int]) -> Bool
  ) {
    self.candidates = candidates
    self.threshold = threshold
    self.least = least
    self.leastOfMember = leastOfMember
    self.declared = declared
    self.joinable = joinable
    self.mayBeSmall = mayBeSmall
  }

  /// A rest as it is seen.
  struct Rest: Hashable {
    /// In ascending order.
    let members: [Int]
    let sum: Int
    /// The smallest category in a row of its own that could join next.
    let next: Category?
  }

  /// In the order in which categories join.
  struct Category: Hashable, Comparable {
    let count: Int
    let code: Int

    static func < (one: Category, other: Category) -> Bool {
      (one.count, one.code) < (other.count, other.code)
    }
  }

  /// No other category has to join.
  mutating func isEnough(_ rest: Rest) -> Bool {
    // Nobody is no group that others join.
    guard rest.sum > 0 else { return true }
    guard rest.members.count > 1 else { return false }
    guard rest.sum >= threshold else { return mayBeSmall(rest.members) }
    if let known = answers[rest] { return known }
    let fewest = min(candidates, threshold - least)
    let found = numbers(in: rest) { $0.allSatisfy { $0.count >= fewest } }
    let isEnough = found.allSatisfy { $0.count >= fewest }
    answers[rest] = isEnough
    return isEnough
  }

  /// The least and the largest number of each category, in the order of the members.
  mutating func bounds(in rest: Rest) -> [ClosedRange<Int>?] {
    numbers(in: rest) { _ in false }.map(\.bounds)
  }

  /// Numbers that each category may have, in the order of the members, where others tell that they lie in some ranges.
  ///
  /// Of long ranges the ends are named and what is next to them. Nil where there are too many ways in which the rest
  /// can have come about.
  mutating func numbers(
    in rest: Rest, within ranges: [ClosedRange<Int>]
  ) -> [Set<Int>]? {
    var steps = RestReading.mostSteps
    let ranges = Dictionary(zip(rest.members, ranges)) { first, _ in first }
    let found = numbers(in: rest, ranges, &steps)
    return steps > 0 ? found : nil
  }

  private static let mostSteps = 5_000

  private mutating func numbers(
    in rest: Rest, _ ranges: [Int: ClosedRange<Int>], _ steps: inout Int
  ) -> [Set<Int>] {
    var found = rest.members.map { _ in Set<Int>() }
    insert(rest.members, rest.sum, ranges, into: &found, at: Array(found.indices))
    for (place, code) in rest.members.enumerated() where joinable.contains(code) {
      let others = rest.members.filter { $0 != code }
      guard !others.isEmpty else { continue }
      let lows = others.map { max(least(of: $0), ranges[$0]?.lowerBound ?? 0) }
      let range = ranges[code] ?? 0...rest.sum
      let highest = min(
        range.upperBound, rest.sum - lows.reduce(0, +), rest.next?.count ?? rest.sum)
      let othersMost = others.reduce(0) { $0 + (ranges[$1]?.upperBound ?? rest.sum) }
      let lowest = max(threshold, range.lowerBound, rest.sum - othersMost)
      for count in stride(from: highest, through: lowest, by: -1) where steps > 0 {
        steps -= 1
        let joining = Category(count: count, code: code)
        let before = Rest(members: others, sum: rest.sum - count, next: joining)
        guard rest.next.map({ joining < $0 }) ?? true, !isEnough(before) else { continue }
        let possible = numbers(in: before, ranges, &steps)
        guard !possible.contains(where: \.isEmpty) else { continue }
        found[place].insert(count)
        for (other, numbers) in zip(others, possible) {
          if let place = rest.members.firstIndex(of: other) { found[place].formUnion(numbers) }
        }
      }
    }
    return found
  }

  /// Numbers of each category with which the rest would be the same: where nobody had to join, and where one had to.
  ///
  /// The ends of a long range are named and what is next to them. With several that joined there may be more.
  private mutating func numbers(
    in rest: Rest, until isDone: ([Set<Int>]) -> Bool
  ) -> [Set<Int>] {
    var found = rest.members.map { _ in Set<Int>() }
    insert(rest.members, rest.sum, [:], into: &found, at: Array(found.indices))
    for (place, code) in rest.members.enumerated() where joinable.contains(code) {
      if isDone(found) { return found }
      let others = rest.members.filter { $0 != code }
      let least = max(threshold, most(of: others).map { rest.sum - $0 } ?? threshold)
      var count = min(rest.sum - self.least(of: others), rest.next?.count ?? rest.sum)
      while count >= least {
        defer { count -= 1 }
        let joining = Category(count: count, code: code)
        let before = Rest(members: others, sum: rest.sum - count, next: joining)
        guard !others.isEmpty, rest.next.map({ joining < $0 }) ?? true,
          !isEnough(before)
        else { continue }
        found[place].insert(count)
        insert(others, before.sum, [:], into: &found, at: found.indices.filter { $0 != place })
        if isDone(found) { return found }
      }
    }
    return found
  }

  private func least(of members: [Int]) -> Int { members.reduce(0) { $0 + least(of: $1) } }

  private func least(of member: Int) -> Int {
    leastOfMember[member] ?? (declared.contains(member) ? 0 : least)
  }

  private func most(of members: [Int]) -> Int? {
    members.contains(where: declared.contains) ? nil : members.count * (threshold - 1)
  }

  /// The numbers of categories that are all small or declared.
  private func insert(
    _ members: [Int], _ sum: Int, _ ranges: [Int: ClosedRange<Int>], into found: inout [Set<Int>],
    at places: [Int]
  ) {
    let lows = members.map { max(least(of: $0), ranges[$0]?.lowerBound ?? 0) }
    let highs = members.map { member in
      min(declared.contains(member) ? sum : threshold - 1, ranges[member]?.upperBound ?? sum)
    }
    let (lowest, highest) = (lows.reduce(0, +), highs.reduce(0, +))
    guard zip(lows, highs).allSatisfy({ $0 <= $1 }), lowest <= sum, sum <= highest else {
      return
    }
    for (index, place) in places.enumerated() {
      let lower = max(lows[index], sum - highest + highs[index])
      let upper = min(highs[index], sum - lowest + lows[index])
      guard lower <= upper else { continue }
      found[place].formUnion(lower...min(upper, lower + threshold))
      found[place].insert(upper)
    }
  }
}

extension Set<Int> {
  /// From the least to the largest; nil where there is none.
  var bounds: ClosedRange<Int>? {
    self.min().flatMap { least in self.max().map { least...$0 } }
  }
}
