extension AuditModel {
  /// Attacks by somebody who knows the true counts, which is quicker and finds the same.
  ///
  /// Other counts that are possible lie near the true ones, and are looked for there first.
  ///
  /// - `truth`: by index of the cells.
  package func attacked(
    candidates: Int, threshold: Int, depth: AttackDepth, from truth: [Int]
  ) -> AttackResult {
    attacked(
      candidates: candidates, threshold: threshold, depth: depth,
      knowing: KnownSolutions(base: truth, moves: []))
  }
}
