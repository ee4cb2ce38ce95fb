/// What a chart says, before anything has a place.
///
/// Holds words and published numbers only; a value that may not be shown is a word without a number.
package struct Chart: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable, CaseIterable {
    /// One bar a category.
    case bars
    /// One bar a series within each category.
    case groupedBars = "grouped-bars"
    /// Bars in parts that make a whole, at most four: one bar, or one a category.
    case stackedBar = "stacked-bar"
    /// One point a period, joined where both neighbours are known.
    case timeSeries = "time-series"
    /// Two series back to back, the categories between them.
    case pyramid
    /// Two series as two points on one line a category.
    case dotPlot = "dot-plot"
    /// Two series as the two ends of a line, at most seven categories.
    case slope
    /// A panel of bars a series, all on one scale.
    case smallMultiples = "small-multiples"
    /// Each value set large, with what it counts.
    case tiles
    /// A square for every so many.
    case unitRows = "unit-rows"
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

  /// How many one square of a unit row stands for, and the words that say so.
  package struct Unit: Sendable, Hashable {
    package var size: Int
    package var label: String

    package init(size: Int, label: String) {
      self.size = size
      self.label = label
    }
  }

  package var form: Form
  package var categories: [String]
  package var series: [Series]
  /// Categories of a time series before which the way of counting changed.
  package var breaks: [Int]
  /// Categories of a time series whose values may still change.
  package var preliminary: [Int]
  /// The ticks of a scale, as the language writes them; without, in plain digits.
  package var ticks: [Value]
  package var unit: Unit?
  /// The largest number of the scale where it is not that of the chart: of a part of a longer one.
  package var scaleTop: Int?

  package init(
    form: Form, categories: [String], series: [Series], breaks: [Int] = [],
    preliminary: [Int] = [], ticks: [Value] = [], unit: Unit? = nil
  ) {
    self.form = form
    self.categories = categories
    self.series = series
    self.breaks = breaks
    self.preliminary = preliminary
    self.ticks = ticks
    self.unit = unit
  }
}

extension Chart {
  /// How many categories and series a form can hold.
  package static func suits(_ form: Form, categories: Int, series: Int) -> Bool {
    switch form {
    case .bars, .tiles, .unitRows: series == 1
    case .timeSeries: series == 1
    case .groupedBars: (1...4).contains(series)
    case .stackedBar: series == 1 ? categories <= 4 : series <= 4
    case .pyramid, .dotPlot: series == 2
    case .slope: series == 2 && categories <= 7
    case .smallMultiples: series >= 2
    }
  }

  /// Every value, by series and category.
  var values: [Value] {
    series.flatMap { series in categories.indices.map { series.value(at: $0) } }
  }

  var scale: [Value] {
    ticks.isEmpty
      ? countTicks(upTo: largest).map { Value(number: $0, label: String($0)) } : ticks
  }

  package var largest: Int { scaleTop ?? values.compactMap(\.number).max() ?? 0 }

  /// The chart in parts of at most so many categories, on one scale; itself where it cannot be parted.
  package func parts(of most: Int) -> [Chart] {
    let isList = [Form.bars, .groupedBars, .pyramid, .dotPlot, .unitRows].contains(form)
    guard isList, categories.count > most else { return [self] }
    return stride(from: 0, to: categories.count, by: most).map { start in
      let range = start..<min(start + most, categories.count)
      var part = self
      part.categories = Array(categories[range])
      part.series = series.map { series in
        Series(name: series.name, values: range.map { series.value(at: $0) })
      }
      part.scaleTop = largest
      return part
    }
  }

  /// The parts that fit a page of paper each.
  package var partsOnPaper: [Chart] { parts(of: 24 / max(1, series.count / 2)) }

  /// The widest of the values as they are set, in em.
  var widestValue: Double { values.map { semiboldWidth($0.label) }.max() ?? 0 }
}

extension Chart.Series {
  /// A series may be shorter than the categories; what it does not say is not known.
  func value(at index: Int) -> Chart.Value {
    values.indices.contains(index) ? values[index] : Chart.Value(number: nil, label: "")
  }
}
