import Localization
import Periods
import Statistics

/// A table of one dimension beside what was published of the same cells for an earlier period.
package struct PeriodComparison: Sendable {
  package let period: Period
  private let table: ProtectedTable
  private let edition: ProtectedEdition
  /// The whole is told and its parts are not.
  private let isWithheld: Bool

  /// Nil where the table compares nothing, or the edition names no earlier period.
  ///
  /// The whole of the earlier period stands beside its parts, so that one that may not be shown could be
  /// computed from the others. Where what they leave of the whole is not large enough to hide it among
  /// parts that nobody knows, none is shown.
  package init?(
    _ table: ProtectedTable, in edition: ProtectedEdition, with period: Period?, threshold: Int
  ) {
    guard let period, table.declaration.isCompared, table.axes.count == 1 else { return nil }
    self.period = period
    self.table = table
    self.edition = edition
    func cell(_ category: Category) -> Cell {
      PeriodComparison.cell(category, of: table, in: edition, period)
    }
    let parts = table.axes[0].categories.filter { $0 != .total }.map(cell)
    guard let whole = cell(.total).value else {
      isWithheld = false
      return
    }
    let rest = whole - parts.compactMap(\.value).reduce(0, +)
    let hidden = parts.count { $0 == .suppressed }
    let isAlone = hidden > 0 && !parts.contains(.missing(.notAvailable))
    isWithheld = isAlone || rest > 0 && rest < threshold * (hidden + 1)
  }

  /// What was published for the earlier period; categories that were counted together have nothing
  /// to be compared with.
  package func cell(_ category: Category) -> Cell {
    let cell = PeriodComparison.cell(category, of: table, in: edition, period)
    // That nobody was there tells nothing of the others.
    return isWithheld && category != .total && cell.value ?? 0 > 0 ? .suppressed : cell
  }

  private static func cell(
    _ category: Category, of table: ProtectedTable, in edition: ProtectedEdition, _ period: Period
  ) -> Cell {
    guard let reference = table.declaration.reference(to: category) else {
      return .missing(.notAvailable)
    }
    return edition.count(.earlier(reference, period))
  }
}

extension TableDeclaration {
  /// What one category of a table of one dimension counts; nil for what has no name of its own.
  func reference(to category: Category) -> CellReference? {
    switch category {
    case .total: CellReference(measure: measure, conditions: filter)
    case .code(let code): reference(toCode: code.code)
    case .rest, .unknown, .period: nil
    }
  }

  func reference(toCode code: String) -> CellReference? {
    dimensions.first.map {
      CellReference(
        measure: measure, conditions: filter + [Condition(dimension: $0, values: [code])])
    }
  }
}

extension StatisticsDeclaration {
  /// The earlier facts that the tables with a comparison show.
  package func comparedFacts(with period: Period?) -> Set<FactRequest> {
    guard let period else { return [] }
    var requests: Set<FactRequest> = []
    for table in tables where table.isCompared {
      guard let dimension = table.dimensions.first.flatMap({ self.dimension($0) }) else { continue }
      let references =
        codeList(of: dimension).codes.compactMap { table.reference(toCode: $0.code) }
        + [CellReference(measure: table.measure, conditions: table.filter)]
      for reference in references { requests.insert(.earlier(reference, period)) }
    }
    return requests
  }
}
