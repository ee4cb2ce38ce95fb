import Periods
import TestSupport
import Testing

@testable import Statistics

@Suite("Small sums that can be computed")
struct SmallSumsTests {
  @Test("are found whatever their length")
  func long() {
    // 49 + 23 − 41 − 28 = 3 of the other forms and ages.
    let others = Set((2...4).flatMap { form in (3...4).map { "form \(form), age \($0)" } })
    let found = groups(formsByAge(all: 49))
    #expect(found.contains { $0.members == others && $0.sum == 3 })
  }

  @Test("are nothing to tell of where they are not small")
  func large() {
    #expect(groups(formsByAge(all: 60)).isEmpty)
    let cells: [(String, Int?)] = [
      ("all", 40), ("a", nil), ("b", nil), ("a here", 20), ("a there", nil),
    ]
    let sums = [("all", ["a", "b"]), ("a", ["a here", "a there"])]
    #expect(groups(model(cells, sums)).isEmpty)
  }

  @Test("are found through parts that are known, however many others there are")
  func known() {
    // A rest of six forms, 22; in each of four of them 5 in Finland: 2 are left.
    let forms = (1...6).map { "f\($0)" }
    let cells: [(String, Int?)] =
      [("rest", 22)] + forms.map { ($0, nil) } + forms.map { ("\($0) abroad", nil) }
      + forms.enumerated().map { ("\($1) in Finland", $0 < 4 ? 5 : nil) }
    let sums = [("rest", forms)] + forms.map { ($0, ["\($0) abroad", "\($0) in Finland"]) }
    #expect(groups(model(cells, sums)).contains { $0.sum == 2 })
  }

  @Test("are found where one number lies across the edges of two")
  func across() {
    // 5 + 5 − 6 = 4.
    let names = ["a", "b4", "b5"]
    let cells: [(String, Int?)] =
      [("a", 5), ("b", 5), ("both in 1", 6), ("b4", nil), ("b5", nil)]
      + names.flatMap { name in (1...3).map { ("\(name) in \($0)", nil) } }
    let sums =
      [("b", ["b4", "b5"]), ("both in 1", ["a in 1", "b4 in 1", "b5 in 1"])]
      + names.map { name in (name, (1...3).map { "\(name) in \($0)" }) }
    #expect(groups(model(cells, sums)).contains { $0.sum == 4 })
  }

  @Test("are none where somebody would count twice, or in part")
  func inPart() throws {
    // 2a + b + c = 2: a counts twice as much as the others, and a + b by itself is not told.
    var model = model(
      [("a", nil), ("b", nil), ("c", nil), ("d", nil)], [])
    model.relations = [
      AuditModel.Relation(
        [AuditModel.Term(0, 2), AuditModel.Term(1, 1), AuditModel.Term(2, 1)], .equal, 2,
        note: "twice a"),
      AuditModel.Relation(
        [AuditModel.Term(1, 1), AuditModel.Term(3, 1)], .equal, 7, note: "b and d"),
    ]
    let found = try sums(model, truth: [1, 0, 0, 7])
    #expect(found.groups == [])
    #expect(!found.isIncomplete)
  }

  @Test("are found where several cells are the same whatever the numbers are")
  func alike() throws {
    // a = b = c, and a + b + c + d = 4.
    var model = model([("a", nil), ("b", nil), ("c", nil), ("d", nil)], [])
    model.relations = [
      AuditModel.Relation([AuditModel.Term(0, 1), AuditModel.Term(1, -1)], .equal, 0, note: ""),
      AuditModel.Relation([AuditModel.Term(1, 1), AuditModel.Term(2, -1)], .equal, 0, note: ""),
      AuditModel.Relation((0...3).map { AuditModel.Term($0, 1) }, .equal, 4, note: ""),
    ]
    #expect(try sums(model, truth: [1, 1, 1, 1]).groups == [[0, 1, 2, 3]])
  }

  @Test("are found where a count of nobody may be that of another day")
  func days() throws {
    // a + e = 3 on the second day, and e is who was there on the first too, under another name.
    var model = model([("e before", nil), ("e", nil), ("a", nil), ("f", nil)], [])
    model.relations = [
      AuditModel.Relation([AuditModel.Term(0, 1), AuditModel.Term(1, -1)], .equal, 0, note: ""),
      AuditModel.Relation([AuditModel.Term(1, 1), AuditModel.Term(2, 1)], .equal, 3, note: ""),
      AuditModel.Relation([AuditModel.Term(1, 1), AuditModel.Term(3, 1)], .equal, 9, note: ""),
    ]
    let days = try (0...1).map { year in
      let day = try #require(Day(year: 2020 + year, month: 12, day: 31))
      return Moment(
        basis: .init(recordSet: "persons", time: .stock(from: "from", until: "until")),
        days: day...day)
    }
    let found = try sums(
      model, truth: [0, 0, 3, 9], moments: [0: days[0], 1: days[1], 2: days[1], 3: days[1]])
    #expect(found.groups == [[1, 2]])
    #expect(!found.isIncomplete)
  }

  @Test("are all found, and no others", arguments: UInt64(0)..<200)
  func complete(seed: UInt64) throws {
    let (model, truth) = nineCells(seed: seed)
    // Every other one also finds out what cannot be a member.
    let found = try sums(
      model, truth: truth, limits: .init(patience: seed.isMultiple(of: 2) ? 0 : .max))
    #expect(!found.isIncomplete)
    try expectTold(found.groups, model, truth) { _ in true }
  }

  @Test(
    "of up to four members are all found where the search is given up", arguments: UInt64(0)..<200)
  func short(seed: UInt64) throws {
    let (model, truth) = nineCells(seed: seed)
    let found = try sums(model, truth: truth, limits: .init(mostWork: 0))
    try expectTold(found.groups, model, truth) { $0.count <= 4 }
  }

  private func nineCells(seed: UInt64) -> (AuditModel, truth: [Int]) {
    var random = SeededGenerator(seed: seed)
    let count = 9
    let truth = (0..<count).map { _ in [0, 0, 0, 1, 1, 2, 3, 7].randomElement(using: &random) ?? 0 }
    var model = AuditModel()
    for place in 0..<count {
      model.cells.append(.init(id: "\(place)", value: nil, lower: 0, role: .secondary))
    }
    for _ in 0..<Int.random(in: 2...5, using: &random) {
      let signs = [0, 0, 1, 1, 1, seed.isMultiple(of: 3) ? -1 : 1]
      let terms = (0..<count).map { AuditModel.Term($0, signs.randomElement(using: &random) ?? 0) }
        .filter { $0.coefficient != 0 }
      model.relations.append(
        AuditModel.Relation(
          terms, .equal, terms.reduce(0) { $0 + $1.coefficient * truth[$1.cell] }, note: ""))
    }
    return (model, truth)
  }

  private func expectTold(
    _ groups: [[Int]], _ model: AuditModel, _ truth: [Int], where isAsked: ([Int]) -> Bool
  ) throws {
    let (all, alike) = try everySum(model, truth)
    for group in groups { #expect(all.contains(group), "\(group) cannot be computed") }
    for sum in all where isAsked(sum) {
      // Of cells that are the same whatever the numbers are, one stands for the others.
      let persons = Set(sum.filter { truth[$0] > 0 }.map { alike[$0] })
      let isTold = groups.contains { group in
        group.allSatisfy { truth[$0] == 0 || persons.contains(alike[$0]) }
      }
      #expect(isTold, "\(sum) can be computed")
    }
  }

  @Test("are looked for to the end where many counts are small and none of them needs to be")
  func manySmall() throws {
    // Twenty totals of fifteen counts each, out of sixty.
    var random = SeededGenerator(seed: 2)
    let truth = (0..<60).map { _ in [0, 1, 1, 1, 2].randomElement(using: &random) ?? 0 }
    var model = AuditModel()
    model.cells = truth.indices.map { .init(id: "\($0)", value: nil, role: .secondary) }
    model.relations = (0..<20).map { _ in
      let parts = truth.indices.shuffled(using: &random).prefix(15).sorted()
      return AuditModel.Relation(
        parts.map { AuditModel.Term($0, 1) }, .equal, parts.reduce(0) { $0 + truth[$1] },
        note: "")
    }
    let work = 64_000
    let found = try sums(model, truth: truth, limits: .init(patience: 0, mostWork: work))
    #expect(!found.isIncomplete)
    let all = try sums(model, truth: truth, limits: .init(patience: .max, mostWork: work))
    #expect(all.isIncomplete, "The test is of no use where the search is short anyway")
  }

  @Test("have no member that is large in some solution, or that is with others")
  func ceiling() {
    // a + b + c = 12, d + e = 3, 2f + g = 9: f can be four and a half.
    let component = AttackComponent(
      unknowns: Array(0..<7), lower: Array(repeating: 0, count: 7),
      upper: Array(repeating: nil, count: 7),
      equations: [
        .init(terms: [(0, 1), (1, 1), (2, 1)], number: 12, origin: 0),
        .init(terms: [(3, 1), (4, 1)], number: 3, origin: 1),
        .init(terms: [(5, 2), (6, 1)], number: 9, origin: 2),
      ])
    var ceiling = SumCeiling(
      component, isFixed: Array(repeating: false, count: 7), at: [1, 1, 10, 1, 2, 1, 7], most: 4)
    for place in 0..<7 { ceiling.raise(place) }
    #expect((0..<7).filter { ceiling.isExceeded(by: [$0]) } == [0, 1, 2, 5, 6])
    #expect(!ceiling.isExceeded(by: [3, 4]))
    #expect(ceiling.isExceeded(by: [1, 2]))
  }

  @Test("have any member that is the same in every solution")
  func ceilingOfFixed() {
    // What is known to be 2 by something else than the equations.
    let component = AttackComponent(
      unknowns: [0, 1], lower: [0, 0], upper: [nil, nil],
      equations: [.init(terms: [(0, 1), (1, 1)], number: 12, origin: 0)])
    var ceiling = SumCeiling(component, isFixed: [true, true], at: [2, 10], most: 4)
    ceiling.raise(0)
    #expect(!ceiling.isExceeded(by: [0]))
  }

  @Test("of what tables hide are found where there are too many behind several tables")
  func behindTables() {
    // a + b + c + d = 23 and c + d = 20, beside forty counts that no table prints.
    var random = SeededGenerator(seed: 2)
    let behind = (0..<40).map { _ in [0, 1, 1, 2].randomElement(using: &random) ?? 0 }
    let truth = behind + [1, 2, 12, 8]
    var model = AuditModel()
    model.cells = truth.indices.map {
      .init(id: "\($0)", value: nil, role: $0 < behind.count ? .joint : .secondary)
    }
    func state(_ parts: [Int]) {
      model.relations.append(
        AuditModel.Relation(
          parts.map { AuditModel.Term($0, 1) }, .equal, parts.reduce(0) { $0 + truth[$1] },
          note: ""))
    }
    state([40, 41, 42, 43])
    state([42, 43])
    for part in 0..<12 {
      state(behind.indices.shuffled(using: &random).prefix(12).sorted() + [40 + part % 4])
    }
    let result = model.attacked(
      candidates: 3, threshold: 5, depth: .verdict,
      knowing: KnownSolutions(base: truth, moves: []), limits: .init(mostWork: 2_000))
    #expect(result.isIncomplete)
    #expect(result.leaks.contains { $0.kind == .implied && $0.cells == [40, 41] })
  }

  /// By trying every set of cells that are not known by themselves; and for each cell the first that is
  /// the same.
  private func everySum(
    _ model: AuditModel, _ truth: [Int]
  ) throws -> (sums: [[Int]], alike: [Int]) {
    let system = AttackSystem(model)
    var sums: [[Int]] = []
    var alike = Array(truth.indices)
    for component in system.components {
      let reduction = try RowReduction<Int>(component)
      let movements = Movements(reduction, count: component.unknowns.count)
      let open = component.unknowns.indices.filter { !movements.isFixed($0) }
      for place in open {
        let first = open.first { other in
          truth[component.unknowns[other]] == truth[component.unknowns[place]]
            && movements.cancel([place], minus: [other])
        }
        if let first { alike[component.unknowns[place]] = component.unknowns[first] }
      }
      for bits in 1..<(1 << open.count) {
        let places = open.indices.filter { bits & (1 << $0) != 0 }.map { open[$0] }
        let cells = places.map { component.unknowns[$0] }
        let sum = cells.reduce(0) { $0 + truth[$1] }
        if (1..<5).contains(sum), movements.cancel(places) { sums.append(cells) }
      }
    }
    return (sums, alike)
  }

  private func sums(
    _ model: AuditModel, truth: [Int], moments: [Int: Moment] = [:],
    limits: SmallSums.Limits = .init()
  ) throws -> (groups: [[Int]], isIncomplete: Bool) {
    let system = AttackSystem(model)
    var groups: [[Int]] = []
    var isIncomplete = false
    for component in system.components {
      let found = ImpliedGroups(
        component: component, reduction: try RowReduction<Int>(component),
        values: component.unknowns.map { truth[$0] },
        met: component.unknowns.map { truth[$0] }, threshold: 5, isCell: { _ in true },
        isPreferred: { _ in true }, moment: { moments[component.unknowns[$0]] }, told: [],
        limits: limits)
      groups += found.found.map { $0.places.map { component.unknowns[$0] } }
      isIncomplete = isIncomplete || found.isIncomplete
    }
    return (groups, isIncomplete)
  }

  /// Four forms by four ages; of the first two ages together, and of the first form, there are numbers.
  private func formsByAge(all: Int) -> AuditModel {
    let forms = (1...4).map { "form \($0)" }
    let ages = (1...4).map { "age \($0)" }
    var cells: [(String, Int?)] = [
      ("all", all), ("young", 41), ("form 1", 28), ("form 1, young", 23),
    ]
    cells += forms.dropFirst().map { ($0, nil) } + ages.map { ($0, nil) }
    cells += forms.flatMap { form in ages.map { ("\(form), \($0)", nil) } }
    var sums = [
      ("all", forms), ("all", ages), ("young", Array(ages.prefix(2))),
      ("form 1, young", ages.prefix(2).map { "form 1, \($0)" }),
    ]
    sums += forms.map { form in (form, ages.map { "\(form), \($0)" }) }
    sums += ages.map { age in (age, forms.map { "\($0), \(age)" }) }
    return model(cells, sums)
  }

  /// Cells by name; nil is hidden.
  private func model(
    _ cells: [(String, Int?)], _ sums: [(String, [String])]
  ) -> AuditModel {
    var model = AuditModel()
    for (name, value) in cells {
      model.cells.append(
        .init(id: name, value: value, lower: 0, role: value == nil ? .secondary : .derived))
    }
    func index(_ name: String) -> Int { cells.firstIndex { $0.0 == name } ?? 0 }
    model.sums = sums.map { total, parts in
      .init(total: index(total), parts: parts.map(index), note: total)
    }
    return model
  }

  private func groups(_ model: AuditModel) -> [(members: Set<String>, sum: Int)] {
    model.attacked(candidates: 3, threshold: 5, depth: .intervals).leaks
      .filter { $0.kind == .implied }
      .map { (Set($0.cells.map { model.cells[$0].id }), $0.interval.lower) }
  }
}
