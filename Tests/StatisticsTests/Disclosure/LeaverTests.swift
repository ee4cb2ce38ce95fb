import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

/// Who was there and who came, without who is there now, are those who left.
@Suite("Those who left")
struct LeaverTests {
  private static let policy = DisclosurePolicy(threshold: 5)
  private static let halves = [1, 2].map { Period(year: 2021, span: .half($0)) }

  /// For each form: how many came in the first half, in the second, and how many of them left in it.
  private func edition(
    _ forms: [(first: Int, second: Int, left: Int)], tables: [InventedEdition.Table],
    isOpen: Bool = false
  ) -> InventedEdition {
    var persons: [InventedEdition.Person] = []
    for (form, counts) in forms.enumerated() {
      let first = InventedEdition.firstHalf
      for number in 0..<counts.first {
        persons.append(
          .init(codes: [form], admitted: first, ended: number < counts.left ? first + 1 : nil))
      }
      persons += (0..<counts.second).map { _ in .init(codes: [form], admitted: first + 1) }
    }
    return InventedEdition(
      dimensions: [
        .init(
          name: "form", codes: ["work", "sale", "crime", "begging", "organs"], hasRest: !isOpen,
          isOpen: isOpen)
      ], persons: persons, tables: tables)
  }

  private func series(
    _ edition: InventedEdition
  ) throws -> (first: ProtectedEdition, second: Diagnosed<ProtectedEdition>) {
    let first = try edition.protected(period: Self.halves[0], policy: Self.policy)
    let second = try edition.protected(
      period: Self.halves[1], policy: Self.policy,
      considering: [EarlierEdition(id: "2021-H1", facts: first.value.published)])
    return (first.value, second)
  }

  /// What a reader subtracts: by form, where all three numbers are public.
  private func computed(_ first: ProtectedEdition, _ second: ProtectedEdition) -> [String: Int] {
    func counts(_ edition: ProtectedEdition, _ measure: String, _ time: String) -> [String: Int] {
      let facts = edition.published.filter {
        $0.form == .count && $0.measure == measure && $0.time == time
      }
      return Dictionary(facts.compactMap { fact in fact.value.map { (fact.cell, $0) } }) { $1 }
    }
    let before = counts(first, "present", "2021-06-30")
    let came = counts(second, "arrivals", "2021-H2")
    let now = counts(second, "present", "2021-12-31")
    var left: [String: Int] = [:]
    for (cell, value) in before {
      if let arrived = came[cell], let present = now[cell] {
        left[cell] = value + arrived - present
      }
    }
    return left
  }

  private static let tables = [
    InventedEdition.Table([0]), InventedEdition.Table([0], isStock: true),
  ]

  @Test("are protected in every group by which both stocks and the newcomers are counted")
  func byForm() throws {
    let invented = edition(
      [(60, 30, 9), (40, 20, 1), (30, 10, 8), (20, 12, 7), (16, 9, 6)], tables: Self.tables)
    let (first, second) = try series(invented)
    #expect(!second.findings.hasErrors, "\(second.findings.map(\.rendered))")
    let left = second.value.audit.cells.filter { $0.id.hasSuffix("and left") }
    #expect(left.count >= 6, "\(left.map(\.id))")
    #expect(left.count { $0.role == .protected && $0.value == nil } == 1)
    let known = computed(first, second.value)
    #expect(!known.isEmpty)
    #expect(known.values.allSatisfy { !(1..<5).contains($0) }, "\(known)")
  }

  @Test("are protected where the newcomers are merged and the stocks are not")
  func merged() throws {
    // Of crime, begging and organs few came; 84 + 6 − 88 = 2.
    let invented = edition(
      [(60, 30, 9), (40, 20, 8), (30, 3, 1), (28, 2, 1), (26, 1, 0)], tables: Self.tables)
    let (first, second) = try series(invented)
    #expect(!second.findings.hasErrors, "\(second.findings.map(\.rendered))")
    #expect(
      second.value.audit.cells.contains { cell in
        cell.id.contains("form≠work,sale") && cell.id.hasSuffix("and left")
          && cell.role == .protected
      })
    let stocks = ["form=crime", "form=begging", "form=organs"]
    let now = second.value.published.filter {
      $0.measure == "present" && stocks.contains($0.cell) && $0.time == "2021-12-31"
    }
    let came = second.value.published.first {
      $0.measure == "arrivals" && $0.cell == "form=crime+begging+organs" && $0.value != nil
    }
    #expect(first.published.count { $0.measure == "present" && stocks.contains($0.cell) } == 3)
    #expect(now.contains { $0.value == nil } || came == nil)
  }

  @Test("are no secret where many left, or nobody")
  func many() throws {
    let invented = edition(
      [(60, 30, 9), (40, 20, 0), (30, 10, 8), (20, 12, 7), (16, 9, 6)], tables: Self.tables)
    let (first, second) = try series(invented)
    #expect(computed(first, second.value).count == 6)
    #expect(second.value.published.allSatisfy { $0.status != .suppressed })
  }

  /// What an edition prints of one form, by measure and time.
  private func printed(_ edition: ProtectedEdition, _ form: String, _ measure: String) -> Int? {
    edition.published.first { fact in
      fact.form == .count && fact.measure == measure && fact.cell == "form=\(form)"
        && fact.time.hasPrefix("2021-12") == (measure == "present") && !fact.time.hasSuffix("06-30")
        && !fact.time.hasSuffix("H1")
    }?.value
  }

  @Test("are protected where only the whole year says who came")
  func year() throws {
    // 30 + (19 − 12) − 35 = 2 left in the second half.
    let invented = edition([(60, 30, 9), (30, 7, 2), (40, 20, 8)], tables: Self.tables)
    let first = try invented.protected(period: Self.halves[0], policy: Self.policy).value
    #expect(first.published.allSatisfy { $0.status != .suppressed })
    let year = try invented.protected(
      period: Period(year: 2021, span: .year), policy: Self.policy,
      considering: [EarlierEdition(id: "2021-H1", facts: first.published)])
    #expect(!year.findings.hasErrors, "\(year.findings.map(\.rendered))")
    let isTold =
      printed(year.value, "sale", "present") != nil
      && printed(year.value, "sale", "arrivals") != nil
    #expect(!isTold)
  }

  @Test("are protected where the list of who came is open, and leaves their form out")
  func open() throws {
    // 12 + 0 − 11 = 1 left.
    let invented = edition([(60, 3, 9), (30, 0, 8), (12, 0, 1)], tables: Self.tables, isOpen: true)
    let (first, second) = try series(invented)
    #expect(!second.findings.hasErrors, "\(second.findings.map(\.rendered))")
    #expect(first.published.contains { $0.cell == "form=crime" && $0.value == 12 })
    #expect(printed(second.value, "crime", "present") == nil)
  }

  @Test("tell who came where nobody left")
  func nobodyLeft() throws {
    // 23 − 20 = 3 and 26 − 24 = 2 came, who are merged where newcomers are counted.
    let invented = edition([(30, 9, 0), (20, 3, 0), (24, 2, 0)], tables: Self.tables)
    let (_, second) = try series(invented)
    #expect(!second.findings.hasErrors, "\(second.findings.map(\.rendered))")
    for form in ["sale", "crime"] {
      #expect(printed(second.value, form, "present") == nil, "\(form)")
    }
  }

  @Test("tell who came where a table counts them")
  func departures() throws {
    // 54 − 60 + 8 = 2 came, whom no table counts.
    let tables = [InventedEdition.Table([0], isStock: true), .init([0], isOfLeavers: true)]
    let invented = edition([(60, 2, 8), (49, 20, 9), (37, 10, 7)], tables: tables)
    let (_, second) = try series(invented)
    #expect(!second.findings.hasErrors, "\(second.findings.map(\.rendered))")
    let isTold =
      printed(second.value, "work", "present") != nil
      && printed(second.value, "work", "departures") != nil
    #expect(!isTold)
  }

  private func people(
    _ form: Int, _ number: Int, from: Int, until: Int? = nil
  ) -> [InventedEdition.Person] {
    (0..<number).map { _ in .init(codes: [form], admitted: from, ended: until) }
  }

  private func edition(
    of persons: [InventedEdition.Person], _ tables: [InventedEdition.Table], isOpen: Bool = false
  ) -> InventedEdition {
    InventedEdition(
      dimensions: [.init(name: "form", codes: ["work", "sale"], isOpen: isOpen)],
      persons: persons, tables: tables)
  }

  @Test("tell who was there before")
  func before() throws {
    // 12 + 6 − 15 = 3 were there, who are hidden in the earlier edition.
    let half = InventedEdition.firstHalf
    let persons =
      people(0, 30, from: half) + people(0, 9, from: half, until: half + 1)
      + people(0, 8, from: half + 1) + people(1, 3, from: half, until: half + 1)
      + people(1, 12, from: half + 1) + people(1, 3, from: half + 1, until: half + 1)
    let (first, second) = try series(
      edition(of: persons, Self.tables + [.init([0], isOfLeavers: true)]))
    #expect(!second.findings.hasErrors, "\(second.findings.map(\.rendered))")
    #expect(
      first.published.contains {
        $0.measure == "present" && $0.cell == "form=sale" && $0.value == nil
      })
    let measures = ["present", "arrivals", "departures"]
    #expect(measures.contains { printed(second.value, "sale", $0) == nil })
  }

  @Test("are nobody but those of a list whose other categories an earlier edition left out")
  func earlierOpenList() throws {
    // Nobody of sale came in either half; 15 − 14 = 1 left.
    let half = InventedEdition.firstHalf
    let persons =
      people(0, 60, from: half - 1) + people(0, 9, from: half - 1, until: half)
      + people(0, 7, from: half) + people(0, 9, from: half + 1)
      + people(1, 14, from: half - 1) + people(1, 1, from: half - 1, until: half)
    let (stock, arrivals) = (InventedEdition.Table([0], isStock: true), InventedEdition.Table([0]))
    var earlier: [EarlierEdition] = []
    for (period, tables) in [
      (Period(year: 2020, span: .half(2)), [stock]), (Self.halves[0], [arrivals]),
    ] {
      let protected = try edition(of: persons, tables, isOpen: true)
        .protected(period: period, policy: Self.policy).value
      earlier.append(EarlierEdition(id: period.id, facts: protected.published))
    }
    let last = try edition(of: persons, [stock, arrivals], isOpen: true)
      .protected(period: Self.halves[1], policy: Self.policy, considering: earlier)
    #expect(!last.findings.hasErrors, "\(last.findings.map(\.rendered))")
    #expect(printed(last.value, "sale", "present") == nil)
  }

  @Test(
    "cannot be told where an earlier edition counted by what is declared no more, so that nothing is built"
  )
  func forgotten() throws {
    let invented = edition([(60, 30, 9), (40, 20, 0)], tables: Self.tables)
    let first = try invented.protected(period: Self.halves[0], policy: Self.policy).value
    let facts = first.published.map { fact in
      let isPresent = fact.measure == "present"
      // What is declared as it was is known by another name too.
      let detail = fact.form == .definition && isPresent ? "by another day" : fact.detail
      return PublishedFact(
        form: fact.form, measure: isPresent ? "there" : fact.measure,
        cell: fact.measure == "arrivals" ? fact.cell.replacing("form=", with: "kind=") : fact.cell,
        time: fact.time, status: fact.status, value: fact.value, detail: detail,
        figure: fact.figure)
    }
    let second = try invented.protected(
      period: Self.halves[1], policy: Self.policy,
      considering: [EarlierEdition(id: "2021-H1", facts: facts)])
    let found = second.findings.filter { $0.rule == .disclosureForgotten }.map(\.rendered)
    #expect(found.count == 2 && second.findings.hasErrors, "\(found)")
    #expect(found.contains { $0.contains("“there”") } && found.contains { $0.contains("“kind”") })
  }

  @Test("make nobody of a large category that an earlier figure merged away")
  func mergedBefore() throws {
    let invented = edition(
      [(60, 30, 9), (40, 20, 0), (30, 10, 8), (20, 12, 7)], tables: Self.tables)
    let first = try invented.protected(period: Self.halves[0], policy: Self.policy).value
    // 150 − 40 − 30 − 20 = 60, for everybody to see.
    let facts = first.published.map { fact -> PublishedFact in
      guard fact.measure == "present", fact.cell == "form=work" else { return fact }
      return PublishedFact(
        form: .count, measure: fact.measure, cell: fact.cell, time: fact.time, status: .merged,
        value: nil, figure: fact.figure)
    }
    #expect(facts != first.published)
    let second = try invented.protected(
      period: Self.halves[1], policy: Self.policy,
      considering: [EarlierEdition(id: "2021-H1", facts: facts)])
    #expect(!second.findings.hasErrors, "\(second.findings.map(\.rendered))")
    #expect(second.value.published.allSatisfy { $0.status != .suppressed })
  }

  @Test("tell who came within the period, after a stock of an earlier edition")
  func within() throws {
    // Nobody left; 32 − 31 = 1 came in the second half.
    let stock = InventedEdition.Table([0], isStock: true)
    var invented = edition([(31, 1, 0), (20, 7, 0)], tables: [stock])
    let first = try invented.protected(period: Self.halves[0], policy: Self.policy).value
    invented.tables.append(.init([0], isOfLeavers: true))
    let year = try invented.protected(
      period: Period(year: 2021, span: .year), policy: Self.policy,
      considering: [EarlierEdition(id: "2021-H1", facts: first.published)])
    #expect(printed(year.value, "work", "present") == nil)
  }

  @Test("tell who came over several editions")
  func gap() throws {
    // 63 + 8 + 7 − 75 = 3 came within two halves.
    let half = InventedEdition.firstHalf
    let persons = [(0, 60, 3, 8, 7), (1, 40, 12, 9, 6)].flatMap {
      form, stayed, came, first, second in
      people(form, stayed, from: half - 1, until: nil) + people(form, came, from: half, until: nil)
        + people(form, first, from: half - 1, until: half)
        + people(form, second, from: half - 1, until: half + 1)
    }
    let (stock, departures) = (
      InventedEdition.Table([0], isStock: true), InventedEdition.Table([0], isOfLeavers: true)
    )
    var earlier: [EarlierEdition] = []
    for (period, tables) in [
      (Period(year: 2020, span: .half(2)), [stock]), (Self.halves[0], [departures]),
    ] {
      let protected = try edition(of: persons, tables).protected(
        period: period, policy: Self.policy
      ).value
      #expect(protected.published.allSatisfy { $0.status != .suppressed })
      earlier.append(EarlierEdition(id: period.id, facts: protected.published))
    }
    let last = try edition(of: persons, [stock, departures]).protected(
      period: Self.halves[1], policy: Self.policy, considering: earlier)
    #expect(!last.findings.hasErrors, "\(last.findings.map(\.rendered))")
    let isTold =
      printed(last.value, "work", "present") != nil
      && printed(last.value, "work", "departures") != nil
    #expect(!isTold)
  }

  /// The sample, after an edition that counted so many clients of record by form.
  private func sample(
    after counts: [(cell: String, value: Int)], requests: [[String]]
  ) throws -> (edition: ProtectedEdition, requests: [FactRequest]) {
    let declaration = try #require(try Sample.declaration(edit: { $0 }).value)
    let dataset = try #require(
      Dataset.read(
        declaration, records: try Sample.records(),
        history: try Sample.file("Content/2021-H1/history.csv")
      ).value)
    let requests = try requests.map { words in
      FactRequest.count(
        try #require(
          declaration.cellReference(
            words, at: SourceLocation(path: "x"), rule: .citationUnknown
          ).value))
    }
    let facts = counts.map { count in
      PublishedFact(
        form: .count, measure: "clients_of_record", cell: count.cell, time: "2020-12-31",
        status: .published, value: count.value)
    }
    let edition = dataset.protect(
      period: Sample.period, policy: DisclosurePolicy(threshold: 5),
      exceptions: Sample.exceptions(declaration), requests: Set(requests),
      considering: [EarlierEdition(id: "2020-H2", facts: facts)]
    ).value
    return (edition, requests)
  }

  @Test("are found though stocks count witnesses too, and newcomers do not")
  func differentMeasures() throws {
    let words = [
      ["clients_of_record", "form=sexual_exploitation"],
      ["new_clients", "form=sexual_exploitation"],
    ]
    let before = try sample(after: [], requests: words)
    let shown = before.requests.compactMap { before.edition.count($0).value }
    let (now, came) = (try #require(shown.first), try #require(shown.last))
    for (left, isShown) in [(1, false), (4, false), (5, true), (0, true)] {
      let after = try sample(
        after: [("form=sexual_exploitation", now - came + left)], requests: words)
      let values = after.requests.compactMap { after.edition.count($0).value }
      #expect((values.count == 2) == isShown, "\(left) left")
      let cell = after.edition.audit.cells.first {
        $0.id.hasPrefix("clients_of_record form=sexual_exploitation")
          && $0.id.hasSuffix("(2020-12-31) and left")
      }
      #expect(cell?.role == ((1..<5).contains(left) ? .protected : .derived))
    }
  }
}
