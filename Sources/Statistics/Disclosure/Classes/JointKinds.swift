/// Which dimensions have to be looked at together, though no statement counts by all of them.
///
/// Tables by A and B, by A and C and by B and C leave less open than each alone: behind them stands
/// one table of A, B and C whose counts are not negative. Where tables hang together like a tree,
/// what fits each of them fits all (C. Beeri, R. Fagin, D. Maier, M. Yannakakis, On the desirability
/// of acyclic database schemes, JACM 30, 1983, sections 3 and 6); only circles need the table behind
/// them. Ears are removed as long as there are some; what is left is a circle.
struct JointKinds {
  /// More tell little and cost much.
  private static let mostClasses = 1_500

  private(set) var kinds: [ClassKind] = []

  init(behind stated: [ClassKind], _ axes: [ClassAxis]) {
    let core = JointKinds.core(of: stated.map { Set($0.axes) })
    let all = core.reduce(into: Set<Int>()) { $0.formUnion($1) }.sorted()
    guard core.count > 2 else { return }
    if let whole = ClassKind(all, among: axes, isJoint: true, most: JointKinds.mostClasses) {
      kinds = [whole]
      return
    }
    // What all of them share goes with each circle.
    let shared = core.dropFirst().reduce(core[0]) { $0.intersection($1) }
    let open = all.filter { !shared.contains($0) }
    func isTogether(_ axes: Set<Int>) -> Bool { core.contains { axes.isSubset(of: $0) } }
    var circles: [ClassKind] = []
    for (place, first) in open.enumerated() {
      for (between, second) in open.enumerated().dropFirst(place + 1)
      where isTogether([first, second]) {
        for third in open[(between + 1)...] {
          guard isTogether([first, third]), isTogether([second, third]),
            !isTogether([first, second, third]),
            let kind = ClassKind(
              (shared.union([first, second, third])).sorted(), among: axes, isJoint: true,
              most: JointKinds.mostClasses)
          else { continue }
          circles.append(kind)
        }
      }
    }
    // The smallest first, as long as they are not too many together.
    var left = JointKinds.mostClasses
    let ordered = circles.enumerated().sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }
    for (_, kind) in ordered where kind.count <= left {
      left -= kind.count
      kinds.append(kind)
    }
  }

  private static func core(of sets: [Set<Int>]) -> [Set<Int>] {
    var sets = sets
    while true {
      var uses: [Int: Int] = [:]
      for axis in sets.joined() { uses[axis, default: 0] += 1 }
      let trimmed = sets.map { set in set.filter { uses[$0, default: 0] > 1 } }
      var kept: [Set<Int>] = []
      for (place, set) in trimmed.enumerated() {
        let isCovered = trimmed.enumerated().contains { other, larger in
          other != place && set.isSubset(of: larger) && (set != larger || other < place)
        }
        if !isCovered { kept.append(set) }
      }
      if kept.count == sets.count, kept == sets { return kept }
      sets = kept
    }
  }
}
