/// What is left of some lines when another one, which lies within them, is taken off.
///
/// Two numbers that together count few more people than a third, which lies within both, tell of those
/// few: 5 + 5 − 6 = 4. The groups may have any number of members that count nobody.
struct CoveredLines {
  /// The unknown members of each line, all with the same sign.
  private let lines: [[Int]]
  private let values: [Int]
  private let threshold: Int
  /// What an unknown is the sum of; it may be divided in several ways.
  private let parts: [Int: [[Int]]]
  /// Lines by member, and by what their members are divided into.
  private var uses: [Int: [Int]] = [:]

  /// Partial covers that are looked at for one line.
  private static let mostSteps = 300
  private static let mostLines = 4

  /// - `values`: a whole solution; what is left of lines is the same in each.
  init(_ lines: [[Int]], parts: [Int: [[Int]]], values: [Int], threshold: Int) {
    self.lines = lines
    self.parts = parts
    self.values = values
    self.threshold = threshold
    for (index, line) in lines.enumerated() {
      for member in Set(line + line.flatMap { parts[$0, default: []].flatMap(\.self) }) {
        uses[member, default: []].append(index)
      }
    }
  }

  /// Calls `body` with the places that are left over, ascending, where they count few.
  func forEachRest(_ body: ([Int]) -> Void) {
    for line in lines {
      let rest = reduced(line)
      if rest != line, isFew(rest) { body(rest.sorted()) }
    }
    for inner in lines.indices {
      var search = Search(inner: inner, isInside: Set(lines[inner]))
      cover(&search, body)
    }
  }

  private struct Search {
    let inner: Int
    let isInside: Set<Int>
    var covered: Set<Int> = []
    var chosen = 0
    var rest: [Int] = []
    var steps = 0
  }

  /// What lies across the edge of the inner line is divided.
  private func members(of line: Int, inside: Set<Int>) -> [Int] {
    lines[line].flatMap { member -> [Int] in
      guard !inside.contains(member) else { return [member] }
      return parts[member]?.first { $0.contains(where: inside.contains) } ?? [member]
    }
  }

  private func isFew(_ places: [Int]) -> Bool {
    (1..<threshold).contains(places.reduce(0) { $0 + values[$1] })
  }

  /// Members of which a part is known are replaced by the other parts.
  private func reduced(_ line: [Int]) -> [Int] {
    var isMember = Set(line)
    return line.flatMap { member -> [Int] in
      func count(_ places: [Int]) -> Int { places.reduce(0) { $0 + values[$1] } }
      let least = (parts[member] ?? []).filter { isMember.isDisjoint(with: $0) }
        .min { count($0) < count($1) }
      guard let least, count(least) < values[member] else { return [member] }
      isMember.formUnion(least)
      return least
    }
  }

  private func cover(_ search: inout Search, _ body: ([Int]) -> Void) {
    guard let next = lines[search.inner].first(where: { !search.covered.contains($0) }) else {
      let rest = reduced(search.rest)
      if isFew(rest) { body(rest.sorted()) }
      return
    }
    guard search.chosen < CoveredLines.mostLines else { return }
    for line in uses[next] ?? [] where line != search.inner {
      search.steps += 1
      guard search.steps < CoveredLines.mostSteps else { return }
      let members = members(of: line, inside: search.isInside)
      guard members.contains(next), members.allSatisfy({ !search.covered.contains($0) }) else {
        continue
      }
      let outside = members.filter { !search.isInside.contains($0) }
      // Parts that are known may be taken off later.
      guard reduced(search.rest + outside).reduce(0, { $0 + values[$1] }) < threshold else {
        continue
      }
      let before = search
      search.covered.formUnion(members)
      search.chosen += 1
      search.rest += outside
      cover(&search, body)
      let steps = search.steps
      search = before
      search.steps = steps
    }
  }
}
