import Diagnostics
import Periods
import Testing

@testable import Statistics

@Suite("The rows of published.csv")
struct PublishedRowsTests {
  private func read(_ rows: [String]) -> Diagnosed<[PublishedFact]> {
    let header = "form,measure,cell,time,status,value,detail,figure"
    return PublishedFact.read(
      SourceFile(path: "published.csv", text: ([header] + rows).joined(separator: "\n") + "\n"))
  }

  private static let facts: [PublishedFact] = [
    .init(
      form: .count, measure: "new_clients", cell: "form=begging+organ_removal", time: "2021-H1",
      status: .published, value: 12, figure: "new-clients-by-form"),
    .rules(
      DisclosurePolicy(threshold: 10, showsZeros: false), in: Period(year: 2021, span: .half(1))),
    .init(
      form: .count, measure: "new_clients", cell: "form=begging", time: "2021-H1", status: .merged,
      value: nil, detail: PublishedFact.Bounds(1...4).text),
    .init(
      form: .count, measure: "clients", cell: "", time: "2021-06-30", status: .suppressed,
      value: nil),
    .init(
      form: .share, measure: "new_clients", cell: "place=FI", time: "2021-H1", status: .published,
      value: 52,
      detail: PublishedFact.Share(whole: ("new_clients", "gender=female"), decimals: 0).text),
    .init(
      form: .difference, measure: "referrals", cell: "", time: "2021-H1", status: .published,
      value: 29, detail: "since 2020-H1"),
    .init(
      form: .claim, measure: "referrals", cell: "", time: "2021-H1", status: .published, value: -1,
      detail: "direction since 2020-H1"),
    .init(
      form: .claim, measure: "new_clients", cell: "place=FI", time: "2021-H1", status: .published,
      value: nil, detail: "is majority"),
    .init(
      form: .definition, measure: "age", cell: "", time: "2021-H1", status: .published, value: nil,
      detail: "bands of age; a0_17 0–17; a18_ 18–"),
    .init(
      form: .distinct, measure: "clients_of_record", cell: "", time: "2021-06-30",
      status: .published, value: 63, detail: "nationality"),
    .init(
      form: .order, measure: "new_clients", cell: "", time: "2021-H1", status: .published,
      value: nil,
      detail: PublishedFact.Order(dimension: "nationality", codes: ["IRQ", "AFG"]).text),
    .init(
      form: .rest, measure: "new_clients", cell: "nationality=AFG+BGD+SOM", time: "2021-H1",
      status: .published, value: 9,
      detail: "nationality of 3 from 1: AFG, BGD declared, next IRQ 20, SOM alone from 0",
      figure: "new-clients-by-nationality"),
  ]

  @Test("tell how a rest was made, in the order in which categories join")
  func rest() throws {
    for detail in [
      "nationality of 3 from 1: AFG, BGD declared, next IRQ 20, SOM alone from 0",
      "gender of 2 from 0 or few: _U from 1, other",
    ] {
      #expect(try #require(PublishedFact.Rest(detail)).text == detail)
    }
    for detail in ["", "nationality", "nationality of 3: AFG", "nationality of x from 1: AFG"] {
      #expect(PublishedFact.Rest(detail) == nil)
    }
  }

  @Test("of every form are read back as they were written")
  func everyForm() {
    #expect(Set(Self.facts.map(\.form)) == Set(PublishedFact.Form.allCases))
    #expect(Set(Self.facts.map(\.status)) == Set(PublishedFact.Status.allCases))
    let read = PublishedFact.read(
      SourceFile(path: "published.csv", text: PublishedFact.file(Self.facts)))
    #expect(read.findings == [], "\(read.findings.map(\.rendered))")
    #expect(Set(read.value) == Set(Self.facts))
  }

  @Test(
    "that say less or more than katsaus does are refused",
    arguments: [
      "count,new_clients,,2021-H1,published,,,", "count,new_clients,,2021-H1,suppressed,3,,",
      "count,new_clients,,2021-H1,merged,3,,", "count,new_clients,,2021-H1,published,many,,",
      "share,new_clients,,2021-H1,published,,of new_clients; decimals 0,",
      "order,new_clients,,2021-H1,published,4,nationality: IRQ AFG,",
      "order,new_clients,,2021-H1,published,four,nationality: IRQ AFG,",
      "guess,new_clients,,2021-H1,published,4,,", "count,new_clients,,2021-H1,known,4,,",
    ])
  func refused(_ row: String) {
    let read = read([row])
    #expect(read.value == [])
    #expect(read.findings.map(\.rule) == [.historyValue])
  }
}
