/// What a published value states: of which records, of which period, in which form.
///
/// Values that state the same have equal facts, in every language and on every surface.
package struct Fact: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    case count
    /// As published for a period before the edition's own.
    case earlierCount
    /// In percent of the base, with so many decimals.
    case share(of: String, decimals: Int)
    /// In percent, without its sign.
    case change(since: String)
    /// In units, without its sign.
    case difference(since: String)
    /// More, fewer or as many: its value is 1, -1 or 0.
    case direction(since: String)
    /// How many codes of a dimension are met.
    case distinct(dimension: String)
    /// The codes of a dimension, largest first.
    case order(dimension: String, codes: [String])
    /// The categories of a figure that nobody belongs to, by name.
    case empty
    /// What a sentence says in words and prints no number for: *is majority*.
    case claim(String)
    /// How many categories are counted together under one name.
    case mergedKinds(dimension: String)
    /// How many categories of how many a chart shows.
    case shownCategories
    /// The mark of a value that must not be told.
    case suppressed
    /// The mark of a value that does not exist.
    case missing
    /// A number of `facts.yaml`.
    case constant
    /// The threshold of disclosure control.
    case threshold
    /// The edition's period, one of its days, or its name.
    case calendar
  }

  /// As a citation names it: `new_clients form=forced_labour`, `fact coaching.weeks`, `period`.
  package var subject: String
  /// `2021-H1`; nil for what no period has.
  package var period: String?
  package var form: Form
  /// The numbers that the form tells, none for words alone.
  package var values: [Int]

  package init(subject: String, period: String?, form: Form, values: [Int] = []) {
    self.subject = subject
    self.period = period
    self.form = form
    self.values = values
  }
}

/// The facts behind the words of a figure, which holds them as text.
package struct FigureFacts: Sendable, Hashable {
  /// For each row of the figure's table the facts of its columns.
  package var cells: [[Fact?]]
  /// What its caption, description, labels and notes state besides.
  package var others: [PublishedValue]

  package init(cells: [[Fact?]] = [], others: [PublishedValue] = []) {
    self.cells = cells
    self.others = others
  }
}
