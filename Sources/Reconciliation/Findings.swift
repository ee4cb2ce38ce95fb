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
    case .page, .helpBar, .cover, .contents: ""
    case .article(let id), .figure(let id): id
    case .helpline: "helpline"
    case .imprint: "imprint"
    case .colophon: "colophon"
    case .sender: "sender"
    }
  }
}

extension Diagnostic {
  private static var mend: Message {
    "build the edition again and change no built file by hand; if it comes again, look through the "
      + "templates"
  }

  /// The number itself is not said: it may be one that was hidden.
  static func unstated(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A number stands in \(placeName(anchor)) that the edition does not state there", help: mend)
  }

  static func otherNumber(
    than expected: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "Another number stands in \(placeName(anchor)) than the edition states there: “\(expected)”",
      help: mend)
  }

  static func otherWords(
    around number: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "The number “\(number)” stands among other words in \(placeName(anchor)) than the edition states it in",
      help: mend)
  }

  static func otherDescription(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A title or description in \(placeName(anchor)) says something else than the edition does",
      help: mend)
  }

  static func missingNumber(
    _ expected: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "The number “\(expected)” is missing in \(placeName(anchor))", help: mend)
  }

  static func missingWords(
    _ expected: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "The words “\(expected)” are missing in \(placeName(anchor)), or stand in another order",
      help: mend)
  }

  static func otherCell(
    _ expected: String, row: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A cell in the row “\(row)” of \(placeName(anchor)) shows something else than the edition "
        + "states there: “\(expected)”", help: mend)
  }

  static func otherLabel(
    _ expected: String, in anchor: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "Another name stands in \(placeName(anchor)) where the values of “\(expected)” are",
      help: mend)
  }

  static func otherRows(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "The table of \(placeName(anchor)) has other rows or columns than the edition gives it",
      help: mend)
  }

  static func otherMark(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A mark in the drawing of \(placeName(anchor)) does not lie where a published value puts it",
      help: mend)
  }

  static func barWithoutValue(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A bar in the drawing of \(placeName(anchor)) is not as long as the value beside it",
      help: mend)
  }

  static func unknownDrawing(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A drawing stands in \(placeName(anchor)) that the edition does not have", help: mend)
  }

  static func missingDrawing(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location, "The drawing of \(placeName(anchor)) is missing",
      help: mend)
  }

  static func unknownAddress(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "An address in \(placeName(anchor)) has a number and is none that the edition gives",
      help: mend)
  }

  static func unknownElement(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "An element stands in \(placeName(anchor)) that pages are not made of", help: tagMend)
  }

  static func unknownAttribute(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "An attribute in \(placeName(anchor)) is none that pages have there, or holds something else",
      help: tagMend)
  }

  static func unknownClass(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A class in \(placeName(anchor)) is none that the style sheet knows, or has a number in its name",
      help: "name it in the style sheet, without a number; never change a built file by hand")
  }

  private static var tagMend: Message {
    "take it out of the template, and build the edition again; change no built file by hand"
  }

  static func unseenSigns(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "Spaces or signs that no reader sees stand together in \(placeName(anchor)): they may tell a "
        + "number",
      help: "leave one of them in the article or template, and build the edition again")
  }

  static func unknownAnchor(in anchor: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "An anchor in \(placeName(anchor)) has a number and names no place of the edition", help: mend
    )
  }

  static func hiddenNumber(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A number stands where no reader looks: in a comment or a script", help: mend)
  }

  static func otherStyle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "The style sheet of the page is not the one of the templates", help: mend)
  }

  static func unsaidImage(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A number is drawn in an image whose alternative text and caption do not say it",
      help: mend)
  }

  static func otherField(row: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "A field of line \(row) holds something else than the edition publishes", help: mend)
  }

  static func otherFields(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "The file has other lines or columns than the edition publishes", help: mend)
  }

  static func otherJSON(_ path: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location,
      "Something else than the build wrote stands at \(path.isEmpty ? "/" : path)",
      help: mend)
  }
}
