import Statistics
import TestSupport
import Testing

@Suite("A chart that draws the largest groups")
struct DrawnCategoriesTests {
  @Test("does not say so where one is hidden, and draws the largest of the others")
  func hidden() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    let caption = "The chart shows the 15 largest groups"
    try workshop.build()
    #expect(try workshop.page("2021-H1/en/review.txt").contains(caption))
    // An earlier build hid one country, which stays so.
    let angola = PublishedFact(
      form: .count, measure: "clients_of_record", cell: "nationality=AGO", time: "2021-06-30",
      status: .suppressed, value: nil, figure: "all-clients-by-nationality")
    try workshop.write("Content/2021-H1/published.csv", PublishedFact.file([angola]))
    let found = try workshop.build()
    #expect(!found.hasErrors, "\(found.map(\.rendered))")
    let text = try workshop.page("2021-H1/en/review.txt")
    #expect(!text.contains(caption))
    #expect(text.contains("The chart shows 15 of the groups"))
    let page = try workshop.page("2021-H1/en/index.html")
    let figure = try #require(
      page.firstMatch(of: #/(?s)<figure id="all-clients-by-nationality".*?</svg>/#))
    #expect(figure.output.contains("Iraq") && figure.output.contains(">106<"))
    #expect(!figure.output.contains("Angola"))
  }
}
