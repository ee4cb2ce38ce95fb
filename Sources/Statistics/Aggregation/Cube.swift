/// A measure counted by every combination of codes of some dimensions.
struct Cube: Sendable {
  struct Request: Sendable, Hashable {
    let measure: String
    /// In byte order, each once, so that tables and citations share cubes.
    let dimensions: [String]

    init(measure: String, dimensions: some Sequence<String>) {
      self.measure = measure
      self.dimensions = Set(dimensions).sorted()
    }
  }

  let dimensions: [String]
  /// Sizes of the code spaces.
  let sizes: [Int]
  /// The combinations that occur, by their number in row-major order, and what was counted.
  private(set) var cells: [(combination: Int, tally: Tally)]

  init(dimensions: [String], sizes: [Int], cells: [(combination: Int, tally: Tally)]) {
    self.dimensions = dimensions
    self.sizes = sizes
    self.cells = cells
  }

  /// Where a dimension stands among `dimensions`.
  func position(of dimension: String) -> Int? { dimensions.firstIndex(of: dimension) }

  /// Calls `body` for each combination that occurs and meets all of `masks`, by dimension, with its
  /// code of each dimension.
  func forEach(
    where masks: [String: [Bool]] = [:], _ body: (_ codes: [Int], _ tally: Tally) -> Void
  ) {
    let ordered = dimensions.map { masks[$0] }
    var codes = [Int](repeating: 0, count: sizes.count)
    for cell in cells {
      var rest = cell.combination
      for index in sizes.indices.reversed() {
        codes[index] = rest % sizes[index]
        rest /= sizes[index]
      }
      let isMet = zip(codes, ordered).allSatisfy { code, mask in mask.map { $0[code] } ?? true }
      if isMet { body(codes, cell.tally) }
    }
  }

  /// The sum of what lies within codes, by dimension; the cube's other dimensions are free.
  func tally(within codes: [String: CodeSet]) -> Tally {
    var masks: [String: [Bool]] = [:]
    for (name, codes) in codes {
      guard let place = position(of: name) else { continue }
      masks[name] = (0..<sizes[place]).map { codes.contains($0) }
    }
    return tally(where: masks)
  }

  /// The sum of what meets all of `masks`.
  func tally(where masks: [String: [Bool]]) -> Tally {
    var sum = Tally()
    forEach(where: masks) { _, tally in sum += tally }
    return sum
  }
}

/// Adds records up by combination; dense while the combinations are few, sparse beyond.
struct CubeCounter {
  let request: Cube.Request
  let sizes: [Int]
  private var dense: [Tally]
  private var sparse: [Int: Tally] = [:]
  private let isDense: Bool

  private static let denseLimit = 1 << 20

  init(request: Cube.Request, sizes: [Int]) {
    self.request = request
    self.sizes = sizes
    let combinations = sizes.reduce(1) { product, size in
      let (result, overflow) = product.multipliedReportingOverflow(by: size)
      return overflow ? .max : result
    }
    isDense = combinations <= CubeCounter.denseLimit
    dense = isDense ? [Tally](repeating: Tally(), count: combinations) : []
  }

  /// Adds one block of records: `combinations[i]` and `prints[i]` belong to the same record.
  mutating func add(combinations: [Int], prints: [UInt64], count: Int) {
    if isDense {
      dense.withUnsafeMutableBufferPointer { cells in
        for index in 0..<count {
          cells[combinations[index]].count += 1
          cells[combinations[index]].print &+= prints[index]
        }
      }
    } else {
      for index in 0..<count {
        sparse[combinations[index], default: Tally()] += Tally(count: 1, print: prints[index])
      }
    }
  }

  var cube: Cube {
    let cells: [(combination: Int, tally: Tally)] =
      isDense
      ? dense.indices.filter { dense[$0].count > 0 }.map { ($0, dense[$0]) }
      : sparse.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return Cube(dimensions: request.dimensions, sizes: sizes, cells: cells)
  }
}
