/// Puts soft hyphens into long words, where a language lets them be broken.
///
/// Browsers do not hyphenate Finnish, and break Swedish compounds within their parts.
package struct Hyphenation: Sendable {
  package let language: Language
  /// Words with fewer letters stay whole.
  package let shortest: Int
  /// A compound whose parts are known is broken between them alone, as befits a heading.
  package let prefersSeams: Bool

  package init(language: Language, shortest: Int, prefersSeams: Bool = false) {
    self.language = language
    self.shortest = shortest
    self.prefersSeams = prefersSeams
  }

  package static let softHyphen: Character = "\u{AD}"
  /// Letters that stay together at each end of a word.
  static let kept = 3

  package func callAsFunction(_ text: String) -> String {
    guard language != .en, text.unicodeScalars.count >= shortest else { return text }
    var result = ""
    var token = ""
    for character in text {
      if character.isWhitespace {
        result += hyphenated(token: token)
        result.append(character)
        token = ""
      } else {
        token.append(character)
      }
    }
    return result + hyphenated(token: token)
  }

  /// A run of characters without spaces; addresses of the internet stay whole.
  private func hyphenated(token: String) -> String {
    let core = token.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }
    guard core.count >= shortest, !core.contains(where: { "@/\\_.:\u{AD}".contains($0) }) else {
      return token
    }
    var result = ""
    var word: [Character] = []
    for character in token {
      if character.isLetter {
        word.append(character)
      } else {
        result += hyphenated(word: word)
        word = []
        result.append(character)
      }
    }
    return result + hyphenated(word: word)
  }

  private func hyphenated(word: [Character]) -> String {
    guard word.count >= shortest else { return String(word) }
    let breaks = Set(self.breaks(in: word))
    var result = ""
    for (index, letter) in word.enumerated() {
      if breaks.contains(index) { result.append(Hyphenation.softHyphen) }
      result.append(letter)
    }
    return result
  }

  /// The places before which a word may be broken, in rising order.
  private func breaks(in word: [Character]) -> [Int] {
    let letters = String(word).lowercased().unicodeScalars.map(\.value)
    guard letters.count == word.count else { return [] }
    let seams =
      switch language {
      case .fi where prefersSeams: finnishSeams(in: letters, including: finnishHeads)
      case .sv where prefersSeams: swedishSeams(in: letters)
      case .fi, .sv, .en: [Int]()
      }
    let breaks =
      switch language {
      case _ where !seams.isEmpty: seams
      case .fi: finnishBreaks(in: letters)
      case .sv: swedishBreaks(in: letters)
      case .en: [Int]()
      }
    let bounds = Hyphenation.kept...max(Hyphenation.kept, letters.count - Hyphenation.kept)
    return breaks.filter(bounds.contains)
  }
}
