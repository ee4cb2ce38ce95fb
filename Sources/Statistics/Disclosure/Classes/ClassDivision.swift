/// Which classes matter to the statements of an edition, and which sums they are in.
struct ClassDivision {
  struct Class {
    let kind: Int
    let key: Int
  }

  enum Total: Hashable {
    /// A count that the network has.
    case statement(Int)
    case member(Int)

    /// - `classes`: where each class stands among the counts.
    func place(in classes: [Int?]) -> Int? {
      switch self {
      case .statement(let count): count
      case .member(let member): classes[member]
      }
    }
  }

  struct Sum {
    let total: Total
    /// Classes, ascending; of those that are counted together the first alone.
    var parts: [Int]
  }

  private(set) var classes: [Class] = []
  private(set) var sums: [Sum] = []
  /// Classes that always stand side by side are counted together.
  private(set) var groups: [[Int]] = []

  private let kinds: [ClassKind]
  private let axes: [ClassAxis]
  /// By kind and key.
  private var known: [[Int: Int]]
  private var stated: [Int?] = []
  private var waiting: [Int] = []
  private var next = 0
  private var tied: Set<[Int]> = []
  private let finer: [[Refinement]]
  private let coarser: [[Refinement]]
  /// All kinds by fewer dimensions, the ones between too.
  private let above: [[Refinement]]
  /// By kind, the keys of classes of which a part by more dimensions was met.
  private var met: [Set<Int>]
  private let impossible: [ImpossibleClasses]
  /// By kind, the classes by fewer dimensions that are said to be empty.
  private let empty: [[Empty]]

  /// A kind and one by more dimensions.
  private struct Refinement {
    let coarse: Int
    let fine: Int
    /// Where the dimensions of the coarse kind stand in the fine one.
    let places: [Int]
  }

  private struct Empty {
    let kind: Int
    let places: [Int]
    let keys: Set<Int>
  }

  init(
    _ kinds: [ClassKind], _ axes: [ClassAxis], impossible: ImpossibleCodes, empty: [Set<Int>]
  ) {
    self.kinds = kinds
    self.axes = axes
    known = kinds.map { _ in [:] }
    var finer: [[Refinement]] = kinds.map { _ in [] }
    var coarser = finer
    var above = finer
    met = kinds.map { _ in [] }
    for (coarse, kind) in kinds.enumerated() where !kind.isJoint {
      for (fine, other) in kinds.enumerated()
      where kind.axes.count < other.axes.count && kind.isPart(of: other) {
        let step = Refinement(coarse: coarse, fine: fine, places: other.places(of: kind))
        above[fine].append(step)
        let isBetween = kinds.contains { between in
          !between.isJoint && between.axes.count > kind.axes.count
            && between.axes.count < other.axes.count && kind.isPart(of: between)
            && between.isPart(of: other)
        }
        guard !isBetween else { continue }
        finer[coarse].append(step)
        coarser[fine].append(step)
      }
    }
    self.finer = finer
    self.coarser = coarser
    self.above = above
    self.impossible = kinds.map { ImpossibleClasses($0, among: axes, impossible) }
    self.empty = kinds.map { kind in
      kinds.enumerated().filter { !empty[$0.offset].isEmpty && $0.element.isPart(of: kind) }
        .map { Empty(kind: $0.offset, places: kind.places(of: $0.element), keys: empty[$0.offset]) }
    }
  }

  func statedCount(of member: Int) -> Int? { stated[member] }

  /// Some records can be in the class, as far as a reader knows.
  private func isPossible(_ digits: [Int], _ kind: Int) -> Bool {
    !impossible[kind].contains(digits)
      && empty[kind].allSatisfy { empty in
        !empty.keys.contains(kinds[empty.kind].key(empty.places.map { digits[$0] }))
      }
  }

  private mutating func number(of key: Int, _ kind: Int) -> Int {
    if let number = known[kind][key] { return number }
    let number = classes.count
    known[kind][key] = number
    classes.append(Class(kind: kind, key: key))
    stated.append(nil)
    waiting.append(number)
    return number
  }

  /// The classes of those keys in which some records can be; they are told apart from now on.
  @discardableResult
  mutating func meet(_ keys: [Int], _ kind: Int) -> [Int] {
    keys.filter { isPossible(kinds[kind].digits($0), kind) }.map { number(of: $0, kind) }
  }

  /// Classes of which some part by the kind's dimensions is impossible are told apart by them.
  mutating func meetLimited(_ keys: [Int], _ kind: Int, by axis: Int) {
    guard let place = kinds[kind].axes.firstIndex(of: axis) else { return }
    var limited: Set<[Int]> = []
    for key in keys {
      var digits = kinds[kind].digits(key)
      guard impossible[kind].contains(digits) else { continue }
      digits.remove(at: place)
      limited.insert(digits)
    }
    meet(
      keys.filter { key in
        var digits = kinds[kind].digits(key)
        digits.remove(at: place)
        return limited.contains(digits)
      }, kind)
  }

  /// A count of the network is the sum of some classes; false where nobody can be in any of them.
  mutating func state(_ keys: [Int], _ kind: Int, as count: Int) -> Bool {
    let members = meet(keys, kind)
    guard !members.isEmpty else { return false }
    if members.count == 1, stated[members[0]] == nil || stated[members[0]] == count {
      stated[members[0]] = count
    } else {
      sums.append(Sum(total: .statement(count), parts: members.sorted()))
    }
    return true
  }

  /// Ties classes to those by more dimensions until nothing new is met.
  mutating func divide() {
    while next < waiting.count {
      let member = waiting[next]
      next += 1
      let kind = classes[member].kind
      let digits = kinds[kind].digits(classes[member].key)
      for step in above[kind] { met[step.coarse].insert(key(above: digits, step)) }
      for step in coarser[kind] {
        let key = key(above: digits, step)
        if let whole = known[step.coarse][key] {
          tie(whole, step)
        } else if isWithinKnown(key, step.coarse) {
          _ = number(of: key, step.coarse)
        }
      }
      for step in finer[kind] {
        let isMet =
          kinds[step.fine].isJoint
          || parts(of: member, step).contains { part in
            known[step.fine][part] != nil || met[step.fine].contains(part)
          }
        if isMet { tie(member, step) }
      }
    }
    group()
  }

  private func key(above digits: [Int], _ step: Refinement) -> Int {
    kinds[step.coarse].key(step.places.map { digits[$0] })
  }

  /// A class by fewer dimensions that holds it was met; it has to be met itself then, so that no tie is missing
  /// between that one and those by more dimensions.
  private func isWithinKnown(_ key: Int, _ kind: Int) -> Bool {
    let digits = kinds[kind].digits(key)
    return above[kind].contains { known[$0.coarse][self.key(above: digits, $0)] != nil }
  }

  private mutating func tie(_ whole: Int, _ step: Refinement) {
    guard tied.insert([whole, step.fine]).inserted else { return }
    let keys = parts(of: whole, step)
    guard keys.count <= SmallestClasses.mostParts else { return }
    let members = keys.map { number(of: $0, step.fine) }
    sums.append(Sum(total: .member(whole), parts: members.sorted()))
  }

  /// The keys of a class's parts in a finer kind.
  private func parts(of whole: Int, _ step: Refinement) -> [Int] {
    let fine = kinds[step.fine]
    let digits = kinds[step.coarse].digits(classes[whole].key)
    var numbers = fine.axes.map { Array(axes[$0].classes.indices) }
    for (digit, place) in zip(digits, step.places) { numbers[place] = [digit] }
    return ClassKind.combinations(numbers).filter { isPossible($0, step.fine) }
      .map { fine.key($0) }
  }

  /// Puts classes together that no sum tells apart.
  private mutating func group() {
    var uses: [[Int]] = classes.map { _ in [] }
    for (index, sum) in sums.enumerated() {
      for part in sum.parts { uses[part].append(index) }
      if case .member(let whole) = sum.total { uses[whole].append(~index) }
    }
    var places: [[Int]: Int] = [:]
    var leader = Array(classes.indices)
    for member in classes.indices {
      guard stated[member] == nil, !uses[member].isEmpty else {
        groups.append([member])
        continue
      }
      // Classes of different kinds are different sums of persons.
      let key = [classes[member].kind] + uses[member]
      if let place = places[key] {
        leader[member] = groups[place][0]
        groups[place].append(member)
      } else {
        places[key] = groups.count
        groups.append([member])
      }
    }
    for index in sums.indices {
      sums[index].parts = sums[index].parts.filter { leader[$0] == $0 }
    }
  }
}
