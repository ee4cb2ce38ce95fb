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

  /// Each group once, none that contains another, in a stable order.
  private(set) var found: [Group] = []
  /// Some may have been missed.
  private(set) var isIncomplete = false

  /// - `values`: a whole solution; sums that can be computed are the same in each.
  /// - `isCell`: by place, whether it is a count, and no mere difference.
  /// - `known`: changes after which everything published still holds.
  /// - `areApart`: whether nobody may be counted by two of some places.
  init<Number: ExactNumber>(
    component: AttackComponent, reduction: RowReduction<Number>, values: [Int], threshold: Int,
    isCell: (Int) -> Bool, known: [KnownChanges.Change], areApart: @escaping ([Int]) -> Bool
  ) {
    guard threshold > 1 else { return }
    let movements = Movements(reduction, count: component.unknowns.count)
    let alike = AlikeUnknowns(movements, values: values, counts: isCell)
    let isMember = component.unknowns.indices.map { isCell($0) && !movements.isFixed($0) }
    let isOpen = isMember.indices.map { place in
      isMember[place] && (1..<threshold).contains(values[place]) && alike.isFirst(place)
    }
    guard isOpen.contains(true) else { return }
    var changes = KnownChanges(isEmpty: isMember.indices.map { isMember[$0] && values[$0] == 0 })
    for change in known { changes.add(change) }
    for change in movements.changes { changes.add(change) }
    var groups: Set<Group> = []
    var sums = SmallSums(
      component, movements: movements, values: values, threshold: threshold, isOpen: isOpen,
      changes: changes, areApart: areApart)
    sums.forEach { places in
      let sum = places.reduce(0) { $0 + values[$1] }
      guard sum > 0, sum < threshold, areApart(places), movements.cancel(places) else { return }
      groups.insert(Group(places: alike.named(places), sum: sum))
    }
    isIncomplete = sums.isIncomplete
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
