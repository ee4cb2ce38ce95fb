/// In which way an invented edition is hard to protect.
package enum EditionShape: String, CaseIterable, Sendable {
  /// Few persons for many cells.
  case sparse
  /// Most persons share the first codes.
  case skewed
  /// Some tables count parts of what others count.
  case nested
  /// Every table shares a dimension with every other.
  case linked
}

/// How much is drawn: from and to, each.
package struct EditionSize: Sendable {
  package var persons: ClosedRange<Int>
  package var tables: ClosedRange<Int>
  package var dimensions: ClosedRange<Int>
  package var codes: ClosedRange<Int>

  package static let tiny = EditionSize(
    persons: 40...250, tables: 3...12, dimensions: 3...4, codes: 2...5)
  package static let small = EditionSize(
    persons: 40...400, tables: 3...40, dimensions: 3...5, codes: 2...6)
  package static let large = EditionSize(
    persons: 100...1_000, tables: 3...40, dimensions: 4...8, codes: 2...12)
}

extension InventedEdition {
  /// An edition of a shape; the same seed always draws the same.
  package init(_ shape: EditionShape, size: EditionSize, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let names = [
      "form", "place", "gender", "age", "residence", "referrer", "sector", "nationality",
    ]
    let dimensions = names.prefix(.random(in: size.dimensions, using: &random)).map { name in
      let codes = (1...Int.random(in: size.codes, using: &random)).map { "\(name)_\($0)" }
      let hasRest = Int.random(in: 0..<3, using: &random) == 0
      return Dimension(
        name: name, codes: codes, hasRest: hasRest,
        isOpen: hasRest && Bool.random(using: &random))
    }
    var number = Int.random(in: size.persons, using: &random)
    if shape == .sparse { number = max(size.persons.lowerBound, number / 3) }
    let persons = (0..<number).map { _ in
      Person(
        codes: dimensions.map { dimension in
          InventedEdition.code(of: dimension.codes.count, shape, &random)
        })
    }
    self.init(dimensions: dimensions, persons: persons, tables: [])
    // Of two numbers the smaller: editions of a few tables are the more common.
    let wanted = min(
      Int.random(in: size.tables, using: &random), Int.random(in: size.tables, using: &random))
    tables = (0..<wanted).map { _ in drawnTable(shape, &random) }
  }

  private func drawnTable(_ shape: EditionShape, _ random: inout SeededGenerator) -> Table {
    let width = [1, 2, 2, 3].randomElement(using: &random) ?? 2
    var free = Array(dimensions.indices.shuffled(using: &random))
    if shape == .linked { free = [0] + free.filter { $0 != 0 } }
    let by = Array(free.prefix(min(width, free.count)))
    var table = Table(by)
    if shape == .nested, Bool.random(using: &random), let other = free.dropFirst(by.count).first {
      let codes = dimensions[other].codes.indices.filter { _ in Bool.random(using: &random) }
      if !codes.isEmpty { table.filter = Filter(dimension: other, codes: Array(codes)) }
    }
    return table
  }

  /// A code whose rank makes it the rarer the more the shape is skewed.
  private static func code(
    of count: Int, _ shape: EditionShape, _ random: inout SeededGenerator
  ) -> Int {
    let weights = (1...count).map { rank in
      shape == .skewed ? 1 / Double(rank * rank) : 1 / Double(rank)
    }
    var rest = Double.random(in: 0..<weights.reduce(0, +), using: &random)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return count - 1
  }
}
