/// What is published of one time, and what some of those numbers leave of others or make up together.
struct ToldNumbers {
  private var stated: StatedRegions
  private let values: [Int]
  /// Those told, what a whole leaves of one of its parts or of all of them, and what they are parts of.
  private(set) var regions: [Region]

  /// So many dimensions of one group are left out in all ways.
  private static let mostDimensions = 4
  /// Of more numbers, only what differs in one dimension is compared.
  private static let mostNumbers = 300

  init(
    _ numbers: [(region: Region, value: Int)], _ implications: [String: Implications]
  ) {
    stated = StatedRegions(implications)
    for (index, number) in numbers.enumerated() { stated.state(number.region, index) }
    values = numbers.map(\.value)
    let told = stated.stated.map(\.region)
    let lines = RegionLines(told)
    var met = Set(told)
    regions = told
    var others = told.flatMap { ToldNumbers.left(of: $0, by: told, along: lines, implications) }
    if told.count <= Self.mostNumbers {
      others += told.flatMap { $0.wider(mostDimensions: Self.mostDimensions) }
    }
    regions += others.filter { met.insert($0).inserted }
  }

  /// Nil where it does not follow.
  mutating func value(of region: Region) -> Int? {
    stated.terms(of: region).map { terms in
      terms.parts.reduce(0) { $0 + values[$1] } - terms.rest.reduce(0) { $0 + values[$1] }
    }
  }

  /// What parts that differ in one dimension leave, each of them and all that have nothing in common.
  private static func left(
    of whole: Region, by told: [Region], along lines: RegionLines,
    _ implications: [String: Implications]
  ) -> [Region] {
    lines.dimensions(of: whole).flatMap { dimension -> [Region] in
      let possible = implications.possible(dimension, of: whole.basis)
      let all = whole.codes[dimension]?.intersection(possible) ?? possible
      let parts = lines.along(dimension, of: whole)
        .compactMap { told[$0].codes[dimension]?.intersection(possible) }
        .filter { !$0.isEmpty && $0 != all && $0.isSubset(of: all) }
        .sorted { $0.count < $1.count }
      let apart = parts.reduce(into: [CodeSet]()) { kept, part in
        if kept.allSatisfy({ $0.isDisjoint(with: part) }) { kept.append(part) }
      }
      return (parts.map { all.subtracting($0) } + [apart.reduce(all) { $0.subtracting($1) }])
        .filter { !$0.isEmpty && $0 != all }.map { whole.with($0, of: dimension) }
    }
  }
}

extension Region {
  /// The same without some of its dimensions; none where it has too many.
  func wider(mostDimensions: Int) -> [Region] {
    guard codes.count <= mostDimensions else { return [] }
    let all = codes.keys.sorted().reduce([self]) { regions, name in
      regions + regions.map { $0.dropping(name) }
    }
    return Array(all.dropFirst())
  }
}
