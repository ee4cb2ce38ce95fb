import Diagnostics

/// What of an edition is hidden, and what an attacker made of it.
struct Concealment {
  let network: FactNetwork
  /// By index of the network's counts.
  private(set) var isHidden: [Bool]
  /// What leaks all the same; empty when the edition may be published.
  private(set) var leaks: [AttackResult.Leak] = []
  /// That in which they were found.
  private(set) var attackedModel = AuditModel()
  private(set) var contradictions: [String] = []
  /// Something may leak that was not found.
  private(set) var isIncomplete = false
  /// Figures of which nothing is shown, because they could not be protected.
  private(set) var withdrawn: Set<String> = []
  /// Hidden with such a figure, for no reason of their own.
  private(set) var isIdle: [Bool]
  let policy: DisclosurePolicy
  /// Shown though they are small.
  let isExcepted: [Bool]
  /// The same, since somebody decided so: what follows from them was decided on too.
  let isDecided: [Bool]
  /// Known as soon as the excepted counts are, and printed nowhere or nobody.
  private(set) var isGivenAway: [Bool]
  /// Of few values as soon as the excepted counts are known; which one it is, nobody may know.
  private(set) var isNarrowed: [Bool]
  let others: RelationsToOthers
  let mergedRests: [MergedRest]
  /// Counts that are public by `history.csv` alone.
  let history: ToldByHistory
  /// Together small, as those alone tell.
  private var historicalGroups: [[Int]] = []
  let exceptionParts: ExceptionParts
  /// Where the first table stands that prints a count.
  let locations: [Int: SourceLocation]
  /// Other counts that a reader has to think possible.
  private(set) var solutions: KnownSolutions?

  /// Repairs after an audit; more would mean that hiding and attack disagree.
  private static let mostRepairs = 16
  /// So often another count is hidden for the sake of one finding.
  private static let mostAttempts = 4

  init(
    _ network: FactNetwork, policy: DisclosurePolicy, excepted: Excepted,
    tables: [TableDeclaration], persons: [DistinctPersons], publishedBefore: PublishedBefore,
    others: RelationsToOthers, mergedRests: [MergedRest], history: ToldByHistory,
    isAccepted: (AttackResult.Leak, AuditModel) -> Bool
  ) {
    self.network = network
    self.policy = policy
    let same = Set(publishedBefore.same)
    let named = network.counts.map { count in
      policy.isSmall(count.tally.count) && count.region.map(excepted.contains) ?? false
    }
    // Those whom an exception names may have been there before; nobody else of that day is named.
    let shown = zip(network.counts, named).filter { $0.days == network.period && $1 }.map(\.0.tally)
    isDecided = network.counts.enumerated().map { index, count in
      policy.isSmall(count.tally.count)
        && (same.contains(index) || count.isSmallBefore(policy)
          || named[index] && (count.days == network.period || shown.contains(count.tally)))
    }
    isExcepted = zip(isDecided, network.counts).map { isDecided, count in
      isDecided || policy.isSmall(count.tally.count) && !policy.protects(count)
    }
    exceptionParts = ExceptionParts(
      network, isExcepted: isExcepted, isDecided: isDecided, canonical: excepted.canonical)
    self.others = others
    self.mergedRests = (mergedRests + others.outer.rests).filter { $0.fits(network) }
    self.history = history
    let declared = Dictionary(tables.map { ($0.id, $0.location) }) { first, _ in first }
    locations = network.figures.compactMapValues { declared[$0] }
    isHidden = Array(repeating: false, count: network.counts.count)
    isGivenAway = isHidden
    isNarrowed = isHidden
    for index in publishedBefore.within { isNarrowed[index] = true }
    isIdle = isHidden
    if isDecided.contains(true) { findGivenAway() }
    let before = toldBefore
    for index in before.counts { isGivenAway[index] = true }
    historicalGroups = before.groups
    hide(persons, isAccepted)
    for leak in leaks { hideFigures(with: leak) }
  }

  private mutating func hide(
    _ persons: [DistinctPersons], _ isAccepted: (AttackResult.Leak, AuditModel) -> Bool
  ) {
    let counts = network.counts
    let goal = HidingGoal(candidates: policy.candidates, smallestGroup: policy.threshold)
    func begun(_ nodes: CountNodes) -> CellHiding {
      var hiding = CellHiding(nodes, goal: goal)
      hiding.exchanging = Exchanging(persons, regions: nodes.nodes.map(region))
      return hiding
    }
    let nodes = CountNodes(linked(withJoint: true))
    var hiding = begun(nodes)
    if counts.contains(where: \.isJoint) {
      // Cells behind several tables seldom tell anything, and searching with them takes long: a good
      // pattern is looked for without them first.
      var easier = begun(CountNodes(linked(withJoint: false)))
      easier.run()
      hiding.begin(with: easier)
    }
    hiding.run()
    var attempts: [[Int]: Int] = [:]
    for repair in 0...Concealment.mostRepairs {
      for index in counts.indices {
        isHidden[index] =
          counts[index].isPrinted && (nodes.node[index].map { hiding.pool.isHidden[$0] } ?? false)
      }
      solutions = hiding.pool.solutions(counts.map(\.tally.count), nodes)
      var model = statedModel
      let sparse = model.read(
        mergedRests, candidates: policy.candidates, isExact: !others.outer.rests.isEmpty)
      let isLast = repair == Concealment.mostRepairs
      if !isLast, reveal(attacked(model, depth: .counts), with: &hiding) { continue }
      var result = attacked(model, depth: .verdict)
      contradictions = result.contradictions
      isIncomplete = result.isIncomplete
      result.addNarrow(sparse, in: model)
      leaks = unexcused(result, in: model, isAccepted) { history.untold($0, in: model, policy) }
      attackedModel = model
      if leaks.isEmpty, let believed = believed(model) {
        attack(believed, reading: mergedRests, isAccepted) { [history, policy] leaks, model in
          history.untold(leaks, in: model, policy)
        }
      }
      if leaks.isEmpty,
        let (stocks, added) = others.stocks(adding: model, network, protects: policy.protects)
      {
        let before = withoutOwn(stocks, after: model.cells.count, telling: added.told)
        attack(stocks, reading: added.rests, isAccepted) { [policy] leaks, _ in
          before.untold(leaks, policy)
        }
      }
      guard !isLast, mend(attackedModel, with: &hiding, nodes, &attempts) else { break }
    }
  }

  /// - `untold`: without those that are public anyway, which nobody can take back.
  private func unexcused(
    _ result: AttackResult, in model: AuditModel,
    _ isAccepted: (AttackResult.Leak, AuditModel) -> Bool,
    _ untold: ([AttackResult.Leak]) -> [AttackResult.Leak]
  ) -> [AttackResult.Leak] {
    func open(_ result: AttackResult) -> [AttackResult.Leak] {
      model.withoutExcused(result.leaks.filter { !exceptionParts.explain($0) })
    }
    var found = open(result)
    var leaks = found.filter { !isAccepted($0, model) }
    // What is accepted may stand before another group of some of the same persons.
    if leaks.isEmpty, found.contains(where: { $0.kind == .implied }) {
      found = open(attacked(model, depth: .verdict, beyond: found.map(\.cells)))
      leaks = found.filter { !isAccepted($0, model) }
    }
    return leaks.isEmpty ? [] : untold(leaks)
  }

  /// Looks for what leaks in a model of those who know, or believe, more.
  private mutating func attack(
    _ other: AuditModel, reading rests: [MergedRest],
    _ isAccepted: (AttackResult.Leak, AuditModel) -> Bool,
    _ untold: ([AttackResult.Leak], AuditModel) -> [AttackResult.Leak]
  ) {
    var model = other
    let sparse = model.read(rests, candidates: policy.candidates, isExact: true)
    var result = attacked(model, depth: .verdict)
    result.addNarrow(sparse, in: model)
    // What the edition tells of rests is not public without it.
    leaks = unexcused(result, in: model, isAccepted) { untold($0, other) }
    attackedModel = model
  }

  /// What a node counts, if it is of the edition's own period.
  private func region(of node: CountNodes.Node) -> Region? {
    let counts = node.counts.lazy.map { network.counts[$0] }
    return counts.first { $0.days == network.period && $0.region != nil }?.region
  }

  private func attacked(
    _ model: AuditModel, depth: AttackDepth, beyond accepted: [[Int]] = []
  ) -> AttackResult {
    model.attacked(
      candidates: policy.candidates, threshold: policy.threshold, depth: depth,
      knowing: solutions, beyond: accepted)
  }

  private func linked(withJoint: Bool) -> LinkedCounts {
    let counts = network.counts
    return LinkedCounts(
      counts: counts.indices.map { index in
        .init(
          value: counts[index].tally.count, known: counts[index].known, most: counts[index].most,
          isNarrowed: isNarrowed[index] || staysHidden(index) && !isProtected(index),
          standing: !withJoint && counts[index].isJoint ? .fixed : standing(of: index))
      },
      sums: network.sums.filter { sum in
        withJoint || !sum.parts.contains { counts[$0].isJoint }
      }.map { .init(total: $0.total, parts: $0.parts) },
      excused: network.sums.filter { isExcepted[$0.total] }.map(\.parts) + historicalGroups)
  }

  /// Classes and groups of nobody of which few values are possible as soon as the excepted counts are
  /// known, whatever else is hidden; who decided on an exception decided on those too.
  private mutating func findGivenAway() {
    var model = statedModel
    for (index, count) in network.counts.enumerated()
    where count.isPrinted && !isExcepted[index] && count.weight < FactNetwork.Weight.whole {
      model.cells[index].value = nil
    }
    var withheld = model
    for index in network.counts.indices where isDecided[index] {
      withheld.cells[index].value = nil
    }
    let (known, unknown) = (model.propagatedRanges, withheld.propagatedRanges)
    for (index, count) in network.counts.enumerated()
    where !count.isPrinted || count.tally.count == 0 {
      func values(_ range: AttackResult.Interval?) -> Int {
        guard let range, let upper = range.upper else { return .max }
        return upper - range.lower + 1
      }
      guard values(unknown[index]) >= policy.candidates else { continue }
      isGivenAway[index] =
        values(known[index]) < 2 || policy.showsZeros && exceptionParts.isWholeException[index]
      if (2..<policy.candidates).contains(values(known[index])) { isNarrowed[index] = true }
    }
  }

  /// Shows what is hidden for the sake of others and can be computed all the same, since it hides
  /// nothing; false when there is none.
  private func reveal(_ result: AttackResult, with hiding: inout CellHiding) -> Bool {
    let exact = result.leaks.filter { $0.kind == .exact }.map { $0.cells[0] }
    let idle = Set(exact.filter(hidesNobody).compactMap { hiding.nodes.node[$0] })
    return hiding.reveal(where: idle.contains)
  }

  /// Hides more where something leaks; false when nothing can be done.
  ///
  /// What could not be protected from the start is left to the whole table.
  private mutating func mend(
    _ model: AuditModel, with hiding: inout CellHiding, _ nodes: CountNodes,
    _ attempts: inout [[Int]: Int]
  ) -> Bool {
    let before = hiding.pool.isHidden
    for leak in leaks where leak.kind == .implied {
      let group = leak.cells.compactMap { $0 < nodes.node.count ? nodes.node[$0] : nil }
      _ = hiding.protect(group: group)
    }
    if hiding.pool.isHidden != before {
      hiding.protectAgain()
      return true
    }
    for leak in leaks where attempts[leak.cells, default: 0] < Concealment.mostAttempts {
      let isHopeless =
        leak.kind != .implied
        && leak.cells.contains { cell in
          cell < network.counts.count
            && nodes.node[cell].map { hiding.unprotected.contains($0) } ?? false
        }
      guard !isHopeless,
        let next = nextToHide(for: leak, in: model, nodes, except: hiding.isRevealed)
      else { continue }
      attempts[leak.cells, default: 0] += 1
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
}
