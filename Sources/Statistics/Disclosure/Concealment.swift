/// What of an edition is hidden, and what an attacker made of it.
struct Concealment {
  let network: FactNetwork
  /// By index of the network's counts.
  private(set) var isHidden: [Bool]
  /// What leaks all the same; empty when the edition may be published.
  private(set) var leaks: [AttackResult.Leak] = []
  private(set) var contradictions: [String] = []
  /// Figures of which nothing is shown, because they could not be protected.
  private(set) var withdrawn: Set<String> = []
  /// Hidden with such a figure, for no reason of their own.
  private var isIdle: [Bool]
  let policy: DisclosurePolicy
  /// Prints of the sets that are shown though they are small.
  let excepted: Set<UInt64>
  private let exceptedRegions: [Region]
  private let others: RelationsToOthers

  /// Repairs after an audit; more would mean that hiding and attack disagree.
  private static let mostRepairs = 16

  init(
    _ network: FactNetwork, policy: DisclosurePolicy, excepted: Set<UInt64>,
    exceptedRegions: [Region], others: RelationsToOthers,
    isAccepted: (AttackResult.Leak, AuditModel) -> Bool
  ) {
    self.network = network
    self.policy = policy
    self.excepted = excepted
    self.exceptedRegions = exceptedRegions
    self.others = others
    isHidden = Array(repeating: false, count: network.counts.count)
    isIdle = isHidden
    hide(isAccepted)
    for leak in leaks { hideFigures(with: leak) }
  }

  private mutating func hide(_ isAccepted: (AttackResult.Leak, AuditModel) -> Bool) {
    let counts = network.counts
    let goal = HidingGoal(candidates: policy.candidates, smallestGroup: policy.threshold)
    var pattern: [Bool] = []
    if counts.contains(where: \.isJoint) {
      // Cells behind several tables seldom tell anything, and searching with them takes long: a good
      // pattern is looked for without them first.
      let nodes = CountNodes(linked(withJoint: false))
      var hiding = CellHiding(nodes, goal: goal)
      hiding.run(rounds: CellHiding.rounds(for: nodes))
      pattern = counts.indices.map { count in
        nodes.node[count].map { hiding.pool.isHidden[$0] } ?? false
      }
    }
    let nodes = CountNodes(linked(withJoint: true))
    var possibilities = Possibilities(nodes)
    var hiding = CellHiding(nodes, goal: goal, pattern: pattern)
    hiding.run(rounds: CellHiding.rounds(for: nodes) / (pattern.isEmpty ? 1 : 4))
    var taken = 0
    for repair in 0...Concealment.mostRepairs {
      for index in counts.indices {
        isHidden[index] =
          counts[index].isPrinted && (nodes.node[index].map { hiding.pool.isHidden[$0] } ?? false)
      }
      let model = auditModel
      possibilities.add(hiding.pool.moves[taken...])
      taken = hiding.pool.moves.count
      possibilities.search(isHidden: isHidden, goal: goal)
      let result = model.attacked(
        candidates: policy.candidates, threshold: policy.threshold, depth: .verdict,
        knowing: possibilities.solutions(values: counts.map(\.tally.count)))
      contradictions = result.contradictions
      leaks = result.leaks.filter { !isExcused($0) && !isAccepted($0, model) }
      guard repair < Concealment.mostRepairs, mend(model, with: &hiding, nodes) else { break }
    }
  }

  private func linked(withJoint: Bool) -> LinkedCounts {
    let counts = network.counts
    return LinkedCounts(
      counts: counts.map { count in
        .init(
          value: count.tally.count, known: count.known, most: count.most,
          standing: !withJoint && count.isJoint ? .fixed : standing(of: count))
      },
      sums: network.sums.filter { sum in
        withJoint || !sum.parts.contains { counts[$0].isJoint }
      }.map { .init(total: $0.total, parts: $0.parts) })
  }

  /// Hides more where something leaks; false when nothing can be done.
  ///
  /// What is hidden for the sake of others and can be computed all the same is shown: it hides
  /// nothing. What could not be protected from the start is left to the whole table.
  private func mend(
    _ model: AuditModel, with hiding: inout CellHiding, _ nodes: CountNodes
  ) -> Bool {
    let idle = leaks.filter { leak in
      leak.kind == .exact && model.cells[leak.cells[0]].role == .secondary
        && leak.cells[0] < network.counts.count && network.counts[leak.cells[0]].earlier == nil
    }
    if !idle.isEmpty {
      for leak in idle {
        if let node = nodes.node[leak.cells[0]] { hiding.reveal(node) }
      }
      return true
    }
    for leak in leaks {
      let isHopeless =
        leak.kind != .implied
        && leak.cells.contains { cell in
          cell < network.counts.count
            && nodes.node[cell].map { hiding.unprotected.contains($0) } ?? false
        }
      guard !isHopeless,
        let next = nextToHide(for: leak, in: model, nodes, except: hiding.isRevealed)
      else { continue }
      hiding.force(next)
      return true
    }
    return false
  }

  /// Where protection cannot be completed nothing of the table is shown.
  private mutating func hideFigures(with leak: AttackResult.Leak) {
    withdrawn.formUnion(
      network.places.filter { leak.cells.contains($0.count) }.compactMap(\.figure))
    let kept = Set(
      network.places.filter { place in
        !place.isMerged && place.figure.map { !withdrawn.contains($0) } ?? true
      }.map(\.count))
    for place in network.places where place.figure.map(withdrawn.contains) == true {
      guard network.counts[place.count].isPrinted, !kept.contains(place.count) else { continue }
      isHidden[place.count] = true
      isIdle[place.count] = true
    }
  }

  private func standing(of count: FactNetwork.Count) -> LinkedCounts.Standing {
    let isProtected = isProtected(count)
    if case .published = count.earlier { return .fixed }
    if count.isToldEmpty { return count.isPrinted ? .hidden : .fixed }
    guard count.isPrinted else { return isProtected ? .unprintedPrimary : .unprinted }
    if isExcepted(count.tally) { return .fixed }
    if isProtected { return .primary }
    return count.earlier == .hidden || count.isGivenAway ? .hidden : .printed(weight: count.weight)
  }

  /// Nobody may find it out, unless it is shown by exception.
  private func isProtected(_ count: FactNetwork.Count) -> Bool {
    guard policy.isSmall(count.tally.count), isPersonal(count), !count.isJoint, !count.isToldEmpty,
      !count.isGivenAway
    else { return false }
    // A class that is printed nowhere is a group of persons only where there are some.
    return count.isPrinted || count.tally.count > 0 && !isWithinException(count)
  }

  func isExcepted(_ tally: Tally) -> Bool { tally.count > 0 && excepted.contains(tally.print) }

  /// It tells a property of persons.
  private func isPersonal(_ count: FactNetwork.Count) -> Bool {
    guard let personal = policy.personal, let region = count.region else { return true }
    return region.codes.keys.contains(where: personal.contains)
  }

  /// What lies within a cell that is shown by exception is given away with it.
  private func isWithinException(_ count: FactNetwork.Count) -> Bool {
    guard !isExcepted(count.tally) else { return true }
    guard let region = count.region else { return false }
    return exceptedRegions.contains { region.isWithin($0) }
  }

  /// The persons whose number can be computed are those of an exception.
  func isExcused(_ leak: AttackResult.Leak) -> Bool {
    guard leak.kind == .implied, leak.cells.allSatisfy({ $0 < network.counts.count }) else {
      return false
    }
    return isExcepted(leak.cells.reduce(into: Tally()) { $0 += network.counts[$1].tally })
  }

  /// What is public of the edition, for an attacker: no true count of a hidden cell is in it.
  var auditModel: AuditModel {
    var model = AuditModel()
    for (index, count) in network.counts.enumerated() {
      var value = count.isPrinted && !isHidden[index] ? count.tally.count : nil
      if case .published(let before) = count.earlier { value = before }
      model.cells.append(
        .init(
          id: count.name, value: value, lower: count.known, upper: count.most,
          role: role(of: count, isIdle: isIdle[index]),
          isExcepted: value != nil && isExcepted(count.tally),
          wasPublished: count.isSmallBefore(policy)))
    }
    model.sums = network.sums.map { .init(total: $0.total, parts: $0.parts, note: $0.note) }
    others.add(to: &model, network)
    return model
  }

  private func role(of count: FactNetwork.Count, isIdle: Bool) -> AuditModel.Role {
    if count.isJoint { return .joint }
    if isProtected(count) { return .protected }
    if isIdle || count.isToldEmpty { return .derived }
    return count.isPrinted || count.earlier == .hidden ? .secondary : .derived
  }

  /// The lightest shown count in a line with what leaks.
  private func nextToHide(
    for leak: AttackResult.Leak, in model: AuditModel, _ nodes: CountNodes,
    except revealed: [Bool]
  ) -> Int? {
    var candidates: Set<Int> = []
    for sum in network.sums {
      let line = sum.parts + [sum.total]
      guard line.contains(where: leak.cells.contains) else { continue }
      for index in line where network.counts[index].isPrinted && !isHidden[index] {
        guard case .printed = standing(of: network.counts[index]) else { continue }
        candidates.insert(index)
      }
    }
    for step in model.derivation(of: leak).steps {
      guard let index = network.counts.firstIndex(where: { $0.name == step.cell }),
        network.counts[index].isPrinted, !isHidden[index],
        case .printed = standing(of: network.counts[index])
      else { continue }
      candidates.insert(index)
    }
    let open = candidates.filter { index in nodes.node[index].map { !revealed[$0] } ?? false }
    let lightest = open.min { left, right in
      let (a, b) = (network.counts[left], network.counts[right])
      return (a.weight, left) < (b.weight, right)
    }
    return lightest.flatMap { nodes.node[$0] }
  }
}

extension CellHiding {
  /// Fewer rounds of improvement for larger editions.
  static func rounds(for nodes: CountNodes) -> Int {
    let size = nodes.nodes.count * nodes.lines.count
    return size == 0 ? 0 : min(200, 64_000_000 / size)
  }
}

extension FactNetwork.Count {
  /// An earlier edition printed it though it is small.
  fileprivate func isSmallBefore(_ policy: DisclosurePolicy) -> Bool {
    guard case .published(let before) = earlier else { return false }
    return before > 0 && policy.isSmall(before)
  }
}
