import Diagnostics
import DocumentModel
import Foundation
import Localization
import Periods
import Statistics
import TestSupport
import Testing
import YAMLReading

@testable import Composition

/// What the authority published in July 2021, and how an article cites it.
private let citations: [String: String] = [
  "new_clients.victims": "new_clients",
  "new_clients.place.FI": "new_clients place=FI",
  "new_clients.place.ABROAD": "new_clients place=ABROAD",
  "new_clients.form.forced_labour": "new_clients form=forced_labour",
  "new_clients.form.sexual_exploitation": "new_clients form=sexual_exploitation",
  "new_clients.form.forced_marriage": "new_clients form=forced_marriage",
  "new_clients.form.criminal_activity": "new_clients form=criminal_activity",
  "new_clients.victims.repeat": "new_clients",
  "new_clients.children": "new_children",
  "exploited_fi.form.forced_labour": "new_clients form=forced_labour place=FI",
  "exploited_fi.form.sexual_exploitation": "new_clients form=sexual_exploitation place=FI",
  "exploited_fi.form.criminal_activity": "new_clients form=criminal_activity place=FI",
  "referrals.organisations": "referrals referrer.organisation=1 | distinct referrer",
  "referrals.total": "referrals",
  "referrals.change_pct": "referrals | change",
  "exploited_fi.residence.no_legal_right": "new_clients residence.legal=0 place=FI",
  "exploited_fi.residence.asylum_seeker": "new_clients residence=asylum_seeker place=FI",
  "clients.total": "clients",
  "clients.principal": "clients_of_record",
  "clients.children": "children",
  "clients.form.forced_labour": "clients_of_record form=forced_labour",
  "clients.gender.female_pct": "clients_of_record gender=female | share",
  "clients.gender.male_pct": "clients_of_record gender=male | share",
  "clients.nationalities": "clients_of_record | distinct nationality",
  "clients.nationality.FIN": "clients_of_record nationality=FIN",
  "clients.admitted_as_minor": "clients_of_record age=u18",
  "clients.minors_at_reference": "clients_of_record age_now=u18",
  "referrals.change_pct.repeat": "referrals | change",
  "referrals.total.repeat": "referrals",
  "new_clients.minors": "new_clients age=u18",
  "new_clients.asylum_background": "new_clients asylum_background=yes",
  "new_clients.nationalities": "new_clients | distinct nationality",
  "new_clients.nationalities.repeat": "new_clients | distinct nationality",
  "clients.witnesses": "clients role=witness",
]

/// Totals that stood in the titles of charts, by the figure of ours that shows them.
private let totals: [String: (figure: String, code: String)] = [
  "chart.referrers.n": ("referrals-by-referrer", "_T"),
  "chart.decisions.n": ("decisions-on-entry", "_T"),
  "chart.new_clients.n_victims": ("new-clients-by-age", "_T"),
  "chart.new_clients.n_children": ("new-clients", "child"),
  "chart.new_gender.n": ("new-clients-by-gender", "_T"),
  "chart.new_age.n": ("new-clients-by-age", "_T"),
  "chart.new_place_form.n": ("new-clients-by-form-and-place", "_T"),
  "chart.new_nationality.n": ("new-clients-by-nationality", "_T"),
  "chart.new_residence.n": ("new-clients-by-residence-status", "_T"),
  "chart.fi.n": ("exploited-in-finland-by-form", "_T"),
  "chart.fi_residence.n": ("exploited-in-finland-by-residence-status", "_T"),
  "chart.all.n": ("all-clients", "_T"),
  "chart.all_nationality.n": ("all-clients-by-nationality", "_T"),
  "chart.all_gender.n": ("all-clients-by-gender", "_T"),
]

@Suite("What the authority published")
struct PublishedFactsTests {
  let facts: [(id: String, value: Int)]
  let desk: CitationDesk

  init() throws {
    let rows = try Sample.file("Tests/Fixtures/published-facts.csv")
    facts = String(decoding: rows.bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline).compactMap { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        guard line.contains(",data,"), let value = Int(fields[1]) else { return nil }
        return (String(fields[0]), value)
      }
    desk = try CitationDesk(asking: Array(citations.values))
  }

  @Test("can all be computed from the records, to the last number")
  func all() throws {
    #expect(facts.count == 49)
    for fact in facts {
      if let citation = citations[fact.id] {
        let text = desk.read(citation).value?.replacing("%", with: "")
        #expect(text == "\(abs(fact.value))", "\(fact.id): \(citation)")
      } else if let place = totals[fact.id] {
        let table = try #require(desk.edition.table(place.figure))
        let position = table.positions.first { position in
          zip(table.axes, position).allSatisfy { $0.categories[$1].code == place.code }
        }
        #expect(table[try #require(position)] == .published(fact.value), "\(fact.id)")
      } else {
        // The one chart whose title counts 770 holds 767: witnesses have no form of exploitation.
        #expect(fact.id == "chart.all_form.n")
        let table = try #require(desk.edition.table("all-clients-by-form"))
        #expect(table.total == .published(fact.value - 3))
      }
    }
  }

  @Test("keeps its direction: fewer referrals than a year before")
  func direction() {
    let text = desk.read("referrals | direction \"more\" \"fewer\" \"as many\"").value
    #expect(text == "fewer")
  }
}
