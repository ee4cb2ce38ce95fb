import Diagnostics
import YAMLReading

/// From which number of persons on a count may be shown.
package struct DisclosurePolicy: Sendable, Hashable {
  package let threshold: Int

  package init(threshold: Int) {
    self.threshold = threshold
  }

  /// Zeros are shown.
  func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }
}

/// A small count that is shown all the same, with the reason and who decided.
package struct DisclosureException: Sendable, Hashable {
  package let reference: CellReference
  package let reason: LocalizedText
  package let decidedBy: LocalizedText
  package let location: SourceLocation

  package init(
    reference: CellReference, reason: LocalizedText, decidedBy: LocalizedText,
    location: SourceLocation
  ) {
    self.reference = reference
    self.reason = reason
    self.decidedBy = decidedBy
    self.location = location
  }
}
