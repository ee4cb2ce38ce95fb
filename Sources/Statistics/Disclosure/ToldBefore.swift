extension Concealment {
  /// What the numbers of history.csv tell by themselves, in a model.
  func historical(in model: AuditModel) -> AuditModel? {
    guard !historical.isEmpty else { return nil }
    var before = model
    for cell in before.cells.indices
    where before.cells[cell].value != 0 && !historical.contains(cell) {
      before.cells[cell].value = nil
    }
    return before
  }

  /// What is public without the edition.
  func withoutOwn(_ model: AuditModel) -> AuditModel? {
    var before = model
    for (index, count) in network.counts.enumerated()
    where count.isPrinted && !count.wasPublished && count.days == network.period {
      before.cells[index].value = nil
    }
    return before
  }

  /// Small counts, and groups that are small together, which history.csv gives away by itself.
  var toldBefore: (counts: [Int], groups: [[Int]]) {
    guard let before = historical(in: statedModel) else { return ([], []) }
    let ranges = before.propagatedRanges
    func isKnown(_ index: Int) -> Bool {
      before.cells[index].value != nil || ranges[index].map { $0.lower == $0.upper } ?? false
    }
    func isSmall(_ counts: [Int]) -> Bool {
      policy.isSmall(counts.reduce(0) { $0 + network.counts[$1].tally.count })
    }
    return (
      network.counts.indices.filter { isSmall([$0]) && isKnown($0) },
      network.sums.filter { isKnown($0.total) }.map { $0.parts.filter { !isKnown($0) } }
        .filter(isSmall)
    )
  }

  /// Leaks that others do not give away: each is a count of its own in their model, which is attacked.
  func untold(
    _ leaks: [AttackResult.Leak], by others: AuditModel
  ) -> [AttackResult.Leak] {
    var others = others
    let first = others.cells.count
    // Nothing else is asked.
    for cell in others.cells.indices { others.cells[cell].role = .derived }
    for leak in leaks {
      others.sums.append(.init(total: others.cells.count, parts: leak.cells, note: ""))
      others.cells.append(.init(id: "", value: nil, role: .protected))
    }
    let told = Set(
      others.attacked(candidates: policy.candidates, threshold: policy.threshold, depth: .counts)
        .leaks.flatMap(\.cells))
    return leaks.enumerated().filter { !told.contains(first + $0.offset) }.map(\.element)
  }
}
