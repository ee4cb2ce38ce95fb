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

  /// The numbers of the codes that are merged; none where nothing has to be.
  func members(declared: [String]) -> Set<Int> {
    var members = Set(codes.filter { declared.contains(list.codes[$0].code) })
    if dimension.rest != nil {
      members.formUnion(codes.filter { isUnsafe($0) })
      if unknown.count > 0, policy.isSmall(unknown.count), !isExcepted(["_U"]) {
        members.formUnion([space.empty, space.unrecognised])
      }
    }
    // Nobody is no group that could hide somebody.
    guard !members.isEmpty, policy.showsZeros || sum(of: members).count > 0 else { return [] }
    if restIsExcepted, policy.isSmall(sum(of: members).count),
      !Set(words(of: members)).isSubset(of: declared)
    {
      members.formUnion(absent)
    }
    while !isEnough(members), let next = smallestOutside(members) { members.insert(next) }
    return members
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

  /// A rest of one category would still be that category.
  private func isEnough(_ members: Set<Int>) -> Bool {
    let sum = sum(of: members)
    guard sum.count > 0 else { return true }
    if policy.isSmall(sum.count) {
      return counts(of: members).count > 1 && (restIsExcepted || isExcepted(words(of: members)))
    }
    let occurring = counts(of: members).filter { $0 > 0 }
    return occurring.count > 1 && isOpen(occurring, sum.count)
  }

  /// How many each of some categories counts.
  private func counts(of members: Set<Int>) -> [Int] {
    let listed = members.filter { $0 < space.empty }.map { margin[$0].count }
    return members.contains(space.empty) ? listed + [unknown.count] : listed
  }

  /// Each small category leaves enough values possible, though all readers know that it was too small
  /// to stand by itself: twenty people of five such categories would be four each.
  private func isOpen(_ occurring: [Int], _ sum: Int) -> Bool {
    // A category of nobody would stand in a row of its own where zeros are shown.
    let least = dimension.isOpen || policy.showsZeros ? 1 : 0
    let most = policy.threshold - 1
    // One that is no smaller than that can be anything.
    let isBounded = occurring.allSatisfy { $0 <= most }
    let others = occurring.count - 1
    let upper = min(most, sum - least * others)
    let lower = isBounded ? max(least, sum - most * others) : least
    return upper - lower + 1 >= min(policy.candidates, most - least + 1)
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

  private var unknownKind: Category.Unknown? {
    switch (margin[space.empty].count > 0, margin[space.unrecognised].count > 0) {
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
      uncounted: occurring.map { list.codes[$0] }.filter { !$0.isCounted },
      unknown: members.contains(space.empty) ? unknownKind : nil)
  }
}
