/// Small sums that can be computed, of any length.
///
/// Such a sum has few members that count somebody, and any number of others. Where counts can change so that
/// the first rise by more than all others together fall, one that falls is missing among them; so the
/// search goes from change to change until too many are counted, or until nothing raises them. Then the
/// others are looked for (`SumProof`). Every change is one in exact numbers, so that of each sum the members
/// that count somebody, or some of them that are a sum already, are found, unless the search says that it
/// is incomplete. A sum that was told on purpose is none that ends the search: with others, its members may be
/// one that was not.
struct SmallSums {
  private let values: [Int]
  private let threshold: Int
  /// By place, whether it may be one of those that count somebody.
  private var isOpen: [Bool]
  private let component: AttackComponent
  private let movements: Movements
  private let areApart: ([Int]) -> Bool
  private let isTold: ([Int]) -> Bool
  private var changes: KnownChanges
  private var proof: SumProof
  /// Nil while the search is short.
  private var ceiling: SumCeiling?
  /// What may be a member so far and was not raised yet.
  private var unraised: [Int]
  /// By number of the changes, how much each raises the members so far beyond its losses.
  private var gains: [Int]
  /// How many entries of changes were looked at.
  private var work = 0
  /// Some were given up.
  private(set) var isIncomplete = false

  private let limits: Limits

  struct Limits {
    /// After so much work it is worth finding out what cannot be a member.
    var patience = 5_000_000
    var mostWork = 1_000_000_000
  }

  init(
    _ component: AttackComponent, movements: Movements, values: [Int], threshold: Int,
    isOpen: [Bool], changes: KnownChanges, limits: Limits, areApart: @escaping ([Int]) -> Bool,
    isTold: @escaping ([Int]) -> Bool
  ) {
    self.isTold = isTold
    self.values = values
    self.threshold = threshold
    self.isOpen = isOpen
    self.component = component
    self.movements = movements
    self.areApart = areApart
    self.changes = changes
    self.limits = limits
    proof = SumProof(
      component, isFixed: component.unknowns.indices.map(movements.isFixed),
      countsNobody: changes.countsNobody)
    gains = changes.losses.map { -$0 }
    unraised = isOpen.indices.filter { isOpen[$0] }
  }

  /// Calls `body` with the members of sums, ascending.
  mutating func forEach(_ body: ([Int]) -> Void) {
    for first in isOpen.indices where isOpen[first] {
      var met: Set<[Int]> = []
      visit([first], &met, body)
    }
  }

  private mutating func visit(
    _ members: [Int], _ met: inout Set<[Int]>, _ body: ([Int]) -> Void
  ) {
    guard let last = members.last, areApart(members) else { return }
    if members.count > 2, !met.insert(members.sorted()).inserted { return }
    guard work < limits.mostWork else {
      isIncomplete = true
      return
    }
    narrow()
    if let ceiling, ceiling.isExceeded(by: members) { return }
    for use in changes.ofPlace[last] { gains[use.number] += use.change }
    let countBefore = changes.all.count
    for place in next(members, body) { visit(members + [place], &met, body) }
    for use in changes.ofPlace[last] where use.number < countBefore {
      gains[use.number] -= use.change
    }
    for number in countBefore..<changes.all.count {
      gains[number] = changes.gain(of: number, for: members.dropLast())
    }
  }

  /// Where the search is long, what cannot be a member is looked for as long.
  private mutating func narrow() {
    guard work >= limits.patience, !unraised.isEmpty else { return }
    var ceiling =
      self.ceiling
      ?? SumCeiling(
        component, isFixed: component.unknowns.indices.map(movements.isFixed), at: values,
        most: threshold - 1)
    // The copy would make every change expensive.
    self.ceiling = nil
    while ceiling.effort <= work, let place = unraised.popLast() {
      ceiling.raise(place)
      if ceiling.isExceeded(by: [place]) { isOpen[place] = false }
    }
    self.ceiling = ceiling
  }

  /// With which others members may be some of a sum; none where they are all of it.
  private mutating func next(_ members: [Int], _ body: ([Int]) -> Void) -> [Int] {
    // Counts of nobody of which somebody might be counted by one and by a member too.
    var beside: [Int] = []
    while true {
      if let next = fewestNext(members) { return next }
      if movements.cancel(members) {
        body(members.sorted())
        return isTold(members) ? others(members) : []
      }
      switch proof.look(members, without: beside) {
      case .change(let change):
        let before = changes.all.count
        changes.add(change)
        for number in before..<changes.all.count {
          gains.append(changes.gain(of: number, for: members))
        }
      case .sum(let sum) where movements.cancel(sum) && areApart(sum):
        body(sum)
        return isTold(sum) ? others(members) : []
      case .sum(let sum) where movements.cancel(sum) && beside.isEmpty:
        beside = isOpen.indices.filter { changes.countsNobody[$0] && !areApart(members + [$0]) }
        if !beside.isEmpty { continue }
        isIncomplete = true
        return []
      case .none: return others(members)
      case .sum, .unknown:
        isIncomplete = true
        return []
      }
    }
  }

  private func others(_ members: [Int]) -> [Int] {
    let most = room(members)
    return isOpen.indices.filter { isNext($0, members, most) }
  }

  /// How many persons others may count.
  private func room(_ members: [Int]) -> Int {
    threshold - 1 - members.reduce(0) { $0 + values[$1] }
  }

  /// Whatever comes before the first member was looked at with all others.
  private func isNext(_ place: Int, _ members: [Int], _ most: Int) -> Bool {
    isOpen[place] && place > members[0] && values[place] <= most && !members.contains(place)
  }

  /// Of which places one is missing, by the change that leaves fewest; nil when none raises the members.
  private mutating func fewestNext(_ members: [Int]) -> [Int]? {
    let most = room(members)
    var fewest: [Int]?
    for member in members {
      work += changes.ofPlace[member].count
      for use in changes.ofPlace[member] where gains[use.number] > 0 {
        work += changes.all[use.number].count
        let next = changes.all[use.number]
          .filter { $0.change < 0 && isNext($0.place, members, most) }.map(\.place)
        if next.count < fewest?.count ?? .max { fewest = next }
        if fewest?.isEmpty == true { return fewest }
      }
    }
    return fewest
  }
}
