import Diagnostics
import Periods
import TestSupport
import Testing

@testable import Statistics

/// Whoever knows how rests are made can ask which numbers would have made the same one.
@Suite("What a rest tells of its categories")
struct RestReadingTests {
  /// A table as it is printed, by the counts of its categories.
  private struct Printed: Hashable {
    let rows: [Int?]
    let rest: Int
  }

  private func merging(
    _ counts: [Int], _ policy: DisclosurePolicy, isOpen: Bool
  ) throws -> AxisMerging {
    let codes = ["a", "b", "c", "d"].prefix(counts.count)
    let declaration = try #require(
      InventedEdition(
        dimensions: [.init(name: "form", codes: Array(codes), hasRest: true, isOpen: isOpen)],
        persons: [], tables: [.init([0])]
      ).readDeclaration().value)
    let dimension = try #require(declaration.dimension("form"))
    let size = declaration.codeSpace(of: dimension).size
    return AxisMerging(
      dimension: dimension, list: declaration.codeList(of: dimension),
      margin: (0..<size).map { Tally(count: $0 < counts.count ? counts[$0] : 0) },
      isPossible: Array(repeating: true, count: size), policy: policy,
      isExcepted: { _ in false }, restIsExcepted: false)
  }

  private func reading(joinable: Set<Int>) -> RestReading {
    RestReading(
      candidates: 3, threshold: 5, least: 1, declared: [], joinable: joinable,
      mayBeSmall: { _ in false })
  }

  @Test("is more where another table says that one of them is not small")
  func ranges() {
    // The smallest in a row of its own has 8: whoever joined has fewer.
    let rest = RestReading.Rest(members: [0, 3], sum: 11, next: .init(count: 8, code: 2))
    var reading = reading(joinable: [0, 1, 2, 3])
    #expect(reading.numbers(in: rest, within: [0...11, 0...11]) == [[4, 7, 8], [3, 4, 7]])
    #expect(reading.numbers(in: rest, within: [0...11, 5...11]) == [[4], [7]])
    #expect(reading.numbers(in: rest, within: [5...11, 5...11]) == [[], []])
  }

  /// So many persons by form and place.
  private func placed(
    _ numbers: [(codes: [Int], number: Int)], _ tables: [InventedEdition.Table]
  ) -> InventedEdition {
    InventedEdition(
      dimensions: [
        .init(name: "form", codes: ["work", "sale", "crime"], hasRest: true),
        .init(name: "place", codes: ["here", "abroad"]),
      ],
      persons: numbers.flatMap { codes, number in
        (0..<number).map { _ in InventedEdition.Person(codes: codes) }
      }, tables: tables)
  }

  @Test("is read beside other tables, of which one of them is larger")
  func besideOthers() throws {
    // By place: all of here are merged; n1 of abroad has a row.
    let numbers = [
      ([0, 0], 7), ([1, 0], 6), ([2, 0], 4), ([0, 1], 14), ([1, 1], 14), ([2, 1], 1),
    ]
    let drawn = placed(
      numbers,
      [
        .init([0]), .init([0], filter: .init(dimension: 1, codes: [0])),
        .init([0], filter: .init(dimension: 1, codes: [1])),
      ])
    let protected = try drawn.protected(policy: DisclosurePolicy(threshold: 5))
    #expect(!protected.findings.hasErrors, "\(protected.findings.map(\.rendered))")
    // 20 − 14 = 6 of sale are here, so that 11 are of work and crime: crime has 4, or no more had joined.
    let cells = protected.value.audit.cells
    let told = ["form=sale", "form=sale place=abroad", "form=crime", "place=here"].map { name in
      cells.first { $0.id == "arrivals \(name)" }?.value
    }
    #expect(told.contains(nil), "\(told)")
  }

  @Test("is small nowhere beside a row of its own, though it is hidden")
  func hiddenRest() throws {
    let numbers = [([0, 0], 5), ([1, 0], 4), ([2, 0], 1), ([0, 1], 14), ([1, 1], 2)]
    let drawn = placed(
      numbers, [.init([0]), .init([0], filter: .init(dimension: 1, codes: [0]))])
    let protected = try drawn.protected(policy: DisclosurePolicy(threshold: 5))
    #expect(!protected.findings.hasErrors, "\(protected.findings.map(\.rendered))")
    let cells = protected.value.audit.cells
    func shown(_ name: String) -> Int? { cells.first { $0.id == "arrivals \(name)" }?.value }
    // 10 are 5 + 5 where neither is small: no mark hides that, and 19 and 7 tell the others.
    #expect(shown("form=work") == nil || shown("place=here") == nil)
  }

  @Test("is read beside those of other editions")
  func editions() throws {
    let halves = [[20, 9, 6, 4, 4, 3], [18, 8, 7, 4, 3, 4]]
    for isOpen in [true, false] {
      let drawn = InventedEdition(
        dimensions: [
          .init(
            name: "form", codes: ["a", "b", "c", "d", "e", "f"], hasRest: true, isOpen: isOpen)
        ],
        persons: halves.enumerated().flatMap { half, numbers in
          numbers.enumerated().flatMap { code, number in
            (0..<number).map { _ in
              InventedEdition.Person(codes: [code], admitted: InventedEdition.firstHalf + half)
            }
          }
        }, tables: [.init([0])])
      var earlier: [EarlierEdition] = []
      for half in [1, 2] {
        let period = Period(year: 2021, span: .half(half))
        let edition = try drawn.protected(period: period, considering: earlier)
        #expect(!edition.findings.hasErrors, "\(edition.findings.map(\.rendered))")
        let file = SourceFile(path: "x.csv", text: PublishedFact.file(edition.value.published))
        earlier.append(EarlierEdition(id: period.id, facts: PublishedFact.read(file).value))
      }
      let year = try drawn.protected(
        period: Period(year: 2021, span: .year), considering: earlier)
      // 13 − 7 = 6 of c in the first half, and 11 of d, e and f: no more than 4 each; 8 of d in the year are 4 + 4.
      let cells = year.value.audit.cells
      let told = ["c", "d", "e", "f"].map { code in
        cells.first { $0.id == "arrivals form=\(code)" }?.value
      }
      #expect(year.findings.hasErrors || told.contains(nil), "\(told)")
    }
  }

  @Test(
    "leaves three numbers possible of each, whatever their counts are",
    arguments: [(4, true, false), (5, true, false), (5, false, false), (5, true, true)])
  func everyTable(threshold: Int, showsZeros: Bool, isOpen: Bool) throws {
    let policy = DisclosurePolicy(threshold: threshold, showsZeros: showsZeros)
    let some = try merging([0, 0, 0, 0], policy, isOpen: isOpen)
    var tables: [Printed: [[Int]]] = [:]
    var bounds: [Printed: [Int: ClosedRange<Int>]] = [:]
    let largest = threshold + 3
    for number in 0..<(0..<4).reduce(1, { size, _ in size * (largest + 1) }) {
      let counts = (0..<4).reduce(into: (rest: number, counts: [Int]())) { all, _ in
        all.counts.append(all.rest % (largest + 1))
        all.rest /= largest + 1
      }.counts
      let table = AxisMerging(
        dimension: some.dimension, list: some.list,
        margin: some.margin.indices.map { Tally(count: $0 < 4 ? counts[$0] : 0) },
        isPossible: some.isPossible, policy: policy, isExcepted: { _ in false },
        restIsExcepted: false)
      let merged = table.merged(declared: [])
      guard !merged.members.isEmpty else { continue }
      let printed = Printed(
        rows: counts.indices.map { merged.members.contains($0) ? nil : counts[$0] },
        rest: table.sum(of: merged.members).count)
      tables[printed, default: []].append(counts)
      bounds[printed, default: [:]].merge(merged.bounds) { one, other in
        min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
      }
    }
    #expect(tables.count > 500)
    // Beyond the largest counts tried there are more, which are not known here.
    for (printed, all) in tables
    where (threshold...largest).contains(printed.rest) {
      // Where nobody is left who could join, the attack has to see how little is possible.
      let couldGrow = printed.rows.contains { ($0 ?? 0) > 0 }
      for code in printed.rows.indices where printed.rows[code] == nil {
        let numbers = Set(all.map { $0[code] })
        guard let least = numbers.min(), let most = numbers.max(), least < threshold else {
          continue
        }
        let told = try #require(bounds[printed]?[code])
        #expect(told.lowerBound <= least && most <= told.upperBound)
        #expect(
          numbers.count >= 3 || !couldGrow && told.count < 3,
          "\(printed) tells that \(code) has \(numbers)")
      }
    }
  }

  @Test("of categories that nobody belongs to is joined by none")
  func nobody() throws {
    let table = try merging([0, 0, 10, 20], DisclosurePolicy(threshold: 5), isOpen: false)
    #expect(table.merged(declared: ["a", "b"]).members == [0, 1])
  }

  @Test(
    "does not tell which joined it",
    arguments: [
      // By the smallest category that could join next, five and two were the only numbers.
      ([0, 5, 5, 2], [[5, 2], [4, 3], [3, 4]]),
      ([0, 2, 5, 5], [[2, 5], [5, 2], [3, 4], [4, 3]]),
    ])
  func joined(counts: [Int], possible: [[Int]]) throws {
    let policy = DisclosurePolicy(threshold: 5)
    let table = try merging(counts, policy, isOpen: false)
    let members = table.merged(declared: []).members
    #expect(members.count == 2)
    for numbers in possible {
      var other = counts
      for (member, number) in zip(members.sorted(), numbers) { other[member] = number }
      #expect(try merging(other, policy, isOpen: false).merged(declared: []).members == members)
    }
  }

  @Test(
    "of an open list has somebody of each kind that is declared, since it says how many there are")
  func openAndDeclared() throws {
    // Three kinds of four persons are one or two each, so that another category joins.
    let open = try merging([1, 1, 2, 9], DisclosurePolicy(threshold: 4), isOpen: true)
    #expect(open.merged(declared: ["a", "b", "c"]).members == [0, 1, 2, 3])
    let closed = try merging([1, 1, 2, 9], DisclosurePolicy(threshold: 4), isOpen: false)
    #expect(closed.merged(declared: ["a", "b", "c"]).members == [0, 1, 2])
  }

  /// Blank cells and those of no code, beside two large categories.
  private func unknown(
    _ blank: Int, _ unrecognised: Int, _ policy: DisclosurePolicy
  ) throws -> [Category.Unknown] {
    let some = try merging([20, 20], policy, isOpen: false)
    let space = CodeSpace(some.list)
    var margin = some.margin
    margin[space.empty] = Tally(count: blank)
    margin[space.unrecognised] = Tally(count: unrecognised)
    let table = AxisMerging(
      dimension: some.dimension, list: some.list, margin: margin, isPossible: some.isPossible,
      policy: policy, isExcepted: { _ in false }, restIsExcepted: false)
    return [[], table.merged(declared: []).members].flatMap { members in
      table.categories(merging: members).compactMap { entry -> Category.Unknown? in
        switch entry.category {
        case .unknown(let kind): kind
        case .rest(let rest): rest.unknown
        default: nil
        }
      }
    }
  }

  @Test("and a row of unknowns do not tell in how many ways a few are unknown")
  func waysToBeUnknown() throws {
    let policy = DisclosurePolicy(threshold: 5)
    for (blank, unrecognised) in [(1, 1), (2, 0), (0, 3), (1, 3)] {
      #expect(try unknown(blank, unrecognised, policy) == [.notKnown, .notKnown])
    }
    #expect(try unknown(3, 3, policy) == [.both, .both])
    #expect(try unknown(0, 6, policy) == [.notRecognised, .notRecognised])
    #expect(try unknown(0, 0, policy) == [])
  }

  @Test(
    "names what is no kind, whether or not it occurs, where zeros are hidden", arguments: [0, 2])
  func uncounted(stateless: Int) throws {
    let some = try merging([4, 4, stateless, 20], DisclosurePolicy(threshold: 5), isOpen: false)
    let list = try #require(
      CodeList.read(
        SourceFile(
          path: "form.csv",
          text: """
            code,sort,label_en,attrs
            a,1,A,
            b,2,B,
            c,3,Stateless,not_a_nationality=1
            d,4,D,

            """), id: "form", languages: ["en"]
      ).value)
    let table = AxisMerging(
      dimension: some.dimension, list: list, margin: some.margin, isPossible: some.isPossible,
      policy: DisclosurePolicy(threshold: 5, showsZeros: false), isExcepted: { _ in false },
      restIsExcepted: false)
    let rests = table.categories(merging: table.merged(declared: []).members).compactMap {
      if case .rest(let rest) = $0.category { rest } else { nil as Category.Rest? }
    }
    #expect(rests.map { $0.uncounted.map(\.code) } == [["c"]])
  }
}
