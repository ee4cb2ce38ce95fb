/// Vectors of which few entries are not 0, one after another in one list.
struct SparseVectors {
  private var starts = [0]
  private var places: [Int32] = []
  private var values: [Double] = []

  var count: Int { starts.count - 1 }
  /// How many entries there are in all of them.
  var size: Int { places.count }

  mutating func removeAll() {
    starts.removeLast(starts.count - 1)
    places.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// Adds an entry to the vector that is being written.
  mutating func add(_ place: Int, _ value: Double) {
    places.append(Int32(truncatingIfNeeded: place))
    values.append(value)
  }

  /// Ends the vector that is being written.
  mutating func end() { starts.append(places.count) }

  func forEach(_ index: Int, _ body: (_ place: Int, _ value: Double) -> Void) {
    for entry in starts[index]..<starts[index + 1] { body(Int(places[entry]), values[entry]) }
  }

  /// Subtracts so many times a vector from `target`.
  func subtract(_ index: Int, times factor: Double, from target: inout [Double]) {
    for entry in starts[index]..<starts[index + 1] {
      target[Int(places[entry])] -= factor * values[entry]
    }
  }

  /// The sum of the products of a vector's entries with those of `other`.
  func product(_ index: Int, with other: [Double]) -> Double {
    var sum = 0.0
    for entry in starts[index]..<starts[index + 1] {
      sum += values[entry] * other[Int(places[entry])]
    }
    return sum
  }
}
