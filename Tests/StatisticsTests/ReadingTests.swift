import Diagnostics
import Foundation
import Periods
import Statistics
import TestSupport
import Testing

@Suite("Reading records")
struct ReadingTests {
  private func findings(
    clients edit: (String) -> String
  ) throws -> [Diagnostic] {
    let declaration = try #require(try Sample.declaration().value)
    return Dataset.read(
      declaration, records: try Sample.records { $0 == "clients" ? edit($1) : $1 }, history: nil
    ).findings
  }

  private func tables(
    clients edit: (String) -> String
  ) throws -> [[String]] {
    try protectedSample(records: { $0 == "clients" ? edit($1) : $1 }).value.tables
      .map { lines(of: $0) }
  }

  private static func reordered(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).reversed()
        .joined(separator: ",")
    }
    .joined(separator: "\n")
  }

  private static let harmless: [(name: String, edit: @Sendable (String) -> String)] = [
    ("semicolons", { $0.replacing(",", with: ";") }),
    ("tabs", { $0.replacing(",", with: "\t") }),
    ("a byte order mark", { "\u{FEFF}" + $0 }),
    ("line ends of Windows", { $0.replacing("\n", with: "\r\n") }),
    ("empty lines at the end", { $0 + "\n\n;;;;\n\n".replacing(";", with: ",") }),
    ("columns in another order", reordered),
    (
      "rows in another order",
      { text in
        let rows = text.split(separator: "\n")
        return (rows.prefix(1) + rows.dropFirst().reversed()).joined(separator: "\n")
      }
    ),
    (
      "quotation marks around every field",
      { text in
        text.split(separator: "\n").map { line in
          line.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }
            .joined(separator: ",")
        }
        .joined(separator: "\n")
      }
    ),
    (
      "days as Finns write them",
      { text in
        text.replacing(#/(\d{4})-(\d\d)-(\d\d)/#) { match in
          "\(Int(match.3) ?? 0).\(Int(match.2) ?? 0).\(match.1)"
        }
      }
    ),
  ]

  @Test("a file comes out the same however it was saved", arguments: harmless.indices)
  func savedAnotherWay(index: Int) throws {
    let (name, edit) = Self.harmless[index]
    #expect(try findings(clients: edit) == [], "\(name)")
    #expect(try tables(clients: edit) == tables(clients: { $0 }), "\(name)")
  }

  @Test("Windows-1252 is read with a warning")
  func windows1252() throws {
    let declaration = try #require(try Sample.declaration().value)
    var files = try Sample.records()
    let source = try #require(files["clients"])
    var bytes = source.bytes
    // The note of the last row: “ä” as Excel saves it.
    while bytes.last == 0x0A { bytes.removeLast() }
    bytes.append(0xE4)
    files["clients"] = SourceFile(path: source.path, bytes: bytes)
    let read = Dataset.read(declaration, records: files, history: nil)
    #expect(read.findings.map(\.rule) == [.recordEncoding])
    #expect(read.value != nil)
  }

  @Test("a quoted field may hold separators, doubled quotes and line breaks")
  func quoted() throws {
    let edit: (String) -> String = { text in
      var rows = text.split(separator: "\n").map(String.init)
      rows[1] += "\"a, \"\"quoted\"\"\r\nnote\""
      return rows.joined(separator: "\n")
    }
    #expect(try findings(clients: edit) == [])
    #expect(try tables(clients: edit) == tables(clients: { $0 }))
  }

  @Test("an extra column is left out with a note")
  func extraColumn() throws {
    let found = try findings { text in
      text.split(separator: "\n").enumerated().map { $1 + ($0 == 0 ? ",shoe_size" : ",41") }
        .joined(separator: "\n")
    }
    #expect(found.map(\.rule) == [.recordColumn])
    #expect(found.first?.message == "The column “shoe_size” is not declared and was left out")
  }

  @Test("an unknown code stays in n and is counted as not recognised")
  func unknownCode() throws {
    let edit: (String) -> String = { $0.replacing(",no_legal_right,", with: ",mystery,") }
    let found = try findings(clients: edit)
    #expect(!found.isEmpty && found.allSatisfy { $0.rule == .recordCode })
    #expect(!found.contains { $0.rendered.contains("mystery") })
    let edition = try protectedSample(records: { $0 == "clients" ? edit($1) : $1 })
    let table = try #require(edition.value.table("new-clients-by-residence-status"))
    #expect(lines(of: table).contains { $0.hasPrefix("_U,") })
    #expect(lines(of: table).last == "_T,109")
  }

  @Test("an empty cell stays in n; below the threshold it joins the rest")
  func emptyCell() throws {
    let edition = try protectedSample(records: { set, text in
      set == "clients" ? text.replacing(",visa,", with: ",,") : text
    })
    let table = try #require(edition.value.table("new-clients-by-residence-status"))
    let rest = table.axes[0].categories.compactMap { category in
      if case .rest(let rest) = category { rest } else { nil }
    }
    #expect(rest.map(\.unknown) == [.notKnown])
    #expect(lines(of: table).last == "_T,109")
    #expect(!lines(of: table).contains { $0.hasPrefix("_U") })
  }

  struct Fault: Sendable {
    let find: String
    let replacement: String
    let rule: Rule
    let message: String
  }

  /// The first row is SYN-C00001,victim,2011-07-21,,,male,1988,23,33,AFG,….
  static let faults = [
    Fault(
      find: "2011-07-21", replacement: "2011-06-31", rule: .recordValue,
      message: "The column “admitted_on” has to hold a day that the calendar has"),
    Fault(
      find: "2011-07-21", replacement: "31.6.2011", rule: .recordValue,
      message: "The column “admitted_on” has to hold a day that the calendar has"),
    Fault(
      find: "2011-07-21", replacement: "July 2011", rule: .recordValue,
      message: "The column “admitted_on” has to hold a day such as 2021-06-30 or 30.6.2021"),
    Fault(
      find: "2011-07-21", replacement: "", rule: .recordMissing,
      message:
        "The column “admitted_on” must not be empty and has to hold a day such as 2021-06-30 or "
        + "30.6.2021"),
    Fault(
      find: ",23,33,", replacement: ",secret,33,", rule: .recordValue,
      message: "The column “age_at_admission” has to hold a whole number from 0 to 120"),
    Fault(
      find: ",23,33,", replacement: ",230,33,", rule: .recordValue,
      message: "The column “age_at_admission” has to hold a whole number from 0 to 120"),
    Fault(
      find: "SYN-C00002,", replacement: "SYN-C00001,", rule: .recordDuplicate,
      message: "The identifier in the column “client_id” stands in an earlier row too"),
    Fault(
      find: "SYN-C00001,", replacement: ",", rule: .recordMissing,
      message: "The column “client_id” must not be empty and has to hold an identifier"),
    Fault(
      find: "SYN-C00001,victim,2011-07-21", replacement: "SYN-C00001", rule: .recordValue,
      message: "The row has fewer fields than the header names (18)"),
    Fault(
      find: "SYN-C00001,victim,", replacement: "SYN-C00001,victim,secret,", rule: .recordValue,
      message: "The column “admitted_on” has to hold a day such as 2021-06-30 or 30.6.2021"),
    Fault(
      find: "client_id,role,", replacement: "client_id,roll,", rule: .recordMissing,
      message: "The column “role” is missing"),
    Fault(
      find: "SYN-C00001,", replacement: "\"SYN-C00001,", rule: .recordValue,
      message: "A quotation mark opens here and is never closed"),
  ]

  @Test(
    "a fault names file, row, column and what was expected, never what stands there",
    arguments: faults.indices)
  func placed(index: Int) throws {
    let fault = Self.faults[index]
    let found = try findings { text in
      var text = text
      if let range = text.range(of: fault.find) {
        text.replaceSubrange(range, with: fault.replacement)
      }
      return text
    }
    let match = try #require(found.first { $0.rule == fault.rule && $0.message == fault.message })
    #expect(match.location.path == "Content/2021-H1/records/clients.csv")
    #expect((1...3).contains(match.location.line))
    #expect(!match.help.isEmpty)
    for finding in found {
      for secret in ["secret", "SYN-", "AFG", "July", "2011"] {
        #expect(!finding.rendered.contains(secret), "\(finding.rendered)")
      }
    }
  }

  @Test("an Excel workbook gets a word on how to export it")
  func workbook() throws {
    let declaration = try #require(try Sample.declaration().value)
    var files = try Sample.records()
    files["clients"] = SourceFile(path: "records/clients.xlsx", bytes: [0x50, 0x4B, 3, 4, 1, 2])
    let read = Dataset.read(declaration, records: files, history: nil)
    #expect(read.value == nil)
    #expect(read.findings.map(\.rule) == [.recordFormat])
    #expect(read.findings.first?.help.contains("CSV UTF-8") == true)
  }

  @Test("faults of every file are reported at once")
  func everyFile() throws {
    let declaration = try #require(try Sample.declaration().value)
    let files = try Sample.records { $1.replacing("2021-0", with: "2021-9") }
    let read = Dataset.read(declaration, records: files, history: nil)
    #expect(Set(read.findings.map(\.location.path)).count == 3)
    #expect(read.value == nil)
  }
}

@Suite("Records that hang together")
struct ConnectionTests {
  private func findings(_ edit: (String, String) -> String) throws -> [Diagnostic] {
    let declaration = try #require(try Sample.declaration().value)
    return Dataset.read(declaration, records: try Sample.records(edit: edit), history: nil).findings
  }

  @Test("an end before the admission, a child without guardian, a decision before its referral")
  func faults() throws {
    #expect(try findings { $1 } == [])
    let end = try findings { set, text in
      set == "clients"
        ? text.replacing("victim,2011-07-21,,", with: "victim,2011-07-21,2011-07-20,") : text
    }
    #expect(end.map(\.message) == ["“ended_on” lies before “admitted_on” in this row"])
    #expect(end.map(\.location.line) == [2])
    let child = try findings { set, text in
      guard set == "clients" else { return text }
      return text.replacing(#/(SYN-C\d+,child,[^\n]*?),SYN-C\d+,/#) { "\($0.1),," }
    }
    #expect(child.first?.message == "A record of this kind needs the column “guardian_id”")
    let decision = try findings { set, text in
      set == "referrals" ? text.replacing("2021-01-04", with: "2021-06-29") : text
    }
    #expect(!decision.isEmpty && decision.allSatisfy { $0.rule == .recordOrder })
    for finding in end + child + decision { #expect(!finding.rendered.contains("SYN-")) }
  }
}
