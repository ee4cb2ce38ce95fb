import Diagnostics
import Statistics
import TestSupport
import Foundation
import Testing

@Suite("Declaring statistics")
struct DeclarationTests {
  private static let faults: [(find: String, replacement: String, message: String)] = [
    ("by: gender\n", "by: gendre\n", "“gendre” is not among the dimensions"),
    ("measure: new_clients\n", "measure: new_client\n", "“new_client” is not among the measures"),
    (
      "where: {role: victim}", "where: {role: victims}",
      "“victims” is not among the codes of “role”"
    ),
    ("where: {role: victim}", "where: {roll: victim}", "“roll” is not among the dimensions"),
    (
      "{decision.entry: 1}", "{decision.entri: 1}",
      "“entri” is not among the attributes of “decision”"
    ),
    ("flow: received_on", "flow: recieved_on", "“recieved_on” is not among the columns of days"),
    (
      "codes: nationality\n", "codes: nationalities\n",
      "“nationalities” is not among the code lists"
    ),
    ("type: day, required", "type: date, required", "“date” is not among the column types"),
    ("by: referrer\n", "by: form\n", "“referrals” cannot be counted by “form”"),
    (
      "where: {decision.entry: 1}", "where: {form: begging}",
      "“decisions” cannot be counted by “form”"
    ),
    ("merge: {decision:", "merge: {place:", "Codes are merged of a dimension"),
    ("chart: stacked-bar", "chart: pie", "“pie” is not among the charts for such a table"),
    ("since: 2016", "since: soon", "Here should stand a whole number"),
    (
      "  role:\n    column: role", "  value:\n    column: role",
      "“value” is a column of every data file"
    ),
    (
      "label: {en: gender, ", "label: {",
      "These words are missing in the language “en”"
    ),
    ("rest: {en: Other sectors,", "rests: {en: Other sectors,", "“rests” is not a name known here"),
  ]

  @Test("a name that is declared nowhere is found at its place")
  func faults() throws {
    for (find, replacement, message) in Self.faults {
      let read = try Sample.declaration { text in
        var text = text
        if let range = text.range(of: find) { text.replaceSubrange(range, with: replacement) }
        return text
      }
      let match = read.findings.first { $0.message.hasPrefix(message) }
      #expect(match != nil, "\(replacement): \(read.findings.map(\.rendered))")
      #expect(match?.location.line ?? 0 > 1 && match?.help.isEmpty == false)
      #expect(read.value == nil)
    }
  }

  @Test("what could not be read is said where it stands, and not where it is used")
  func consequences() throws {
    func messages(_ text: String, _ replacement: String) throws -> [String] {
      try Sample.declaration { $0.replacing(text, with: replacement) }.findings.map(\.message)
    }
    // Tables and rules count by nationality.
    let list = try messages("codes: nationality\n", "codes: nationalities\n")
    #expect(list == ["“nationalities” is not among the code lists"])
    let stock = try messages(
      "stock: {from: admitted_on, until: ended_on}", "stock: {from: admitted_on}")
    #expect(Set(stock) == ["“until” is missing here"] && stock.count == 3)
    let file = try messages("file: decisions.csv", "file: clients.csv")
    #expect(file == ["“decisions” and “clients” read the same file"])
  }

  @Test("a code list that is not there is named by its file")
  func missingList() throws {
    let read = try Sample.declaration {
      $0.replacing("codes: gender\n", with: "codes: gadfly_wing\n")
    }
    #expect(read.findings.contains { $0.help.contains("codelists/gadfly_wing.csv") })
  }

  @Test("dimensions that are made from one another are refused")
  func circle() throws {
    let read = try Sample.declaration {
      $0.replacing("child: {role: child}", with: "child: {record_group: child}")
    }
    #expect(read.findings.contains { $0.message.contains("made from one another") })
    #expect(
      read.value == nil)
  }

  @Test("a code list names every code once, in words that can stand in a citation")
  func codeLists() {
    func findings(_ rows: String) -> [String] {
      CodeList.read(
        SourceFile(path: "list.csv", text: "code,sort,label_en\n\(rows)"), id: "list",
        languages: ["en"]
      ).findings.map(\.message)
    }
    #expect(findings("a,1,A\nb,2,B\n") == [])
    #expect(findings("a,1,A\na,2,B\n") == ["The code “a” stands twice in this list"])
    #expect(findings("a,1,\n") == ["The code “a” has no label in the language “en”"])
    #expect(findings("a,x,A\n") == ["The column “sort” has to hold a whole number"])
    for code in ["_T", "a b", "=1+1", "-a", "\"a,b\"", ""] {
      #expect(
        findings("\(code),1,A\n").first?.hasPrefix("A code is made of letters") == true, "\(code)")
    }
  }
}
