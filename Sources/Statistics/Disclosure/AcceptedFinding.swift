import Diagnostics

/// A finding of the audit that somebody answers for.
///
/// It stays in the edition's file and is printed nowhere.
package struct AcceptedFinding: Sendable, Hashable {
  package let rule: Rule
  /// The cells as findings name them.
  package let cells: Set<String>
  package let reason: String
  package let decidedBy: String
  package let location: SourceLocation

  package init(
    rule: Rule, cells: Set<String>, reason: String, decidedBy: String, location: SourceLocation
  ) {
    self.rule = rule
    self.cells = cells
    self.reason = reason
    self.decidedBy = decidedBy
    self.location = location
  }

  func accepts(_ corrections: Corrections) -> Bool {
    rule == .disclosureCorrected && cells == corrections.texts
  }

  package func accepts(_ leak: AttackResult.Leak, in model: AuditModel) -> Bool {
    leak.kind.rule == rule && Set(leak.cells.map { model.cells[$0].id }) == cells
  }
}

extension AttackResult.Leak.Kind {
  package var rule: Rule {
    switch self {
    case .exact: .disclosureExact
    case .narrow: .disclosureNarrow
    case .implied: .disclosureImplied
    }
  }
}
