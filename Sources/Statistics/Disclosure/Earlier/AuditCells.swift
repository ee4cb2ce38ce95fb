/// Cells that follow others in the model of an attack, and how they are tied.
struct AuditCells {
  private let before: [String]
  private(set) var cells: [AuditModel.Cell] = []
  private(set) var sums: [AuditModel.Sum] = []

  /// Whom they count, as far as that is one definition.
  private(set) var definitions: [Int: FactNetwork.Definition] = [:]

  /// - `names`: of the cells before them.
  init(after names: [String]) { before = names }

  subscript(cell: Int) -> AuditModel.Cell? {
    let place = cell - before.count
    return cells.indices.contains(place) ? cells[place] : nil
  }

  /// - Returns: where the cell will stand.
  mutating func add(
    _ cell: AuditModel.Cell, counting definition: FactNetwork.Definition? = nil
  ) -> Int {
    cells.append(cell)
    let place = before.count + cells.count - 1
    definitions[place] = definition
    return place
  }

  /// Of those before them nothing more is known.
  mutating func know(_ cell: Int, atMost most: Int) {
    let place = cell - before.count
    if cells.indices.contains(place) { cells[place].upper = most }
  }

  mutating func tie(_ total: Int, _ parts: [Int]) {
    guard parts != [total] else { return }
    let name = self[total]?.id ?? before[total]
    sums.append(.init(total: total, parts: parts.sorted(), note: name))
  }
}
