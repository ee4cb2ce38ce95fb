import DocumentModel
import Localization

/// Sets quotation marks, apostrophes and dashes as a language does, outside citations and code.
///
/// Text runs through it in reading order, since a mark opens or closes by what stands before it.
struct Typographer {
  let language: Language
  private var previous: Character?
  private var previousLetter: Character?

  init(language: Language) {
    self.language = language
  }

  /// A new paragraph begins: nothing stands before its first mark.
  mutating func startBlock() {
    previous = nil
    previousLetter = nil
  }

  /// What stands in the line without being set, such as a cited number.
  mutating func pass(_ text: String) {
    previous = text.last ?? previous
    previousLetter = text.last { !$0.isWhitespace } ?? previousLetter
  }

  /// Hard and narrow spaces, and signs without a shape.
  private static let unseen: Set<Character> = [
    "\u{A0}", "\u{202F}", "\u{2009}", "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}",
  ]

  /// The next word begins a sentence.
  var isAtSentenceStart: Bool {
    guard let previousLetter else { return true }
    return ".!?".contains(previousLetter)
  }

  mutating func set(_ text: String) -> String {
    let marks = language.quotationMarks
    let characters = Array(text)
    var result = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      switch character {
      case "\"":
        result += opensHere ? marks.open : marks.close
      case "'":
        let isApostrophe = !opensHere || next?.isNumber == true
        result += isApostrophe ? "’" : marks.innerOpen
      case "-" where next == "-":
        let isLong = index + 2 < characters.count && characters[index + 2] == "-"
        result += isLong ? "—" : "–"
        index += isLong ? 2 : 1
      case "." where next == "." && index + 2 < characters.count && characters[index + 2] == ".":
        result += "…"
        index += 2
      case _ where character == previous && Typographer.unseen.contains(character):
        // One tells a reader what several do; their number could tell something else.
        break
      default:
        result.append(character)
      }
      previous = result.last ?? previous
      if let last = result.last, !last.isWhitespace { previousLetter = last }
      index += 1
    }
    return result
  }

  private var opensHere: Bool {
    guard let previous else { return true }
    return previous.isWhitespace || "([{–—/“‘„".contains(previous)
  }
}
