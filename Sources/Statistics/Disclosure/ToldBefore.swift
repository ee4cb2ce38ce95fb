extension AuditModel {
  /// What some numbers tell by themselves, with all zeros.
  func telling(only cells: Set<Int>) -> AuditModel {
    var model = self
    for cell in model.cells.indices where !cells.contains(cell) { model.cells[cell].forget() }
    return model
  }

  /// Leaks of which this model does not tell: each is a count of its own in it, which is attacked.
  func untold(
    _ leaks: [AttackResult.Leak], _ policy: DisclosurePolicy
  ) -> [AttackResult.Leak] {
    var model = self
    // Nothing else is asked.
    for cell in cells.indices { model.cells[cell].role = .derived }
    for leak in leaks {
      let parts = leak.cells.filter(cells.indices.contains)
      model.sums.append(.init(total: model.cells.count, parts: parts, note: ""))
      let isHere = parts == leak.cells
      model.cells.append(.init(id: "", value: nil, role: isHere ? .protected : .derived))
    }
    let told = Set(
      model.attacked(candidates: policy.candidates, threshold: policy.threshold, depth: .counts)
        .leaks.flatMap(\.cells))
    return leaks.enumerated().filter { !told.contains(cells.count + $0.offset) }.map(\.element)
  }
}

extension AuditModel.Cell {
  /// Nothing is known of it but that nobody is there, where that is so.
  fileprivate mutating func forget() {
    guard value != 0 else { return }
    value = nil
    lower = 0
    if upper != 0 { upper = nil }
  }
}

extension Concealment {
  /// What is public without the edition.
  ///
  /// - `first`: from where on cells tell what follows from others, but for those that were told.
  func withoutOwn(
    _ model: AuditModel, after first: Int, telling told: Set<Int>
  ) -> AuditModel {
    var before = model
    for (index, count) in network.counts.enumerated() {
      // By how rests are made the edition tells of others too.
      (before.cells[index].lower, before.cells[index].upper) = (count.known, count.most)
      guard count.days == network.period, !count.wasPublished else { continue }
      (before.cells[index].value, before.cells[index].lower, before.cells[index].upper) =
        (nil, 0, nil)
    }
    for cell in before.cells.indices.dropFirst(first) where !told.contains(cell) {
      before.cells[cell].value = nil
    }
    return before
  }

  /// Small counts, and groups that are small together, which history.csv gives away by itself.
  var toldBefore: (counts: [Int], groups: [[Int]]) {
    guard !history.cells.isEmpty else { return ([], []) }
    let before = statedModel.telling(only: history.cells)
    let ranges = before.propagatedRanges
    func isKnown(_ index: Int) -> Bool {
      before.cells[index].value != nil || ranges[index].map { $0.lower == $0.upper } ?? false
    }
    func isSmall(_ counts: [Int]) -> Bool {
      policy.isSmall(counts.reduce(0) { $0 + network.counts[$1].tally.count })
    }
    return (
      network.counts.indices.filter {
        isSmall([$0]) && isKnown($0) && history.tells(of: [$0], policy)
      },
      network.sums.filter { isKnown($0.total) }.map { $0.parts.filter { !isKnown($0) } }
        .filter { isSmall($0) && history.tells(of: $0, policy) }
    )
  }
}
