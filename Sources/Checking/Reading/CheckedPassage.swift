import Composition
import DocumentModel
import Localization
import Statistics

/// A passage with everything that is read out of it once and looked at by many checks.
struct CheckedPassage: Sendable {
  let passage: Passage
  let numbers: [TypedNumber]
  let ratios: [Ratio]
  /// Words that tell how many all the same.
  let countWords: [CountWord]
  /// What its citations ask for, in their order; nil for those that cannot be read.
  let parsed: [CitationQuery?]
  /// What the passage that it speaks of asks for.
  let context: [CitationQuery]
  let sentences: [Sentence]
  /// Divided at semicolons too.
  let clauses: [Sentence]

  var queries: [CitationQuery] { parsed.compactMap(\.self) }
}

/// Reads passages of one language.
struct PassageReader: Sendable {
  let numbers: TypedNumbers
  let ratios: RatioScan
  let countWords: CountWordScan
  let parser: CitationParser
  let edition: ProtectedEdition
  let facts: FactSheet
  let settings: EditionSettings

  /// - `bounds`: numbers that the passage may name, since it is called by them.
  func read(_ passage: Passage, except bounds: Set<Int> = []) -> CheckedPassage {
    let ratios = ratios.ratios(of: passage)
    let written = numbers.numbers(of: passage, except: ratios)
    let typed = written.filter { $0.isPercent || !$0.isWhole || !bounds.contains($0.value) }
    var quantities = typed.map {
      Quantity(value: $0.value, isPercent: $0.isPercent, origin: .typed, range: $0.range)
    }
    let parsed = passage.citations.map { parser.parse($0).value }
    if !passage.citations.isEmpty {
      let marks = passage.scalars.indices.filter { passage.scalars[$0] == Passage.mark }
      for (index, query) in zip(marks, parsed) {
        guard let query, let quantity = quantity(of: query, at: index..<(index + 1)) else {
          continue
        }
        quantities.append(quantity)
      }
      quantities.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    return CheckedPassage(
      passage: passage, numbers: typed, ratios: ratios,
      countWords: countWords.words(
        of: passage,
        except: written.map(\.range) + ratios.map(\.range) + numbers.idioms(in: passage)),
      parsed: parsed,
      context: passage.context.compactMap { parser.parse($0).value },
      sentences: passage.sentences(clauses: false, quantities: quantities),
      clauses: passage.sentences(clauses: true, quantities: quantities))
  }

  /// The published value that a citation prints, if it prints a number.
  private func quantity(of query: CitationQuery, at range: Range<Int>) -> Quantity? {
    if case .fact(let id) = query.subject {
      return facts.facts[id]?.number.map {
        Quantity(value: $0, isPercent: false, origin: .fact(id), range: range)
      }
    }
    guard case .cell(let cell) = query.subject else { return nil }
    let value: Int?
    var isPercent = false
    switch query.functions.first {
    case nil, .words, .lower, .capital: value = edition.count(.count(cell)).value
    case .previous(let named):
      value = (named ?? settings.compared.first).flatMap {
        edition.count(.earlier(cell, $0)).value
      }
    case .share(let base):
      isPercent = true
      let whole = edition.count(
        .count(base ?? CellReference(measure: cell.measure, conditions: [])))
      guard let part = edition.count(.count(cell)).value, let whole = whole.value else {
        return nil
      }
      value = percentage(part, of: whole)
    default: value = nil
    }
    return value.map {
      Quantity(value: $0, isPercent: isPercent, origin: .cited(query), range: range)
    }
  }
}
