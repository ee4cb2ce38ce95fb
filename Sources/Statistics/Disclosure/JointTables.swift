/// The table of three dimensions behind three tables of two.
///
/// Three tables of the same persons, by A and B, by A and C and by B and C, leave less open than each
/// alone: behind them stands one table of A, B and C whose counts are not negative. Its cells are
/// printed nowhere, but what is hidden has to stay open with them.
struct JointTables {
  /// Larger ones tell little and cost much.
  private static let mostCells = 4_000

  private struct Pair {
    let first: CodeSet
    let second: CodeSet
    let count: Int
  }

  private struct Key: Hashable {
    let rest: Region
    let first: String
    let second: String
  }

  private var pairs: [Key: [Pair]] = [:]
  private var order: [Key] = []
  private let counting: Counting
  private var measures: [Key: String] = [:]

  init(_ network: FactNetwork, _ counting: Counting) {
    self.counting = counting
    var seen: Set<Region> = []
    for place in network.places where place.figure != nil && !place.isMerged {
      guard seen.insert(place.region).inserted else { continue }
      let dimensions = place.region.codes.keys.sorted()
      for (index, first) in dimensions.enumerated() {
        for second in dimensions[(index + 1)...] {
          guard let left = place.region.codes[first], let right = place.region.codes[second] else {
            continue
          }
          let key = Key(
            rest: place.region.dropping(first).dropping(second), first: first, second: second)
          if pairs[key] == nil { order.append(key) }
          measures[key] = place.measure
          pairs[key, default: []].append(Pair(first: left, second: right, count: place.count))
        }
      }
    }
  }

  /// Adds the cells behind every circle of three tables, and the sums by which they are known.
  func add(to network: inout FactNetwork) {
    for key in order {
      for other in order where other.rest == key.rest && other.first == key.first {
        guard key.second < other.second else { continue }
        let third = Key(rest: key.rest, first: key.second, second: other.second)
        guard pairs[third] != nil else { continue }
        add(key, other, third, to: &network)
      }
    }
  }

  private func add(_ ab: Key, _ ac: Key, _ bc: Key, to network: inout FactNetwork) {
    let (tableAB, tableAC, tableBC) = (Table(pairs[ab]), Table(pairs[ac]), Table(pairs[bc]))
    let a = classes(of: ab.first, tableAB.firsts + tableAC.firsts)
    let b = classes(of: ab.second, tableAB.seconds + tableBC.firsts)
    let c = classes(of: ac.second, tableAC.seconds + tableBC.seconds)
    guard a.count * b.count * c.count <= JointTables.mostCells else { return }
    // One table’s cells at a time: two of them may count the same persons.
    var parts: [[Int: [Int]]] = [[:], [:], [:]]
    for x in a {
      for y in b {
        let inAB = tableAB.cell(x.number, y.number)
        guard inAB != .nobody else { continue }
        for z in c {
          let cells = [
            inAB, tableAC.cell(x.number, z.number), tableBC.cell(y.number, z.number),
          ]
          guard !cells.contains(.nobody) else { continue }
          var region = ab.rest
          region.codes[ab.first] = x.codes
          region.codes[ab.second] = y.codes
          region.codes[ac.second] = z.codes
          guard
            let tally = counting.tally(
              of: region, measure: measures[ab] ?? "", like: region.codes.keys.sorted())
          else { return }
          let joint = network.add(
            tally, region: nil, name: "\(ab.first), \(ab.second), \(ac.second)")
          network.markJoint(joint)
          for (table, cell) in cells.enumerated() {
            if case .counted(let count) = cell { parts[table][count, default: []].append(joint) }
          }
        }
      }
    }
    for (count, cells) in parts.flatMap({ $0.sorted { $0.key < $1.key } }) {
      network.add(
        total: count, parts: cells,
        note:
          "\(network.counts[count].name) by \(ab.first), \(ab.second) and \(ac.second)")
    }
  }

  /// The codes of a dimension, together as long as no set parts them; those outside all sets are one
  /// class.
  private func classes(
    of name: String, _ sets: [CodeSet]
  ) -> [(number: Int, codes: CodeSet)] {
    guard let dimension = counting.declaration.dimension(name) else { return [] }
    let size = counting.declaration.codeSpace(of: dimension).size
    let unique = sets.reduce(into: [CodeSet]()) { if !$0.contains($1) { $0.append($1) } }
    var places: [[Bool]: Int] = [:]
    var classes: [(number: Int, codes: CodeSet)] = []
    for number in 0..<size {
      let signature = unique.map { $0.contains(number) }
      let place = places[signature] ?? classes.count
      if place == classes.count {
        places[signature] = place
        classes.append((number, CodeSet(size: size)))
      }
      classes[place].codes.insert(number)
    }
    return classes
  }

  private enum Place: Equatable {
    case counted(Int)
    /// The table has such a cell, and nobody is in it.
    case nobody
    /// The table does not speak of such persons.
    case outside
  }

  /// One table of two dimensions without its margins.
  private struct Table {
    private let inner: [Pair]
    let firsts: [CodeSet]
    let seconds: [CodeSet]

    init(_ pairs: [Pair]?) {
      let pairs = pairs ?? []
      firsts = pairs.map(\.first)
      seconds = pairs.map(\.second)
      let (firsts, seconds) = (firsts, seconds)
      inner = pairs.filter { pair in
        !firsts.contains { $0 != pair.first && $0.isSubset(of: pair.first) }
          && !seconds.contains { $0 != pair.second && $0.isSubset(of: pair.second) }
      }
    }

    func cell(_ first: Int, _ second: Int) -> Place {
      if let pair = inner.first(where: { $0.first.contains(first) && $0.second.contains(second) }) {
        return .counted(pair.count)
      }
      let isInside =
        firsts.contains { $0.contains(first) } && seconds.contains { $0.contains(second) }
      return isInside ? .nobody : .outside
    }
  }
}
