/// Cells that follow those of a network in the model of an attack, and how they are tied.
struct AuditCells {
  private let network: FactNetwork
  private(set) var cells: [AuditModel.Cell] = []
  private(set) var sums: [AuditModel.Sum] = []

  init(after network: FactNetwork) { self.network = network }

  subscript(cell: Int) -> AuditModel.Cell? {
    let place = cell - network.counts.count
    return cells.indices.contains(place) ? cells[place] : nil
  }

  /// - Returns: where the cell will stand.
  mutating func add(_ cell: AuditModel.Cell) -> Int {
    cells.append(cell)
    return network.counts.count + cells.count - 1
  }

  /// Of a count of the network nothing more is known.
  mutating func know(_ cell: Int, atMost most: Int) {
    let place = cell - network.counts.count
    if cells.indices.contains(place) { cells[place].upper = most }
  }

  mutating func tie(_ total: Int, _ parts: [Int]) {
    guard parts != [total] else { return }
    let name = self[total]?.id ?? network.counts[total].name
    sums.append(.init(total: total, parts: parts.sorted(), note: name))
  }
}
