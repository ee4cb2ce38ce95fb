/// Some boxes of codes that have nothing in common and fill a larger one.
struct ExactCover {
  struct Part {
    /// What it restricts.
    let codes: CaseDefinitions.Box
    /// How many combinations of codes it has, of all dimensions that any of them restricts.
    let volume: Int
  }

  /// The smallest first.
  let parts: [Part]
  let volume: Int
  private var steps = 0
  private static let mostSteps = 400

  init(parts: [Part], volume: Int) {
    self.parts = parts
    self.volume = volume
  }

  /// Indices of the parts, ascending; nil where none was found.
  ///
  /// The small ones are tried before the large ones, which they often make up.
  mutating func found() -> [Int]? {
    guard parts.reduce(0, { $0 + $1.volume }) >= volume else { return nil }
    return search(from: 0, [], volume)
  }

  private mutating func search(from place: Int, _ chosen: [Int], _ left: Int) -> [Int]? {
    if left == 0 { return chosen }
    for next in place..<max(place, parts.count) where parts[next].volume <= left {
      guard chosen.allSatisfy({ parts[$0].codes.isApart(from: parts[next].codes) }) else {
        continue
      }
      steps += 1
      guard steps <= ExactCover.mostSteps else { return nil }
      if let found = search(from: next + 1, chosen + [next], left - parts[next].volume) {
        return found
      }
    }
    return nil
  }
}

extension CaseDefinitions.Box {
  /// Nobody is in both.
  func isApart(from other: Self) -> Bool {
    contains { name, codes in other[name].map { codes.isDisjoint(with: $0) } ?? false }
  }
}
