import Statistics

/// A protected table as a reader meets it: rows and columns in a useful order, nothing empty.
struct TableView {
  struct Row {
    /// The categories that name it, one for each axis but the last of several.
    let categories: [Category]
    let cells: [Cell]

    var isTotal: Bool { categories.allSatisfy { $0 == .total } }

    /// A number of it is not shown.
    var isHidden: Bool { cells.contains(.suppressed) }

    /// The largest of its numbers that are shown.
    var largest: Int { cells.compactMap(\.value).max() ?? 0 }
  }

  /// The categories over the columns; empty where there is one column of numbers.
  let columns: [Category]
  /// Totals last.
  let rows: [Row]
  /// Codes that do not occur and have no row of their own.
  let absent: [Category]

  init(_ table: ProtectedTable, names: CategoryNames) {
    let stubAxes = table.axes.count > 1 ? table.axes.count - 1 : 1
    var columns = table.axes.count > 1 ? table.axes[stubAxes].categories : []
    var rows = TableView.rows(of: table, stubAxes: stubAxes)
    var absent: [Category] = []

    let emptyColumns = columns.indices.filter { column in
      columns[column] != .total && rows.allSatisfy { $0.cells[column] == .published(0) }
    }
    absent += emptyColumns.map { columns[$0] }
    columns = columns.indices.filter { !emptyColumns.contains($0) }.map { columns[$0] }
    rows = rows.map { row in
      let kept = row.cells.indices.filter { !emptyColumns.contains($0) }
      return Row(categories: row.categories, cells: kept.map { row.cells[$0] })
    }

    let isOrdered = table.axes.prefix(stubAxes).contains { $0.dimension?.isOrdinal ?? true }
    let empty = rows.filter { row in
      !row.isTotal && row.cells.allSatisfy { $0 == .published(0) }
        && (!isOrdered || row.categories.contains(where: \.isMissing))
    }
    if empty.count < rows.filter({ !$0.isTotal }).count {
      absent += empty.compactMap { $0.categories.count == 1 ? $0.categories[0] : nil }
      rows.removeAll { row in empty.contains { $0.categories == row.categories } }
    }
    let isProtected = table.positions.contains { table[$0] == .suppressed }
    if !isOrdered, !isProtected { rows = TableView.bySize(rows, names) }
    self.columns = columns
    self.rows = rows
    self.absent = absent.filter { !$0.isMissing }
  }

  private static func rows(of table: ProtectedTable, stubAxes: Int) -> [Row] {
    var rows: [Row] = []
    for position in table.positions {
      let categories = zip(table.axes, position).prefix(stubAxes).map { $0.categories[$1] }
      // Sums over some of several dimensions have no row; the whole has.
      let totals = categories.filter { $0 == .total }.count
      guard totals == 0 || totals == categories.count else { continue }
      if rows.last?.categories == categories {
        let cells = rows[rows.count - 1].cells + [table[position]]
        rows[rows.count - 1] = Row(categories: categories, cells: cells)
      } else {
        rows.append(Row(categories: categories, cells: [table[position]]))
      }
    }
    return rows
  }

  /// The largest first, equals by name; the rest, the unknown and the total stay behind.
  private static func bySize(_ rows: [Row], _ names: CategoryNames) -> [Row] {
    rows.enumerated().sorted { left, right in
      let leftRank = left.element.categories.map(\.rank).max() ?? 0
      let rightRank = right.element.categories.map(\.rank).max() ?? 0
      if leftRank != rightRank { return leftRank < rightRank }
      let leftSize = left.element.cells.last?.value ?? 0
      let rightSize = right.element.cells.last?.value ?? 0
      if leftRank == 0, leftSize != rightSize { return leftSize > rightSize }
      if leftRank == 0, case .code(let one) = left.element.categories.first,
        case .code(let other) = right.element.categories.first, one != other
      {
        return names.language.isOrdered(names.label(of: one), before: names.label(of: other))
      }
      return left.offset < right.offset
    }
    .map(\.element)
  }
}

extension Category {
  /// It stands for what is not known.
  var isMissing: Bool {
    switch self {
    case .code(let code): code.isMissing
    case .unknown: true
    case .rest, .total, .period: false
    }
  }

  var isRest: Bool {
    if case .rest = self { true } else { false }
  }

  fileprivate var rank: Int {
    switch self {
    case .period: 0
    case .code(let code): code.isMissing ? 2 : 0
    case .rest: 1
    case .unknown: 2
    case .total: 3
    }
  }
}
