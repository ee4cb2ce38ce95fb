/// What counts change when two persons exchange some of what is known of them.
///
/// Those change that tell the two apart by what is exchanged and by what is kept, so that very many
/// exchanges can be looked at in little time. Nothing is in fractions, and sums of counts of which it is known
/// what they count stay as they are.
struct PersonExchanges {
  struct Exchange {
    /// Which set of dimensions.
    let set: Int
    let first: Int
    let second: Int
    /// The same for all that change what is shown in the same way; the opposite for those that change it
    /// back.
    var trace: UInt64 = 0
  }

  let nodes: CountNodes
  /// How many words of 64 nodes there are.
  let words: Int
  let personCount: Int
  /// By set of dimensions, for each person the nodes that have room for what would be exchanged.
  private let exchanged: [[UInt64]]
  /// The same for what would be kept.
  private let kept: [[UInt64]]

  private static let mostSets = 32
  /// So many words are kept at most, of what is exchanged and of what is kept each.
  private static let mostWords = 4_000_000
  /// So many exchanges are looked at at most, and at least those of one set.
  private static let mostExchanges = 1_000_000

  /// - `regions`: what each node counts; nil where that is not known.
  init(_ persons: DistinctPersons, _ nodes: CountNodes, regions: [Region?]) {
    self.nodes = nodes
    personCount = persons.codes.count
    words = (nodes.nodes.count + 63) / 64
    func mask(_ isMember: (Region) -> Bool) -> [UInt64] {
      regions.indices.bits { regions[$0].map(isMember) ?? false }
    }
    let known = mask { $0.basis == persons.basis }
    let roomsOfCode = persons.dimensions.enumerated().map { axis, name in
      Dictionary(
        uniqueKeysWithValues: Set(persons.codes.map { $0[axis] }).map { code in
          (code, mask { $0.codes[name]?.contains(code) ?? true })
        })
    }
    func rooms(for axes: [Int]) -> [UInt64] {
      persons.codes.flatMap { codes in
        axes.reduce(known) { room, axis in
          zip(room, roomsOfCode[axis][codes[axis]] ?? room).map { $0 & $1 }
        }
      }
    }
    let all = persons.dimensions.indices
    let room = PersonExchanges.mostWords / max(1, personCount * words)
    let pairs = max(1, personCount * (personCount - 1) / 2)
    let sets = PersonExchanges.sets(of: all.count)
      .prefix(min(room, max(1, PersonExchanges.mostExchanges / pairs)))
    exchanged = sets.map { set in rooms(for: all.filter { set & (1 << $0) != 0 }) }
    kept = sets.map { set in rooms(for: all.filter { set & (1 << $0) == 0 }) }
  }

  /// Sets of dimensions, the smallest first; of two that together are all of them one.
  private static func sets(of count: Int) -> [Int] {
    guard (2...20).contains(count) else { return [] }
    return Array(
      (1..<(1 << (count - 1))).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
        .prefix(mostSets))
  }

  /// Goes through the sets, and the persons two by two.
  func forEach(_ body: (_ set: Int, _ first: Int, _ second: Int) -> Void) {
    var left = PersonExchanges.mostExchanges
    for set in exchanged.indices {
      for first in 0..<personCount {
        for second in 0..<first {
          left -= 1
          guard left > 0 else { return }
          body(set, first, second)
        }
      }
    }
  }

  /// Which nodes of a word an exchange changes, and which of these it raises by one; it takes one from
  /// the others.
  func change(
    _ set: Int, _ first: Int, _ second: Int, word: Int
  ) -> (changed: UInt64, raised: UInt64) {
    let (one, other) = (first * words + word, second * words + word)
    let (gives, takes) = (exchanged[set][one], exchanged[set][other])
    let (stays, remains) = (kept[set][one], kept[set][other])
    return ((gives ^ takes) & (stays ^ remains), gives & remains | takes & stays)
  }

  func move(_ exchange: Exchange) -> MoveSearch.WholeMove {
    var move: MoveSearch.WholeMove = []
    for word in 0..<words {
      let (changed, raised) = change(exchange.set, exchange.first, exchange.second, word: word)
      changed.forEachBit { bit in
        move.append((word * 64 + bit, raised & (1 << UInt64(bit)) != 0 ? 1 : -1))
      }
    }
    return move
  }
}

extension Range<Int> {
  /// Those that are members, 64 a word.
  func bits(_ isMember: (Int) -> Bool) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (upperBound + 63) / 64)
    for index in self where isMember(index) { bits[index / 64] |= 1 << UInt64(index % 64) }
    return bits
  }
}

extension UInt64 {
  func forEachBit(_ body: (Int) -> Void) {
    var rest = self
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}
