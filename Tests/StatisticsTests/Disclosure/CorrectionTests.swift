import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

/// Whoever has a number and the corrected one sees who was registered late.
@Suite("Numbers that were corrected since")
struct CorrectionTests {
  private static let half = Period(year: 2021, span: .half(2))

  /// By gender, as many as are named, and the place alone in a table.
  private func edition(women: Int, men: Int, others: Int = 0) -> InventedEdition {
    InventedEdition(
      dimensions: [
        .init(name: "gender", codes: ["female", "male", "other"], isRequired: true),
        .init(name: "place", codes: ["here", "abroad"]),
      ],
      persons: [women, men, others].enumerated().flatMap { gender, number in
        (0..<number).map { _ in
          InventedEdition.Person(codes: [gender, 0], admitted: InventedEdition.firstHalf + 1)
        }
      }, tables: [.init([1])])
  }

  private func sealed(_ time: String, _ values: [Int]) -> EarlierEdition {
    EarlierEdition(
      id: time,
      facts: zip(["", "gender=female", "gender=male", "gender=other"], values).map { cell, value in
        PublishedFact(
          form: .count, measure: "arrivals", cell: cell, time: time, status: .published,
          value: value, figure: "by-gender")
      })
  }

  private func built(
    _ invented: InventedEdition, telling cells: [String] = ["female", "male"],
    after earlier: [EarlierEdition], accepting accepted: Set<String>? = nil
  ) throws -> [Diagnostic] {
    let requests = cells.map { gender in
      FactRequest.count(
        CellReference(
          measure: "arrivals", conditions: [Condition(dimension: "gender", values: [gender])]))
    }
    let decision = accepted.map {
      AcceptedFinding(
        rule: .disclosureCorrected, cells: $0, reason: "", decidedBy: "",
        location: SourceLocation(path: "edition.yaml"))
    }
    return try invented.protected(
      period: Self.half, accepted: decision.map { [$0] } ?? [], requests: Set(requests),
      considering: earlier
    ).findings.filter { [.disclosureCorrected, .disclosureException].contains($0.rule) }
  }

  // One of the fifteen women is not among the 34 of the year.
  private var before: [EarlierEdition] {
    [sealed("2021", [62, 34, 28]), sealed("2021-H1", [32, 20, 12])]
  }

  @Test("are refused, unless somebody answers for them")
  func late() throws {
    let invented = edition(women: 15, men: 16)
    let found = try built(invented, after: before)
    #expect(found.map(\.rule) == [.disclosureCorrected])
    #expect(found.first?.message.contains("“arrivals gender=female (2021) 20 + 15 ≠ 34”") == true)
    #expect(found.first?.message.contains("gender=male") == false)
    let both: Set = ["arrivals (2021) 32 + 31 ≠ 62", "arrivals gender=female (2021) 20 + 15 ≠ 34"]
    #expect(try built(invented, after: before, accepting: both) == [])
    // What nothing needs is said.
    #expect(try built(invented, after: [], accepting: both).map(\.rule) == [.disclosureException])
    // The same edition again; by many more persons it tells of none of them.
    #expect(try !built(invented, after: [sealed("2021-H2", [30, 15, 15])]).isEmpty)
    #expect(try built(invented, after: [sealed("2021-H2", [21, 10, 11])]).isEmpty)
  }

  @Test("are answered for one by one, and each time again")
  func decided() throws {
    let both: Set = ["arrivals (2021) 32 + 31 ≠ 62", "arrivals gender=female (2021) 20 + 15 ≠ 34"]
    let wrong: Set = ["arrivals (2021) 32 + 31 ≠ 62"]
    for (women, cells) in [(15, wrong), (16, both)] {
      #expect(
        try built(edition(women: women, men: 16), after: before, accepting: cells).map(\.rule)
          == [.disclosureCorrected, .disclosureException])
    }
  }

  @Test("are refused where they follow from others")
  func differences() throws {
    let invented = edition(women: 25, men: 16, others: 11)
    let earlier = [sealed("2021-H2", [46, 20, 15, 11])]
    // 52 − 25 − 11 = 16 men, of whom 15 were published.
    let men = try built(invented, telling: ["female", "other"], after: earlier)
    #expect(men.first?.message.contains("“arrivals gender=male (2021-H2) 15 ≠ 16”") == true)
    // 52 − 25 = 27 men and others, of whom 15 + 11 were.
    let others = try built(invented, telling: ["female"], after: earlier)
    #expect(others.first?.message.contains("“arrivals gender≠female (2021-H2) 26 ≠ 27”") == true)
    // By six persons in all nobody is told.
    #expect(try built(invented, telling: [], after: earlier).isEmpty)
  }

  @Test("are refused in each way in which a time was told")
  func told() throws {
    let invented = edition(women: 30, men: 23)
    // Six persons are told by nobody, and one of 79 is.
    let earlier = [sealed("2021-H1", [20]), sealed("2021-H1", [26]), sealed("2021", [78])]
    let found = try built(invented, telling: [], after: earlier)
    #expect(found.first?.message.contains("26 + 53 ≠ 78") == true, "\(found.map(\.rendered))")
  }
}
