import Localization
import Periods
import Statistics

/// What a citation asks for.
package struct CitationQuery: Sendable {
  package enum Subject: Sendable, Equatable {
    case cell(CellReference)
    case period
    case periodStart
    case periodEnd
    case edition
    case release
    case fact(String)
  }

  package enum Function: Sendable, Equatable {
    /// Of the whole measure, or of the cell named.
    case share(of: CellReference?)
    case previous(Period?)
    case change
    case difference
    case direction(more: String, fewer: String, equal: String)
    case distinct(String)
    case top(Int, String)
    case words(NumberCase)
    case plural(one: String, many: String)
    /// *3rd*, *3.*, *3:e*.
    case ordinal
    case lower
    /// A label in a case that its code list gives, such as `ela`.
    case inCase(String)
    case capital
    case claim(Claim)
  }

  package let subject: Subject
  package let functions: [Function]
}

extension CitationQuery.Function {
  /// It stands first and is answered from counts; the others only change words.
  var looksAtCounts: Bool {
    switch self {
    case .share, .change, .difference, .direction, .distinct, .top, .claim: true
    case .previous, .words, .plural, .ordinal, .lower, .inCase, .capital: false
    }
  }
}
