/// The order in which a matrix can be taken apart without changing what is left of it.
///
/// A column with one open entry is taken with that row, and a row with one open entry with that column,
/// until every row and column that is left has two or more.
struct Peeling {
  /// In the order taken.
  private(set) var pivots: [(row: Int, column: Int)] = []
  /// By row: when it was taken; the size of the matrix while it is open.
  private(set) var step: [Int]
  /// By row: how many of its columns are open.
  private(set) var openInRow: [Int]
  private let matrix: [[BasisFactors.Entry]]
  private var columnsOfRow: [[Int]]
  private var openInColumn: [Int]
  private var isTaken: [Bool]

  /// - `matrix`: its columns.
  init(_ matrix: [[BasisFactors.Entry]]) {
    self.matrix = matrix
    step = Array(repeating: matrix.count, count: matrix.count)
    isTaken = Array(repeating: false, count: matrix.count)
    columnsOfRow = Array(repeating: [], count: matrix.count)
    for (column, entries) in matrix.enumerated() {
      for entry in entries { columnsOfRow[entry.place].append(column) }
    }
    openInRow = columnsOfRow.map(\.count)
    openInColumn = matrix.map(\.count)
  }

  /// The columns that are left, the shortest first.
  var openColumns: [Int] {
    matrix.indices.filter { !isTaken[$0] }
      .sorted { (openInColumn[$0], $0) < (openInColumn[$1], $1) }
  }

  private func isOpen(_ row: Int) -> Bool { step[row] == matrix.count }

  mutating func run() {
    var singleColumns = matrix.indices.filter { openInColumn[$0] == 1 }
    var singleRows = matrix.indices.filter { openInRow[$0] == 1 }
    while true {
      if let column = singleColumns.popLast() {
        guard !isTaken[column], openInColumn[column] == 1,
          let row = matrix[column].first(where: { isOpen($0.place) })?.place
        else { continue }
        take(row, column, &singleColumns, &singleRows)
      } else if let row = singleRows.popLast() {
        guard isOpen(row), openInRow[row] == 1,
          let column = columnsOfRow[row].first(where: { !isTaken[$0] })
        else { continue }
        take(row, column, &singleColumns, &singleRows)
      } else {
        return
      }
    }
  }

  private mutating func take(
    _ row: Int, _ column: Int, _ singleColumns: inout [Int], _ singleRows: inout [Int]
  ) {
    step[row] = pivots.count
    isTaken[column] = true
    pivots.append((row, column))
    for other in columnsOfRow[row] where !isTaken[other] {
      openInColumn[other] -= 1
      if openInColumn[other] == 1 { singleColumns.append(other) }
    }
    for entry in matrix[column] where isOpen(entry.place) {
      openInRow[entry.place] -= 1
      if openInRow[entry.place] == 1 { singleRows.append(entry.place) }
    }
  }
}
