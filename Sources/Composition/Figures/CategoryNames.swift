import Localization
import Statistics

/// What the categories of a table are called in one language.
struct CategoryNames {
  let words: Words

  var language: Language { words.language }

  func label(of code: CodeList.Code) -> String { code.labels[language.tag] ?? code.code }

  func label(of category: Category, in dimension: Dimension?) -> String {
    switch category {
    case .code(let code): label(of: code)
    case .rest(let rest): label(of: rest, in: dimension)
    case .unknown(let unknown): label(of: unknown)
    case .total: words[.total]
    case .period(let period, _): String(period.year)
    }
  }

  private func label(of unknown: Category.Unknown) -> String {
    switch unknown {
    case .notKnown: words[.notKnown]
    case .notRecognised: words[.notRecognised]
    case .both: words[.notKnownOrRecognised]
    }
  }

  /// *Other nationalities (23), stateless and not known*: a rest says what is in it.
  private func label(of rest: Category.Rest, in dimension: Dimension?) -> String {
    let own = dimension?.rest?[language.tag] ?? words[.other]
    var parts = [rest.namesake.map { label(of: $0) } ?? own]
    if rest.namesake == nil, dimension?.isOpen == true, let kinds = rest.kinds, kinds > 0 {
      parts = [words(.restCount, ["rest": own, "count": language.number(kinds)])]
    }
    for code in rest.uncounted { parts.append(lowercased(label(of: code))) }
    if let unknown = rest.unknown { parts.append(lowercased(label(of: unknown))) }
    return language.list(parts)
  }

  private func lowercased(_ label: String) -> String {
    label.prefix(1).lowercased() + label.dropFirst()
  }

  /// A number as the language writes it, or the mark that stands for it.
  func text(of cell: Cell) -> String {
    switch cell {
    case .published(let value): language.number(value)
    case .suppressed: words[.markSuppressed]
    case .missing(.notAvailable): words[.markNotAvailable]
    case .missing(.notApplicable): words[.markNotApplicable]
    }
  }
}
