import Composition
import Diagnostics
import DocumentModel
import FactLedger
import Localization
import Periods
import ReadingBack
import Reconciliation
import Statistics

/// What a file of the site may say, and nothing else.
enum StatedContent: Sendable {
  /// With what the page holds besides.
  case page(Ledger, in: PageFrame)
  case text(Ledger)
  /// A printed edition: the numbers of its pages are known once it is there. With the address of the
  /// edition’s folder.
  case pdf(ComposedEdition, base: String)
  case data([[String]])
  case json([(path: String, text: String)])
  case index(StatedLines)
  /// The bytes of the edition’s own image, and the numbers that its words say.
  case image([UInt8], said: Set<String>)
  /// The bytes of a font of the theme: it draws what the pages say and says nothing itself.
  case font([UInt8])
}

extension StatedContent {
  /// What the file says otherwise.
  func findings(on path: String, bytes: [UInt8]) -> [Diagnostic] {
    guard let file = ReadingBack.readBack(path, bytes: bytes) else {
      return [.unreadable(at: SourceLocation(path: path))]
    }
    // Where letters are no letters, a number among them is not read either.
    if isText, String(validating: bytes, as: UTF8.self) == nil {
      return [.noText(at: SourceLocation(path: path))]
    }
    switch self {
    case .page(let ledger, let frame): return reconcile(file, page: ledger, in: frame)
    case .text(let ledger): return reconcile(file, text: ledger)
    case .pdf(let edition, let base):
      return reconcile(file, pdf: ledger(of: edition, on: .print, pages: file.pages), base: base)
    case .data(let fields): return reconcile(file, fields: fields)
    case .json(let leaves): return reconcile(file, json: leaves)
    case .index(let lines): return reconcile(file, index: lines)
    case .image(let own, let said):
      return reconcile(file, image: said)
        + (bytes == own ? [] : [.otherImage(at: SourceLocation(path: path))])
    case .font(let own): return bytes == own ? [] : [.otherFont(at: SourceLocation(path: path))]
    }
  }
}

extension StatedContent {
  private var isText: Bool {
    switch self {
    case .page, .text, .data, .json, .index: true
    case .pdf, .image, .font: false
    }
  }
}

/// The fields of a table’s data file: its head, then a line a cell, those of an earlier period first.
func publishedFields(
  of table: ProtectedTable, at period: Period, _ comparison: PeriodComparison?
) -> [[String]] {
  let names = table.axes.map { $0.dimension?.id ?? "period" }
  let lines = table.positions.map { position in
    zip(table.axes, position).map { axis, place in axis.categories[place].code }
      + fields(of: table[position])
  }
  guard let comparison else {
    return [names + ["value", "status"]] + lines
  }
  func code(_ period: Period) -> [String] { [table.measure.isStock ? "\(period.end)" : period.id] }
  let earlier = table.axes[0].categories.map { category in
    code(comparison.period) + [category.code] + fields(of: comparison.cell(category))
  }
  return [["period"] + names + ["value", "status"]] + earlier
    + lines.map { code(period) + $0 }
}

private func fields(of cell: Cell) -> [String] {
  switch cell {
  case .published(let value): [String(value), "published"]
  case .suppressed: ["", "suppressed"]
  case .missing(.notAvailable): ["", "not_available"]
  case .missing(.notApplicable): ["", "not_applicable"]
  }
}

extension JSON {
  /// Every name and every value, by its path.
  func leaves(_ path: String = "") -> [(path: String, text: String)] {
    switch self {
    case .null: return [(path, "null")]
    case .number(let number): return [(path, String(number))]
    case .decimal, .truth: return [(path, written.filter { $0 != "\n" })]
    case .text(let text): return [(path, text)]
    case .list(let values):
      return values.enumerated().flatMap { $1.leaves("\(path)[\($0)]") }
    case .object(let members):
      return members.flatMap { name, value in
        [("\(path).", name)] + value.leaves("\(path).\(name)")
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unreadable(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location, "Nothing can read the numbers of a file of this format",
      help: "remove it from the site; a new format gets a reader before it is published")
  }

  fileprivate static func otherImage(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location, "The image is not the one in the edition’s folder",
      help: "build the edition again, and change no built file by hand")
  }

  fileprivate static func otherFont(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location, "The font is not the one of the theme",
      help: "build the edition again, and change no built file by hand")
  }

  static func notMade(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location, "The build did not make this file",
      help: "remove it from the site, or keep it elsewhere")
  }

  static func noText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location, "The file holds bytes that are no letters of UTF-8",
      help: "build the edition again, and change no built file by hand")
  }

  static func notThere(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location, "A file that the build makes is not there",
      help: "build the edition again")
  }
}
