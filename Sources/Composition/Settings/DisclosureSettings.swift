import Diagnostics
import Statistics
import YAMLReading

/// The part `disclosure` of `publication.yaml`.
package struct DisclosureSettings: Sendable {
  package let threshold: Int
  private let zeros: Zeros
  /// Names of dimensions; nil for all.
  private let persons: YAMLValue?
  private let alwaysShown: YAMLValue?

  private enum Zeros: String, CaseIterable {
    case shown
    case hidden
  }

  package var showsZeros: Bool { zeros == .shown }

  init?(_ value: YAMLValue, _ findings: inout [Diagnostic]) {
    let keys = ["threshold", "zeros", "persons", "always_shown"]
    guard let mapping = value.mapping(of: keys, &findings) else { return nil }
    let threshold = mapping.required("threshold", &findings)
    zeros = mapping["zeros"].flatMap { $0.choice(Zeros.self, &findings) } ?? .shown
    persons = mapping["persons"]
    alwaysShown = mapping["always_shown"]
    guard let threshold, let number = threshold.integer(&findings) else { return nil }
    // Of a hidden number at least three values have to stay possible, 1 to 3 and more.
    guard (4...1000).contains(number) else {
      findings.append(.thresholdOutOfRange(at: threshold.location))
      return nil
    }
    self.threshold = number
  }

  /// The policy, with names that the declaration knows.
  package func policy(_ declaration: StatisticsDeclaration) -> Diagnosed<DisclosurePolicy> {
    var findings: [Diagnostic] = []
    var personal: Set<String>?
    if let persons {
      let known = declaration.dimensions.map(\.id)
      let named = persons.texts(&findings)
      if named.isEmpty { findings.append(.noPersons(at: persons.location)) }
      for name in named where !known.contains(name) {
        findings.append(.noDimension(name, among: known, at: persons.location))
      }
      personal = Set(named)
    }
    let cells = (alwaysShown?.list(&findings) ?? []).compactMap { value -> CellReference? in
      guard let text = value.text(&findings) else { return nil }
      return declaration.cellReference(
        text.split(separator: " ").map(String.init), at: value.location, rule: .declarationUnknown
      ).reporting(to: &findings)
    }
    let policy = DisclosurePolicy(
      threshold: threshold, showsZeros: showsZeros, personal: personal, alwaysShown: cells)
    return Diagnosed(policy, findings: findings)
  }
}

extension Diagnostic {
  fileprivate static func thresholdOutOfRange(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "The threshold has to be a number of persons from 4 to 1,000",
      help: "write 5 unless the authority decided otherwise")
  }

  fileprivate static func noPersons(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location,
      "No dimension is said to describe persons, so that no count would be protected",
      help: "name those that do, or take the line out: then all of them do")
  }

  static func noDimension(
    _ name: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .declarationUnknown, at: location, "“\(name)” is not among the dimensions",
      help: suggestion(for: name, among: known, kind: "dimensions"))
  }
}
