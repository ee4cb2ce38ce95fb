import Periods

/// A table that may be published.
///
/// Only disclosure control can make one.
package struct ProtectedTable: Sendable {
  package let declaration: TableDeclaration
  package let measure: Measure
  package let axes: [Axis]
  /// In row-major order of the axes.
  private let cells: [Cell]

  init(declaration: TableDeclaration, measure: Measure, axes: [Axis], cells: [Cell]) {
    precondition(cells.count == axes.reduce(1) { $0 * $1.categories.count })
    self.declaration = declaration
    self.measure = measure
    self.axes = axes
    self.cells = cells
  }

  package var id: String { declaration.id }

  /// One category of each axis.
  package subscript(position: [Int]) -> Cell {
    var index = 0
    for (axis, place) in zip(axes, position) { index = index * axis.categories.count + place }
    return cells[index]
  }

  /// The whole, n.
  ///
  /// Nil for a series, whose periods have no sum.
  package var total: Cell? {
    declaration.sinceYear == nil ? self[axes.map { $0.categories.count - 1 }] : nil
  }

  /// Every position, the last axis running fastest.
  package var positions: [[Int]] {
    axes.reduce([[]]) { positions, axis in
      positions.flatMap { position in axis.categories.indices.map { position + [$0] } }
    }
  }
}

package struct Axis: Sendable {
  /// Nil for the periods of a series.
  package let dimension: Dimension?
  /// Codes in the order of their list, then the rest, the unknown, and the total last.
  package let categories: [Category]
}

package enum Category: Sendable, Hashable {
  case code(CodeList.Code)
  case rest(Rest)
  case unknown(Unknown)
  case total
  case period(Period, isStock: Bool)

  /// What an empty or unrecognised cell of the records became.
  package enum Unknown: Sendable, Hashable {
    case notKnown
    case notRecognised
    case both
  }

  /// Categories that are counted together.
  package struct Rest: Sendable, Hashable {
    /// How many kinds it holds; nil where some of them may not occur.
    package let kinds: Int?
    /// The list’s own *other*, if it is among them: the rest takes its name.
    package let namesake: CodeList.Code?
    /// Codes among them that are no kind of their own: stateless, not known.
    package let uncounted: [CodeList.Code]
    package let unknown: Unknown?
  }

  /// The code in data files.
  package var code: String {
    switch self {
    case .code(let code): code.code
    case .rest: "_O"
    case .unknown: "_U"
    case .total: "_T"
    case .period(let period, let isStock): isStock ? "\(period.end)" : period.id
    }
  }
}
