import Diagnostics
import Statistics
import YAMLReading

extension AcceptedFinding {
  /// Reads `{finding: disclosure-implied, cells: […], reason: …, decided_by: …}`.
  init?(_ value: YAMLValue, _ findings: inout [Diagnostic]) {
    guard
      let mapping = value.mapping(of: ["finding", "cells", "reason", "decided_by"], &findings)
    else { return nil }
    let rule = mapping.required("finding", &findings).flatMap { Self.rule($0, &findings) }
    let cells = mapping.required("cells", &findings)?.texts(&findings)
    let reason = mapping.required("reason", &findings)?.words(&findings)
    let decidedBy = mapping.required("decided_by", &findings)?.words(&findings)
    guard let rule, let cells, let reason, let decidedBy else { return nil }
    self.init(
      rule: rule, cells: Set(cells), reason: reason, decidedBy: decidedBy,
      location: value.location)
  }

  /// What can be computed exactly is never accepted.
  private static func rule(_ value: YAMLValue, _ findings: inout [Diagnostic]) -> Rule? {
    guard let name = value.text(&findings) else { return nil }
    let rule = [Rule.disclosureNarrow, .disclosureImplied, .disclosureCorrected].first {
      $0.rawValue == name
    }
    if rule == nil { findings.append(.notAcceptable(at: value.location)) }
    return rule
  }
}

extension Diagnostic {
  fileprivate static func notAcceptable(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location,
      "Only disclosure-narrow, disclosure-implied and disclosure-corrected can be accepted",
      help: "state an exception for the cell, or merge it with another category")
  }
}
