/// What a chart says, before anything has a place.
///
/// Holds words and published numbers only; a value that may not be shown is a word without a number.
package struct Chart: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable, CaseIterable {
    /// One bar a category.
    case bars
    /// One bar a series within each category.
    case groupedBars = "grouped-bars"
    /// One bar in parts that make a whole: each category a part, at most four.
    case stackedBar = "stacked-bar"
    /// One point a period, joined where both neighbours are known.
    case timeSeries = "time-series"
  }

  /// A number with the words that stand for it, or words alone.
  package struct Value: Sendable, Hashable {
    /// Nil where the number is suppressed or does not exist.
    package var number: Int?
    /// As the reader's language writes it: “1,051”, “[c]”, “not available”.
    package var label: String

    package init(number: Int?, label: String) {
      self.number = number
      self.label = label
    }
  }

  package struct Series: Sendable, Hashable {
    package var name: String
    /// As many as the chart has categories, in their order.
    package var values: [Value]

    package init(name: String, values: [Value]) {
      self.name = name
      self.values = values
    }
  }

  package var form: Form
  package var categories: [String]
  package var series: [Series]

  package init(form: Form, categories: [String], series: [Series]) {
    self.form = form
    self.categories = categories
    self.series = series
  }
}
