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

  /// Whether it may be told of how many kinds some persons are.
  ///
  /// Of few, the number divides them into groups that are smaller still, whoever decided to show how
  /// many they are; and where there are nearly as many kinds as persons, most are of one person.
  func mayTell(kinds: Int, by dimension: String, among persons: Int, of cell: CellReference) -> Bool
  {
    let dimensions = [dimension] + cell.conditions.map(\.dimension)
    guard persons > 0, personal.map({ dimensions.contains(where: $0.contains) }) ?? true else {
      return true
    }
    return persons >= threshold && persons - kinds >= candidates - 1
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
