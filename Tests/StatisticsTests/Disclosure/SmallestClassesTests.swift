import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

@Suite("What a reader can put together")
struct SmallestClassesTests {
  /// Persons by form, place and gender, of two codes each.
  private func edition(
    _ counts: [(codes: [Int], number: Int)], tables: [InventedEdition.Table]
  ) -> InventedEdition {
    InventedEdition(
      dimensions: [
        .init(name: "form", codes: ["work", "other"]),
        .init(name: "place", codes: ["here", "abroad"]),
        .init(name: "gender", codes: ["female", "male"]),
      ],
      persons: counts.flatMap { count in
        (0..<count.number).map { _ in InventedEdition.Person(codes: count.codes) }
      }, tables: tables)
  }

  private func leaks(_ edition: InventedEdition) throws -> (shown: Int, faults: [String]) {
    let policy = DisclosurePolicy(threshold: 5)
    let protected = try edition.protected(policy: policy)
    #expect(!protected.findings.hasErrors, "\(protected.findings.map(\.rendered))")
    let knowledge = ReadersKnowledge(of: [(edition, protected.value)], policy: policy)
    return (knowledge.shown, knowledge.faults)
  }

  @Test("the fourth piece of two groups and their common part is none that can be computed")
  func inclusionAndExclusion() throws {
    // 109 − 45 − 99 + 37 = 2, were all of them shown.
    let drawn = edition(
      [([0, 0, 0], 37), ([0, 1, 0], 62), ([1, 0, 0], 8), ([1, 1, 0], 2)],
      tables: [
        .init([0]), .init([1]), .init([0], filter: .init(dimension: 1, codes: [0])),
      ])
    let (shown, faults) = try leaks(drawn)
    #expect(faults == [])
    #expect(shown > 0)
  }

  @Test("tables of every two of three dimensions tell no cell of all three")
  func circle() throws {
    let drawn = edition(
      [
        ([0, 0, 0], 20), ([0, 0, 1], 3), ([0, 1, 0], 2), ([0, 1, 1], 9), ([1, 0, 0], 7),
        ([1, 0, 1], 11), ([1, 1, 0], 12), ([1, 1, 1], 1),
      ], tables: [.init([0, 1]), .init([0, 2]), .init([1, 2])])
    #expect(try leaks(drawn).faults == [])
  }

  @Test("a zero that is told by two dimensions parts no count by one from those by three")
  func zeroBetween() throws {
    let drawn = InventedEdition(
      dimensions: [
        .init(name: "form", codes: ["work", "sale", "crime"], isRequired: true),
        .init(name: "place", codes: ["here", "abroad"], isRequired: true),
        .init(name: "gender", codes: ["female", "male"], isRequired: true),
      ],
      persons: [
        ([0, 0, 0], 8), ([0, 1, 1], 4), ([1, 0, 0], 15), ([1, 1, 1], 9), ([2, 0, 1], 14),
      ]
      .flatMap { codes, number in
        (0..<number).map { _ in InventedEdition.Person(codes: codes) }
      }, tables: [.init([0])])
    func request(_ codes: [(String, String)]) -> FactRequest {
      .count(
        CellReference(
          measure: "arrivals",
          conditions: codes.map { Condition(dimension: $0.0, values: [$0.1]) }))
    }
    let eight = request([("form", "work"), ("place", "here"), ("gender", "female")])
    let nobody = request([("form", "crime"), ("place", "abroad")])
    for requests in [[eight], [eight, nobody]] as [Set<FactRequest>] {
      let protected = try drawn.protected(
        policy: DisclosurePolicy(threshold: 5), requests: requests)
      #expect(!protected.findings.hasErrors, "\(protected.findings.map(\.rendered))")
      let cells = protected.value.audit.cells
      #expect(cells.contains { $0.id.contains("gender=female") && $0.value == 8 })
      // 12 − 8 = 4.
      #expect(cells.first { $0.id == "arrivals form=work" }?.value == nil)
    }
  }

  @Test("a filter that lets all pass is none, where a table tells that nobody is missing")
  func wholeFilter() throws {
    // 22 of either gender, 20 of them here: 2 are abroad. No other gender is counted, nor is any unknown.
    var drawn = edition(
      [([0, 0, 0], 12), ([0, 0, 1], 8), ([0, 1, 0], 2), ([1, 0, 1], 8), ([1, 1, 1], 10)],
      tables: [
        .init([0], filter: .init(dimension: 2, codes: [0, 1])),
        .init([0], filter: .init(dimension: 1, codes: [0])), .init([1]), .init([2]),
      ])
    #expect(try leaks(drawn).faults == [])
    drawn.dimensions[2].hasRest = true
    drawn.dimensions[2].isOpen = true
    drawn.dimensions[2].codes += ["other", "none"]
    drawn.persons += (2...3).flatMap { gender in
      (0..<3).map { _ in InventedEdition.Person(codes: [1, 0, gender]) }
    }
    drawn.tables[0].filter?.codes = [0, 1, 2, 3]
    #expect(try leaks(drawn).faults == [])
  }

  @Test("an edition that counts nobody is none to be afraid of", arguments: [true, false])
  func nobody(showsZeros: Bool) throws {
    let drawn = edition([], tables: [.init([0, 1]), .init([2])])
    let protected = try drawn.protected(
      policy: DisclosurePolicy(threshold: 5, showsZeros: showsZeros))
    #expect(!protected.findings.hasErrors)
  }

  @Test("few people who are left of two tables are found, however finely others divide them")
  func coarseClasses() throws {
    // Of all 62 and 48 of n0 and n2, 40 and 30 were exploited by crime: 4 of the others were not.
    let counts = [
      (3, 2, 0, 0, 1), (3, 3, 1, 0, 0), (0, 0, 4, 1, 3), (0, 1, 1, 0, 0), (0, 2, 23, 7, 6),
      (0, 3, 7, 2, 2), (1, 1, 1, 0, 0), (1, 2, 8, 1, 1), (1, 3, 1, 0, 1), (2, 2, 1, 0, 0),
      (2, 3, 1, 0, 0),
    ]
    let before = InventedEdition.firstHalf - 1
    func persons(_ codes: [Int], _ number: Int, from: Int, until: Int?) -> [InventedEdition.Person]
    {
      (0..<number).map { _ in .init(codes: codes, admitted: from, ended: until) }
    }
    var drawn = InventedEdition(
      dimensions: [
        .init(name: "nationality", codes: ["n0", "n1", "n2", "n3"], hasRest: true),
        .init(
          name: "form", codes: ["work", "sale", "crime", "begging"], hasRest: true, isOpen: true),
      ],
      persons: counts.flatMap { nationality, form, stayed, left, came in
        persons([nationality, form], stayed, from: before, until: nil)
          + persons([nationality, form], left, from: before, until: before + 1)
          + persons([nationality, form], came, from: before + 1, until: nil)
      }, tables: [.init([1, 0], isStock: true)])
    let earlier = try drawn.protected(period: Period(year: 2020, span: .half(2))).value
    drawn.tables = [
      .init([1], isStock: true),
      .init([1], filter: .init(dimension: 0, codes: [0, 2]), isStock: true),
      .init([0], isStock: true),
    ]
    let protected = try drawn.protected(
      period: Period(year: 2021, span: .half(1)),
      considering: [EarlierEdition(id: "2020-H2", facts: earlier.published)])
    #expect(!protected.findings.hasErrors, "\(protected.findings.map(\.rendered))")
    let lines = protected.value.tables.map(lines(of:))
    let isTold =
      lines[0].contains("crime,40") && lines[1].contains("crime,30") && lines[0].contains("_T,62")
      && lines[1].contains("_T,48")
    #expect(!isTold, "\(lines)")
  }

  @Test("an open list in which nobody occurs says nothing of what it leaves out")
  func emptyOpenList() throws {
    let drawn = InventedEdition(
      dimensions: [.init(name: "nationality", codes: ["a", "b", "c"], isOpen: true)],
      persons: [1, 2].flatMap { code in (0..<15).map { _ in .init(codes: [code]) } },
      tables: [.init([0]), .init([0], filter: .init(dimension: 0, codes: [0]))])
    let protected = try drawn.protected()
    #expect(protected.findings.map(\.rendered) == [])
    #expect(protected.value.tables.map(lines(of:)) == [["b,15", "c,15", "_T,30"], ["_T,0"]])
  }

  @Test("five small categories of twenty persons are not counted together: each would be four")
  func fullRest() throws {
    let sizes = [30, 20, 5, 4, 4, 4, 4, 4]
    let drawn = InventedEdition(
      dimensions: [
        .init(
          name: "nationality", codes: sizes.indices.map { "n\($0)" }, hasRest: true, isOpen: true)
      ],
      persons: sizes.enumerated().flatMap { code, size in
        (0..<size).map { _ in InventedEdition.Person(codes: [code]) }
      }, tables: [.init([0])])
    let table = try #require(try drawn.protected().value.tables.first)
    #expect(lines(of: table) == ["n0,30", "n1,20", "_O,25", "_T,75"])
  }

  @Test("those who left are not found from those who were there, who came and who are there")
  func stock() throws {
    let before = InventedEdition.firstHalf - 1
    func people(_ form: Int, _ number: Int, ended: Int? = nil, admitted: Int = before)
      -> [InventedEdition.Person]
    {
      (0..<number).map { _ in .init(codes: [form], admitted: admitted, ended: ended) }
    }
    let persons =
      people(0, 40) + people(1, 30) + people(0, 9, ended: before + 1)
      + people(1, 2, ended: before + 1) + people(0, 12, admitted: before + 1)
      + people(1, 11, admitted: before + 1)
    let drawn = InventedEdition(
      dimensions: [.init(name: "form", codes: ["work", "other"])], persons: persons,
      tables: [.init([0]), .init([0], isStock: true)])
    let first = try drawn.protected(period: Period(year: 2020, span: .half(2)))
    let earlier = EarlierEdition(id: "2020-H2", facts: first.value.published)
    let period = Period(year: 2021, span: .half(1))
    let alone = try drawn.protected(period: period).value
    let after = try drawn.protected(period: period, considering: [earlier]).value
    // 32 + 11 − 41 = 2 of them left.
    func shows(_ edition: ProtectedEdition) -> Bool {
      edition.tables.allSatisfy {
        lines(of: $0).contains { $0.hasPrefix("other,") && !$0.hasSuffix(",c") }
      }
    }
    #expect(shows(alone))
    #expect(!shows(after))
    #expect(after.audit.attacked(candidates: 3, threshold: 5, depth: .verdict).leaks == [])
  }

  @Test("what always goes together counts as known")
  func implied() throws {
    // 65 − 51 − 11 = 3, since whoever seeks asylum has that background.
    let words = [
      ["new_clients", "asylum_background=yes"],
      ["new_clients", "asylum_background=yes", "place=ABROAD"],
      ["new_clients", "residence=asylum_seeker", "place=FI"],
    ]
    #expect(try shown(words, declaration: { $0 }) < words.count)
    #expect(
      try shown(words) { text in
        text.replacing(#/ *implied:\n( *(-|#) .*\n)+/#, with: "")
      } == words.count)
  }

  @Test("what never goes together counts as known")
  func neverTogether() throws {
    // Whoever has no such background seeks no asylum; 19 − 18 = 1 have it and seek none.
    let others = "residence_permit,visa,temporary_protection,finnish_citizen,eu_citizen"
    let words = [
      ["new_clients", "gender=male", "asylum_background=no"],
      ["new_clients", "gender=male", "residence=\(others),no_legal_right,unknown"],
    ]
    #expect(try shown(words, declaration: { $0 }) < words.count)
    #expect(
      try shown(words) { text in
        text.replacing(#/ *implied:\n( *(-|#) .*\n)+/#, with: "")
      } == words.count)
  }

  @Test("a column that has to be filled in is never empty")
  func required() throws {
    // 20 + 21 − 38 = 3 are in both lists of codes, which have all of them between them.
    func shown(isRequired: Bool) throws -> Int {
      let counts = [[17, 3, 18], [12, 14, 16]]
      let drawn = InventedEdition(
        dimensions: [
          .init(name: "form", codes: ["work", "other"]),
          .init(name: "group", codes: ["a", "b", "c"], isRequired: isRequired),
        ],
        persons: counts.enumerated().flatMap { form, counts in
          counts.enumerated().flatMap { group, number in
            (0..<number).map { _ in InventedEdition.Person(codes: [form, group]) }
          }
        },
        tables: [
          .init([0]), .init([0], filter: .init(dimension: 1, codes: [0, 1])),
          .init([0], filter: .init(dimension: 1, codes: [1, 2])),
        ])
      return try drawn.protected().value.tables.count { table in
        lines(of: table).contains { $0.hasPrefix("work,") && !$0.hasSuffix(",c") }
      }
    }
    #expect(try shown(isRequired: false) == 3)
    #expect(try shown(isRequired: true) < 3)
  }

  @Test("what goes together under several conditions counts as known")
  func severalConditions() throws {
    // 28 − 27 = 1.
    let words = [
      ["new_clients", "gender=male", "asylum_background=yes"],
      ["new_clients", "gender=male", "residence=asylum_seeker"],
    ]
    func shown(_ when: String) throws -> Int {
      try self.shown(words) { text in
        text.replacing("{when: {residence: asylum_seeker}", with: "{when: {\(when)}")
      }
    }
    #expect(try shown("residence: asylum_seeker, gender: male") < words.count)
    #expect(try shown("residence: asylum_seeker, place: FI") == words.count)
  }

  @Test(
    "a dimension made by cases tells what it is made from",
    arguments: [
      // 28 − (109 − 83) = 2.
      (
        "{adult: {form: sexual_exploitation, gender: female}, minor: {role: victim}}",
        [
          ["new_clients"], ["new_clients", "form=sexual_exploitation"],
          ["new_clients", "mixed=minor"],
        ]
      ),
      // 65 − 63 = 2.
      (
        "{adult: {gender: female}, minor: {form: sexual_exploitation}}",
        [["new_clients", "gender=female"], ["new_clients", "mixed=adult,minor"]]
      ),
    ])
  func cases(_ cases: String, _ words: [[String]]) throws {
    let others = "{adult: {gender: female}, minor: {gender: male}}"
    func shown(_ cases: String) throws -> Int {
      try self.shown(words) { text in
        text.replacing(
          "\n  record_group:\n",
          with: """

              mixed:
                cases: \(cases)
                codes: client_group
                label: {en: group, fi: ryhmä, sv: grupp}
              record_group:

            """)
      }
    }
    #expect(try shown(cases) < words.count)
    #expect(try shown(others) == words.count)
  }

  /// How many of the numbers asked for are shown.
  private func shown(_ words: [[String]], declaration edit: (String) -> String) throws -> Int {
    let declaration = try #require(try Sample.declaration(edit: edit).value)
    let dataset = try #require(
      Dataset.read(
        declaration, records: try Sample.records(),
        history: try Sample.file("Content/2021-H1/history.csv")
      ).value)
    let requests = try words.map { words -> FactRequest in
      let reference = declaration.cellReference(
        words, at: SourceLocation(path: "x"), rule: .citationUnknown)
      return .count(try #require(reference.value))
    }
    let protected = dataset.protect(
      period: Sample.period, policy: DisclosurePolicy(threshold: 5),
      exceptions: Sample.exceptions(declaration), requests: Set(requests)
    ).value
    return requests.count { protected.count($0).value != nil }
  }

  @Test("a record in which what goes together does not is an error")
  func brokenRule() throws {
    let findings = try protectedSample(records: { set, text in
      set == "clients" ? text.replacing(",asylum_seeker,yes,", with: ",asylum_seeker,no,") : text
    }).findings
    #expect(findings.contains { $0.rule == .recordImplied && $0.location.line > 1 })
    #expect(!findings.contains { $0.rule == .disclosureInconsistent })
  }
}
