extension SparseVertex {
  /// Whether what misses a bound can never come back within it.
  func isOutOfReach(_ index: Int, upwards: Bool) -> Bool {
    if index < system.unknownCount {
      guard let bound = bound(of: index, upwards: upwards) else { return false }
      return upwards ? bound < lower[index] : upper[index].map { bound > $0 } ?? false
    }
    guard let prices = prices(index),
      let bound = system.bound(
        of: nil, upwards: upwards, prices: prices, lower: lower, upper: upper)
    else { return false }
    return upwards ? bound < 0 : bound > 0
  }

  /// How many times each equation has to be taken for what stands in a row of the basis; nil for what
  /// stands in none.
  func prices(_ index: Int) -> [Double]? {
    guard place[index] >= 0 else { return nil }
    var prices = [Double](repeating: 0, count: basics.count)
    prices[place[index]] = 1
    var inverse = inverse
    inverse.solveTransposed(&prices)
    return zip(prices, system.scales).map { $0 / $1 }
  }

  /// How every value changes as what the last column belongs to changes by one.
  func direction(of entering: Int, upwards: Bool) -> [Double] {
    var direction = [Double](repeating: 0, count: values.count)
    direction[entering] = upwards ? 1 : -1
    for row in basics.indices { direction[basics[row]] -= column[row] * direction[entering] }
    return direction
  }

  func bound(of unknown: Int, upwards: Bool) -> Int? {
    guard let prices = prices(unknown) else {
      let end = upwards ? upper[unknown] : lower[unknown]
      return end.flatMap { values[unknown] == Double($0) ? $0 : nil }
    }
    return system.bound(
      of: unknown, upwards: upwards, prices: prices, lower: lower, upper: upper)
  }

  /// Whether the last column moves for ever without changing an equation, in whole numbers.
  func isRay(_ entering: Int, upwards: Bool) -> Bool {
    let whole = WholeVector(direction(of: entering, upwards: upwards))
    return !whole.isRounded
      && whole.entries.allSatisfy { index, change in
        index < system.unknownCount && change > 0 && upper[index] == nil
      } && system.isMove(whole.entries.map { ($0.index, $0.value) })
  }

  func nearby(_ solution: [Int]) -> NearbySolutions? {
    NearbySolutions(system, base: solution, lower: lower, upper: upper)
  }
}
