import Periods
import TestSupport
import Testing

@testable import Statistics

/// What history.csv gives away by itself stops no build; what it does together with the edition does.
@Suite("What the numbers of history.csv tell by themselves")
struct ToldByHistoryTests {
  private let half = Period(year: 2021, span: .half(1)).days
  private let flow = Region.Basis(recordSet: "persons", time: .flow(column: "admitted_on"))
  private let stock = Region.Basis(
    recordSet: "persons", time: .stock(from: "admitted_on", until: "ended_on"))
  private static let forms = ["work", "sale"]
  private static let places = ["here", "abroad"]

  private func region(_ basis: Region.Basis, form: String? = nil, place: String? = nil) -> Region {
    func codes(_ code: String, _ list: [String]) -> CodeSet {
      let size = CodeSpace(size: list.count + 3).size
      return CodeSet(size: size, list.firstIndex(of: code) ?? 0)
    }
    var region = Region(basis: basis, codes: [:])
    if let form { region.codes["form"] = codes(form, Self.forms) }
    if let place { region.codes["place"] = codes(place, Self.places) }
    return region
  }

  private func tells(
    _ numbers: [(region: Region, days: ClosedRange<Day>, value: Int)],
    of region: Region, _ days: ClosedRange<Day>
  ) throws -> Bool {
    let dataset = try InventedEdition(
      dimensions: [
        .init(name: "form", codes: Self.forms, isRequired: true),
        .init(name: "place", codes: Self.places, isRequired: true),
      ], persons: [.init(codes: [0, 0])], tables: []
    ).dataset()
    let told = ToldByHistory(
      cells: [1], definitions: [0: .init(region: region, days: days)],
      observations: numbers.map {
        .init(region: $0.region, measure: "arrivals", days: $0.days, value: $0.value, name: "")
      }, implications: dataset.implicationsByRecordSet, declaration: dataset.declaration)
    return told.tells(of: [0], DisclosurePolicy(threshold: 5))
  }

  @Test("is what follows from them, and not what an edition has to say that nobody is")
  func alone() throws {
    let abroad = region(flow, form: "work", place: "abroad")
    let work = (region(flow, form: "work"), half, 12)
    // That nobody of sale is here would leave 12 − 9 = 3.
    #expect(try !tells([work, (region(flow, place: "here"), half, 9)], of: abroad, half))
    #expect(
      try tells([work, (region(flow, form: "work", place: "here"), half, 9)], of: abroad, half))
  }

  @Test("are those of one time: another day's stock tells nothing")
  func times() throws {
    let end = half.upperBound...half.upperBound
    let before = half.lowerBound...half.lowerBound
    func isTold(on day: ClosedRange<Day>) throws -> Bool {
      try tells(
        [
          (region(stock, form: "work"), end, 12),
          (region(stock, form: "work", place: "here"), day, 9),
        ], of: region(stock, form: "work", place: "abroad"), end)
    }
    #expect(try isTold(on: end))
    #expect(try !isTold(on: before))
  }

  @Test("that do not fit each other tell nothing")
  func contradictory() throws {
    let abroad = region(flow, form: "work", place: "abroad")
    #expect(
      try !tells(
        [
          (region(flow, form: "work"), half, 8),
          (region(flow, form: "work", place: "here"), half, 9),
        ], of: abroad, half))
  }
}
