import TestSupport
import Testing

@testable import Statistics

@Suite("The inverse of a growing matrix")
struct BasisInverseTests {
  /// A matrix that is changed like a basis, with its inverse.
  private struct Basis {
    var columns: [[Double]] = []
    var inverse = BasisInverse(most: 90)

    var size: Int { columns.count }

    func sparse(_ column: [Double]) -> [BasisFactors.Entry] {
      column.enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) }
    }

    mutating func solve(_ vector: [Double]) -> [Double] {
      var result = vector + Array(repeating: 0, count: 90 - vector.count)
      inverse.solve(&result)
      return Array(result.prefix(size))
    }

    mutating func solveTransposed(_ vector: [Double]) -> [Double] {
      var result = vector + Array(repeating: 0, count: 90 - vector.count)
      inverse.solveTransposed(&result)
      return Array(result.prefix(size))
    }

    mutating func append(_ random: inout SeededGenerator) {
      let column = Basis.draw(size, &random)
      let row = Basis.draw(size, &random)
      let solution = solve(column)
      let last = Double.random(in: 0...1, using: &random) < 0.5 ? 1.0 : -1.0
      let pivot = last - zip(row, solution).reduce(0) { $0 + $1.0 * $1.1 }
      guard abs(pivot) > 0.1 else { return }
      inverse.append(solution: solution, row: sparse(row), pivot: pivot)
      for index in columns.indices { columns[index].append(row[index]) }
      columns.append(column + [last])
    }

    mutating func replace(_ random: inout SeededGenerator) {
      guard size > 0 else { return }
      let column = Basis.draw(size, &random)
      let solution = solve(column)
      let index = Int.random(in: 0..<size, using: &random)
      guard abs(solution[index]) > 0.1 else { return }
      inverse.replace(index, solution: solution)
      columns[index] = column
    }

    /// Mostly 0, as the lines of a table are.
    static func draw(_ count: Int, _ random: inout SeededGenerator) -> [Double] {
      (0..<count).map { _ in
        switch Int.random(in: 0..<20, using: &random) {
        case 0...1: 1
        case 2: -1
        default: 0
        }
      }
    }
  }

  @Test("solves both ways after any changes, factored anew or not", arguments: 0..<60)
  func changes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var basis = Basis()
    var factored = 0
    for change in 0..<160 where basis.size < 90 {
      if change % 3 == 2 { basis.replace(&random) } else { basis.append(&random) }
      if change % 40 == 39, seed.isMultiple(of: 2) {
        basis.inverse.factor(basis.columns.map(basis.sparse))
        factored += 1
      }
      let vector = Basis.draw(basis.size, &random)
      let solution = basis.solve(vector)
      var product = vector.map { _ in 0.0 }
      for (column, value) in zip(basis.columns, solution) {
        for row in product.indices { product[row] += column[row] * value }
      }
      #expect(isNear(product, vector))
      let prices = basis.solveTransposed(vector)
      let back = basis.columns.map { zip($0, prices).reduce(0) { $0 + $1.0 * $1.1 } }
      #expect(isNear(back, vector))
    }
    #expect(basis.size > 40)
    #expect(factored > 1 || !seed.isMultiple(of: 2))
  }

  private func isNear(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { abs($0 - $1) < 1e-6 }
  }
}
