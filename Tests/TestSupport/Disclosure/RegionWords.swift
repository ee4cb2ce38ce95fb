import Periods
import Statistics

/// The definitions by which finished tables count, in words that can be divided and compared.
///
/// A region restricts some axes to sets of codes: the time of arrivals, the day of those present, and
/// each dimension.
struct RegionWords {
  struct Region: Hashable {
    /// By axis, a number of its sets; −1 where everybody is let through.
    fileprivate(set) var sets: [Int]

    func lifting(_ axis: Int) -> Region {
      var region = self
      region.sets[axis] = -1
      return region
    }
  }

  /// Which axes are restricted.
  typealias Kind = [Bool]

  struct Table {
    let regions: [Region]
    let cells: [Cell]
    /// The cells of a row, column or layer, the total last.
    let lines: [[Int]]
  }

  private static let arrivals = 0
  private static let present = 1
  private static let firstDimension = 2

  private var names: [String] = []
  private var dimensions: [InventedEdition.Dimension] = []
  /// By dimension, whether a reader has to think that somebody has none of its codes.
  private var mayBeMissing: [Bool] = []
  /// Beside the indices of a dimension's codes.
  private static let missing = -1

  /// By axis.
  private var sets: [[[Int]]] = []
  private var numbers: [[[Int]: Int]] = []
  /// By axis and set, the classes that make it up.
  private var parts: [[[Int]]] = []
  /// By axis and code.
  private var classOfCode: [[Int: Int]] = []

  mutating func tables(of edition: ProtectedEdition, _ invented: InventedEdition) -> [Table] {
    if dimensions.isEmpty {
      dimensions = invented.dimensions
      // What is counted by all codes and adds up to the total leaves nobody out.
      let told = Set(invented.tables.filter { $0.filter == nil }.flatMap(\.dimensions))
      mayBeMissing = dimensions.indices.map {
        !dimensions[$0].isRequired && !told.contains($0)
      }
      names = ["arrivals", "present"] + dimensions.map(\.name)
      sets = names.map { _ in [] }
      numbers = names.map { _ in [:] }
    }
    return zip(edition.tables, invented.tables).map { table, declared in
      read(table, declared, edition.period)
    }
  }

  private mutating func read(
    _ table: ProtectedTable, _ declared: InventedEdition.Table, _ period: Period
  ) -> Table {
    var base = Region(sets: names.map { _ in -1 })
    if declared.isStock {
      base.sets[RegionWords.present] = number(of: [period.halves.last ?? 0], RegionWords.present)
    } else {
      base.sets[RegionWords.arrivals] = number(of: period.halves, RegionWords.arrivals)
    }
    if let filter = declared.filter { restrict(&base, filter.dimension, to: filter.codes) }
    let axes = zip(table.axes, declared.dimensions).map { axis, dimension in
      codes(of: axis, dimension)
    }
    let regions = table.positions.map { position in
      var region = base
      for (axis, place) in position.enumerated() {
        guard let codes = axes[axis][place] else { continue }
        restrict(&region, declared.dimensions[axis], to: codes)
      }
      return region
    }
    return Table(
      regions: regions, cells: table.positions.map { table[$0] },
      lines: RegionWords.lines(table.axes.map(\.categories.count)))
  }

  /// By category; nil for the total.
  private func codes(of axis: Axis, _ dimension: Int) -> [[Int]?] {
    let codes = dimensions[dimension].codes
    let listed = axis.categories.map(\.code)
    return axis.categories.map { category in
      switch category {
      case .code(let code): codes.indices.filter { codes[$0] == code.code }
      case .rest: codes.indices.filter { !listed.contains(codes[$0]) }
      case .total: nil
      case .unknown, .period: []
      }
    }
  }

  private mutating func restrict(_ region: inout Region, _ dimension: Int, to codes: [Int]) {
    guard codes.count < dimensions[dimension].codes.count || mayBeMissing[dimension] else { return }
    let axis = RegionWords.firstDimension + dimension
    region.sets[axis] = number(of: codes.sorted(), axis)
  }

  private mutating func number(of codes: [Int], _ axis: Int) -> Int {
    if let known = numbers[axis][codes] { return known }
    numbers[axis][codes] = sets[axis].count
    sets[axis].append(codes)
    return sets[axis].count - 1
  }

  private static func lines(_ sizes: [Int]) -> [[Int]] {
    var lines: [[Int]] = []
    var stride = 1
    let count = sizes.reduce(1, *)
    for size in sizes.reversed() {
      for start in 0..<count where (start / stride).isMultiple(of: size) {
        lines.append((0..<size).map { start + $0 * stride })
      }
      stride *= size
    }
    return lines
  }

  /// Codes that no cell tells apart are one class.
  mutating func divide() {
    parts = names.map { _ in [] }
    classOfCode = names.map { _ in [:] }
    for axis in names.indices {
      let stated = sets[axis]
      let codes =
        axis < RegionWords.firstDimension
        ? Set(stated.joined()).sorted()
        : codes(ofDimension: axis - RegionWords.firstDimension)
      var classes: [[Int]: [Int]] = [:]
      var order: [[Int]] = []
      for code in codes {
        let signature = stated.indices.filter { stated[$0].contains(code) }
        if classes[signature] == nil { order.append(signature) }
        classes[signature, default: []].append(code)
      }
      let found = order.map { number(of: classes[$0] ?? [], axis) }
      parts[axis] = sets[axis].map { codes in
        found.filter { Set(sets[axis][$0]).isSubset(of: codes) }
      }
      for number in found {
        for code in sets[axis][number] { classOfCode[axis][code] = number }
      }
    }
  }

  private func codes(ofDimension index: Int) -> [Int] {
    dimensions[index].codes.indices + (mayBeMissing[index] ? [RegionWords.missing] : [])
  }

  func kind(of region: Region) -> Kind { region.sets.map { $0 >= 0 } }

  /// The dimensions that a region restricts, as axes.
  func restricted(in region: Region) -> [Int] {
    region.sets.indices.filter { $0 >= RegionWords.firstDimension && region.sets[$0] >= 0 }
  }

  /// The smallest regions that a region is the sum of.
  func classes(of region: Region) -> [Region] {
    region.sets.indices.reduce([region]) { regions, axis in
      guard region.sets[axis] >= 0 else { return regions }
      return regions.flatMap { region in
        parts[axis][region.sets[axis]].map { number in
          var narrower = region
          narrower.sets[axis] = number
          return narrower
        }
      }
    }
  }

  func classes(of margin: Region, by axis: Int) -> [Region] {
    Set(classOfCode[axis].values).sorted().map { number in
      var region = margin
      region.sets[axis] = number
      return region
    }
  }

  /// In which classes of a kind a person is counted; several where there are several days.
  func classes(of person: InventedEdition.Person, _ kind: Kind) -> [Region] {
    var region = Region(sets: names.map { _ in -1 })
    for axis in names.indices.dropFirst(RegionWords.firstDimension) where kind[axis] {
      let code = person.codes[axis - RegionWords.firstDimension]
      region.sets[axis] = classOfCode[axis][code] ?? -1
    }
    if kind[RegionWords.arrivals] {
      guard let time = classOfCode[RegionWords.arrivals][person.admitted] else { return [] }
      region.sets[RegionWords.arrivals] = time
      return [region]
    }
    let days = classOfCode[RegionWords.present].keys.sorted().filter { day in
      person.admitted <= day && person.ended.map { $0 > day } ?? true
    }
    return days.map { day in
      var there = region
      there.sets[RegionWords.present] = classOfCode[RegionWords.present][day] ?? -1
      return there
    }
  }

  func name(of region: Region) -> String {
    region.sets.enumerated().compactMap { axis, number -> String? in
      guard number >= 0 else { return nil }
      let codes = sets[axis][number].map { code in
        axis < RegionWords.firstDimension
          ? "\(code / 2)-H\(code % 2 + 1)"
          : code == RegionWords.missing
            ? "no \(names[axis])" : dimensions[axis - RegionWords.firstDimension].codes[code]
      }
      let words = codes.joined(separator: "+")
      return axis < RegionWords.firstDimension ? "\(names[axis]) \(words)" : words
    }.joined(separator: " ")
  }

  static func precedes(_ left: Region, _ right: Region) -> Bool {
    left.sets.lexicographicallyPrecedes(right.sets)
  }
}
