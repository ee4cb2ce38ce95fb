/// Words of the names of categories, which say whose a number is, by how they begin.
struct NameWords: Sendable {
  private let stems: Set<UInt64>

  static let none = NameWords([])

  init(_ names: [String]) {
    stems = Set(
      names.flatMap { name in
        PassageWords(Array(name.utf8)).words.filter { $0.range.count >= 4 }.map(\.stem)
      })
  }

  /// The names in a passage, to be looked up around each of its numbers.
  func names(in words: PassageWords, of text: [UInt8]) -> PassageNames {
    guard !stems.isEmpty else { return PassageNames(names: [], ends: []) }
    let names = words.words.filter { stems.contains($0.stem) }
    guard !names.isEmpty else { return PassageNames(names: [], ends: []) }
    let ends = text.indices.dropLast().filter { index in
      text[index + 1] <= 0x20 && [0x2E, 0x21, 0x3F].contains(text[index])
    }
    return PassageNames(names: names.map { ($0.stem, $0.range) }, ends: ends)
  }
}

/// The names of categories in a passage, and the marks that end its sentences.
struct PassageNames {
  let names: [(stem: UInt64, range: Range<Int>)]
  let ends: [Int]

  /// Those on each side of a number, in the order of the text.
  func place(at number: Range<Int>) -> NamesInPlace {
    var place = NamesInPlace()
    guard !names.isEmpty else { return place }
    let start = ends.last { $0 < number.lowerBound } ?? -1
    let end = ends.first { $0 >= number.upperBound } ?? .max
    for (stem, range) in names where range.lowerBound > start && range.lowerBound < end {
      if range.upperBound <= number.lowerBound {
        place.before.append(stem)
      } else if range.lowerBound >= number.upperBound {
        place.after.append(stem)
      }
    }
    return place
  }
}

/// The names of categories before and after a number, within its sentence.
struct NamesInPlace: Sendable {
  var before: [UInt64] = []
  var after: [UInt64] = []

  /// The number is of the same categories in what was read: none gave way to another, and none changed
  /// its place.
  ///
  /// One that is only missing, or only added, makes another sentence but no other number; plain text may
  /// put several passages together.
  func agree(with read: NamesInPlace) -> Bool {
    NamesInPlace.agree(before, read.before) && NamesInPlace.agree(after, read.after)
  }

  private static func agree(_ expected: [UInt64], _ read: [UInt64]) -> Bool {
    let kept = expected.filter(read.contains)
    if kept.count < expected.count, !read.allSatisfy(expected.contains) { return false }
    var open = kept[...]
    for stem in read where stem == open.first { open.removeFirst() }
    return open.isEmpty
  }
}
