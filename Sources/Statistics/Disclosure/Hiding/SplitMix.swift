/// Numbers that look random and are the same every time.
struct SplitMix {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// From 0 to below 1.
  var unit: Double {
    mutating get { Double(next() >> 11) / 9_007_199_254_740_992 }
  }

  mutating func shuffled(_ values: [Int]) -> [Int] {
    var values = values
    for index in values.indices.dropFirst().reversed() {
      values.swapAt(index, below(index + 1))
    }
    return values
  }
}
