import Diagnostics
import Foundation
import TestSupport
import Testing

/// A new column, measure, dimension and table need no line of code.
@Suite("Another declaration")
struct AnotherDeclarationTests {
  @Test("a dimension, a measure and a table are added in statistics.yaml alone")
  func added() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/statistics.yaml") { text in
      text.replacing(
        "\ndimensions:\n",
        with: """

            pending_referrals:
              records: referrals
              flow: received_on
              where: {handling: pending}
              label: Referrals that wait for a decision
              source: referral register

          dimensions:
            handling:
              column: status
              codes: referral_status
              label: handling

          """
      ).replacing(
        "\ntables:\n",
        with: """

          tables:
            referrals-by-handling:
              measure: referrals
              by: [handling, place]
              chart: grouped-bars

          """)
    }
    try workshop.edit("Content/2021-H1/en/new-clients.md") {
      $0 + "\n```chart referrals-by-handling\ntitle: Referrals by what became of them\n```\n"
        + "\n{{referrals handling=decided}} were decided.\n"
    }
    let found = try workshop.build(language: .en)
    #expect(found == [], "\(found.map(\.rendered))")
    let site = try workshop.site()
    let rows = try Sample.file("Content/2021-H1/records/referrals.csv").bytes
    let decided = String(decoding: rows, as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { $0.contains(",decided,") }.count
    let data = String(
      decoding: try #require(site["2021-H1/data/referrals-by-handling.csv"]), as: UTF8.self)
    #expect(data.hasPrefix("handling,place,value,status\n"))
    #expect(data.contains("decided,_T,\(decided),published\n"))
    let page = String(decoding: try #require(site["2021-H1/en/index.html"]), as: UTF8.self)
    #expect(page.contains("\(decided) were decided."))
  }

  @Test("other records in the same columns give other numbers everywhere")
  func otherRecords() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    // Without the first half of the clients of record from Iraq the list begins with another country.
    try workshop.edit("Content/2021-H1/records/clients.csv") { text in
      text.replacing(",IRQ,", with: ",SOM,")
    }
    let found = try workshop.build()
    #expect(!found.hasErrors, "\(found.map(\.rendered))")
    let page = String(
      decoding: try #require(try workshop.site()["2021-H1/en/index.html"]), as: UTF8.self)
    #expect(page.contains("The largest group of clients came from Somalia"))
    #expect(page.contains("Somalia, Afghanistan, Finland and Nigeria"))
  }
}
