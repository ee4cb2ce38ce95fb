import Diagnostics
import YAMLReading

/// Which counts of persons may be shown, and what a reader is told of those that are not.
package struct DisclosurePolicy: Sendable, Hashable {
  /// Counts of fewer persons are not shown.
  package let threshold: Int
  /// Zeros are shown, so that the mark stands for at least one person; else it stands for 0 too, and
  /// zeros are hidden like other small counts.
  package let showsZeros: Bool
  /// The dimensions that say something about a person; nil for all of them.
  ///
  /// A count by none of these is no count of persons with a property, and may be small.
  package let personal: Set<String>?
  /// Cells that are shown in every edition, whatever their size.
  package let alwaysShown: [CellReference]
  /// How many values have to stay possible for a count that is not shown.
  package let candidates: Int

  package init(
    threshold: Int, showsZeros: Bool = true, personal: Set<String>? = nil,
    alwaysShown: [CellReference] = [], candidates: Int = 3
  ) {
    self.threshold = threshold
    self.showsZeros = showsZeros
    self.personal = personal
    self.alwaysShown = alwaysShown
    self.candidates = candidates
  }

  func isSmall(_ count: Int) -> Bool { count < threshold && (count > 0 || !showsZeros) }

  /// Two numbers differ by so many that it tells of a few persons.
  func isFew(_ difference: Int) -> Bool { difference != 0 && abs(difference) < threshold }

  /// With the dimensions that tell the same of a person as those which are named: what they are made of, what stands
  /// on the same column, what a rule ties to them, and what is made by cases of them or applies by them.
  package func widened(by declaration: StatisticsDeclaration) -> DisclosurePolicy {
    guard var personal else { return self }
    let dimensions = declaration.dimensionsInOrder
    var count = 0
    while count < personal.count {
      count = personal.count
      for dimension in dimensions where personal.contains(dimension.id) {
        personal.formUnion(dimension.sources)
      }
      let columns = dimensions.filter { personal.contains($0.id) }.compactMap(\.column)
      personal.formUnion(
        dimensions.filter { $0.column.map(columns.contains) ?? false }.map(\.id))
      for rule in declaration.recordSets.flatMap(\.implied) {
        let tied = (rule.when + rule.then).map(\.dimension)
        if tied.contains(where: personal.contains) { personal.formUnion(tied) }
      }
    }
    // A dimension stands after those that it is made of.
    for dimension in dimensions
    where dimension.sources.contains(where: personal.contains)
      || dimension.appliesWhen.contains(where: { personal.contains($0.dimension) })
    {
      personal.insert(dimension.id)
    }
    return DisclosurePolicy(
      threshold: threshold, showsZeros: showsZeros, personal: personal, alwaysShown: alwaysShown,
      candidates: candidates)
  }
}

extension Dimension {
  /// The column of the records that it stands on.
  var column: String? {
    switch origin {
    case .column(let name), .bands(let name): name
    case .cases: nil
    }
  }

  /// The dimensions by whose codes it is made.
  fileprivate var sources: [String] {
    guard case .cases(let cases) = origin else { return [] }
    return cases.flatMap(\.conditions).map(\.dimension)
  }
}

/// A small count that is shown all the same, with the reason and who decided.
package struct DisclosureException: Sendable, Hashable {
  package let reference: CellReference
  /// Dimensions by which it may be divided: the row of a table with its cells.
  package let by: [String]
  package let reason: LocalizedText
  package let decidedBy: LocalizedText
  package let location: SourceLocation

  package init(
    reference: CellReference, by: [String] = [], reason: LocalizedText, decidedBy: LocalizedText,
    location: SourceLocation
  ) {
    self.reference = reference
    self.by = by
    self.reason = reason
    self.decidedBy = decidedBy
    self.location = location
  }
}
