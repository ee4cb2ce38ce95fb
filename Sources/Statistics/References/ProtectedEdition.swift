import Periods

/// Everything of an edition that may be published: its tables, and the answers to what its texts asked.
package struct ProtectedEdition: Sendable {
  package let period: Period
  package let declaration: StatisticsDeclaration
  /// In the order declared.
  package let tables: [ProtectedTable]
  /// The exceptions to the threshold that were made, in the order of the edition’s file.
  package let exceptions: [DisclosureException]
  /// What a reader knows of the edition, for an attacker; it holds no count that is hidden.
  package let audit: AuditModel
  /// Where the counts that tables and texts name stand among the cells of `audit`.
  package let stated: StatedCells
  /// Every count that the edition prints, merges or hides, as later editions have to know it.
  package let published: [PublishedFact]
  private let answers: [FactRequest: FactAnswer]
  /// Known to nobody outside: they hold true counts.
  private let solutions: KnownSolutions?
  private let exceptionParts: ExceptionParts?
  /// What is public by history.csv alone; nil where there is none.
  private let history: ToldByHistory?
  /// Findings that would have stopped the edition.
  package let answeredFor: Set<AcceptedFinding>

  init(
    period: Period, declaration: StatisticsDeclaration, tables: [ProtectedTable],
    exceptions: [DisclosureException], answers: [FactRequest: FactAnswer], audit: AuditModel,
    stated: StatedCells, published: [PublishedFact], solutions: KnownSolutions? = nil,
    exceptionParts: ExceptionParts? = nil, history: ToldByHistory? = nil,
    answeredFor: Set<AcceptedFinding> = []
  ) {
    self.period = period
    self.declaration = declaration
    self.tables = tables
    self.exceptions = exceptions
    self.answers = answers
    self.audit = audit
    self.stated = stated
    self.published = published
    self.solutions = solutions
    self.exceptionParts = exceptionParts
    self.history = history
    self.answeredFor = answeredFor
  }

  /// What an attack on `audit`, to which relations were added, finds out.
  ///
  /// Other counts that were met while cells were hidden are tried first, so that it need not search
  /// for what is known to be possible; each is checked. Groups that are the persons of an exception and
  /// nobody else are no leaks, nor is what history.csv gives away by itself.
  package func attacked(
    _ model: AuditModel, by policy: DisclosurePolicy, depth: AttackDepth
  ) -> AttackResult {
    var result = model.attacked(
      candidates: policy.candidates, threshold: policy.threshold, depth: depth,
      knowing: solutions)
    if let exceptionParts { result.leaks.removeAll(where: exceptionParts.explain) }
    if let history { result.leaks = history.untold(result.leaks, in: audit, policy) }
    return result
  }

  package func table(_ id: String) -> ProtectedTable? { tables.first { $0.id == id } }

  /// Nil for what was not asked for when the edition was protected.
  package subscript(request: FactRequest) -> FactAnswer? { answers[request] }

  package func count(_ request: FactRequest) -> Cell {
    if case .count(let cell) = answers[request] { cell } else { .suppressed }
  }
}
