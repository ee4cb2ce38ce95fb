import Diagnostics
import Periods

/// One row of `published.csv`: what an edition said, or did not say, of some persons.
///
/// Columns: `form,measure,cell,time,status,value,detail,figure`. The cell names codes, never a merged
/// rest: `form=begging+organ_removal`, `nationality=~FIN+IRQ` for all others, `_U` for not known or not
/// recognised, `_Z` for where the dimension does not apply. The time is a period, or the day of a
/// stock. Nothing that was hidden has a value, and of a claim only a direction has: 1, -1 or 0. The row
/// `policy` says by which rules numbers were hidden: the threshold, and whether zeros were shown.
package struct PublishedFact: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case count, share, difference, order, distinct, claim, policy, definition, rest
  }

  package enum Status: String, Sendable, Hashable, CaseIterable {
    case published
    /// Counted together with others, and shown nowhere by itself.
    case merged
    case suppressed
  }

  package let form: Form
  package let measure: String
  package let cell: String
  package let time: String
  package let status: Status
  package let value: Int?
  /// What else belongs to it: the base of a share, the codes of an order, the ends of what was merged, how a
  /// rest was made, how a measure or dimension was declared.
  package let detail: String
  /// The figure that prints it; empty for a sentence.
  package let figure: String

  package init(
    form: Form, measure: String, cell: String, time: String, status: Status, value: Int?,
    detail: String = "", figure: String = ""
  ) {
    self.form = form
    self.measure = measure
    self.cell = cell
    self.time = time
    self.status = status
    self.value = value
    self.detail = detail
    self.figure = figure
  }
}

extension PublishedFact.Form {
  /// When it is published.
  fileprivate var alwaysHasValue: Bool {
    switch self {
    case .count, .share, .difference, .distinct, .policy, .rest: true
    case .order, .claim, .definition: false
    }
  }
}

extension PublishedFact {
  /// The detail of a share: `of new_clients place=FI; decimals 0`.
  package struct Share: Sendable, Hashable {
    let measure: String
    let cell: String
    let decimals: Int

    package init(whole: (measure: String, cell: String), decimals: Int) {
      measure = whole.measure
      cell = whole.cell
      self.decimals = decimals
    }

    init?(_ detail: String) {
      let words = detail.split(separator: " ")
      guard words.count > 3, words[0] == "of", words[words.count - 2] == "decimals",
        let decimals = Int(words[words.count - 1]), words[words.count - 3].hasSuffix(";")
      else { return nil }
      let whole = words[1..<(words.count - 2)].joined(separator: " ").dropLast()
      let parts = whole.split(separator: " ", maxSplits: 1).map(String.init)
      self.init(whole: (parts.first ?? "", parts.dropFirst().joined()), decimals: decimals)
    }

    package var text: String {
      "of \(measure)\(cell.isEmpty ? "" : " ")\(cell); decimals \(decimals)"
    }
  }

  /// The detail of a merged count: `1 to 4`, which is what a reader can tell who knows how rests are made.
  struct Bounds: Sendable, Hashable {
    let range: ClosedRange<Int>

    init(_ range: ClosedRange<Int>) { self.range = range }

    init?(_ detail: String) {
      let ends = detail.split(separator: " ").map { Int($0) }
      guard ends.count == 3, let lower = ends[0], let upper = ends[2], 0 <= lower, lower <= upper
      else { return nil }
      self.init(lower...upper)
    }

    var text: String { "\(range.lowerBound) to \(range.upperBound)" }
  }

  /// The detail of an order: `nationality: IRQ AFG SOM`, largest first.
  package struct Order: Sendable, Hashable {
    let dimension: String
    let codes: [String]

    package init(dimension: String, codes: [String]) {
      self.dimension = dimension
      self.codes = codes
    }

    init?(_ detail: String) {
      let words = detail.split(separator: " ").map(String.init)
      guard let first = words.first, first.hasSuffix(":") else { return nil }
      self.init(dimension: String(first.dropLast()), codes: Array(words.dropFirst()))
    }

    package var text: String { "\(dimension): \(codes.joined(separator: " "))" }
  }
}

extension PublishedFact {
  /// The rules of an edition, with which its readers read its marks.
  static func rules(_ policy: DisclosurePolicy, in period: Period) -> PublishedFact {
    PublishedFact(
      form: .policy, measure: "", cell: "", time: period.id, status: .published,
      value: policy.threshold, detail: policy.showsZeros ? "zeros shown" : "zeros hidden")
  }
}

extension PublishedFact {
  static let columns = ["form", "measure", "cell", "time", "status", "value", "detail", "figure"]

  /// The file as `seal` writes it: rows in byte order, each once.
  package static func file(_ facts: [PublishedFact]) -> String {
    let rows = facts.map { fact in
      [
        fact.form.rawValue, fact.measure, fact.cell, fact.time, fact.status.rawValue,
        fact.value.map(String.init) ?? "", fact.detail, fact.figure,
      ].map(quoted).joined(separator: ",")
    }
    var kept: [String] = []
    for row in rows.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where row != kept.last {
      kept.append(row)
    }
    return ([columns.joined(separator: ",")] + kept).joined(separator: "\n") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\n".contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// Reads `published.csv` of an earlier edition.
  package static func read(_ file: SourceFile) -> Diagnosed<[PublishedFact]> {
    var findings: [Diagnostic] = []
    guard let table = SmallTable.read(file, required: columns).reporting(to: &findings) else {
      return Diagnosed([], findings: findings)
    }
    let facts = table.rows.compactMap { row -> PublishedFact? in
      let location = SourceLocation(path: file.path, line: row.line)
      guard let form = Form(rawValue: row["form"]), let status = Status(rawValue: row["status"])
      else {
        findings.append(.noPublishedFact(at: location))
        return nil
      }
      let value = Int(row["value"])
      let mayBeEmpty = !form.alwaysHasValue || status != .published
      let isEmpty = row["value"].isEmpty
      if isEmpty ? !mayBeEmpty : value == nil || status != .published || form == .order {
        findings.append(.noPublishedFact(at: location))
        return nil
      }
      return PublishedFact(
        form: form, measure: row["measure"], cell: row["cell"], time: row["time"], status: status,
        value: value, detail: row["detail"], figure: row["figure"])
    }
    return Diagnosed(facts, findings: findings)
  }
}

extension Diagnostic {
  fileprivate static func noPublishedFact(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .historyValue, at: location, "The row is no fact as “katsaus” records them",
      help: "take the file from the archive again; it is never edited")
  }
}
