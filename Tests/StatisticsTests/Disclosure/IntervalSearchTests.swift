import TestSupport
import Testing

@testable import Statistics

@Suite("The least and the most that unknowns can be")
struct IntervalSearchTests {
  /// Equations that a drawn solution meets.
  private struct Drawn {
    let component: AttackComponent
    let solution: [Int]

    init(seed: UInt64, unknowns: Int, equations: Int, coefficients: [Int] = [1]) {
      var random = SeededGenerator(seed: seed)
      let solution = (0..<unknowns).map { _ in Int.random(in: 0..<7, using: &random) }
      let drawn = (0..<equations).map { origin -> AttackComponent.Equation in
        let members = (0..<unknowns).filter { _ in Int.random(in: 0..<unknowns, using: &random) < 6
        }
        let terms = (members.isEmpty ? [origin % unknowns] : members).map { place in
          (place: place, coefficient: coefficients.randomElement(using: &random) ?? 1)
        }
        let number = terms.reduce(0) { $0 + $1.coefficient * solution[$1.place] }
        return .init(terms: terms, number: number, origin: origin)
      }
      // Somebody knows that nothing is over 40.
      component = AttackComponent(
        unknowns: Array(0..<unknowns), lower: Array(repeating: 0, count: unknowns),
        upper: Array(repeating: 40, count: unknowns), equations: drawn)
      self.solution = solution
    }

    var empty: SearchedRanges {
      SearchedRanges(component, wanted: component.unknowns.map { _ in 2 })
    }
  }

  private func searched(_ start: some Vertex, _ ranges: SearchedRanges) throws -> SearchedRanges {
    var search = IntervalSearch(from: start, within: ranges)
    try search.run(asked: [], ends: Array(ranges.wanted.indices))
    return search.ranges
  }

  private func exact(_ drawn: Drawn) throws -> SearchedRanges {
    let reduction = try RowReduction<LargeNumber>(drawn.component)
    let ranges = drawn.empty
    return try searched(
      ExactDictionary(reduction, lower: ranges.outerLower, upper: ranges.outerUpper), ranges)
  }

  @Test("are the same in rounded numbers as in exact ones", arguments: 0..<40)
  func agreement(seed: UInt64) throws {
    let isMixed = seed % 4 == 3
    let drawn = Drawn(
      seed: seed, unknowns: 10 + Int(seed) / 3, equations: 5 + Int(seed) / 6,
      coefficients: isMixed ? [1, 1, 2, -1] : [1])
    let expected = try exact(drawn)
    let ranges = drawn.empty
    for start in [nil, drawn.solution] {
      let vertex = SparseVertex(
        drawn.component, lower: ranges.outerLower, upper: ranges.outerUpper, at: start)
      let found = try searched(vertex, ranges)
      #expect(!found.isContradictory)
      for place in drawn.component.unknowns
      where expected.isSearched[place] && (found.isSearched[place] || !isMixed) {
        #expect(found.isSearched[place])
        #expect(found.outerLower[place] == expected.outerLower[place])
        #expect(found.outerUpper[place] == expected.outerUpper[place])
      }
      // With few solutions in whole numbers both may give up.
      if !isMixed { #expect(!expected.isSearched.contains(false)) }
    }
  }

  @Test("never leave out what is possible, whatever prices are tried", arguments: 0..<20)
  func safeBounds(seed: UInt64) {
    let drawn = Drawn(seed: seed, unknowns: 20, equations: 12, coefficients: [1, 1, 3, -2])
    let system = SparseSystem(drawn.component)
    #expect(system.isSolution(drawn.solution))
    var random = SeededGenerator(seed: seed)
    for place in drawn.component.unknowns {
      let prices = drawn.component.equations.map { _ in Double.random(in: -2...2, using: &random) }
      for upwards in [true, false] {
        let bound = system.bound(
          of: place, upwards: upwards, prices: prices, lower: drawn.component.lower,
          upper: drawn.component.upper)
        let isSafe = bound.map {
          upwards ? $0 >= drawn.solution[place] : $0 <= drawn.solution[place]
        }
        #expect(isSafe == true)
      }
    }
  }

  private func component(
    _ count: Int, upper: Int?, _ equations: [([Int], Int)]
  ) -> AttackComponent {
    AttackComponent(
      unknowns: Array(0..<count), lower: Array(repeating: 0, count: count),
      upper: Array(repeating: upper, count: count),
      equations: equations.enumerated().map { origin, equation in
        .init(
          terms: equation.0.enumerated().filter { $0.element != 0 }
            .map { (place: $0.offset, coefficient: $0.element) },
          number: equation.1, origin: origin)
      })
  }

  @Test("do not exist where equations cannot hold together")
  func contradiction() throws {
    // Each pair of three unknowns adds up to 7, so that twice their sum would be odd.
    let odd = component(3, upper: 9, [([1, 1, 0], 7), ([0, 1, 1], 7), ([1, 0, 1], 7)])
    // a + b + c is 9, but no more than 4 and 2.
    let over = component(4, upper: 9, [([1, 1, 1, 0], 9), ([1, 1, 0, 1], 4), ([0, 0, 1, 1], 2)])
    for component in [odd, over] {
      let ranges = SearchedRanges(component, wanted: component.unknowns.map { _ in 2 })
      let vertex = SparseVertex(
        component, lower: component.lower, upper: component.upper, at: nil)
      #expect(try searched(vertex, ranges).isContradictory)
    }
  }

  @Test("have no end where only a difference is known")
  func unbounded() throws {
    let component = component(3, upper: nil, [([1, -1, 0], 3), ([0, 1, -1], 0)])
    let ranges = SearchedRanges(component, wanted: [2, 2, 2])
    for start in [nil, [5, 2, 2]] {
      let vertex = SparseVertex(
        component, lower: component.lower, upper: component.upper, at: start)
      let found = try searched(vertex, ranges)
      #expect(found.outerLower == [3, 0, 0])
      #expect(found.outerUpper == [nil, nil, nil])
      #expect(found.isSearched == [true, true, true])
    }
  }

  @Test("are found near a known solution where the vertices are fractional")
  func nearby() throws {
    let drawn = Drawn(seed: 5, unknowns: 40, equations: 24)
    let expected = try exact(drawn)
    let ranges = drawn.empty
    let vertex = SparseVertex(
      drawn.component, lower: ranges.outerLower, upper: ranges.outerUpper, at: drawn.solution)
    var nearby = try #require(vertex.nearby(drawn.solution))
    for place in drawn.component.unknowns {
      let end = try #require(expected.innerUpper[place])
      let solution = nearby.solution(place, at: end, near: vertex)
      if let solution {
        #expect(solution[place] == end)
        #expect(SparseSystem(drawn.component).isSolution(solution))
      }
      #expect(nearby.solution(place, at: end + 1, near: vertex) == nil)
    }
  }
}
