import Diagnostics

/// What a reader of one or several editions can know of their counts, as relations between cells.
///
/// A cell without a value was suppressed or is printed nowhere; no true count of such a cell is in
/// here. The shape is that of `audit.json`.
package struct AuditModel: Sendable, Hashable {
  /// Why a cell without a value matters.
  package enum Role: String, Sendable, Hashable {
    /// A count that nobody may find: so many values must stay possible.
    case protected
    /// Hidden so that others cannot be computed; it must not be computable either.
    case secondary
    /// Printed nowhere, and no count of persons to be kept apart: a difference, a bound, a slack.
    case derived
    /// A count behind several tables that none of them prints; nobody may compute that it is small.
    case joint
  }

  package struct Cell: Sendable, Hashable {
    package var id: String
    /// Nil for what was suppressed or is printed nowhere.
    package var value: Int?
    /// What a reader knows of a cell without a value.
    package var lower: Int
    package var upper: Int?
    package var role: Role
    /// It is small and shown by exception.
    package var isExcepted: Bool
    /// It is small, and an earlier edition printed it.
    package var wasPublished: Bool
    /// By which records and days it counts; nil for sums of different ones.
    var moment: Moment?
    /// The declaration of the first table that prints it, where a finding about it is reported.
    var location: SourceLocation?

    package init(
      id: String, value: Int?, lower: Int = 0, upper: Int? = nil, role: Role = .derived,
      isExcepted: Bool = false, wasPublished: Bool = false
    ) {
      self.id = id
      self.value = value
      self.lower = lower
      self.upper = upper
      self.role = role
      self.isExcepted = isExcepted
      self.wasPublished = wasPublished
    }
  }

  /// Σ coefficient · cell, compared with a number.
  package struct Relation: Sendable, Hashable {
    package enum Comparison: String, Sendable, Hashable {
      case equal = "="
      case atMost = "<="
      case atLeast = ">="
    }

    package var terms: [Term]
    package var comparison: Comparison
    package var bound: Int
    /// Where it was published, in words.
    package var note: String

    package init(
      _ terms: [Term], _ comparison: Comparison, _ bound: Int, note: String
    ) {
      self.terms = terms
      self.comparison = comparison
      self.bound = bound
      self.note = note
    }
  }

  package struct Term: Sendable, Hashable {
    /// An index of `cells`.
    package var cell: Int
    package var coefficient: Int

    package init(_ cell: Int, _ coefficient: Int) {
      self.cell = cell
      self.coefficient = coefficient
    }
  }

  /// A total and the parts that add up to it, as indices of `cells`.
  package struct Sum: Sendable, Hashable {
    package var total: Int
    package var parts: [Int]
    package var note: String

    package init(total: Int, parts: [Int], note: String) {
      self.total = total
      self.parts = parts
      self.note = note
    }
  }

  /// A percentage that was printed: 100 · part ÷ whole, rounded half away from zero.
  package struct Share: Sendable, Hashable {
    package var part: Int
    package var whole: Int
    /// In units of the last decimal: 523 with one decimal is 52.3 %.
    package var scaled: Int
    package var decimals: Int
    package var note: String

    package init(part: Int, whole: Int, scaled: Int, decimals: Int, note: String) {
      self.part = part
      self.whole = whole
      self.scaled = scaled
      self.decimals = decimals
      self.note = note
    }
  }

  /// The parts add up to something between two numbers.
  package struct Group: Sendable, Hashable {
    package var parts: [Int]
    package var lower: Int
    package var upper: Int?
    package var note: String

    package init(parts: [Int], lower: Int, upper: Int?, note: String) {
      self.parts = parts
      self.lower = lower
      self.upper = upper
      self.note = note
    }
  }

  package var cells: [Cell] = []
  package var sums: [Sum] = []
  package var relations: [Relation] = []
  package var shares: [Share] = []
  /// Cells in an order that was published: none is smaller than the next.
  package var orders: [[Int]] = []
  package var groups: [Group] = []

  package init() {}

  /// That one count is not smaller than another, or is larger.
  package mutating func order(_ larger: Int, before smaller: Int, isStrict: Bool) {
    guard isStrict else {
      orders.append([larger, smaller])
      return
    }
    relations.append(
      .init(
        [Term(larger, 1), Term(smaller, -1)], .atLeast, 1,
        note: "\(cells[larger].id) > \(cells[smaller].id)"))
  }
}
