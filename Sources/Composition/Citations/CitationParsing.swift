import Diagnostics
import DocumentModel
import Localization
import Periods
import Statistics

/// Reads citations against what the project declares.
package struct CitationParser: Sendable {
  let declaration: StatisticsDeclaration
  let facts: FactSheet

  package init(declaration: StatisticsDeclaration, facts: FactSheet) {
    self.declaration = declaration
    self.facts = facts
  }

  /// The value is nil when a name is unknown or the words do not fit together.
  package func parse(_ citation: Citation) -> Diagnosed<CitationQuery?> {
    var findings: [Diagnostic] = []
    let tokens = CitationTokens.read(citation).reporting(to: &findings)
    let subject = subject(tokens.parts[0], at: citation.location, &findings)
    var functions: [CitationQuery.Function] = []
    for part in tokens.parts.dropFirst() {
      guard let function = function(part, of: subject, at: citation.location, &findings) else {
        continue
      }
      functions.append(function)
    }
    guard let subject, !findings.hasErrors else { return Diagnosed(nil, findings: findings) }
    return Diagnosed(CitationQuery(subject: subject, functions: functions), findings: findings)
  }

  private func subject(
    _ words: [CitationTokens.Word], at location: SourceLocation, _ findings: inout [Diagnostic]
  ) -> CitationQuery.Subject? {
    let texts = words.map(\.text)
    switch texts.first {
    case nil:
      findings.append(.empty(at: location))
      return nil
    case "period" where texts.count == 1: return .period
    case "period" where texts == ["period", "start"]: return .periodStart
    case "period" where texts == ["period", "end"],
      "reference" where texts == ["reference", "date"]:
      return .periodEnd
    case "edition" where texts.count == 1: return .edition
    case "release" where texts.count == 1: return .release
    case "fact":
      guard texts.count == 2, facts.facts[texts[1]] != nil else {
        findings.append(
          .unknownFact(texts.dropFirst().joined(separator: " "), facts, at: location))
        return nil
      }
      return .fact(texts[1])
    case "period", "reference", "edition", "release":
      findings.append(
        .unknown(
          texts.joined(separator: " "), among: CitationParser.words, kind: "words", at: location))
      return nil
    default:
      return cell(texts, at: location, &findings).map { .cell($0) }
    }
  }

  private static let words = [
    "period", "period start", "period end", "reference date", "edition", "release", "fact",
  ]

  func cell(
    _ words: [String], at location: SourceLocation, _ findings: inout [Diagnostic]
  ) -> CellReference? {
    let measures = declaration.measures.map(\.id)
    if let name = words.first, declaration.measure(name) == nil {
      let known = measures + CitationParser.words
      findings.append(.unknown(name, among: known, kind: "names", at: location))
      return nil
    }
    return declaration.cellReference(words, at: location, rule: .citationUnknown)
      .reporting(to: &findings)
  }

  private static let functions = [
    "share", "previous", "change", "difference", "direction", "distinct", "top", "words", "plural",
    "ordinal", "lower", "in", "capital", "is",
  ]

  private func function(
    _ part: [CitationTokens.Word], of subject: CitationQuery.Subject?,
    at location: SourceLocation, _ findings: inout [Diagnostic]
  ) -> CitationQuery.Function? {
    guard let name = part.first?.text else {
      findings.append(.emptyFunction(at: location))
      return nil
    }
    let arguments = part.dropFirst().map(\.text)
    let quoted = part.dropFirst().filter(\.isQuoted).map(\.text)
    switch (name, arguments.count) {
    case ("share", 0): return .share(of: nil)
    case ("share", 2...) where arguments[0] == "of":
      guard case .cell(let cell) = subject else { return nil }
      return whole(arguments.dropFirst(), of: cell, at: location, &findings).map {
        .share(of: $0)
      }
    case ("previous", 0): return .previous(nil)
    case ("previous", 1):
      guard let period = Period(id: arguments[0]) else {
        findings.append(.noPeriod(arguments[0], at: location))
        return nil
      }
      return .previous(period)
    case ("change", 0): return .change
    case ("difference", 0): return .difference
    case ("direction", 3) where quoted.count == 3:
      return .direction(more: quoted[0], fewer: quoted[1], equal: quoted[2])
    case ("distinct", 1):
      return dimension(arguments[0], of: subject, at: location, &findings).map { .distinct($0) }
    case ("top", 2):
      guard let count = Int(arguments[0]), (1...99).contains(count) else {
        findings.append(.usage("top", at: location))
        return nil
      }
      return dimension(arguments[1], of: subject, at: location, &findings).map { .top(count, $0) }
    case ("words", 0): return .words(.nominative)
    case ("words", 1):
      let known = NumberCase.allCases.map(\.rawValue)
      guard let form = NumberCase(rawValue: arguments[0]) else {
        findings.append(.unknown(arguments[0], among: known, kind: "cases", at: location))
        return nil
      }
      return .words(form)
    case ("plural", 2) where quoted.count == 2:
      return .plural(one: quoted[0], many: quoted[1])
    case ("ordinal", 0): return .ordinal
    case ("lower", 0): return .lower
    case ("in", 1): return .inCase(arguments[0])
    case ("capital", 0): return .capital
    case ("is", 1...): return claim(Array(arguments), of: subject, at: location, &findings)
    default:
      let isKnown = CitationParser.functions.contains(name)
      findings.append(
        isKnown
          ? .usage(name, at: location)
          : .unknown(name, among: CitationParser.functions, kind: "functions", at: location))
      return nil
    }
  }

  /// The words after `of`: a part of the same measure, or of another one, that the cell belongs to.
  func whole(
    _ words: some Sequence<String>, of cell: CellReference, at location: SourceLocation,
    _ findings: inout [Diagnostic]
  ) -> CellReference? {
    let words = Array(words)
    let namesMeasure = words.first.flatMap { declaration.measure($0) } != nil
    let read = self.cell(namesMeasure ? words : [cell.measure] + words, at: location, &findings)
    guard let whole = read else { return nil }
    guard declaration.isPart(cell, of: whole) else {
      findings.append(.noPart(cell, of: whole, at: location))
      return nil
    }
    return whole
  }

  private func dimension(
    _ name: String, of subject: CitationQuery.Subject?, at location: SourceLocation,
    _ findings: inout [Diagnostic]
  ) -> String? {
    guard case .cell(let cell) = subject else { return nil }
    return declaration.dimension(name, of: cell.measure, at: location, rule: .citationUnknown)
      .reporting(to: &findings)?.id
  }
}

extension Diagnostic {
  fileprivate static func empty(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationSyntax, at: location, "A citation names what it cites",
      help: "write it as {{new_clients}} or {{new_clients form=forced_labour | share}}")
  }

  fileprivate static func emptyFunction(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationSyntax, at: location, "After a bar stands what is to be done with the number",
      help: "remove the bar, or write a function such as “share” after it")
  }

  fileprivate static func unknown(
    _ name: String, among known: [String], kind: Message, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citationUnknown, at: location, "“\(name)” is not among the \(kind) that can be cited",
      help: suggestion(for: name, among: known, kind: kind))
  }

  fileprivate static func unknownFact(
    _ name: String, _ facts: FactSheet, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .citationUnknown, at: location, "“\(name)” is not among the facts of this edition",
      help: facts.facts.isEmpty
        ? "declare it in facts.yaml with its source"
        : suggestion(for: name, among: facts.facts.keys.sorted(), kind: "facts"))
  }

  fileprivate static func noPeriod(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .citationUnknown, at: location, "“\(text)” is not a period",
      help: "write a year, a half, a quarter or a month: 2020, 2020-H1, 2020-Q3, 2020-07")
  }

  static func usage(_ function: String, at location: SourceLocation) -> Diagnostic {
    let forms = [
      "share": "share, or share of DIMENSION=CODE", "previous": "previous, or previous 2020-H1",
      "change": "change", "difference": "difference",
      "direction": "direction \"more\" \"fewer\" \"as many\"", "distinct": "distinct DIMENSION",
      "top": "top 4 DIMENSION", "words": "words, or words genitive",
      "plural": "plural \"person\" \"persons\"",
      "ordinal": "ordinal", "lower": "lower", "in": "in ela", "capital": "capital",
      "is": Claim.forms,
    ]
    return Diagnostic(
      .citationSyntax, at: location, "“\(function)” takes other words than these",
      help: "write it as: \(forms[function] ?? function)")
  }
}
