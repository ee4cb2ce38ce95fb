import Statistics

/// A thousand invented persons with eight properties, and the tables by which others are measured.
package enum BenchmarkPersons {
  /// Eight tables that share most of their margins: 818 combinations that occur.
  package static let linkedTables = [
    ["nationality", "form"], ["nationality", "gender"], ["form", "age"],
    ["form", "gender", "place"], ["form", "status"], ["form", "source"], ["form", "year"],
    ["gender", "age"],
  ]

  package static func linked() throws -> InventedEdition { try edition(linkedTables) }

  /// Every table of two properties.
  package static func pairs() throws -> InventedEdition {
    let names = try read().names
    return try edition(
      names.indices.flatMap { left in
        names.indices.dropFirst(left + 1).map { [names[left], names[$0]] }
      })
  }

  /// A thousand persons drawn into one table of 60 × 20 × 10.
  package static func cube() -> InventedEdition {
    var random = SeededGenerator(seed: 7)
    let dimensions = [("row", 60), ("column", 20), ("layer", 10)].map { name, count in
      InventedEdition.Dimension(name: name, codes: (1...count).map { "\(name)_\($0)" })
    }
    let persons = (0..<1_000).map { _ in
      InventedEdition.Person(
        codes: dimensions.map { .random(in: 0..<$0.codes.count, using: &random) })
    }
    return InventedEdition(
      dimensions: dimensions, persons: persons, tables: [InventedEdition.Table([0, 1, 2])])
  }

  /// The words of the file: a row of names, then a row for each person.
  package static func read() throws -> (names: [String], rows: [[String]]) {
    let bytes = try Sample.file("Tests/Fixtures/benchmark-persons-1000.csv").bytes
    let lines = String(decoding: bytes, as: UTF8.self).replacing("\"", with: "")
      .split(whereSeparator: \.isNewline)
    let rows = lines.map { $0.split(separator: ",").map(String.init) }
    return (rows[0], Array(rows.dropFirst()))
  }

  private static func edition(_ tables: [[String]]) throws -> InventedEdition {
    let (names, rows) = try read()
    var dimensions: [InventedEdition.Dimension] = []
    var numbers: [[String: Int]] = []
    for (column, name) in names.enumerated() {
      let words = Set(rows.map { $0[column] }).sorted()
      // Data files have a column “status” of their own.
      let own = name == "status" ? "residence" : name
      dimensions.append(.init(name: own, codes: words.map { code($0) }))
      numbers.append(Dictionary(uniqueKeysWithValues: zip(words, words.indices)))
    }
    let persons = rows.map { row in
      InventedEdition.Person(codes: zip(numbers, row).compactMap { $0[$1] })
    }
    let by = tables.map { table in
      InventedEdition.Table(table.compactMap { names.firstIndex(of: $0) })
    }
    return InventedEdition(dimensions: dimensions, persons: persons, tables: by)
  }

  /// A code list allows letters, digits, `_`, `.` and `-`.
  private static func code(_ word: String) -> String { word.replacing("+", with: "_and_more") }
}
