/// Sums of a few hidden cells that can be computed and are small.
///
/// A sum can be computed when the free unknowns of the reduced form cancel in it. Each cell’s movement
/// with them is projected to one number modulo a prime; sums of two, three and four projections that
/// are 0 are looked up by pairs, and each hit is verified in exact numbers. Where every hidden cell
/// holds a person, a group below the threshold has fewer members than that, so that up to a threshold
/// of 5 none is missed. Longer ones are found where an equation states them, where they are what is left
/// of others, and where they bound one of their members (`BoundingSums`).
struct ImpliedGroups {
  struct Group: Hashable {
    /// Ascending.
    let places: [Int]
    let sum: Int
  }

  /// Each group once, none that contains another, in a stable order.
  private(set) var found: [Group] = []

  /// Of more cells only smaller groups are looked for, and what equations state.
  private static let mostForQuadruples = 1_000
  private static let mostForTriples = 2_500
  private static let mostForPairs = 4_000
  /// Of more numbers no dictionary is made; bounding sums are looked for in rounded ones.
  private static let mostInDictionary = 250_000
  private static let mostRoughSteps = 2_000

  /// - `values`: a whole solution; sums that can be computed are the same in each.
  /// - `most`: by place, the largest value met.
  /// - `counts`: whether a place is a hidden cell that matters.
  /// - `isOfPersons`: whether it is one or a count behind several, which a longer sum may hold too.
  /// - `isCell`: whether it is a cell that an equation may state together with others.
  /// - `areApart`: whether nobody may be counted by two of some places.
  init<Number: ExactNumber>(
    component: AttackComponent, reduction: RowReduction<Number>, values: [Int], most: [Int?],
    threshold: Int, counts: (Int) -> Bool, isOfPersons: (Int) -> Bool, isCell: (Int) -> Bool,
    areApart: ([Int]) -> Bool
  ) {
    guard threshold > 1 else { return }
    let movements = Movements(reduction, count: component.unknowns.count)
    let alike = AlikeUnknowns(movements, values: values, counts: counts)
    let open = component.unknowns.indices.filter { place in
      counts(place) && !movements.isFixed(place) && values[place] < threshold
        && alike.isFirst(place)
    }
    var groups: Set<Group> = []
    func consider(_ places: [Int]) {
      let sum = places.reduce(0) { $0 + values[$1] }
      guard sum > 0, sum < threshold, areApart(places), movements.cancel(places) else { return }
      groups.insert(Group(places: alike.named(places), sum: sum))
    }
    if open.count <= ImpliedGroups.mostForPairs {
      movements.forEachCancelling(
        open, values: values, threshold: threshold,
        most: open.count <= ImpliedGroups.mostForQuadruples
          ? 4 : open.count <= ImpliedGroups.mostForTriples ? 3 : 2, consider)
    }
    // What an equation states may have more members, where some of them can be 0.
    let lines = component.equations.compactMap { line -> [Int]? in
      let members = line.terms.filter { !movements.isFixed($0.place) }
      guard !members.isEmpty, members.allSatisfy({ isCell($0.place) }),
        Set(members.map(\.coefficient)).count == 1
      else { return nil }
      return members.map(\.place)
    }
    for line in lines where line.count > 1 { consider(line) }
    var parts: [Int: [[Int]]] = [:]
    for line in component.equations {
      let members = line.terms.filter { !movements.isFixed($0.place) }
      guard members.count > 1, members.allSatisfy({ isCell($0.place) }),
        let total = members.first(where: { term in
          members.count { $0.coefficient == -term.coefficient } == members.count - 1
        })
      else { continue }
      parts[total.place, default: []].append(
        members.map(\.place).filter { $0 != total.place })
    }
    CoveredLines(lines, parts: parts, values: values, threshold: threshold)
      .forEachRest(consider)
    let few = open.filter { values[$0] > 0 }
    func considerLong(_ sum: [Int]) {
      if sum.count > 4, sum.allSatisfy(isOfPersons) { consider(sum) }
    }
    if reduction.size > ImpliedGroups.mostInDictionary {
      let places = component.unknowns.indices
      let vertex = SparseVertex(
        component,
        lower: places.map { movements.isFixed($0) ? values[$0] : component.lower[$0] },
        upper: places.map { movements.isFixed($0) ? values[$0] : component.upper[$0] }, at: values)
      var sums = BoundingSums(
        from: vertex, most: most, threshold: threshold, mostSteps: ImpliedGroups.mostRoughSteps)
      try? sums.forEach(of: few, considerLong)
    } else if var dictionary = try? ExactDictionary(
      reduction, lower: component.lower, upper: component.upper),
      (try? dictionary.reachFeasibility()) == .possible
    {
      // Numbers that grow too large end it; larger ones would take too long.
      var sums = BoundingSums(from: dictionary, most: most, threshold: threshold)
      try? sums.forEach(of: few, considerLong)
    }
    found = groups.sorted { left, right in
      left.places.count != right.places.count
        ? left.places.count < right.places.count
        : left.places.lexicographicallyPrecedes(right.places)
    }
    found = found.enumerated().filter { index, group in
      !found[..<index].contains { Set($0.places).isStrictSubset(of: group.places) }
    }.map(\.element)
  }
}
