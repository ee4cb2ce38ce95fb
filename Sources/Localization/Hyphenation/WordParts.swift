/// Parts of words, to be found fast at a place in a word.
///
/// Letters are small and given by their code points.
struct WordParts: Sendable {
  private let byFirstLetter: [UInt32: [[UInt32]]]

  init(_ parts: [String]) {
    let letters = parts.map { $0.unicodeScalars.map(\.value) }
    byFirstLetter = Dictionary(grouping: letters) { $0.first ?? 0 }
  }

  /// The length of the longest part that stands at a place; nil where none does.
  func longest(in letters: [UInt32], at index: Int) -> Int? {
    byFirstLetter[letters[index]]?
      .filter { part in
        index + part.count <= letters.count
          && letters[index..<index + part.count].elementsEqual(part)
      }
      .map(\.count).max()
  }

  func isPart(_ letters: ArraySlice<UInt32>) -> Bool {
    letters.first.flatMap { byFirstLetter[$0] }?.contains { letters.elementsEqual($0) } ?? false
  }
}

/// Letters written in a string, for what asks whether one is among them.
func letterSet(_ letters: String) -> Set<UInt32> { Set(letters.unicodeScalars.map(\.value)) }
