import Diagnostics
import Periods
import Statistics

/// What a sentence says of a number in words: it prints nothing and has to be true.
package enum Claim: Sendable, Hashable {
  /// Of the codes of the dimension that the cell names.
  case largest
  case majority(of: CellReference?)
  /// More or less than so many percent of the measure.
  case overPercent(Int)
  case underPercent(Int)
  case over(Int)
  case under(Int)
  /// Within a tenth below.
  case almost(Int)
  /// Within a tenth.
  case about(Int)
  /// From 45 to 55 percent of the measure, or of the cell named.
  case aboutHalf(of: CellReference?)
  /// From 40 to just under 50 percent.
  case almostHalf(of: CellReference?)
  case more
  case fewer
  /// At least so many times the value of the compared period, or of the one named.
  case multiplied(by: Int, since: Period?)

  static let forms =
    "is largest, is majority, is over 40 %, is almost 1000, is about half, is fewer or is tripled"
}

extension Claim {
  /// As it is written in a citation.
  package var text: String {
    switch self {
    case .largest: "is largest"
    case .majority(let base): "is majority" + (base.map { " of \($0.text)" } ?? "")
    case .overPercent(let percent): "is over \(percent) %"
    case .underPercent(let percent): "is under \(percent) %"
    case .over(let number): "is over \(number)"
    case .under(let number): "is under \(number)"
    case .almost(let number): "is almost \(number)"
    case .about(let number): "is about \(number)"
    case .aboutHalf(let base): "is about half" + (base.map { " of \($0.text)" } ?? "")
    case .almostHalf(let base): "is almost half" + (base.map { " of \($0.text)" } ?? "")
    case .more: "is more"
    case .fewer: "is fewer"
    case .multiplied(let factor, let since):
      (factor == 2 ? "is doubled" : "is tripled") + (since.map { " \($0.id)" } ?? "")
    }
  }
}

extension CitationParser {
  func claim(
    _ words: [String], of subject: CitationQuery.Subject?, at location: SourceLocation,
    _ findings: inout [Diagnostic]
  ) -> CitationQuery.Function? {
    guard case .cell(let cell) = subject else { return nil }
    let isPercent = words.last == "%" || words.last?.hasSuffix("%") == true
    let number = words.dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
    switch (words[0], words.count) {
    case ("largest", 1): return .claim(.largest)
    case ("majority", 1): return .claim(.majority(of: nil))
    case ("majority", 3...) where words[1] == "of":
      return whole(words.dropFirst(2), of: cell, at: location, &findings).map {
        .claim(.majority(of: $0))
      }
    case ("about", 2) where words[1] == "half": return .claim(.aboutHalf(of: nil))
    case ("almost", 2) where words[1] == "half": return .claim(.almostHalf(of: nil))
    case ("about", 4...) where words[1] == "half" && words[2] == "of":
      return whole(words.dropFirst(3), of: cell, at: location, &findings).map {
        .claim(.aboutHalf(of: $0))
      }
    case ("almost", 4...) where words[1] == "half" && words[2] == "of":
      return whole(words.dropFirst(3), of: cell, at: location, &findings).map {
        .claim(.almostHalf(of: $0))
      }
    case ("more", 1): return .claim(.more)
    case ("fewer", 1), ("less", 1): return .claim(.fewer)
    case ("doubled", 1), ("tripled", 1):
      return .claim(.multiplied(by: words[0] == "doubled" ? 2 : 3, since: nil))
    case ("doubled", 2), ("tripled", 2):
      if let period = Period(id: words[1]) {
        return .claim(.multiplied(by: words[0] == "doubled" ? 2 : 3, since: period))
      }
    case ("over", 2...3):
      if let number { return .claim(isPercent ? .overPercent(number) : .over(number)) }
    case ("under", 2...3):
      if let number { return .claim(isPercent ? .underPercent(number) : .under(number)) }
    case ("almost", 2):
      if let number { return .claim(.almost(number)) }
    case ("about", 2):
      if let number { return .claim(.about(number)) }
    default: break
    }
    findings.append(.usage("is", at: location))
    return nil
  }
}
