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
        sum = Movements.sum(sum, Movements.multiply(factor, print(free: term.place)))
      }
      prints[row.basic] = sum
    }
  }

  func isFixed(_ place: Int) -> Bool { terms[place].isEmpty }

  /// Equal for unknowns that move alike; hardly ever for others.
  func print(of place: Int) -> UInt64 { prints[place] }

  /// The print of what moves as two do together.
  static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 { (left + right) % prime }

  /// The print of what takes back how another moves.
  static func opposite(of print: UInt64) -> UInt64 { print == 0 ? 0 : prime - print }

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

  /// For each free unknown, how all others change with it, in the smallest whole numbers; without those that
  /// do not fit.
  var changes: [KnownChanges.Change] {
    var factors: [Int: [(place: Int, numerator: LargeNumber, denominator: LargeNumber)]] = [:]
    for (place, terms) in terms.enumerated() {
      for term in terms {
        factors[term.free, default: []].append((place, term.numerator, term.denominator))
      }
    }
    return factors.keys.sorted().compactMap { free in
      let factors = factors[free] ?? []
      var divisor = LargeNumber(1)
      for factor in factors {
        divisor = divisor / divisor.commonDivisor(with: factor.denominator) * factor.denominator
        guard divisor.int != nil else { return nil }
      }
      var change: KnownChanges.Change = []
      for (place, numerator, denominator) in factors {
        guard let number = (numerator * (divisor / denominator)).int, abs(number) < 1_000_000 else {
          return nil
        }
        change.append((place, number))
      }
      return change
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
