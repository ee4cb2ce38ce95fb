/// Regions by what they are without one of their dimensions.
struct RegionLines {
  private struct Line: Hashable {
    let others: Region
    let dimension: String
  }

  private var places: [Line: [Int]] = [:]
  private let dimensions: [Region.Basis: [String]]

  init(_ regions: [Region]) {
    var dimensions: [Region.Basis: Set<String>] = [:]
    for region in regions { dimensions[region.basis, default: []].formUnion(region.codes.keys) }
    self.dimensions = dimensions.mapValues { $0.sorted() }
    for (place, region) in regions.enumerated() {
      for dimension in self.dimensions[region.basis] ?? [] {
        places[Line(others: region.dropping(dimension), dimension: dimension), default: []]
          .append(place)
      }
    }
  }

  /// All that any region of the same records restricts.
  func dimensions(of region: Region) -> [String] { dimensions[region.basis] ?? [] }

  /// Places of the regions that are the same but for one dimension, in order.
  func along(_ dimension: String, of region: Region) -> [Int] {
    places[Line(others: region.dropping(dimension), dimension: dimension)] ?? []
  }
}
