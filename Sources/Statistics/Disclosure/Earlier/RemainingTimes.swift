/// What longer times leave when those are taken away of which something is told.
///
/// Nothing is told of them, but of each group how many are left; groups that overlap tell of smaller ones then.
/// So the groups of one remaining time are divided into what any of them tells apart.
struct RemainingTimes {
  private struct Left: Hashable {
    let basis: Region.Basis
    /// In order, counted from the year 0.
    let months: [Int]
  }

  /// In the order met.
  private var groups: [(left: Left, region: Region, cell: Int)] = []

  /// So many smallest groups of one set of dimensions are told apart.
  private static let mostGroups = 600

  /// Those of a region in some months, as a cell.
  mutating func cell(
    of region: Region, in months: Set<Int>, named name: String, _ model: inout AuditModel
  ) -> Int {
    let left = Left(basis: region.basis, months: months.sorted())
    if let known = groups.first(where: { $0.left == left && $0.region == region }) {
      return known.cell
    }
    groups.append((left, region, model.cells.count))
    model.cells.append(.init(id: name, value: nil, role: .joint))
    return model.cells.count - 1
  }

  /// Ties the groups of each time to the smallest ones.
  func tie(in model: inout AuditModel) {
    var met: [Left] = []
    for group in groups where !met.contains(group.left) {
      met.append(group.left)
      tie(groups.filter { $0.left == group.left }.map { ($0.region, $0.cell) }, in: &model)
    }
  }

  private func tie(_ groups: [(region: Region, cell: Int)], in model: inout AuditModel) {
    var kinds: [Set<String>] = []
    for group in groups where !kinds.contains(Set(group.region.codes.keys)) {
      kinds.append(Set(group.region.codes.keys))
    }
    for kind in kinds where !kinds.contains(where: kind.isStrictSubset) {
      let own = groups.filter { kind.isSuperset(of: $0.region.codes.keys) }
      guard own.count > 1 else { continue }
      let axes = kind.sorted().map { name in
        (name: name, sets: RemainingTimes.divided(own.compactMap { $0.region.codes[name] }))
      }
      guard axes.reduce(1, { $0 * $1.sets.count }) <= RemainingTimes.mostGroups else { continue }
      var smallest: [[String: CodeSet?]] = [[:]]
      for axis in axes {
        smallest = smallest.flatMap { codes in
          axis.sets.map { codes.merging([axis.name: $0]) { $1 } }
        }
      }
      var cells: [Int: Int] = [:]
      for group in own {
        let places = smallest.indices.filter { place in
          group.region.codes.allSatisfy { name, codes in
            smallest[place][name].flatMap { $0 }?.isSubset(of: codes) ?? false
          }
        }
        let parts = places.map { place -> Int in
          if let known = cells[place] { return known }
          cells[place] = model.cells.count
          model.cells.append(
            .init(
              id: "\(model.cells[group.cell].id), part \(place + 1)", value: nil, role: .joint))
          return model.cells.count - 1
        }
        model.sums.append(
          .init(total: group.cell, parts: parts, note: model.cells[group.cell].id))
      }
    }
  }

  /// The codes that some sets tell apart; nil stands for those in none of them.
  private static func divided(_ sets: [CodeSet]) -> [CodeSet?] {
    var divided: [CodeSet] = []
    for set in sets {
      var left = set
      var next: [CodeSet] = []
      for part in divided {
        next += [part.intersection(set), part.subtracting(set)].filter { !$0.isEmpty }
        left = left.subtracting(part)
      }
      divided = left.isEmpty ? next : next + [left]
    }
    return divided + [nil]
  }
}
