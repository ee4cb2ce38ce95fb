import Diagnostics
import DocumentModel
import Localization
import Periods
import Statistics

/// Answers citations in one language, from published cells alone.
///
/// Asked with an edition that knows no answers yet, it still tells which facts it needs: the same code
/// collects the requests and answers them, so neither can forget what the other does.
struct CitationAnswerer {
  let edition: EditionSettings
  let facts: FactSheet
  let language: Language
  let lookup: (FactRequest) -> FactAnswer
  /// Where they are hidden too, far more is.
  var showsZeros = true
  let label: (CodeList.Code) -> String

  /// What a pipe of functions carries along.
  private enum Value {
    case number(Int)
    case text(String)
    case labels([CodeList.Code])
  }

  struct Failure: Error {
    let diagnostic: Diagnostic
  }

  func answer(_ query: CitationQuery, at location: SourceLocation) -> Diagnosed<PublishedValue?> {
    do {
      return Diagnosed(try published(query, at: location))
    } catch {
      return Diagnosed(nil, findings: [error.diagnostic])
    }
  }

  private func published(
    _ query: CitationQuery, at location: SourceLocation
  ) throws(Failure) -> PublishedValue {
    var functions = query.functions[...]
    var (value, fact): (Value, Fact)
    switch query.subject {
    case .cell(let cell): (value, fact) = try answer(cell, &functions, at: location)
    case .fact(let id):
      let number = facts.facts[id]?.number
      value = number.map { .number($0) } ?? .text(facts.facts[id]?.text(in: language) ?? "")
      fact = Fact(
        subject: "fact \(id)", period: nil, form: .constant, values: number.map { [$0] } ?? [])
    case .period: (value, fact) = calendar("period", language.range(edition.period))
    case .periodStart: (value, fact) = calendar("period start", language.day(edition.period.start))
    case .periodEnd: (value, fact) = calendar("period end", language.day(edition.period.end))
    case .edition: (value, fact) = calendar("edition", language.months(of: edition.period))
    case .release: (value, fact) = calendar("release", language.day(edition.release))
    }
    for function in functions { value = try apply(function, to: value, at: location) }
    switch value {
    case .number(let number): return PublishedValue(text: language.number(number), fact: fact)
    case .text(let text): return PublishedValue(text: text, fact: fact)
    case .labels(let codes):
      return PublishedValue(text: language.list(codes.map(label)), fact: fact)
    }
  }

  private func calendar(_ subject: String, _ text: String) -> (Value, Fact) {
    (.text(text), Fact(subject: subject, period: edition.period.id, form: .calendar))
  }

  /// The functions that look at counts stand first; the rest only change words.
  private func answer(
    _ cell: CellReference, _ functions: inout ArraySlice<CitationQuery.Function>,
    at location: SourceLocation
  ) throws(Failure) -> (Value, Fact) {
    var period: Period?
    if case .previous(let named) = functions.first {
      period = try earlier(named, at: location)
      functions = functions.dropFirst()
    }
    let first = functions.first
    func fact(_ form: Fact.Form, _ values: [Int] = []) -> Fact {
      Fact(
        subject: cell.text, period: (period ?? edition.period).id, form: form, values: values)
    }
    func since() throws(Failure) -> String { try earlier(nil, at: location).id }
    if let first, first.looksAtCounts { functions = functions.dropFirst() }
    switch first {
    case .share(let base):
      let base = base ?? CellReference(measure: cell.measure, conditions: [])
      let part = try count(cell, in: period, at: location)
      let whole = try count(base, in: period, at: location)
      guard let percent = percentage(part, of: whole) else {
        throw Failure(diagnostic: .shareOfNothing(at: location))
      }
      guard part <= whole else {
        throw Failure(diagnostic: .noPart(cell, of: base, at: location))
      }
      return (
        .text(language.percent(percent)), fact(.share(of: base.text, decimals: 0), [percent])
      )
    case .change:
      let (now, before) = try comparison(of: cell, at: location)
      guard let percent = percentage(abs(now - before), of: before) else {
        throw Failure(diagnostic: .shareOfNothing(at: location))
      }
      return (.text(language.percent(percent)), fact(.change(since: try since()), [percent]))
    case .difference:
      let (now, before) = try comparison(of: cell, at: location)
      let size = abs(now - before)
      return (.number(size), fact(.difference(since: try since()), [size]))
    case .direction(let more, let fewer, let equal):
      let (now, before) = try comparison(of: cell, at: location)
      return (
        .text(now > before ? more : now < before ? fewer : equal),
        fact(.direction(since: try since()), [(now - before).signum()])
      )
    case .distinct(let dimension):
      let request = FactRequest.distinct(cell, dimension: dimension)
      guard case .count(.published(let kinds)) = lookup(request) else {
        throw Failure(diagnostic: .kindsSuppressed(cell, by: dimension, at: location))
      }
      return (.number(kinds), fact(.distinct(dimension: dimension), [kinds]))
    case .top(let wanted, let dimension):
      guard
        case .ranking(let codes) = lookup(
          .ranking(cell, dimension: dimension, named: wanted)),
        codes.count >= wanted
      else { throw Failure(diagnostic: .fewerMayBeNamed(dimension, at: location)) }
      let named = Array(codes.prefix(wanted))
      return (.labels(named), fact(.order(dimension: dimension, codes: named.map(\.code))))
    case .claim(let claim):
      guard try holds(claim, of: cell, at: location) else {
        throw Failure(diagnostic: .untrue(cell, at: location))
      }
      if case .largest = claim, let (others, named) = ranking(around: cell) {
        let order = Fact.Form.order(dimension: named.dimension, codes: named.values)
        return (.text(""), Fact(subject: others.text, period: edition.period.id, form: order))
      }
      return (.text(""), fact(.claim(claim.text)))
    default:
      let number = try count(cell, in: period, at: location)
      return (.number(number), fact(period == nil ? .count : .earlierCount, [number]))
    }
  }

  func comparison(
    of cell: CellReference, at location: SourceLocation
  ) throws(Failure) -> (now: Int, before: Int) {
    let period = try earlier(nil, at: location)
    let now = try count(cell, in: nil, at: location)
    return (now, try count(cell, in: period, at: location))
  }

  func earlier(
    _ named: Period?, at location: SourceLocation
  ) throws(Failure) -> Period {
    guard let period = named ?? edition.compared.first else {
      throw Failure(diagnostic: .nothingToCompare(at: location))
    }
    guard period.end < edition.period.end else {
      throw Failure(diagnostic: .notEarlier(period, at: location))
    }
    return period
  }

  func count(
    _ cell: CellReference, in period: Period?, at location: SourceLocation
  ) throws(Failure) -> Int {
    guard let period else { return try published(lookup(.count(cell)), of: cell, at: location) }
    let answer = lookup(.earlier(cell, period))
    if answer == .count(.missing(.notAvailable)) {
      throw Failure(diagnostic: .noObservation(of: cell, period, at: location))
    }
    return try published(answer, of: cell, at: location)
  }

  private func published(
    _ answer: FactAnswer, of cell: CellReference, at location: SourceLocation
  ) throws(Failure) -> Int {
    switch answer {
    case .count(.published(let value)): return value
    case .count(.missing): throw Failure(diagnostic: .nothingThere(cell, at: location))
    case .count(.suppressed), .ranking: throw Failure(diagnostic: suppressed(cell, at: location))
    }
  }

  private func suppressed(_ cell: CellReference, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationSuppressed, at: location, "“\(cell.text)” must not be told, so that nobody is found",
      help: showsZeros
        ? "leave the number out, or speak of a larger group"
        : "leave the number out, or write “zeros: shown” in publication.yaml: where zeros are "
          + "hidden, larger numbers have to be hidden with them")
  }

  private func apply(
    _ function: CitationQuery.Function, to value: Value, at location: SourceLocation
  ) throws(Failure) -> Value {
    switch (function, value) {
    case (.words(let form), .number(let number)):
      return .text(language.words(for: number, in: form) ?? language.number(number))
    case (.ordinal, .number(let number)): return .text(language.ordinal(number))
    case (.plural(let one, let many), .number(let number)):
      return .text(number == 1 ? one : many)
    case (.inCase(let form), .labels(let codes)):
      return .text(
        language.list(
          try codes.map { code throws(Failure) in
            guard let label = code.bentLabels["\(language.tag)_\(form)"] else {
              throw Failure(diagnostic: .notBent(code.code, language, form, at: location))
            }
            return label
          }))
    case (.lower, .labels(let codes)):
      return .text(
        language.list(codes.map { label($0).prefix(1).lowercased() + label($0).dropFirst() }))
    case (.capital, .labels(let codes)):
      return try apply(.capital, to: .text(language.list(codes.map(label))), at: location)
    case (.capital, .text(let text)):
      return .text(text.prefix(1).uppercased() + text.dropFirst())
    case (.lower, .text(let text)):
      return .text(text.prefix(1).lowercased() + text.dropFirst())
    default:
      throw Failure(diagnostic: .functionDoesNotFit(at: location))
    }
  }
}

/// A part of a whole in whole percent, halves away from zero; nil of nothing.
package func percentage(_ part: Int, of whole: Int) -> Int? {
  guard whole > 0 else { return nil }
  return (part * 200 + whole) / (whole * 2)
}
