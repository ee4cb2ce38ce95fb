/// What two rows of numbers do not have in common.
struct Alignment {
  /// A place where they differ: what one row has there and what the other has instead.
  struct Difference {
    /// Index of the row that is right; nil for a number too many.
    var expected: Int?
    /// Index of the row that was read; nil for a number that is missing.
    var read: Int?
    /// Index in the row read of what follows.
    var next: Int
  }

  /// In the order in which they stand.
  private(set) var differences: [Difference] = []

  /// Keeps the longest common row; what moved together with its words is no difference.
  ///
  /// Source: E. W. Myers, An O(ND) difference algorithm and its variations, Algorithmica 1 (1986).
  init(expected: [NumberInPlace], read: [NumberInPlace]) {
    let start = zip(expected, read).prefix { $0.matches($1) }.count
    guard start < expected.count || start < read.count else { return }
    let change = read[start...].difference(from: expected[start...]) { $0.matches($1) }
    var missing = change.removals.map { $0.index + start }
    var extra = change.insertions.map { $0.index + start }
    for index in extra {
      guard
        let other = missing.first(where: { expected[$0].isRecognised(in: read[index]) })
      else { continue }
      missing.removeAll { $0 == other }
      extra.removeAll { $0 == index }
    }
    pair(missing: missing, extra: extra, change, start: start)
  }

  /// A number missing and one too many at the same place are one that was changed.
  private mutating func pair(
    missing: [Int], extra: [Int], _ change: CollectionDifference<NumberInPlace>, start: Int
  ) {
    // How many common numbers stand before each.
    let removed = change.removals.map { $0.index + start }
    let inserted = change.insertions.map { $0.index + start }
    func common(before index: Int, among others: [Int]) -> Int {
      index - others.prefix { $0 < index }.count
    }
    var open = extra.map { (index: $0, gap: common(before: $0, among: inserted)) }
    for index in missing {
      let gap = common(before: index, among: removed)
      if let place = open.firstIndex(where: { $0.gap == gap }) {
        let read = open.remove(at: place).index
        differences.append(Difference(expected: index, read: read, next: read))
      } else {
        // The common numbers read before it, and those too many among them.
        var next = gap
        for extra in inserted where extra <= next { next += 1 }
        differences.append(Difference(expected: index, read: nil, next: next))
      }
    }
    for (index, _) in open {
      differences.append(Difference(expected: nil, read: index, next: index))
    }
    differences.sort { $0.next < $1.next }
  }
}

extension CollectionDifference.Change {
  fileprivate var index: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
