/// One vector with room for every entry, which knows where it may be other than 0.
struct ScatteredVector {
  private var values: [Double]
  private var isMet: [Bool]
  /// In the order met.
  private(set) var places: [Int] = []

  init(_ size: Int) {
    values = Array(repeating: 0, count: size)
    isMet = Array(repeating: false, count: size)
  }

  subscript(place: Int) -> Double { values[place] }

  mutating func fill(_ entries: [BasisFactors.Entry]) {
    for entry in entries { add(entry.value, at: entry.place) }
  }

  /// Whether nothing was there before.
  @discardableResult
  mutating func add(_ value: Double, at place: Int) -> Bool {
    values[place] += value
    guard !isMet[place] else { return false }
    isMet[place] = true
    places.append(place)
    return true
  }

  /// Sets what was met before.
  mutating func round(_ place: Int, to value: Double) { values[place] = value }

  mutating func clear() {
    for place in places {
      values[place] = 0
      isMet[place] = false
    }
    places.removeAll(keepingCapacity: true)
  }
}
