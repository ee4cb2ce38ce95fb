import Periods

/// Invented persons, by what they are counted, and in which tables.
package struct InventedEdition: Sendable {
  package struct Dimension: Sendable {
    package var name: String
    package var codes: [String]
    /// Small categories are merged.
    package var hasRest = false
    /// Only codes that occur are listed.
    package var isOpen = false
    /// Its column has to be filled in.
    package var isRequired = false

    package init(
      name: String, codes: [String], hasRest: Bool = false, isOpen: Bool = false,
      isRequired: Bool = false
    ) {
      self.name = name
      self.codes = codes
      self.hasRest = hasRest
      self.isOpen = isOpen
      self.isRequired = isRequired
    }
  }

  /// Half-years are numbered: twice the year, and one more for the second.
  package struct Person: Sendable {
    /// By dimension, an index of its codes; their number where nothing is known.
    package var codes: [Int]
    package var admitted: Int
    package var ended: Int?

    package init(codes: [Int], admitted: Int = InventedEdition.firstHalf, ended: Int? = nil) {
      self.codes = codes
      self.admitted = admitted
      self.ended = ended
    }
  }

  package struct Table: Sendable, Hashable {
    /// Indices of dimensions.
    package var dimensions: [Int]
    /// Only persons with one of these codes.
    package var filter: Filter?
    /// Who is there on the last day, rather than who came.
    package var isStock = false
    /// Who left, rather than who came.
    package var isOfLeavers = false

    package init(
      _ dimensions: [Int], filter: Filter? = nil, isStock: Bool = false, isOfLeavers: Bool = false
    ) {
      self.dimensions = dimensions
      self.filter = filter
      self.isStock = isStock
      self.isOfLeavers = isOfLeavers
    }

    var measure: String { isStock ? "present" : isOfLeavers ? "departures" : "arrivals" }
  }

  package struct Filter: Sendable, Hashable {
    package var dimension: Int
    package var codes: [Int]

    package init(dimension: Int, codes: [Int]) {
      self.dimension = dimension
      self.codes = codes
    }
  }

  /// The first half of 2021.
  package static let firstHalf = 2021 * 2

  package var dimensions: [Dimension]
  package var persons: [Person]
  package var tables: [Table]

  package init(dimensions: [Dimension], persons: [Person], tables: [Table]) {
    self.dimensions = dimensions
    self.persons = persons
    self.tables = tables
  }
}

extension Period {
  /// The half-years that it holds.
  package var halves: [Int] {
    switch span {
    case .half(let half): [year * 2 + half - 1]
    default: [year * 2, year * 2 + 1]
    }
  }
}
