/// Which categories of one dimension are counted together in a table.
///
/// Coarsening comes first: merging small categories into a named rest hides less than suppressing
/// them and their neighbours. Source: A. Hundepool et al., Statistical Disclosure Control (2012),
/// section 4.2.
struct AxisMerging {
  let dimension: Dimension
  let list: CodeList
  /// What was counted, by number of the code space.
  let margin: [Tally]
  /// By code, whether the table counts records that have it.
  let isPossible: [Bool]
  let policy: DisclosurePolicy
  /// Whether some codes together are shown though they are few.
  let isExcepted: ([String]) -> Bool
  /// The rest itself may be small: an exception says so.
  let restIsExcepted: Bool

  private var space: CodeSpace { CodeSpace(list) }

  private var codes: [Int] { list.codes.indices.filter { isPossible[$0] } }

  /// Empty and unrecognised cells, which share one category.
  var unknown: Tally {
    var sum = margin[space.empty]
    sum += margin[space.unrecognised]
    return sum
  }

  /// What a table counts together.
  struct Merged {
    /// The numbers of the codes; none where nothing has to be merged.
    var members: Set<Int> = []
    /// What a reader can tell of the numbers of a member, who knows how rests are made.
    var bounds: [Int: ClosedRange<Int>] = [:]
    /// The rest as it is seen, and how it was made.
    var seen: (reading: RestReading, rest: RestReading.Rest)?
  }

  func merged(declared: [String]) -> Merged {
    let named = Set(codes.filter { declared.contains(list.codes[$0].code) })
    var members = named
    if dimension.rest != nil {
      members.formUnion(codes.filter { isUnsafe($0) })
      if unknown.count > 0, policy.isSmall(unknown.count), !isExcepted(["_U"]) {
        members.formUnion([space.empty, space.unrecognised])
      }
    }
    // Nobody is no group that could hide somebody.
    guard !members.isEmpty, policy.showsZeros || sum(of: members).count > 0 else { return Merged() }
    var least = dimension.isOpen || policy.showsZeros ? 1 : 0
    if restIsExcepted, policy.isSmall(sum(of: members).count),
      !Set(words(of: members)).isSubset(of: declared)
    {
      members.formUnion(absent)
      least = 0
    }
    var told: [Int: Int] = [:]
    // Of an open list somebody belongs to each kind that is counted, those that are declared too.
    if dimension.isOpen { for member in named { told[member] = 1 } }
    if unknown.count > 0 { told[space.empty] = 1 }
    var reading = RestReading(
      candidates: policy.candidates, threshold: policy.threshold, least: least,
      leastOfMember: told, declared: named,
      joinable: Set(codes.filter { !named.contains($0) && !isExcepted([list.codes[$0].code]) }),
      mayBeSmall: { [words, restIsExcepted, isExcepted] in
        restIsExcepted || isExcepted(words(Set($0)))
      })
    while !reading.isEnough(seen(members)), let next = smallestOutside(members) {
      members.insert(next)
    }
    let rest = seen(members)
    var bounds: [Int: ClosedRange<Int>] = [:]
    for (member, range) in zip(rest.members, reading.bounds(in: rest)) {
      let count = count(of: member)
      bounds[member] = range.map { min($0.lowerBound, count)...max($0.upperBound, count) }
    }
    return Merged(members: members, bounds: bounds, seen: (reading, rest))
  }

  /// The rest as a reader sees it; of an open list nobody knows which codes do not occur.
  private func seen(_ members: Set<Int>) -> RestReading.Rest {
    RestReading.Rest(
      members: members.sorted().filter { member in
        member != space.unrecognised && (!dimension.isOpen || count(of: member) > 0)
      }, sum: sum(of: members).count,
      next: smallestOutside(members).map { .init(count: margin[$0].count, code: $0) })
  }

  /// Empty and unrecognised cells are one category.
  private func count(of member: Int) -> Int {
    member == space.empty ? unknown.count : margin[member].count
  }

  /// The categories that do not occur.
  ///
  /// They join a rest that is shown by exception. Whoever knows how rests are made must not find out its
  /// members by which they are: however its persons are divided among those that are not shown by
  /// themselves, it is made of the same ones.
  private var absent: [Int] {
    codes.filter { margin[$0].count == 0 && !list.codes[$0].isMissing }
  }

  func sum(of members: Set<Int>) -> Tally {
    members.reduce(into: Tally()) { $0 += margin[$1] }
  }

  private func isUnsafe(_ code: Int) -> Bool {
    policy.isSmall(margin[code].count) && !isExcepted([list.codes[code].code])
  }

  private func words(of members: Set<Int>) -> [String] {
    members.sorted().filter { $0 < list.codes.count }.map { list.codes[$0].code }
  }

  private func smallestOutside(_ members: Set<Int>) -> Int? {
    codes.filter { !members.contains($0) && margin[$0].count > 0 }
      .sorted { (margin[$0].count, $0) < (margin[$1].count, $1) }
      .first { !isExcepted([list.codes[$0].code]) }
  }

  /// The categories of the axis with the numbers each stands for; the total comes later.
  func categories(merging members: Set<Int>) -> [(category: Category, numbers: [Int])] {
    var categories: [(category: Category, numbers: [Int])] = []
    for index in codes where !members.contains(index) {
      if dimension.isOpen, margin[index].count == 0 { continue }
      categories.append((.code(list.codes[index]), [index]))
    }
    if !members.isEmpty, !dimension.isOpen || sum(of: members).count > 0 {
      categories.append((.rest(rest(of: members)), members.sorted()))
    }
    if !members.contains(space.empty), let kind = unknownKind {
      categories.append((.unknown(kind), [space.empty, space.unrecognised]))
    }
    return categories
  }

  /// Of few nobody is told how many ways there were to be unknown.
  private var unknownKind: Category.Unknown? {
    guard !policy.isSmall(unknown.count) else { return unknown.count > 0 ? .notKnown : nil }
    return switch (margin[space.empty].count > 0, margin[space.unrecognised].count > 0) {
    case (true, true): .both
    case (true, false): .notKnown
    case (false, true): .notRecognised
    case (false, false): nil
    }
  }

  private func rest(of members: Set<Int>) -> Category.Rest {
    let codes = members.sorted().filter { $0 < list.codes.count }
    let occurring = codes.filter { margin[$0].count > 0 }
    let counted = occurring.filter { list.codes[$0].isCounted }
    let isTold =
      !policy.isSmall(sum(of: members).count)
      && (occurring.count == codes.count || dimension.isOpen)
    return Category.Rest(
      // How many there are would tell how few persons are divided among them.
      kinds: isTold ? counted.count : nil,
      namesake: codes.map { list.codes[$0] }.first(where: \.isResidual),
      // Which of a list whose codes readers know occur is not told.
      uncounted: (dimension.isOpen ? occurring : codes).map { list.codes[$0] }
        .filter { !$0.isCounted },
      unknown: members.contains(space.empty) ? unknownKind : nil)
  }
}
