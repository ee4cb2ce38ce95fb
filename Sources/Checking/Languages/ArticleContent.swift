import Composition
import Diagnostics
import DocumentModel
import Localization

/// What an article says in one language, apart from its words.
struct ArticleContent {
  /// Something said, with the place where it stands.
  struct Saying {
    /// The same in every language.
    let key: String
    let place: SourceLocation
    /// The index of its passage.
    let passage: Int
  }

  let language: Language
  let place: SourceLocation
  private(set) var citations: [Saying] = []
  private(set) var days: [Saying] = []
  /// Numbers typed by hand.
  private(set) var typed: [Saying] = []
  /// Telephone numbers and laws.
  private(set) var names: [Saying] = []
  private(set) var links: [Saying] = []
  private(set) var figures: [Saying] = []
  /// Where each passage begins.
  let passages: [SourceLocation]

  init(_ read: ReadArticle, _ language: Language) {
    self.language = language
    place = read.article.location
    passages = read.passages.map(\.passage.location)
    for (index, checked) in read.passages.enumerated() {
      let reading = PassageContent(
        checked: checked, prose: read.prose, index: index, language: language)
      citations += reading.citations()
      days += reading.days()
      typed += reading.typed()
      names += reading.names()
      links += reading.links()
    }
    for block in read.article.text.blocks {
      guard case .embed(let request) = block.content else { continue }
      if [.chart, .table].contains(request.kind) {
        figures.append(
          Saying(key: request.argument, place: request.location, passage: figures.count))
      }
      for field in request.fields where ["phone", "email"].contains(field.name) {
        let key = field.name == "phone" ? nationalDigits(of: field.words) : field.words
        names.append(Saying(key: key, place: field.location, passage: -1))
      }
    }
  }
}

/// The digits of a telephone number as it is dialled at home.
private func nationalDigits(of words: String) -> String {
  let digits = String(words.filter(\.isNumber).drop { $0 == "0" })
  return digits.hasPrefix("358") ? String(digits.dropFirst(3)) : digits
}

/// Takes out of a passage what every language has to have.
private struct PassageContent {
  let checked: CheckedPassage
  let prose: Prose
  let index: Int
  let language: Language

  private var passage: Passage { checked.passage }
  private var lexemes: [Lexeme] { checked.passage.lexemes }

  private func saying(_ key: String, _ lexemes: Range<Int>) -> ArticleContent.Saying {
    saying(key, at: prose.location(of: passage.range(of: lexemes), in: passage))
  }

  private func saying(_ key: String, at place: SourceLocation) -> ArticleContent.Saying {
    ArticleContent.Saying(key: key, place: place, passage: index)
  }

  func citations() -> [ArticleContent.Saying] {
    zip(passage.citations, checked.parsed).compactMap { citation, query in
      query?.parityKey.map { saying($0, at: citation.location) }
    }
  }

  func days() -> [ArticleContent.Saying] {
    let days = writtenDays(in: lexemes, language: language)
    var sayings = days.map { day in
      saying("\(day.day).\(day.month).\(day.year.map { "\($0)" } ?? "")", day.lexemes)
    }
    for (index, lexeme) in lexemes.enumerated() {
      guard let year = lexeme.year, !days.contains(where: { $0.lexemes.contains(index) }) else {
        continue
      }
      sayings.append(saying("\(year)", index..<(index + 1)))
    }
    return sayings
  }

  func typed() -> [ArticleContent.Saying] {
    checked.numbers.map { number in
      saying(
        "\(number.value)\(number.isPercent ? " %" : "")",
        at: prose.location(of: number.range, in: passage))
    }
  }

  /// Telephone numbers of seven digits and more, and laws such as 746/2011.
  func names() -> [ArticleContent.Saying] {
    var sayings: [ArticleContent.Saying] = []
    var index = 0
    while index < lexemes.count {
      guard lexemes[index].kind == .digits else {
        index += 1
        continue
      }
      var end = index + 1
      while end + 1 < lexemes.count, lexemes[end].kind == .space, lexemes[end + 1].kind == .digits {
        end += 2
      }
      let digits = nationalDigits(of: passage.words(in: passage.range(of: index..<end)))
      if digits.count >= 7 { sayings.append(saying(digits, index..<end)) }
      if index + 2 < lexemes.count, lexemes[index + 1].text == "/",
        lexemes[index + 2].kind == .digits, lexemes[index + 2].year != nil
      {
        sayings.append(
          saying("\(lexemes[index].text)/\(lexemes[index + 2].text)", index..<(index + 3)))
      }
      index = end
    }
    return sayings
  }

  func links() -> [ArticleContent.Saying] {
    passage.links.map { link in
      saying(Self.target(of: link), at: prose.location(ofLink: link, in: passage))
    }
  }

  /// Pages of one site differ with the language; the site is the same.
  private static func target(of link: String) -> String {
    guard let scheme = link.firstRange(of: "://") else { return link }
    let host = link[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }
}

extension CitationQuery {
  /// What is cited, without what only changes its words; nil for what each language puts its own way.
  fileprivate var parityKey: String? {
    var parts: [String] = []
    switch subject {
    case .cell(let cell): parts.append(cell.text)
    // Where a language puts the period into words differs from language to language.
    case .period, .periodStart, .periodEnd, .edition, .release: return nil
    case .fact(let id): parts.append("fact \(id)")
    }
    for function in functions {
      switch function {
      case .share(let base): parts.append("share\(base.map { " of \($0.text)" } ?? "")")
      case .previous(let period): parts.append("previous\(period.map { " \($0.id)" } ?? "")")
      case .change: parts.append("change")
      case .difference: parts.append("difference")
      case .distinct(let dimension): parts.append("distinct \(dimension)")
      case .top(let count, let dimension): parts.append("top \(count) \(dimension)")
      // Words for a number are the language’s own matter.
      case .direction, .plural, .claim: return nil
      case .words, .ordinal, .lower, .capital, .inCase: break
      }
    }
    return parts.joined(separator: " | ")
  }
}
