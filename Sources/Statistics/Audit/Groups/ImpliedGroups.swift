/// Sums of hidden cells that can be computed and are small.
///
/// A sum can be computed when the free unknowns of the reduced form cancel in it. Any number of its members
/// may be counts of nobody (`SmallSums`); each sum that is found is verified in exact numbers.
struct ImpliedGroups {
  struct Group: Hashable {
    /// Ascending.
    let places: [Int]
    let sum: Int
  }

  /// Each group once, none that contains another, in a stable order; of several whose members that count
  /// somebody are the same, those that an equation states, or one.
  private(set) var found: [Group] = []
  /// Some may have been missed.
  private(set) var isIncomplete = false

  /// - `values`: a whole solution; sums that can be computed are the same in each.
  /// - `met`: by place, the most that it is in a whole solution that is known.
  /// - `isCell`: whether a place is a count of persons.
  /// - `isPreferred`: whether it is named rather than another that is the same.
  /// - `moment`: when it counts.
  /// - `told`: sums of places that are shown by exception.
  init<Number: ExactNumber>(
    component: AttackComponent, reduction: RowReduction<Number>, values: [Int], met: [Int?],
    threshold: Int, isCell: (Int) -> Bool, isPreferred: (Int) -> Bool,
    moment: @escaping (Int) -> Moment?, told: [[Int]],
    limits: SmallSums.Limits
  ) {
    guard threshold > 1 else { return }
    let movements = Movements(reduction, count: component.unknowns.count)
    let alike = AlikeUnknowns(
      movements, values: values, isPreferred: { isCell($0) && isPreferred($0) }, moment: moment)
    // What is large in one solution is no member of a sum that is small in all.
    let isMember = component.unknowns.indices.map { place in
      isCell(place) && !movements.isFixed(place) && component.lower[place] >= 0
        && met[place].map { $0 < threshold } ?? true
    }
    let isOpen = isMember.indices.map { place in
      isMember[place] && (1..<threshold).contains(values[place])
        && alike.isAmongFirst(threshold - 1, place)
    }
    guard isOpen.contains(true) else { return }
    var changes = KnownChanges(
      countsNobody: isMember.indices.map { isMember[$0] && values[$0] == 0 })
    for change in movements.changes { changes.add(change) }
    func areApart(_ places: [Int]) -> Bool { Set(places.compactMap(moment)).areOfOthers }
    var groups: Set<Group> = []
    var sums = SmallSums(
      component, movements: movements, values: values, threshold: threshold, isOpen: isOpen,
      changes: changes, limits: limits, areApart: areApart,
      isTold: { sum in told.contains { movements.cancel(sum, minus: $0) } })
    func add(_ places: [Int]) {
      groups.insert(
        Group(places: alike.named(places), sum: places.reduce(0) { $0 + values[$1] }))
    }
    sums.forEach(add)
    for equation in component.equations {
      let terms = equation.terms.filter { !movements.isFixed($0.place) }
      let places = terms.map(\.place)
      guard places.allSatisfy({ isMember[$0] }), Set(terms.map(\.coefficient)).count == 1,
        (1..<threshold).contains(places.reduce(0) { $0 + values[$1] }), areApart(places)
      else { continue }
      add(places)
    }
    isIncomplete = sums.isIncomplete
    if isIncomplete {
      let few = isMember.indices.filter { isMember[$0] && alike.isAmongFirst(threshold - 1, $0) }
      ShortSums(few, movements: movements, values: values, threshold: threshold).all
        .filter(areApart).forEach(add)
    }
    found = groups.sorted { left, right in
      left.places.count != right.places.count
        ? left.places.count < right.places.count
        : left.places.lexicographicallyPrecedes(right.places)
    }
    let members = found.map { Set($0.places) }
    found = found.indices.filter { index in
      !members[..<index].contains { $0.isStrictSubset(of: members[index]) }
    }.map { found[$0] }
  }
}
