extension Concealment {
  /// The lightest shown count among those that tell of what leaks: in a line with it, in the sum that gives
  /// it away, or else in the nearest lines that hang together with it.
  func nextToHide(
    for leak: AttackResult.Leak, in model: AuditModel, _ nodes: CountNodes,
    except revealed: [Bool]
  ) -> Int? {
    var candidates = Set(
      model.derivation(of: leak).steps.compactMap { step in
        network.counts.firstIndex { $0.name == step.cell }
      })
    var reached = Set(leak.cells)
    while true {
      let lines = model.sums.map { $0.parts + [$0.total] }
        .filter { $0.contains(where: reached.contains) }
      for line in lines { candidates.formUnion(line) }
      let open = candidates.filter { index in
        guard network.counts.indices.contains(index), network.counts[index].isPrinted,
          !isHidden[index], case .printed = standing(of: index)
        else { return false }
        return nodes.node[index].map { !revealed[$0] } ?? false
      }
      let lightest = open.min { left, right in
        let (a, b) = (network.counts[left], network.counts[right])
        return (a.weight, left) < (b.weight, right)
      }
      if let lightest { return nodes.node[lightest] }
      let before = reached.count
      // What is public stands between what a reader can tell of the one and of the other.
      reached.formUnion(
        candidates.filter { index in
          !network.counts.indices.contains(index) || !network.counts[index].isPrinted
            || isHidden[index]
        })
      guard reached.count > before else { return nil }
    }
  }
}
