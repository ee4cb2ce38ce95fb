/// Some numbers of a code space.
struct CodeSet: Sendable, Hashable {
  private var words: [UInt64]

  init(size: Int) { words = Array(repeating: 0, count: (size + 63) / 64) }

  /// One number alone.
  init(size: Int, _ number: Int) {
    self.init(size: size)
    insert(number)
  }

  init(_ mask: [Bool]) {
    self.init(size: mask.count)
    for (number, isMember) in mask.enumerated() where isMember { insert(number) }
  }

  mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

  func contains(_ number: Int) -> Bool {
    number / 64 < words.count && words[number / 64] & (1 << UInt64(number % 64)) != 0
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func isSubset(of other: CodeSet) -> Bool {
    zip(words, other.words).allSatisfy { $0 & ~$1 == 0 }
  }

  func isDisjoint(with other: CodeSet) -> Bool {
    zip(words, other.words).allSatisfy { $0 & $1 == 0 }
  }

  func subtracting(_ other: CodeSet) -> CodeSet {
    var result = self
    for index in words.indices { result.words[index] &= ~other.words[index] }
    return result
  }

  func union(_ other: CodeSet) -> CodeSet {
    var result = self
    for index in words.indices { result.words[index] |= other.words[index] }
    return result
  }

  func intersection(_ other: CodeSet) -> CodeSet {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }
}

/// Which records a count counts, by definition: the records of a set that belong to a time, and for
/// each dimension named, the codes that they may have.
struct Region: Sendable, Hashable {
  let basis: Basis
  var codes: [String: CodeSet]

  /// A file of records and the time by which they are chosen.
  struct Basis: Sendable, Hashable {
    let recordSet: String
    let time: Measure.Time

    var isOfStocks: Bool {
      if case .stock = time { true } else { false }
    }
  }

  /// The records that belong to both, which have the same basis.
  func intersection(_ other: Region) -> Region {
    Region(basis: basis, codes: codes.merging(other.codes) { $0.intersection($1) })
  }

  /// Those of a stock who leave it.
  var leaving: [Region] {
    guard case .stock(let from, let until) = basis.time else { return [] }
    return [nil, from].map { other in
      Region(
        basis: Basis(recordSet: basis.recordSet, time: .flow(column: until, with: other)),
        codes: codes)
    }
  }

  /// Its records that have certain codes of a dimension, of which it says nothing else.
  func with(_ codes: CodeSet, of dimension: String) -> Region {
    var region = self
    region.codes[dimension] = codes
    return region
  }

  func dropping(_ dimension: String) -> Region {
    var region = self
    region.codes[dimension] = nil
    return region
  }

  /// Whether every record that `self` can hold belongs to `other` too.
  func isWithin(_ other: Region) -> Bool {
    basis == other.basis
      && other.codes.allSatisfy { dimension, wider in
        codes[dimension].map { $0.isSubset(of: wider) } ?? false
      }
  }
}
