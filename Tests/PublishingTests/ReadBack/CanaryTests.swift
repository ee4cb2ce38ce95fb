import Diagnostics
import Foundation
import Localization
import TestSupport
import Testing

@testable import Publishing

/// Records whose every telling cell is a word or number that stands nowhere else.
@Suite("What only the records know")
struct CanaryTests {
  private static let files = ["clients.csv", "decisions.csv", "referrals.csv"]

  /// Gives each row an identifier, a note, a name and a year of birth that a search can find.
  private static func planted(_ text: String) -> String {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let head = lines[0]
    let rows = lines.dropFirst().enumerated().map { row, cells in
      zip(head, cells).map { title, cell in
        switch title {
        case "note": "Kanarialintu \(row) x\(770_000 + row)"
        case "birth_year": "1917"
        case _ where title.hasSuffix("_id") && !cell.isEmpty: "kanarie-\(cell)"
        default: cell
        }
      } + ["Aino Kanarie"]
    }
    return ([head + ["name"]] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")
      + "\n"
  }

  private func hasCanary(_ text: String) -> Bool {
    let lowered = text.lowercased()
    return lowered.contains("kanari") || lowered.contains("x770") || lowered.contains("aino k")
      || lowered.contains("1917")
  }

  private func plantedWorkshop() throws -> Workshop {
    let workshop = try Workshop()
    for name in Self.files {
      try workshop.edit("Content/2021-H1/records/\(name)") { Self.planted($0) }
    }
    return workshop
  }

  @Test("stands in no built file, no table, no list of facts and no message")
  func nowhere() throws {
    let workshop = try plantedWorkshop()
    defer { workshop.close() }
    let found = try workshop.build()
    #expect(!found.hasErrors, "\(found.map(\.rendered))")
    let site = try workshop.site()
    #expect(site.count > 20)
    for (path, bytes) in site {
      #expect(!hasCanary(String(decoding: bytes, as: UTF8.self)), "\(path)")
    }
    let project = try #require(try Project.read(workshop.folders).value)
    for language in Language.allCases {
      for fact in try project.citableFacts(of: "2021-H1", in: language).value ?? [] {
        #expect(!hasCanary("\(fact)"))
      }
    }
    for table in project.declaration.tables {
      let published = try #require(try project.table(table.id, of: "2021-H1").value)
      #expect(!hasCanary(published.csv + published.json + published.text(in: .en)))
    }
    let report = CheckReport(try project.check(["2021-H1"]), language: .fi)
    #expect(!hasCanary(report.json + report.sarif))
  }

  @Test("stands in no message about broken records")
  func messages() throws {
    let workshop = try plantedWorkshop()
    defer { workshop.close() }
    for name in Self.files {
      try workshop.edit("Content/2021-H1/records/\(name)") { text in
        var lines = text.split(separator: "\n").map(String.init)
        // Rows twice, dates that do not exist, codes that nobody knows, all of them canaries.
        lines += lines.dropFirst().prefix(9)
        for row in 10..<40 {
          var cells = lines[row].split(separator: ",", omittingEmptySubsequences: false)
          let column = 1 + row % (cells.count - 3)
          cells[column] = ["Kanarialintu", "31.6.1770 kanarie", "-770", "2021-06-77"][row % 4][...]
          lines[row] = cells.joined(separator: ",")
        }
        return lines.joined(separator: "\n") + "\n"
      }
    }
    let found = try workshop.build()
    #expect(found.count > 20)
    for language in Language.allCases {
      let report = CheckReport(found, language: language)
      #expect(!hasCanary(report.json + report.sarif), "\(report.json)")
    }
    #expect(found.allSatisfy { !hasCanary($0.rendered) })
    #expect(try workshop.site().isEmpty)
  }
}
