/// An element as it begins in a page, with everything that its tag says.
package struct ReadElement: Sendable {
  package struct Attribute: Sendable, Hashable {
    /// In small letters.
    package let name: String
    /// With entities resolved.
    package let value: String
  }

  /// In small letters.
  package let name: String
  /// The anchor of the article, figure or section it stands in; its own where it is one.
  package let place: String
  /// It is a drawing, or stands in one.
  package let isDrawn: Bool
  package let attributes: [Attribute]
  /// The byte of the file at which it begins.
  package let origin: Int

  package func value(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}
