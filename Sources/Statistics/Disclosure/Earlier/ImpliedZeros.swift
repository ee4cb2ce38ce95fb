import Periods

extension Dataset {
  /// What the rules say of an edition’s records, as rows of `published.csv`: nobody is where a rule says so.
  ///
  /// Its readers know, even when the rule is taken out one day.
  func impliedZeros(of facts: [PublishedFact], in period: Period) -> [PublishedFact] {
    let texts = RegionText(declaration: declaration)
    let counted = Set(facts.filter { $0.form == .count }.map(\.measure))
    let told = Set(
      declaration.measures.filter { counted.contains($0.id) }.map(\.recordSet))
    // What is said of all records is so of those that the edition does not count too.
    return declaration.measures.filter { told.contains($0.recordSet) }.flatMap { measure in
      (declaration.recordSet(of: measure)?.implied ?? []).flatMap { rule -> [PublishedFact] in
        guard let set = declaration.recordSet(of: measure), breaks(of: rule, in: set).isEmpty,
          (rule.when + rule.then).allSatisfy({ condition in
            declaration.dimension(condition.dimension).map { declaration.isAvailable($0, in: set) }
              ?? false
          })
        else { return [] }
        return rule.then.map { condition in
          let mask = declaration.mask(of: condition)
          let others = [condition.dimension: CodeSet(mask.map { !$0 })]
          let when = Region(
            basis: declaration.region(of: measure).basis, codes: declaration.box(of: rule.when))
          let nobody = declaration.region(of: measure).intersection(when)
            .intersection(Region(basis: when.basis, codes: others))
          return PublishedFact(
            form: .count, measure: measure.id, cell: texts.text(of: nobody, measure),
            time: CountingTime(measure, in: period).text, status: .published, value: 0)
        }
      }
    }
  }
}
