import FactLedger

/// What labels that are read aloud may say: statements of their place and phrases of the program, whole
/// and one after the other.
struct SpokenLabels {
  private let pieces: [[String]]

  /// - `phrases`: `{number}` stands for a number that the place calls something by.
  init(_ stated: [LedgerPassage], phrases: [String]) {
    let labels = stated.filter { $0.role == .label || $0.role == .figureNumber }
      .flatMap(\.readings)
    let spoken = phrases.flatMap { phrase in
      phrase.contains("{number}")
        ? Set(labels).sorted().map { phrase.replacing("{number}", with: $0) } : [phrase]
    }
    pieces =
      (stated.filter { $0.role != .label }.map { String(decoding: $0.text, as: UTF8.self) }
      + spoken).map { tokens($0) }
      // A number alone, such as the label of a bar, is no statement.
      .filter { $0.contains { $0.contains(where: \.isLetter) } }
  }

  func allow(_ label: String) -> Bool {
    let words = tokens(label)
    // Up to which word it can be put together.
    var isReached = [Bool](repeating: false, count: words.count + 1)
    isReached[0] = true
    for start in words.indices where isReached[start] {
      for piece in pieces where words[start...].starts(with: piece) {
        isReached[start + piece.count] = true
      }
    }
    return isReached[words.count]
  }
}

/// The words, numbers and signs of a text, in small letters and without the marks of a sentence.
private func tokens(_ text: String) -> [String] {
  var tokens: [String] = []
  var isInWord = false
  for character in text.lowercased() {
    let isWord = character.isLetter || character.isNumber
    if isWord, isInWord {
      tokens[tokens.count - 1].append(character)
    } else if isWord || !character.isWhitespace && !",.:;()–-’".contains(character) {
      tokens.append(String(character))
    }
    isInWord = isWord
  }
  return tokens
}
