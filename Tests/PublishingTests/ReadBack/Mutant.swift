import Foundation
import TestSupport
import Testing

/// A file of the sample in which one thing was changed.
struct Mutant: Sendable, CustomTestStringConvertible {
  let path: String
  let text: String
  /// Of the change, from 1.
  let line: Int
  let change: String

  var testDescription: String { "\(path):\(line) \(change)" }
}

/// A kind of mutants: what is sought in which files, and what it becomes.
struct Mutation: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [String]
  /// Its first group is what changes; the whole match where it has none.
  let pattern: String
  /// How many places there have to be.
  var least = 15
  /// How many lines off a finding may be.
  var slack = 1
  let change: @Sendable (String, inout SeededGenerator) -> String

  var testDescription: String { name }

  static let languages = ["fi", "sv", "en"]
  static let pages = pages(in: languages)

  static func pages(in languages: [String]) -> [String] {
    languages.flatMap { ["2021-H1/\($0)/index.html", "2021-H1/\($0)/print.html"] }
  }

  static let texts = languages.map { "2021-H1/\($0)/review.txt" }

  /// So many of the places that fit, spread over the files; the same in every run.
  func mutants(of sample: BuiltSample, atMost count: Int) throws -> [Mutant] {
    let expression = try NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
    var random = SeededGenerator(
      seed: UInt64(name.utf8.reduce(7) { ($0 * 31 + UInt64($1)) % 99_991 }))
    var places: [(path: String, text: String, range: Range<String.Index>)] = []
    for path in files {
      let text = try sample.text(path)
      let style = text.range(of: #"<style>[\s\S]*(?=</style>)"#, options: .regularExpression)
      for match in expression.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        let group = match.numberOfRanges > 1 ? 1 : 0
        guard let range = Range(match.range(at: group), in: text) else { continue }
        // What a style sheet holds is no sentence.
        if let style, style.contains(range.lowerBound) { continue }
        places.append((path, text, range))
      }
    }
    return places.shuffled(using: &random).prefix(count).map { path, text, range in
      let old = String(text[range])
      let new = change(old, &random)
      return Mutant(
        path: path, text: text.replacingCharacters(in: range, with: new),
        line: text[..<range.lowerBound].utf8.filter { $0 == 10 }.count + 1,
        change: "“\(old.prefix(60))” became “\(new.prefix(60))”")
    }
  }

  /// Reading the sample back finds every mutant, near its line.
  func expectFound() throws {
    let sample = try BuiltSample.shared.get()
    let mutants = try mutants(of: sample, atMost: 16)
    #expect(mutants.count >= least, "only \(mutants.count) places fit")
    for mutant in mutants {
      let found = sample.findings(mutant.path, reading: mutant.text)
      let isThere = found.contains { abs($0.location.line - mutant.line) <= slack }
      #expect(isThere, "\(mutant.testDescription): \(found.map(\.rendered).prefix(3))")
      #expect(found.allSatisfy { $0.location.path == "site/\(mutant.path)" })
      #expect(found.allSatisfy { $0.rule == .disclosureUnledgered })
    }
  }

  /// Another digit, never the same.
  static let otherDigit: @Sendable (String, inout SeededGenerator) -> String = { old, random in
    let digits = "0123456789".filter { !old.contains($0) || old.count > 1 }
    var new = old
    while new == old { new = old.dropLast() + String(digits.randomElement(using: &random) ?? "7") }
    return new
  }
}
