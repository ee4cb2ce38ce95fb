import Diagnostics
import Localization

/// Finds numbers typed by hand.
struct NumberChecks {
  let language: Language
  let exemptions: Exemptions
  let words: NumberWordScan
  let facts: FactIndex
  /// Turns of speech that count nothing, in small letters.
  private static let idioms: [Language: [String]] = [
    .en: ["one or two", "the two of them", "at sixes and sevens", "in two minds"],
    .fi: ["kahden kesken", "kahden vaiheilla", "kahteen otteeseen", "molemmat kaksi"],
    .sv: ["en eller två", "båda två", "på tu man hand"],
  ]

  private struct Typed {
    let value: Int
    let lexemes: Range<Int>
    let isPercent: Bool
    let isForeign: Bool
    /// Digits that are a number of nothing: `1, 051`.
    let isBroken: Bool
  }

  func findings(on passage: Passage, in prose: Prose) -> [Diagnostic] {
    let lexemes = passage.lexemes
    let exempt = exemptions.exempt(in: lexemes, of: passage)
    var findings: [Diagnostic] = []
    for number in typed(in: lexemes, except: exempt) {
      let range =
        lexemes[number.lexemes.lowerBound].range
        .lowerBound..<lexemes[
          number.lexemes.upperBound - 1
        ].range.upperBound
      let place = prose.location(of: range, in: passage)
      let written = String(String.UnicodeScalarView(passage.scalars[range]))
      if number.isForeign || number.isBroken {
        findings.append(.format(written, number.value, number.isPercent, language, at: place))
      }
      findings.append(finding(on: written, number.value, isPercent: number.isPercent, at: place))
    }
    let exemptWords = exempt.union(idioms(in: passage))
    for number in words.numbers(in: lexemes)
    where !number.lexemes.contains(where: exemptWords.contains) {
      let range =
        lexemes[number.lexemes.lowerBound].range
        .lowerBound..<lexemes[
          number.lexemes.upperBound - 1
        ].range.upperBound
      if number.value >= 1000, isBound(lexemes, passage) { continue }
      let written = String(String.UnicodeScalarView(passage.scalars[range]))
      let place = prose.location(of: range, in: passage)
      findings.append(finding(on: written, number.value, isPercent: false, at: place))
    }
    return findings
  }

  /// The lexemes of turns of speech that count nothing.
  private func idioms(in passage: Passage) -> Set<Int> {
    let text = LoweredText(passage.scalars)
    var exempt: Set<Int> = []
    for idiom in NumberChecks.idioms[language] ?? [] {
      guard let start = text.offset(of: idiom, isWhole: true) else { continue }
      let range = start..<(start + idiom.unicodeScalars.count)
      for (index, lexeme) in passage.lexemes.enumerated() where lexeme.range.overlaps(range) {
        exempt.insert(index)
      }
    }
    return exempt
  }

  /// *Almost a thousand* beside a citation that proves it.
  private func isBound(_ lexemes: [Lexeme], _ passage: Passage) -> Bool {
    passage.citations.contains { $0.source.contains("| is ") }
  }

  private func finding(
    on written: String, _ value: Int, isPercent: Bool, at place: SourceLocation
  ) -> Diagnostic {
    if let citation = facts.citation(of: value, isPercent: isPercent) {
      return .equal(written, citation: citation, at: place)
    }
    if !isPercent, let near = facts.near(value) {
      return .near(written, language.number(near.value), citation: near.citation, at: place)
    }
    return .unbound(written, at: place)
  }

  private func typed(in lexemes: [Lexeme], except exempt: Set<Int>) -> [Typed] {
    var typed: [Typed] = []
    var index = 0
    while index < lexemes.count {
      guard lexemes[index].kind == .digits, !exempt.contains(index) else {
        index += 1
        continue
      }
      let number = number(at: index, in: lexemes, except: exempt)
      typed.append(number)
      index = number.lexemes.upperBound
    }
    return typed
  }

  /// Digits with the groups that follow them, and a percent sign.
  private func number(at start: Int, in lexemes: [Lexeme], except exempt: Set<Int>) -> Typed {
    func isDigits(_ index: Int) -> Bool {
      lexemes.indices.contains(index) && lexemes[index].kind == .digits && !exempt.contains(index)
    }
    var digits = lexemes[start].text
    var end = start + 1
    var isForeign = false
    var isBroken = false
    while end + 1 < lexemes.count, digits.count <= 9 {
      let separator = lexemes[end]
      let isComma = separator.text == ","
      if isDigits(end + 1), lexemes[end + 1].text.count == 3,
        isComma || separator.text == "." || separator.kind == .space,
        digits.count <= 3 || end > start + 1
      {
        let own = language == .en ? isComma : separator.kind == .space
        isForeign = isForeign || !own
        digits += lexemes[end + 1].text
        end += 2
      } else if isComma, lexemes[end + 1].kind == .space, isDigits(end + 2), digits.count == 1,
        lexemes[end + 2].text.count == 4
          || (lexemes[end + 2].text.count == 3 && lexemes[end + 2].text.hasPrefix("0"))
      {
        isBroken = true
        digits += lexemes[end + 2].text
        end += 3
      } else {
        break
      }
    }
    var isPercent = false
    if end < lexemes.count, lexemes[end].text == "%" {
      isPercent = true
      isForeign = isForeign || language != .en
      end += 1
    } else if end + 1 < lexemes.count, lexemes[end].kind == .space, lexemes[end + 1].text == "%" {
      isPercent = true
      isForeign = isForeign || language == .en
      end += 2
    }
    return Typed(
      value: Int(digits) ?? .max, lexemes: start..<end, isPercent: isPercent, isForeign: isForeign,
      isBroken: isBroken)
  }
}

extension Diagnostic {
  fileprivate static func equal(
    _ written: String, citation: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .numberNear, at: place, "“\(written)” is typed by hand and equals a number of the data",
      help: "write {{\(citation)}} if that is meant; cite or declare what it is otherwise")
  }

  fileprivate static func near(
    _ written: String, _ known: String, citation: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .numberNear, at: place, "“\(written)” is typed by hand and close to \(known)",
      help: "write {{\(citation)}} if that is meant; cite or declare what it is otherwise")
  }

  fileprivate static func unbound(_ written: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .numberUnbound, at: place, "“\(written)” is typed by hand and comes from nowhere",
      help:
        "cite it from the data, or declare it in facts.yaml with its source and write {{fact …}}")
  }

  fileprivate static func format(
    _ written: String, _ value: Int, _ isPercent: Bool, _ language: Language,
    at place: SourceLocation
  ) -> Diagnostic {
    let right = value == .max ? "" : isPercent ? language.percent(value) : language.number(value)
    return Diagnostic(
      .numberFormat, at: place, "“\(written)” is not how \(language.name) writes this number",
      help: "write \(right), or better cite it")
  }
}
