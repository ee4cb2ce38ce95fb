import Diagnostics
import Periods
import Statistics
import TestSupport
import Testing

@Suite("Disclosure control")
struct ProtectionTests {
  private func cells(
    _ figure: String, records: (String, String) -> String = { $1 }, exceptions: [String]? = nil
  ) throws -> [String] {
    let edition = try protectedSample(records: records, exceptions: exceptions)
    return lines(of: try #require(edition.value.table(figure)))
  }

  @Test("small categories merge into a rest that keeps the total")
  func merging() throws {
    #expect(
      try cells("new-clients-by-nationality") == [
        "AFG,13", "FIN,9", "IRQ,17", "NGA,7", "SOM,11", "THA,6", "VNM,5", "_O,41", "_T,109",
      ])
  }

  @Test("a small category that no rest takes is suppressed, and so is a neighbour")
  func suppression() throws {
    // One of the 46 men becomes of another gender.
    var changed = false
    let cells = try cells(
      "new-clients-by-gender",
      records: { set, text in
        guard set == "clients" else { return text }
        let rows: [String] = text.split(separator: "\n").map { row in
          let line = String(row)
          guard !changed, line.contains(",victim,2021-0"), line.contains(",male,") else {
            return line
          }
          changed = true
          return line.replacing(",male,", with: ",other,")
        }
        return rows.joined(separator: "\n")
      })
    #expect(changed)
    // Which of the two is hidden is told by nothing but their names.
    #expect(cells.contains("other,c") && cells.last == "_T,109")
    #expect(cells.filter { $0.hasSuffix(",c") }.count == 2)
  }

  @Test("without an exception the coerced are neither shown nor to be computed")
  func withoutException() throws {
    let cells = try cells("exploited-in-finland-by-form", exceptions: [])
    let shown = cells.compactMap { line in Int(line.split(separator: ",").last ?? "") }
    #expect(!shown.contains { (1...4).contains($0) })
    // The rest holds at least two forms, so that the total does not give one of them away.
    #expect(cells.contains("_O,10"))
    #expect(cells.last == "_T,45")
  }

  @Test("an exception shows its cell and the same people in every table")
  func exception() throws {
    #expect(try cells("exploited-in-finland-by-form").contains("criminal_activity,3"))
    let both = try cells("new-clients-by-form-and-place")
    #expect(both.contains("criminal_activity,FI,3"))
    #expect(both.contains("_O,ABROAD,2"))
  }

  @Test("an exception that shows no small number is reported")
  func needlessException() throws {
    let edition = try protectedSample(exceptions: ["new_clients form=forced_labour"])
    #expect(edition.findings.map(\.rule) == [.disclosureException])
    #expect(edition.findings.first?.message.contains("57") == false)
  }

  /// Two more tables, of two and of three dimensions.
  private static func crossed(_ declaration: String) -> String {
    declaration.replacing(
      "\ntables:\n",
      with: """

        tables:
          crossed:
            measure: new_clients
            by: [gender, age]
          cubed:
            measure: clients_of_record
            by: [form, gender, place]

        """)
  }

  @Test("no small number shows, and no line has exactly one hidden cell", arguments: 0..<24)
  func noSingleHole(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let edition = try protectedSample(
      declaration: ProtectionTests.crossed,
      records: { set, text in
        // Keep a random part of the clients, so that cells become small in ever new places.
        guard set == "clients" else { return text }
        let keep = Double.random(in: 0.05...0.9, using: &random)
        let rows = text.split(separator: "\n").enumerated().filter { index, _ in
          index == 0 || Double.random(in: 0...1, using: &random) < keep
        }
        return rows.map { String($0.element) }.joined(separator: "\n")
      },
      exceptions: [])
    for table in edition.value.tables where table.declaration.sinceYear == nil {
      expectNoSmallNumber(in: table)
      expectNoSingleHole(in: table)
    }
  }

  private func expectNoSmallNumber(in table: ProtectedTable) {
    for position in table.positions {
      if case .published(let value) = table[position] {
        #expect(!(1...4).contains(value), "\(table.id) \(position)")
      }
    }
  }

  private func expectNoSingleHole(in table: ProtectedTable) {
    for axis in table.axes.indices {
      for position in table.positions where position[axis] == 0 {
        let line = table.axes[axis].categories.indices.map { place in
          var cell = position
          cell[axis] = place
          return table[cell]
        }
        #expect(line.filter { $0 == .suppressed }.count != 1, "\(table.id) \(position)")
      }
    }
  }
}
