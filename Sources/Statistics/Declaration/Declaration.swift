import Diagnostics
import YAMLReading

/// What `statistics.yaml` and the code lists say of this authority’s data.
package struct StatisticsDeclaration: Sendable {
  var recordSets: [RecordSet]
  package let measures: [Measure]
  package let dimensions: [Dimension]
  package let tables: [TableDeclaration]
  let history: HistoryMapping
  let codeLists: [String: CodeList]

  /// The files of records that an edition has to hold, by record set.
  package var recordFiles: [(set: String, file: String)] { recordSets.map { ($0.id, $0.file) } }

  package func measure(_ id: String) -> Measure? { measures.first { $0.id == id } }

  package func dimension(_ id: String) -> Dimension? { dimensions.first { $0.id == id } }

  package func table(_ id: String) -> TableDeclaration? { tables.first { $0.id == id } }

  /// The code list of a dimension.
  package func codeList(of dimension: Dimension) -> CodeList {
    codeLists[dimension.codeList] ?? CodeList(id: dimension.codeList, codes: [])
  }

  func recordSet(of measure: Measure) -> RecordSet? {
    recordSets.first { $0.id == measure.recordSet }
  }
}

/// One file of records and its columns.
struct RecordSet: Sendable {
  enum ColumnType: Sendable, Hashable {
    case text
    case identifier
    case day
    /// Whole numbers between bounds.
    case integer(ClosedRange<Int>)
    /// Codes of the list named.
    case code(list: String)
  }

  struct Column: Sendable, Hashable {
    let name: String
    let type: ColumnType
    var isRequired: Bool
  }

  /// A record of which a condition holds has to fill in a column.
  struct Need: Sendable {
    let conditions: [Condition]
    let column: String
  }

  /// A record answers another one, which has to come first.
  struct Answer: Sendable {
    /// The column that names the other record.
    let column: String
    let recordSet: String
    let day: String
    let otherDay: String
  }

  /// Where some conditions hold, others hold too; whoever knows the field knows it.
  struct Implied: Sendable {
    let when: [Condition]
    let then: [Condition]
  }

  let id: String
  let file: String
  var columns: [Column]
  /// Days of one record that never run backwards.
  let order: [String]
  /// The same, as it was declared for earlier editions.
  var ordersBefore: [[String]] = []
  let needs: [Need]
  let answers: [Answer]
  var implied: [Implied]

  /// The columns whose words have to be kept, to compare records.
  func keepsWords(of column: String) -> Bool {
    needs.contains { $0.column == column } || answers.contains { $0.column == column }
  }

  func column(_ name: String) -> Column? { columns.first { $0.name == name } }
}

/// What is counted.
package struct Measure: Sendable {
  /// A flow counts what happened within the period, a stock what is there on its last day.
  enum Time: Sendable, Hashable {
    /// - `with`: a day that the records must have too, no later; nil where none is asked for.
    case flow(column: String, with: String? = nil)
    case stock(from: String, until: String)
  }

  package let id: String
  let recordSet: String
  let time: Time
  let filter: [Condition]
  package let label: LocalizedText
  package let source: LocalizedText

  package var isStock: Bool {
    if case .stock = time { true } else { false }
  }
}

/// By what is counted.
package struct Dimension: Sendable {
  enum Origin: Sendable {
    /// A column of codes, in each record set that has it.
    case column(String)
    /// Bands, by the `min` and `max` of the code list, of a column of whole numbers.
    case bands(column: String)
    /// The first code whose conditions hold.
    case cases([(code: String, conditions: [Condition])])
  }

  package let id: String
  let origin: Origin
  let codeList: String
  /// Rows for which it does not hold stand outside every table with this dimension.
  let appliesWhen: [Condition]
  package let label: LocalizedText
  /// The name of what small categories are merged into; without one they are suppressed instead.
  package let rest: LocalizedText?
  /// Only codes that occur are listed.
  package let isOpen: Bool
  /// Its order means something: ages are not sorted by size.
  package let isOrdinal: Bool
}

/// A condition on a dimension: its code, or an attribute of its code, is one of `values`.
package struct Condition: Sendable, Hashable {
  package let dimension: String
  package let attribute: String?
  package let values: [String]

  package init(dimension: String, attribute: String? = nil, values: [String]) {
    self.dimension = dimension
    self.attribute = attribute
    self.values = values
  }
}

/// A table of the edition.
package struct TableDeclaration: Sendable {
  package let id: String
  /// Where its name stands.
  package let location: SourceLocation
  package let measure: String
  package let dimensions: [String]
  package let filter: [Condition]
  /// Categories that are always counted together, by dimension.
  let merged: [String: [String]]
  /// For a series: the first year; each year gives the same part as the edition’s period.
  package let sinceYear: Int?
  package let label: LocalizedText?
  /// The form in which it is drawn: `bars`, `time-series`.
  package let chart: String
  /// Beside each count stands that of the earlier period that the edition compares with.
  package let isCompared: Bool
  /// Years of a series from which on something was counted otherwise.
  package let breaks: [SeriesBreak]
  /// Years of a series whose numbers may still change.
  package let preliminaryYears: [Int]
  /// At most so many categories are drawn; the table holds them all.
  package let drawnCategories: Int?
}

/// A year from which on a series was counted otherwise, and why.
package struct SeriesBreak: Sendable, Hashable {
  package let year: Int
  package let reason: LocalizedText
}

/// How `history.csv` names what this declaration names.
struct HistoryMapping: Sendable {
  struct Name: Sendable {
    let measure: String
    /// The dimension whose codes the column `category` holds.
    let category: String?
  }

  let measures: [String: Name]
  /// The dimension of the column `place`, and its codes by the words used there.
  let placeDimension: String?
  let places: [String: String]
}
