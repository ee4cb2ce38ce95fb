/// Primary and secondary suppression over all tables of an edition at once.
///
/// A set of records hidden in one place is hidden in every place, which its print tells. Within a
/// line that adds up to a shown total, a single hidden cell could be computed, so the cheapest
/// neighbour is hidden with it. Source: A. Hundepool et al., Statistical Disclosure Control (2012),
/// section 4.3.
struct Suppression {
  let policy: DisclosurePolicy
  /// Prints of the sets that are shown though they are small.
  let excepted: Set<UInt64>
  /// Prints of the sets that nobody may see.
  private(set) var hidden: Set<UInt64> = []
  var tables: [CountedTable]

  init(policy: DisclosurePolicy, excepted: Set<UInt64>, tables: [CountedTable]) {
    self.policy = policy
    self.excepted = excepted
    self.tables = tables
    for tally in tables.flatMap(\.mergedAway) where tally.count > 0 {
      if !excepted.contains(tally.print) { hidden.insert(tally.print) }
    }
  }

  /// True when a count may not be shown, by itself or because it is hidden elsewhere.
  func mustHide(_ tally: Tally) -> Bool {
    guard tally.count > 0, !excepted.contains(tally.print) else { return false }
    return policy.isSmall(tally.count) || hidden.contains(tally.print)
  }

  mutating func run() {
    var isSettled = false
    while !isSettled {
      isSettled = true
      for index in tables.indices {
        if hideUnsafe(inTable: index) { isSettled = false }
        while let cell = neighbourToHide(in: tables[index]) {
          conceal(cell, inTable: index)
          isSettled = false
        }
      }
    }
  }

  private mutating func hideUnsafe(inTable index: Int) -> Bool {
    var changed = false
    let table = tables[index]
    for cell in table.tallies.indices where !table.isHidden[cell] && mustHide(table.tallies[cell]) {
      conceal(cell, inTable: index)
      changed = true
    }
    return changed
  }

  private mutating func conceal(_ cell: Int, inTable index: Int) {
    tables[index].hide(cell)
    let tally = tables[index].tallies[cell]
    if tally.count > 0, !excepted.contains(tally.print) { hidden.insert(tally.print) }
  }

  /// The cell to hide in the first line that would give a hidden one away.
  private func neighbourToHide(in table: CountedTable) -> Int? {
    for line in table.lines where line.count > 1 {
      let concealed = line.filter { table.isHidden[$0] }
      guard !concealed.isEmpty, !isSafe(concealed, in: line, of: table) else { continue }
      let total = line[line.count - 1]
      let shown = line.dropLast().filter { !table.isHidden[$0] }
      let cheapest = shown.min { cost(of: $0, in: table) < cost(of: $1, in: table) }
      if let cell = cheapest ?? (table.isHidden[total] ? nil : total) { return cell }
    }
    return nil
  }

  private func isSafe(_ concealed: [Int], in line: [Int], of table: CountedTable) -> Bool {
    guard concealed.count > 1 else { return false }
    guard let total = line.last, !table.isHidden[total] else { return true }
    let sum = concealed.reduce(0) { $0 + table.tallies[$1].count }
    return !policy.isSmall(sum)
  }

  /// Excepted cells and zeros only when nothing else is left, then the smallest, then the first.
  private func cost(of cell: Int, in table: CountedTable) -> (Int, Int, Int) {
    let tally = table.tallies[cell]
    let rank = tally.count == 0 ? 1 : excepted.contains(tally.print) ? 2 : 0
    return (rank, tally.count, cell)
  }
}
