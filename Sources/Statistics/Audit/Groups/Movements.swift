/// How each unknown moves with the free ones of a reduced form.
struct Movements {
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

  /// Equal for unknowns that move alike; hardly ever for others.
  func print(of place: Int) -> UInt64 { prints[place] }

  /// Whether the sum of the places, less that of others, moves with nothing.
  func cancel(_ places: [Int], minus others: [Int] = []) -> Bool {
    var sums: [Int: (numerator: LargeNumber, denominator: LargeNumber)] = [:]
    for (place, sign) in places.map({ ($0, LargeNumber(1)) }) + others.map({ ($0, -1) }) {
      for term in terms[place] {
        guard let sum = sums[term.free] else {
          sums[term.free] = (sign * term.numerator, term.denominator)
          continue
        }
        sums[term.free] = (
          sum.numerator * term.denominator + sign * term.numerator * sum.denominator,
          sum.denominator * term.denominator
        )
      }
    }
    return sums.values.allSatisfy(\.numerator.isZero)
  }

  /// Calls `body` with two, three or four places, and no more than `most`, whose prints add up to 0.
  func forEachCancelling(
    _ places: [Int], values: [Int], threshold: Int, most: Int, _ body: ([Int]) -> Void
  ) {
    var singles: [UInt64: [Int]] = [:]
    for place in places { singles[prints[place], default: []].append(place) }
    func negative(_ print: UInt64) -> UInt64 { print == 0 ? 0 : Movements.prime - print }
    for place in places {
      for other in singles[negative(prints[place])] ?? [] where other > place {
        body([place, other])
      }
    }
    guard most > 2 else { return }
    var pairs: [UInt64: [(Int, Int)]] = [:]
    for (index, left) in places.enumerated() {
      for right in places[(index + 1)...] where values[left] + values[right] < threshold {
        let sum = (prints[left] + prints[right]) % Movements.prime
        for third in singles[negative(sum)] ?? [] where third > right {
          body([left, right, third])
        }
        if most > 3 { pairs[sum, default: []].append((left, right)) }
      }
    }
    guard most > 3 else { return }
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
