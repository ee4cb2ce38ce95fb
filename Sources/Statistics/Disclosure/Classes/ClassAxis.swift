/// One dimension as the statements of an edition divide it: codes that no statement tells apart are
/// one class.
struct ClassAxis {
  /// Empty for time, whose codes are spans of the calendar.
  let name: String
  let classes: [CodeSet]
  /// By code.
  private let classOfCode: [Int]

  var count: Int { classes.count }

  /// - `impossible`: codes that no record has.
  init(name: String, size: Int, stated: [CodeSet], impossible: CodeSet? = nil) {
    self.name = name
    let unique = stated.reduce(into: [CodeSet]()) { if !$0.contains($1) { $0.append($1) } }
    var places: [[Bool]: Int] = [:]
    var classes: [CodeSet] = []
    var classOfCode: [Int] = []
    for code in 0..<size {
      guard impossible?.contains(code) != true else {
        classOfCode.append(0)
        continue
      }
      let signature = unique.map { $0.contains(code) }
      let place = places[signature] ?? classes.count
      if place == classes.count {
        places[signature] = place
        classes.append(CodeSet(size: size))
      }
      classes[place].insert(code)
      classOfCode.append(place)
    }
    self.classes = classes
    self.classOfCode = classOfCode
  }

  func number(of code: Int) -> Int { classOfCode[code] }

  func numbers(in codes: CodeSet) -> [Int] {
    classes.indices.filter { classes[$0].isSubset(of: codes) }
  }

  /// Whether a set holds every code that somebody may have.
  func isWhole(_ codes: CodeSet) -> Bool { classes.allSatisfy { $0.isSubset(of: codes) } }

  func codes(of numbers: [Int]) -> CodeSet {
    numbers.dropFirst().reduce(classes[numbers[0]]) { $0.union(classes[$1]) }
  }
}

extension [ClassAxis] {
  /// Those that some region restricts.
  func restricted(in regions: [Region]) -> [Int] {
    indices.filter { index in regions.contains { $0.codes[self[index].name] != nil } }
  }

  /// Those that a region restricts, time, and some more.
  func numbers(of region: Region, and names: [String]) -> [Int] {
    indices.filter { index in
      let name = self[index].name
      return name.isEmpty || region.codes[name] != nil || names.contains(name)
    }
  }
}

/// Some dimensions, by all of whose classes persons are told apart.
struct ClassKind {
  /// As indices of the axes, ascending.
  let axes: [Int]
  private let sizes: [Int]
  /// The kind is counted by no statement and stands behind several that are.
  let isJoint: Bool

  var count: Int { sizes.reduce(1, *) }

  /// Nil where there would be too many classes.
  init?(_ numbers: [Int], among axes: [ClassAxis], isJoint: Bool = false, most: Int = .max) {
    self.axes = numbers
    self.isJoint = isJoint
    sizes = numbers.map { axes[$0].count }
    var product = 1
    for size in sizes {
      let (next, isTooLarge) = product.multipliedReportingOverflow(by: size)
      guard !isTooLarge, next <= most else { return nil }
      product = next
    }
  }

  func isPart(of other: ClassKind) -> Bool { Set(axes).isSubset(of: other.axes) }

  func key(_ digits: [Int]) -> Int {
    zip(digits, sizes).reduce(0) { $0 * $1.1 + $1.0 }
  }

  func digits(_ key: Int) -> [Int] {
    var digits = [Int](repeating: 0, count: sizes.count)
    var rest = key
    for place in sizes.indices.reversed() {
      digits[place] = rest % sizes[place]
      rest /= sizes[place]
    }
    return digits
  }

  /// Where the axes of a coarser kind stand among those of this one.
  func places(of coarser: ClassKind) -> [Int] {
    coarser.axes.compactMap { axes.firstIndex(of: $0) }
  }

  /// Every combination of some numbers for each axis.
  static func combinations(_ numbers: [[Int]]) -> [[Int]] {
    numbers.reduce([[]]) { combinations, numbers in
      combinations.flatMap { before in numbers.map { before + [$0] } }
    }
  }
}
