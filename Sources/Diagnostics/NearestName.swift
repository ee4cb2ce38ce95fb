/// The known name that `name` was most likely meant to be, if any is near enough to be worth offering.
///
/// Distance is optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
/// Source: E. Ukkonen, Algorithms for approximate string matching, Information and Control 64 (1985).
/// Ties go to the name that comes first in `known`.
package func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  let limit = max(1, (wanted.count + 1) / 3)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let distance = alignmentDistance(wanted, Array(candidate.lowercased().unicodeScalars))
    guard distance <= limit, distance < best?.distance ?? .max else { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// A verb phrase that offers the nearest known name, or where none is near, the names there are.
package func suggestion(for name: String, among known: [String], kind: Message) -> Message {
  if let nearest = nearestName(to: name, among: known) { return "write “\(nearest)”" }
  guard !known.isEmpty else { return "declare it first" }
  let shown = known.prefix(8).joined(separator: ", ")
  return "write one of the \(kind) there are: \(shown)\(known.count > 8 ? ", …" : "")"
}

private func alignmentDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    for column in 1...right.count {
      let same = left[row - 1] == right[column - 1]
      var cost = min(
        previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
      {
        cost = min(cost, beforePrevious[column - 2] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
