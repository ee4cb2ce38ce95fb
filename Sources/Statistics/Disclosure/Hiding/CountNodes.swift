/// Linked counts as the search sees them: what is certain is left out, and counts that a reader can
/// see are equal are one node.
struct CountNodes {
  struct Node {
    var value: Int
    var known: Int
    var most: Int?
    var weight = 0
    var isPrimary = false
    /// Two values are enough for it.
    var isNarrowed = false
    /// Hidden from the start.
    var isHidden = false
    var isPrinted = false
    /// Indices of the counts that it stands for.
    var counts: [Int] = []
  }

  struct Line {
    /// The node and its sign: 1 for parts, −1 for the total.
    ///
    /// What is fixed is left out.
    var terms: [(node: Int, sign: Double)]
    /// What the fixed parts, and a fixed total, leave: Σ sign · value.
    var number: Int
  }

  private(set) var nodes: [Node] = []
  private(set) var lines: [Line] = []
  /// Of each count; nil where it is fixed.
  private(set) var node: [Int?]
  /// Nodes that hold somebody and may be known together, ascending.
  private(set) var excused: Set<[Int]> = []
  /// The lines that hold each node.
  private(set) var linesOfNode: [[Int]] = []
  /// Beside `linesOfNode`.
  private var signsOfNode: [[Int]] = []

  func sign(of node: Int, inLine line: Int) -> Int {
    let lines = linesOfNode[node]
    for index in lines.indices where lines[index] == line { return signsOfNode[node][index] }
    return 0
  }

  /// Those of some nodes that hold somebody.
  func occupied(_ group: [Int]) -> [Int] { group.filter { nodes[$0].value > 0 } }

  init(_ linked: LinkedCounts) {
    let counts = linked.counts
    let isFixed = counts.map { $0.standing == .fixed }
    var parent = Array(counts.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    // A line with one open part ties it to the total.
    for sum in linked.sums where !isFixed[sum.total] {
      let open = sum.parts.filter { !isFixed[$0] }
      let fixed = sum.parts.filter { isFixed[$0] }.reduce(0) { $0 + counts[$1].value }
      guard open.count == 1, fixed == 0 else { continue }
      let (left, right) = (root(sum.total), root(open[0]))
      if left != right { parent[max(left, right)] = min(left, right) }
    }
    node = Array(repeating: nil, count: counts.count)
    for index in counts.indices where !isFixed[index] {
      let top = root(index)
      if node[top] == nil {
        node[top] = nodes.count
        nodes.append(Node(value: counts[index].value, known: counts[index].known))
      }
      guard let place = node[top] else { continue }
      node[index] = place
      nodes[place].add(counts[index], index)
    }
    for group in linked.excused {
      excused.insert(occupied(Set(group.compactMap { node[$0] }).sorted()))
    }
    var seen: Set<[Int]> = []
    for sum in linked.sums {
      var coefficients: [Int: Double] = [:]
      var number = 0
      for (index, sign) in sum.parts.map({ ($0, 1) }) + [(sum.total, -1)] {
        if let place = node[index] {
          coefficients[place, default: 0] += Double(sign)
        } else {
          number -= sign * counts[index].value
        }
      }
      let terms = coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        .map { (node: $0.key, sign: $0.value) }
      // The same line may come from several tables.
      let key = terms.flatMap { [$0.node, Int($0.sign)] }
      guard !terms.isEmpty, seen.insert(key).inserted else { continue }
      lines.append(Line(terms: terms, number: number))
    }
    linesOfNode = Array(repeating: [], count: nodes.count)
    signsOfNode = linesOfNode
    for (index, line) in lines.enumerated() {
      for term in line.terms {
        linesOfNode[term.node].append(index)
        signsOfNode[term.node].append(Int(term.sign))
      }
    }
  }
}

extension CountNodes {
  /// The sum of the hidden nodes of a line can be computed and is small.
  ///
  /// - `smallest`: sums from there on are not small; 0 when no sum is.
  func isSmallGroup(line index: Int, isHidden: [Bool], below smallest: Int) -> Bool {
    guard smallest > 0 else { return false }
    var sum = 0
    var sign = 0.0
    var hasPrinted = false
    for term in lines[index].terms where isHidden[term.node] {
      if sign != 0, term.sign != sign { return false }
      sign = term.sign
      sum += nodes[term.node].value
      if nodes[term.node].isPrinted || nodes[term.node].isPrimary { hasPrinted = true }
    }
    guard hasPrinted, sum > 0, sum < smallest else { return false }
    return !excused.contains(occupied(lines[index].terms.map(\.node).filter { isHidden[$0] }))
  }
}

extension CountNodes.Node {
  /// How far it may fall and rise, as far as a reader knows.
  var below: Int { value - known }
  var above: Int { most.map { $0 - value } ?? .max }

  fileprivate mutating func add(_ count: LinkedCounts.Count, _ index: Int) {
    counts.append(index)
    known = max(known, count.known)
    if let bound = count.most { most = min(most ?? bound, bound) }
    if count.isNarrowed { isNarrowed = true }
    switch count.standing {
    case .printed(let cost):
      weight += cost
      isPrinted = true
    case .primary:
      isPrimary = true
      isHidden = true
      isPrinted = true
    case .hidden:
      isHidden = true
      isPrinted = true
    case .unprintedPrimary:
      isPrimary = true
      if !isPrinted { isHidden = true }
    case .unprinted:
      break
    case .fixed:
      break
    }
  }
}
