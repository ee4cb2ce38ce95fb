import Diagnostics
import FactLedger
import ReadingBack

extension ReadFile {
  func location(_ origin: Int) -> SourceLocation {
    let (line, column) = position(of: origin)
    return SourceLocation(path: path, line: line, column: column)
  }
}

/// The place of a page in words: its anchor, or what stands outside all.
func placeName(_ anchor: String) -> Message {
  anchor.isEmpty ? "the head, cover or contents" : "“\(anchor)”"
}

extension LedgerEntry.Place {
  /// The anchor by which pages know the place; empty for what has none of its own.
  var anchor: String {
    switch self {
    case .page, .cover, .contents: ""
    case .article(let id), .figure(let id): id
    case .helpline: "helpline"
    case .imprint: "imprint"
    case .sender: "sender"
    }
  }
}

extension Diagnostic {
  private static var mend: Message {
    "build the edition again and change no built file by hand; if it comes again, look through the templates"
  }

  private static func unledgered(
    _ text: Message, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.disclosureUnledgered, at: location, text, help: mend)
  }

  /// The number itself is not said: it may be one that was hidden.
  static func unstated(in anchor: String, at location: SourceLocation) -> Diagnostic {
    unledgered(
      "A number stands in \(placeName(anchor)) that the edition does not state there", at: location)
  }

  static func otherNumber(
    than expected: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    unledgered(
      "Another number stands in \(placeName(anchor)) than the edition states there: “\(expected)”",
      at: location)
  }

  static func missingNumber(
    _ expected: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    unledgered("The number “\(expected)” is missing in \(placeName(anchor))", at: location)
  }

  static func missingWords(
    _ expected: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    unledgered(
      "The words “\(expected)” are missing in \(placeName(anchor)), or stand in another order",
      at: location)
  }

  static func otherCell(
    _ expected: String, row: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    unledgered(
      "A cell in the row “\(row)” of \(placeName(anchor)) shows something else than the edition "
        + "states there: “\(expected)”", at: location)
  }

  static func otherRows(in anchor: String, at location: SourceLocation) -> Diagnostic {
    unledgered(
      "The table of \(placeName(anchor)) has other rows or columns than the edition gives it",
      at: location)
  }

  static func otherMark(in anchor: String, at location: SourceLocation) -> Diagnostic {
    unledgered(
      "A mark in the drawing of \(placeName(anchor)) does not lie where a published value puts it",
      at: location)
  }

  static func barWithoutValue(in anchor: String, at location: SourceLocation) -> Diagnostic {
    unledgered(
      "A bar in the drawing of \(placeName(anchor)) is not as long as the value beside it",
      at: location)
  }

  static func unknownDrawing(in anchor: String, at location: SourceLocation) -> Diagnostic {
    unledgered(
      "A drawing stands in \(placeName(anchor)) that the edition does not have", at: location)
  }

  static func missingDrawing(in anchor: String, at location: SourceLocation) -> Diagnostic {
    unledgered("The drawing of \(placeName(anchor)) is missing", at: location)
  }

  static func unknownAddress(in anchor: String, at location: SourceLocation) -> Diagnostic {
    unledgered(
      "An address in \(placeName(anchor)) has a number and is none that the edition gives",
      at: location)
  }

  static func unknownAnchor(in anchor: String, at location: SourceLocation) -> Diagnostic {
    unledgered(
      "An anchor in \(placeName(anchor)) has a number and names no place of the edition",
      at: location)
  }

  static func hiddenNumber(at location: SourceLocation) -> Diagnostic {
    unledgered("A number stands where no reader looks: in a comment or a script", at: location)
  }

  static func unsaidImage(at location: SourceLocation) -> Diagnostic {
    unledgered(
      "A number is drawn in an image whose alternative text and caption do not say it", at: location
    )
  }

  static func otherField(row: Int, at location: SourceLocation) -> Diagnostic {
    unledgered(
      "A field of line \(row) holds something else than the edition publishes", at: location)
  }

  static func otherFields(at location: SourceLocation) -> Diagnostic {
    unledgered("The file has other lines or columns than the edition publishes", at: location)
  }

  static func otherJSON(_ path: String, at location: SourceLocation) -> Diagnostic {
    unledgered("Something else than the build wrote stands at \(path)", at: location)
  }
}
