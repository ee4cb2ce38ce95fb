import Testing

@testable import Statistics

@Suite("A small sum that several numbers tell together")
struct BoundingSumsTests {
  /// Four forms by four ages; of the first two ages together, and of the first form, there are numbers.
  private func model(all: Int) -> AuditModel {
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
    func index(_ name: String) -> Int { cells.firstIndex { $0.0 == name } ?? 0 }
    var model = AuditModel()
    for (name, value) in cells {
      model.cells.append(
        .init(id: name, value: value, lower: 0, role: value == nil ? .secondary : .derived))
    }
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

  @Test("is found whatever its length")
  func long() {
    // 49 + 23 − 41 − 28 = 3 of the other forms and ages.
    let others = Set((2...4).flatMap { form in (3...4).map { "form \(form), age \($0)" } })
    let found = groups(model(all: 49))
    #expect(found.contains { $0.members == others && $0.sum == 3 })
  }

  @Test("is found in rounded numbers too")
  func rounded() throws {
    let model = model(all: 49)
    let system = AttackSystem(model)
    let component = try #require(system.components.max { $0.unknowns.count < $1.unknowns.count })
    let ranges = try ComponentSearch(component, RowReduction<Int>(component)).ranges(
      asked: [], wanted: component.unknowns.map { _ in 2 }, ends: Array(component.unknowns.indices))
    let values = try #require(ranges.wholeSolution)
    let vertex = SparseVertex(
      component, lower: component.lower, upper: component.upper, at: values)
    var sums = BoundingSums(from: vertex, most: ranges.innerUpper, threshold: 5)
    let few = component.unknowns.indices.filter { (1..<5).contains(values[$0]) }
    var found: [[String]] = []
    try sums.forEach(of: few) { sum in
      found.append(
        sum.compactMap { system.unknowns[component.unknowns[$0]].cell.map { model.cells[$0].id } })
    }
    let others = (2...4).flatMap { form in (3...4).map { "form \(form), age \($0)" } }
    #expect(found.contains(others))
  }

  @Test("is nothing to tell of where it is not small")
  func large() {
    #expect(groups(model(all: 60)).isEmpty)
  }
}
