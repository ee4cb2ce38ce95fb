/// Sums of a few hidden cells that can be computed and are small.
///
/// A sum can be computed when the free unknowns of the reduced form cancel in it. Each cell’s movement
/// with them is projected to one number modulo a prime; sums of two, three and four projections that
/// are 0 are looked up by pairs, and each hit is verified in exact numbers. Where every hidden cell
/// holds a person, a group below the threshold has fewer members than that, so that up to a threshold
/// of 5 none is missed. Longer ones are found where an equation states them.
struct ImpliedGroups {
  struct Group: Hashable {
    /// Ascending.
    let places: [Int]
    let sum: Int
  }

  /// Each group once, none that contains another, in a stable order.
  private(set) var found: [Group] = []

  /// Beyond, only pairs and what equations state are looked for.
  private static let mostForQuadruples = 700
  private static let mostForPairs = 4_000

  /// - `values`: a whole solution; sums that can be computed are the same in each.
  /// - `counts`: whether a place is a hidden cell that matters.
  init<Number: ExactNumber>(
    component: AttackComponent, reduction: RowReduction<Number>, values: [Int], threshold: Int,
    counts: (Int) -> Bool
  ) {
    guard threshold > 1 else { return }
    let movements = Movements(reduction, count: component.unknowns.count)
    let open = component.unknowns.indices.filter { place in
      counts(place) && !movements.isFixed(place) && values[place] < threshold
    }
    var groups: Set<Group> = []
    func consider(_ places: [Int]) {
      let sum = places.reduce(0) { $0 + values[$1] }
      guard sum > 0, sum < threshold else { return }
      guard movements.cancel(places) else { return }
      groups.insert(Group(places: places.sorted(), sum: sum))
    }
    if open.count <= ImpliedGroups.mostForPairs {
      movements.forEachCancelling(
        open, values: values, threshold: threshold,
        upToFour: open.count <= ImpliedGroups.mostForQuadruples, consider)
    }
    // What an equation states may have more members, where some of them can be 0.
    for line in component.equations {
      let members = line.terms.map(\.place).filter { !movements.isFixed($0) }
      guard members.count > 1, members.allSatisfy(counts),
        Set(line.terms.map { $0.coefficient }).count == 1
      else { continue }
      consider(members)
    }
    found = groups.sorted { left, right in
      left.places.count != right.places.count
        ? left.places.count < right.places.count
        : left.places.lexicographicallyPrecedes(right.places)
    }
    found = found.enumerated().filter { index, group in
      !found[..<index].contains { Set($0.places).isStrictSubset(of: group.places) }
    }.map(\.element)
  }
}

/// How each unknown moves with the free ones of a reduced form.
private struct Movements {
  /// By place: the free places and rational factors, as exact cross products later.
  private var terms: [[(free: Int, numerator: LargeNumber, denominator: LargeNumber)]]
  private var prints: [UInt64]

  /// 2^61 − 1, a prime whose products fit twice into a machine word.
  private static let prime: UInt64 = (1 << 61) - 1

  init<Number: ExactNumber>(_ reduction: RowReduction<Number>, count: Int) {
    terms = Array(repeating: [], count: count)
    prints = Array(repeating: 0, count: count)
    var isBasic = [Bool](repeating: false, count: count)
    for row in reduction.rows { isBasic[row.basic] = true }
    func print(free place: Int) -> UInt64 {
      recordPrint(row: place, seed: 0x5DEE_CE66) % Movements.prime
    }
    for place in 0..<count where !isBasic[place] {
      terms[place] = [(place, 1, 1)]
      prints[place] = print(free: place)
    }
    for row in reduction.rows {
      let divisor = row.divisor.large
      let inverse = Movements.inverse(Movements.residue(divisor))
      var sum: UInt64 = 0
      for term in row.terms {
        // divisor · basic = number − Σ coefficient · free
        let coefficient = -term.coefficient.large
        terms[row.basic].append((term.place, coefficient, divisor))
        let factor = Movements.multiply(Movements.residue(coefficient), inverse)
        sum = (sum + Movements.multiply(factor, print(free: term.place))) % Movements.prime
      }
      prints[row.basic] = sum
    }
  }

  func isFixed(_ place: Int) -> Bool { terms[place].isEmpty }

  /// Whether the sum of the places moves with nothing.
  func cancel(_ places: [Int]) -> Bool {
    var sums: [Int: (numerator: LargeNumber, denominator: LargeNumber)] = [:]
    for place in places {
      for term in terms[place] {
        guard let sum = sums[term.free] else {
          sums[term.free] = (term.numerator, term.denominator)
          continue
        }
        sums[term.free] = (
          sum.numerator * term.denominator + term.numerator * sum.denominator,
          sum.denominator * term.denominator
        )
      }
    }
    return sums.values.allSatisfy(\.numerator.isZero)
  }

  /// Calls `body` with two, three or four places whose prints add up to 0.
  func forEachCancelling(
    _ places: [Int], values: [Int], threshold: Int, upToFour: Bool, _ body: ([Int]) -> Void
  ) {
    var singles: [UInt64: [Int]] = [:]
    for place in places { singles[prints[place], default: []].append(place) }
    func negative(_ print: UInt64) -> UInt64 { print == 0 ? 0 : Movements.prime - print }
    for place in places {
      for other in singles[negative(prints[place])] ?? [] where other > place {
        body([place, other])
      }
    }
    guard upToFour else { return }
    var pairs: [UInt64: [(Int, Int)]] = [:]
    for (index, left) in places.enumerated() {
      for right in places[(index + 1)...] where values[left] + values[right] < threshold {
        let sum = (prints[left] + prints[right]) % Movements.prime
        for third in singles[negative(sum)] ?? [] where third > right {
          body([left, right, third])
        }
        pairs[sum, default: []].append((left, right))
      }
    }
    for (index, left) in places.enumerated() {
      for right in places[(index + 1)...] where values[left] + values[right] < threshold {
        let sum = (prints[left] + prints[right]) % Movements.prime
        for (third, fourth) in pairs[negative(sum)] ?? [] where third > right {
          body([left, right, third, fourth])
        }
      }
    }
  }

  private static func residue(_ number: LargeNumber) -> UInt64 {
    let rest = number % LargeNumber(prime)
    return UInt64(rest.sign == .minus ? rest + LargeNumber(prime) : rest)
  }

  private static func multiply(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return prime.dividingFullWidth((high, low)).remainder
  }

  /// By Fermat: a^(p − 2).
  private static func inverse(_ number: UInt64) -> UInt64 {
    if number == 1 { return 1 }
    var result: UInt64 = 1
    var power = number
    var exponent = prime - 2
    while exponent > 0 {
      if exponent & 1 == 1 { result = multiply(result, power) }
      power = multiply(power, power)
      exponent >>= 1
    }
    return result
  }
}
