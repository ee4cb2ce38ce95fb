import Composition
import Diagnostics
import DocumentModel
import Periods

/// Notes on contacts that are past their day when the edition is released.
func expiredNotes(in article: Article<Authored>, release: Day) -> [Diagnostic] {
  article.text.blocks.flatMap { block -> [Diagnostic] in
    guard case .embed(let request) = block.content else { return [] }
    return request.fields.filter { $0.name == "valid_until" }.compactMap { field in
      switch Day.reading(field.words) {
      case .day(let day): day < release ? .expired(at: field.location) : nil
      case .nonexistent, .unreadable: .noDay(at: field.location)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func expired(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .noteExpired, at: place, "This note is past its day when the edition is released",
      help: "take the note out, or correct “valid_until”")
  }

  fileprivate static func noDay(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .dateImpossible, at: place, "“valid_until” has to hold a day that the calendar has",
      help: "write it as 2021-08-31")
  }
}
