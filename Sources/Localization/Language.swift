import Periods

/// A language that the publication can appear in.
package enum Language: String, Sendable, Hashable, CaseIterable {
  case fi
  case sv
  case en

  /// The BCP 47 tag.
  package var tag: String { rawValue }

  /// The language's name for itself.
  package var name: String {
    switch self {
    case .fi: "Suomi"
    case .sv: "Svenska"
    case .en: "English"
    }
  }
}
