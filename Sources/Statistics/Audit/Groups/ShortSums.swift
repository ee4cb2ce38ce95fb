/// Small sums of few members that can be computed: all of them, as far as there is room for their pairs.
///
/// How a sum moves is what its members do together, so that the prints of a sum that can be computed add
/// up to nothing: of four members two are looked up by the other two (E. Horowitz, S. Sahni, Computing
/// partitions with applications to the knapsack problem, Journal of the ACM 21, 1974).
struct ShortSums {
  private struct Pair {
    let print: UInt64
    let first: Int
    let second: Int
  }

  private let movements: Movements
  private let values: [Int]
  private let threshold: Int
  private let places: [Int]

  /// There is room for so many pairs; counts of nobody beyond that are left out.
  private static let mostPairs = 3_000_000
  private static let mostFound = 10_000

  /// - `places`: what may be a member, whether it counts somebody or not.
  init(_ places: [Int], movements: Movements, values: [Int], threshold: Int) {
    self.movements = movements
    self.values = values
    self.threshold = threshold
    let most = Int(Double(2 * ShortSums.mostPairs).squareRoot())
    // Without one that counts somebody there is no sum.
    let ordered = places.filter { values[$0] > 0 } + places.filter { values[$0] == 0 }
    self.places = ordered.prefix(most).sorted()
  }

  /// Sums of up to four members, each ascending.
  var all: [[Int]] {
    var found: [[Int]] = []
    func meet(_ members: [Int]) {
      let sum = members.reduce(0) { $0 + values[$1] }
      guard (1..<threshold).contains(sum), found.count < ShortSums.mostFound,
        movements.cancel(members)
      else { return }
      found.append(members)
    }
    var single: [UInt64: [Int]] = [:]
    for place in places { single[movements.print(of: place), default: []].append(place) }
    let pairs = self.pairs
    for pair in pairs {
      if pair.print == 0 { meet([pair.first, pair.second]) }
      for third in single[Movements.opposite(of: pair.print)] ?? [] where third > pair.second {
        meet([pair.first, pair.second, third])
      }
    }
    // As the one goes up, the other goes down.
    var last = pairs.count
    for pair in pairs where pair.print > 0 {
      let opposite = Movements.opposite(of: pair.print)
      while last > 0, pairs[last - 1].print > opposite { last -= 1 }
      for other in pairs[..<last].reversed().prefix(while: { $0.print == opposite })
      where other.first > pair.second {
        meet([pair.first, pair.second, other.first, other.second])
      }
    }
    return found
  }

  /// By print, then by place.
  private var pairs: [Pair] {
    var pairs: [Pair] = []
    for (index, first) in places.enumerated() {
      for second in places[(index + 1)...] where values[first] + values[second] < threshold {
        let print = Movements.sum(movements.print(of: first), movements.print(of: second))
        pairs.append(Pair(print: print, first: first, second: second))
      }
    }
    return pairs.sorted { ($0.print, $0.first, $0.second) < ($1.print, $1.first, $1.second) }
  }
}
