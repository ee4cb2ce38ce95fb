import Diagnostics
import Localization
import Periods
import Statistics

extension Diagnostic {
  static func kindsSuppressed(
    _ cell: CellReference, by dimension: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citationSuppressed, at: location,
      "Of how many kinds by “\(dimension)” “\(cell.text)” is must not be told, so that nobody is found",
      help: "leave it out, or tell it of a larger group")
  }

  static func notBent(
    _ code: String, _ language: Language, _ form: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citationUnavailable, at: location,
      "The code list has no label of “\(code)” in the case “\(form)”",
      help: "add it in a column “label_\(language.tag)_\(form)” of the code list")
  }

  static func fewerMayBeNamed(
    _ dimension: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citationSuppressed, at: location,
      "So many of “\(dimension)” cannot be named: others are as large, or these too small to be shown",
      help: "name fewer of them")
  }

  static func nothingThere(
    _ cell: CellReference, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citationUnavailable, at: location,
      "“\(cell.text)” has no value: no table counts categories together there",
      help: "cite a code of the list instead of _O")
  }

  static func noObservation(
    of cell: CellReference, _ period: Period, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citationUnavailable, at: location,
      "Neither an edition of \(period.id) nor history.csv says “\(cell.text)” of it",
      help:
        "add the published number with its source to history.csv, or compare with another period")
  }

  static func nothingToCompare(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationUnavailable, at: location, "The edition names no period to compare with",
      help: "add “compared: [2020-H1]” to edition.yaml, or name the period in the citation")
  }

  static func notEarlier(_ period: Period, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationUnavailable, at: location, "\(period.id) did not end before this edition’s period",
      help: "compare with an earlier period")
  }

  static func shareOfNothing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationUnavailable, at: location, "There is no share of nothing: the whole is 0",
      help: "leave the share out in this edition")
  }

  static func noPart(
    _ cell: CellReference, of whole: CellReference, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citationUnavailable, at: location,
      "“\(cell.text)” is no part of “\(whole.text)”, so that its share says nothing",
      help: "name a whole that it belongs to, and repeat in the part what the whole says")
  }

  static func functionDoesNotFit(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationSyntax, at: location, "A function in this citation has nothing it could work on",
      help: "put share, change, distinct and top first; words and plural need a number, lower and "
        + "capital a word")
  }
}
