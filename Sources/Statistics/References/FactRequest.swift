import Periods

/// A number or an order that a text wants to state.
package enum FactRequest: Sendable, Hashable {
  case count(CellReference)
  /// The same, as published for an earlier period.
  case earlier(CellReference, Period)
  /// How many codes of a dimension are met, without the unknown and those that are no kind.
  case distinct(CellReference, dimension: String)
  /// The codes of a dimension, largest first, so many of which are named.
  case ranking(CellReference, dimension: String, named: Int)
}

/// What may be stated of it.
package enum FactAnswer: Sendable, Hashable {
  case count(Cell)
  /// The published codes, as far as their true order may be told.
  case ranking([CodeList.Code])
}

/// A number that passed disclosure control, or the word that none can be shown.
///
/// Why a cell is suppressed cannot be asked: that would help an attacker.
package enum Cell: Sendable, Hashable {
  case published(Int)
  case suppressed
  case missing(Absence)

  package enum Absence: Sendable, Hashable {
    case notAvailable
    case notApplicable
  }

  package var value: Int? {
    if case .published(let value) = self { value } else { nil }
  }
}
