import Composition
import Diagnostics
import DocumentModel
import Localization
import Periods

/// Notes on contacts that are past their day when the edition is released.
func expiredNotes(
  in article: Article<Authored>, release: Day, language: Language
) -> [Diagnostic] {
  article.text.blocks.flatMap { block -> [Diagnostic] in
    guard case .embed(let request) = block.content else { return [] }
    return request.fields.compactMap { field in
      switch field.name {
      case "valid_until":
        switch Day.reading(field.words) {
        case .day(let day): day < release ? .expired(at: field.location) : nil
        case .nonexistent, .unreadable: .noDay(at: field.location)
        }
      case "note" where request.kind == .contact:
        lastDay(of: field.words, language).map { $0 < release } == true
          ? .ended(at: field.location) : nil
      default: nil
      }
    }
  }
}

/// The day up to which a note says that it holds: *until 16 July 2021*, *26.6.–20.7.2021*.
private func lastDay(of words: String, _ language: Language) -> Day? {
  let lexemes = lexemes(of: Array(words.unicodeScalars))
  let days = writtenDays(in: lexemes, language: language)
  guard let last = days.last, let year = last.year else { return nil }
  let day = Day(year: year, month: last.month, day: last.day)
  let ranges = writtenRanges(days, in: lexemes, language: language)
  if ranges.contains(where: { $0.second.lexemes == last.lexemes }) { return day }
  let ends = ["until", "till", "asti", "saakka", "tom"]
  let isEnd = lexemes.contains { $0.kind == .word && ends.contains($0.text.lowercased()) }
  return isEnd ? day : nil
}

extension Diagnostic {
  fileprivate static func expired(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .noteExpired, at: place, "This note is past its day when the edition is released",
      help: "take the note out, or correct “valid_until”")
  }

  fileprivate static func ended(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .noteExpired, at: place,
      "This note speaks of days that are past when the edition is released",
      help: "take the note out, or correct its days")
  }

  fileprivate static func noDay(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .dateImpossible, at: place, "“valid_until” has to hold a day that the calendar has",
      help: "write it as 2021-08-31")
  }
}
