/// Small sums that can be computed, of any length.
///
/// Such a sum has few members that count somebody, and any number of others. Where counts can change so that
/// the first rise by more than all others together fall, one that falls is missing among them; so the
/// search goes from change to change until too many are counted, or until nothing raises them. Then the
/// others are looked for (`SumProof`). Every change is one in exact numbers, so that nothing is missed
/// unless the search says that it is incomplete.
struct SmallSums {
  private let values: [Int]
  private let threshold: Int
  /// By place, whether it may be one of those that count somebody.
  private let isOpen: [Bool]
  private let movements: Movements
  private let areApart: ([Int]) -> Bool
  private var changes: KnownChanges
  private var proof: SumProof
  /// By number of the changes, how much each raises the members so far beyond its losses.
  private var gains: [Int]
  private var visits = 0
  /// Some were given up.
  private(set) var isIncomplete = false

  private static let mostVisits = 2_000_000

  init(
    _ component: AttackComponent, movements: Movements, values: [Int], threshold: Int,
    isOpen: [Bool], changes: KnownChanges, areApart: @escaping ([Int]) -> Bool
  ) {
    self.values = values
    self.threshold = threshold
    self.isOpen = isOpen
    self.movements = movements
    self.areApart = areApart
    self.changes = changes
    proof = SumProof(
      component, isFixed: component.unknowns.indices.map(movements.isFixed),
      isEmpty: changes.isEmpty)
    gains = changes.losses.map { -$0 }
  }

  /// Calls `body` with the members of sums, ascending.
  mutating func forEach(_ body: ([Int]) -> Void) {
    for first in isOpen.indices where isOpen[first] {
      var met: Set<[Int]> = []
      visit([first], &met, body)
    }
  }

  /// Whatever comes before the first member was looked at with all others.
  private mutating func visit(
    _ members: [Int], _ met: inout Set<[Int]>, _ body: ([Int]) -> Void
  ) {
    guard let last = members.last, areApart(members) else { return }
    if members.count > 2, !met.insert(members.sorted()).inserted { return }
    visits += 1
    guard visits < SmallSums.mostVisits else {
      isIncomplete = true
      return
    }
    for use in changes.ofPlace[last] { gains[use.number] += use.change }
    let known = changes.all.count
    for place in next(members, body) { visit(members + [place], &met, body) }
    for use in changes.ofPlace[last] where use.number < known { gains[use.number] -= use.change }
    for number in known..<changes.all.count {
      gains[number] = changes.gain(of: number, for: members.dropLast())
    }
  }

  /// With which others members may be some of a sum; none where they are all of it.
  private mutating func next(_ members: [Int], _ body: ([Int]) -> Void) -> [Int] {
    while true {
      if let next = fewestNext(members) { return next }
      if movements.cancel(members) {
        body(members.sorted())
        return []
      }
      switch proof.look(members) {
      case .change(let change):
        let before = changes.all.count
        changes.add(change)
        for number in before..<changes.all.count {
          gains.append(changes.gain(of: number, for: members))
        }
      case .sum(let sum) where movements.cancel(sum):
        body(sum)
        return []
      case .none: return others(members)
      case .sum, .unknown:
        isIncomplete = true
        return others(members)
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

  private func isNext(_ place: Int, _ members: [Int], _ most: Int) -> Bool {
    isOpen[place] && place > members[0] && values[place] <= most && !members.contains(place)
  }

  /// Of which places one is missing, by the change that leaves fewest; nil when none raises the members.
  private func fewestNext(_ members: [Int]) -> [Int]? {
    let most = room(members)
    var fewest: [Int]?
    for member in members {
      for use in changes.ofPlace[member] where gains[use.number] > 0 {
        let next = changes.all[use.number].lazy
          .filter { $0.change < 0 && isNext($0.place, members, most) }.map(\.place)
        if fewest.map({ next.prefix($0.count).count < $0.count }) ?? true { fewest = Array(next) }
        if fewest?.isEmpty == true { return fewest }
      }
    }
    return fewest
  }
}
