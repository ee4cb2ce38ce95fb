import Diagnostics
import Periods

extension EarlierCounts {
  /// What an edition counted by that has no meaning today, or another one, so that nobody can compare its numbers.
  ///
  /// - `day`: what was told of no later day than this one has nothing to do with the edition.
  func forgotten(since day: Day, at location: SourceLocation) -> [Diagnostic] {
    forgotten.sorted { $0.key < $1.key }.map { name, entry in
      let isNear = entry.last.map { day <= $0 } ?? true
      return entry.isChanged
        ? .changed(
          name, since: id, isNear ? .disclosureForgotten : .disclosureRevised, at: location)
        : .gone(name, by: id, isNear ? .disclosureForgotten : .disclosureRevised, at: location)
    }
  }
}

extension Diagnostic {
  fileprivate static func gone(
    _ name: String, by edition: String, _ rule: Rule, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location,
      "“\(edition)” counted by “\(name)”, which is declared no more, so that nobody compares its numbers",
      help: "declare it in statistics.yaml as it was, beside what took its place")
  }

  fileprivate static func changed(
    _ name: String, since edition: String, _ rule: Rule, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location,
      "“\(name)” is declared otherwise than for “\(edition)”, so that nobody compares their numbers",
      help: "declare it as it was, and what is counted now beside it by another name")
  }
}
