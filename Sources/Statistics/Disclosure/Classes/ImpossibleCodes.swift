/// Codes of some dimensions that no record has together, as every reader knows.
struct ImpossibleCodes: Sendable {
  typealias Box = CaseDefinitions.Box

  /// Each holds no record.
  private(set) var boxes: [Box] = []
  /// How many codes each dimension has.
  private let sizes: [String: Int]
  /// More of them are not drawn from one dimension.
  private static let mostFollowing = 300

  init(sizes: [String: Int]) { self.sizes = sizes }

  mutating func add(_ box: Box) {
    var box = box.filter { $0.value.count < sizes[$0.key, default: 0] }
    // What is impossible of one dimension alone is one set.
    if box.count == 1, let (name, codes) = box.first, let before = self.codes(of: name) {
      box[name] = codes.union(before)
    }
    guard !box.isEmpty, box.values.allSatisfy({ !$0.isEmpty }),
      !boxes.contains(where: { $0.holds(box) })
    else { return }
    boxes.removeAll { box.holds($0) }
    boxes.append(box)
  }

  /// Codes of one dimension that no record has at all.
  func codes(of name: String) -> CodeSet? {
    boxes.first { $0.count == 1 && $0[name] != nil }?[name]
  }

  /// What is known of some dimensions whatever the codes of the others are.
  ///
  /// Dimensions are left out one after the other: boxes that have all codes of one together have no
  /// records in what is common to them (M. Davis, H. Putnam, A computing procedure for
  /// quantification theory, JACM 7, 1960, for variables of many values).
  func known(of names: Set<String>) -> ImpossibleCodes {
    var result = self
    let others = boxes.reduce(into: Set<String>()) { $0.formUnion($1.keys) }.subtracting(names)
    for name in others.sorted() { result.leaveOut(name) }
    return result
  }

  private mutating func leaveOut(_ name: String) {
    var open = boxes.filter { $0[name] != nil }
    boxes.removeAll { $0[name] != nil }
    var before = 0
    while open.count != before {
      before = open.count
      open = open.filter { canBeCompleted($0, by: open, along: name) }
    }
    var next = 1
    while next < open.count, open.count < ImpossibleCodes.mostFollowing {
      for before in 0..<next {
        guard let joined = joined(open[before], open[next], along: name) else { continue }
        if joined[name] == nil {
          add(joined)
        } else if !open.contains(where: { $0.holds(joined) }) {
          open.append(joined)
        }
      }
      next += 1
    }
  }

  /// Whether boxes that have something in common with one hold all codes of a dimension together.
  private func canBeCompleted(_ box: Box, by others: [Box], along name: String) -> Bool {
    var rest = box
    rest[name] = nil
    var codes = box[name]
    for other in others where codes?.count != sizes[name] {
      var common = other
      common[name] = nil
      if rest.common(common) != nil { codes = other[name].flatMap { codes?.union($0) } }
    }
    return codes?.count == sizes[name]
  }

  /// The codes of either in one dimension, and those of both in all others; nil where that says
  /// nothing new.
  private func joined(_ first: Box, _ second: Box, along name: String) -> Box? {
    guard let left = first[name], let right = second[name], !left.isSubset(of: right),
      !right.isSubset(of: left)
    else { return nil }
    var (one, other) = (first, second)
    one[name] = nil
    other[name] = nil
    guard var joined = one.common(other) else { return nil }
    let codes = left.union(right)
    if codes.count < sizes[name, default: 0] { joined[name] = codes }
    return joined
  }
}

extension CaseDefinitions.Box {
  /// Every record of the other box belongs to this one too.
  fileprivate func holds(_ other: Self) -> Bool {
    allSatisfy { name, codes in other[name].map { $0.isSubset(of: codes) } ?? false }
  }
}

extension FactNetwork.Statement {
  /// Whoever the other counts is counted at this time too; a stock is that of the last day.
  fileprivate func isTime(of other: Self) -> Bool {
    region.basis.isOfStocks
      ? days.upperBound == other.days.upperBound : days.holds(other.days)
  }
}

extension ImpossibleCodes {
  /// Codes of one dimension that nobody has at the time of any statement, as some of them say.
  mutating func addEmpty(_ statements: [FactNetwork.Statement]) {
    let empty = statements.filter { $0.count == nil && $0.region.codes.count == 1 }
    for entry in empty {
      let isAlways = statements.allSatisfy { statement in
        empty.contains {
          entry.region.isWithin($0.region) && $0.isTime(of: statement)
        }
      }
      if isAlways { add(entry.region.codes) }
    }
  }
}
