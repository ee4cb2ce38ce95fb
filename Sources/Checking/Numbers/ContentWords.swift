import Localization

/// The words of a sentence that say what it is about, each by its beginning, whatever its case.
struct ContentWords: Sendable {
  /// The first of them after the number: what is counted.
  private let counted: String?
  private let all: Set<String>

  /// - `place`: where the number ends, in code points of the text.
  init(of text: LoweredText, from place: Int, language: Language) {
    func stems(_ words: [String]) -> [String] {
      words.filter { !language.isEmptyWord($0) }.map { String($0.prefix(5)) }
    }
    counted = stems(text.words(from: place, count: 4)).first
    all = Set(stems(text.allWords))
  }

  /// Both count the same, and most words of the shorter one stand in the other too.
  func speakOfTheSame(as other: ContentWords) -> Bool {
    guard let counted, counted == other.counted else { return false }
    let shared = all.intersection(other.all).count
    return shared >= 2 && shared * 5 >= min(all.count, other.all.count) * 3
  }
}

extension Language {
  /// Words that stand in any sentence.
  func isEmptyWord(_ word: String) -> Bool {
    word.count < 3 || emptyWords.contains(word)
  }

  private var emptyWords: Set<String> {
    switch self {
    case .en:
      [
        "of", "in", "and", "or", "the", "a", "an", "were", "was", "are", "is", "had", "have", "to",
        "different", "other", "others", "more", "fewer", "people", "persons", "them", "these",
        "at", "on", "from", "by", "for", "who", "that", "which", "with", "as", "been", "may",
        "there", "has", "this", "their", "all",
      ]
    case .fi:
      [
        "ja", "tai", "oli", "on", "ovat", "olivat", "heistä", "niistä", "ihmistä", "henkilöä",
        "muuta", "eri", "sekä", "joista", "jotka", "kuin", "mutta", "joka", "ollut", "voinut",
        "heitä", "niitä", "yhteensä", "oli",
      ]
    case .sv:
      [
        "av", "i", "och", "eller", "de", "dem", "var", "är", "hade", "har", "personer",
        "människor", "andra", "olika", "som", "på", "från", "till", "med", "den", "det", "kan",
        "fanns", "finns", "dessa", "alla",
      ]
    }
  }
}
