import DocumentModel
import FactLedger
import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("The fact ledger")
struct LedgerTests {
  private func ledger(_ path: String) throws -> Ledger {
    switch try BuiltSample.shared.get().expected[path] {
    case .page(let ledger, _), .text(let ledger): return ledger
    default: throw CocoaError(.fileNoSuchFile)
    }
  }

  private func entries(_ language: String, _ file: String = "index.html") throws -> [LedgerEntry] {
    try ledger("2021-H1/\(language)/\(file)").entries
  }

  @Test("knows every form of statement, those that print no number included")
  func forms() throws {
    let facts = try entries("en").compactMap(\.fact)
    func has(_ subject: String, _ period: String?, _ form: Fact.Form, _ values: [Int]) -> Bool {
      facts.contains(Fact(subject: subject, period: period, form: form, values: values))
    }
    #expect(has("new_clients", "2021-H1", .count, [109]))
    #expect(has("new_clients form=forced_labour place=FI", "2021-H1", .count, [22]))
    #expect(has("referrals", "2020-H1", .earlierCount, [176]))
    #expect(has("referrals", "2021-H1", .change(since: "2020-H1"), [16]))
    #expect(has("referrals", "2021-H1", .direction(since: "2020-H1"), [-1]))
    #expect(
      has(
        "clients_of_record gender=female", "2021-H1",
        .share(of: "clients_of_record", decimals: 0), [58]))
    #expect(has("clients_of_record", "2021-H1", .distinct(dimension: "nationality"), [63]))
    #expect(
      has(
        "new_clients", "2021-H1",
        .order(dimension: "nationality", codes: ["IRQ", "AFG", "SOM", "FIN"]), []))
    #expect(has("new_clients gender=female", "2021-H1", .claim("is majority"), []))
    #expect(has("clients", "2021-H1", .claim("is tripled 2017-H1"), []))
    #expect(has("fact coaching.weeks", nil, .constant, [10]))
    #expect(has("threshold", nil, .threshold, [5]))
    #expect(has("referrals", "2019-H1", .missing, []))
    #expect(facts.contains { $0.form == .suppressed && $0.values.isEmpty })
    #expect(facts.contains { if case .mergedKinds = $0.form { true } else { false } })
    #expect(has("period end", "2021-H1", .calendar, []))
  }

  @Test("holds the same facts in every language", arguments: ["sv", "en"])
  func languages(_ language: String) throws {
    for file in ["index.html", "print.html", "review.txt"] {
      let finnish = Set(try entries("fi", file).compactMap(\.fact))
      let other = Set(try entries(language, file).compactMap(\.fact))
      #expect(finnish.subtracting(other).isEmpty && other.subtracting(finnish).isEmpty)
    }
  }

  @Test("takes a number of a sentence, a cell, a label and a bar for the same fact")
  func surfaces() throws {
    let fact = Fact(
      subject: "new_clients form=forced_labour place=FI", period: "2021-H1", form: .count,
      values: [22])
    let entries = try entries("fi").filter { $0.fact == fact }
    let places = Set(entries.map(\.place))
    #expect(places.contains(.article("half-year")))
    #expect(places.contains(.figure("new-clients-by-form-and-place")))
    let inFigure = entries.filter { $0.place == .figure("new-clients-by-form-and-place") }
    #expect(inFigure.contains { if case .cell = $0.role { true } else { false } })
    #expect(inFigure.contains { if case .chartLabel = $0.role { true } else { false } })
    #expect(inFigure.contains { if case .chartMark = $0.role { $0.text.isEmpty } else { false } })
  }

  @Test("gives every value of a figure its fact, and no number to a suppressed one")
  func cells() throws {
    let entries = try entries("sv")
    let cells = entries.filter { if case .cell = $0.role { true } else { false } }
    #expect(cells.count > 200)
    #expect(cells.allSatisfy { $0.fact != nil })
    #expect(cells.allSatisfy { $0.fact?.form != .suppressed || $0.reading == nil })
    let marks = entries.filter { if case .chartMark = $0.role { true } else { false } }
    #expect(marks.count > 60)
    #expect(marks.allSatisfy { $0.fact != nil })
    let motif = entries.filter { if case .motif = $0.role { true } else { false } }
    #expect(motif.count > 60)
    #expect(motif.allSatisfy { $0.fact?.form == .count })
  }

  @Test("holds what counts nothing as literals: days, telephones, numbers of order")
  func literals() throws {
    let entries = try entries("en", "review.txt")
    let helpline = entries.filter { $0.place == .helpline }
    #expect(helpline.map(\.text) == ["358", "295", "463", "177"])
    #expect(helpline.allSatisfy { $0.statement == .literal })
    let ordinals = entries.filter { $0.role == .ordinal && $0.place == .contents }
    #expect(ordinals.map(\.text) == (1...9).map(String.init))
    let numbers = entries.filter { $0.role == .figureNumber }
    #expect(numbers.map(\.text) == (1...17).map(String.init))
  }
}
