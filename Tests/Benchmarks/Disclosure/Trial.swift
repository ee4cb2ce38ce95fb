import Diagnostics
import Statistics
import TestSupport

/// One edition, protected and attacked with a clock beside it.
struct Trial {
  let protecting: Duration
  let auditing: Duration
  let knowledge: ReadersKnowledge
  let faults: [String]
  let errors: [Diagnostic]
  /// Some sums were not looked at to the end when it was protected.
  let isUnsure: Bool
  /// Nor when it was attacked.
  let isIncomplete: Bool

  /// - `isAttackedBlind`: without help of the true counts, as a published edition is.
  init(
    _ edition: InventedEdition, policy: DisclosurePolicy = DisclosurePolicy(threshold: 5),
    isAttackedBlind: Bool = true
  ) throws {
    let clock = ContinuousClock()
    var protected: Diagnosed<ProtectedEdition>?
    protecting = try clock.measure { protected = try edition.protected(policy: policy) }
    guard let protected else { preconditionFailure("Protecting returns or throws") }
    errors = protected.findings.filter { $0.severity == .error }
    isUnsure = protected.findings.contains { $0.rule == .disclosureIncomplete }
    let knowledge = ReadersKnowledge(of: [(edition, protected.value)], policy: policy)
    var result: AttackResult?
    auditing = clock.measure {
      result =
        isAttackedBlind
        ? knowledge.model.attacked(
          candidates: policy.candidates, threshold: policy.threshold, depth: .verdict)
        : knowledge.attacked()
    }
    faults = result.map(knowledge.faults) ?? []
    isIncomplete = result?.isIncomplete ?? false
    self.knowledge = knowledge
  }

  static func of(_ name: String, _ edition: InventedEdition) throws {
    let trial = try Trial(edition)
    let known = trial.knowledge
    print(
      "\(name): protected in \(trial.protecting.inMilliseconds) ms,",
      "attacked in \(trial.auditing.inMilliseconds) ms;",
      "\(known.hidden) of \(known.hidden + known.shown) cells hidden,",
      "\(trial.faults.count) faults, \(trial.errors.count) errors")
    for fault in trial.faults.prefix(5) { print("  \(fault)") }
  }

  /// The sample edition with its exceptions, which give themselves away and nothing else.
  static func sample() throws {
    guard let declaration = try Sample.declaration().value,
      let dataset = Dataset.read(
        declaration, records: try Sample.records(),
        history: try Sample.file("Content/2021-H1/history.csv")
      ).value
    else { return }
    let clock = ContinuousClock()
    var model = AuditModel()
    let protecting = fastest(clock) {
      model =
        dataset.protect(
          period: Sample.period, policy: DisclosurePolicy(threshold: 5),
          exceptions: Sample.exceptions(declaration), requests: []
        ).value.audit
    }
    var leaks: [AttackResult.Leak] = []
    let auditing = fastest(clock) {
      leaks = model.withoutExcused(
        model.attacked(candidates: 3, threshold: 5, depth: .verdict).leaks)
    }
    let hidden = model.cells.filter { $0.value == nil && $0.role != .derived }.count
    print(
      "sample: protected in \(protecting.inMilliseconds) ms, attacked in",
      "\(auditing.inMilliseconds) ms; \(hidden) of \(model.cells.count) counts not shown,",
      "\(leaks.count) leaks")
  }

  private static func fastest(_ clock: ContinuousClock, _ work: () -> Void) -> Duration {
    (0..<5).map { _ in clock.measure(work) }.min() ?? .zero
  }
}

extension Duration {
  var inMilliseconds: Int { Int((self / .milliseconds(1)).rounded()) }
}
