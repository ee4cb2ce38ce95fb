import Periods

/// What is public of those who came, or left, with the days in which they did.
struct Flows {
  struct Flow {
    let part: StockGroups.Part
    let days: ClosedRange<Day>
  }

  private(set) var all: [Flow]

  /// - `stated`: of the edition's own period and parts of it.
  /// - `earlier`: of other times.
  init(stated: [Flow], earlier: [Flow]) { all = stated + earlier }

  /// Adds the flow after one of the days, or until it, where a longer and a shorter time are
  /// public.
  mutating func addRests(cutAt days: [Day], to network: inout FactNetwork) {
    var rests: [Flow] = []
    for long in all {
      for short in all where short.part.codes == long.part.codes {
        guard let rest = long.days.without(short.days),
          days.contains(rest.lowerBound.dayBefore) || days.contains(rest.upperBound),
          !(all + rests).contains(where: { $0.days == rest && $0.part.codes == long.part.codes })
        else { continue }
        let value = long.part.value - short.part.value
        guard value >= 0 else { continue }
        let time = Period(days: rest)?.id ?? "\(rest.lowerBound)–\(rest.upperBound)"
        let name =
          short.part.name.isEmpty
          ? "\(long.part.name) (\(time))" : "\(long.part.name) without \(short.part.name)"
        var part = StockGroups.Part(codes: long.part.codes, value: value, name: name)
        part.isTold = long.part.isTold && short.part.isTold
        if long.part.count != nil || short.part.count != nil,
          let whole = network.index(of: long.part)
        {
          let count = network.add(apart: Tally(count: value), region: nil, name: name)
          let shorter = network.index(of: short.part)
          network.add(
            total: whole, parts: [count] + [shorter].compactMap(\.self), note: long.part.name)
          part.count = count
        }
        rests.append(Flow(part: part, days: rest))
      }
    }
    all += rests
  }
}

extension FactNetwork {
  /// Where a part stands in the network, to which public ones are added; nil for nobody.
  mutating func index(of part: StockGroups.Part) -> Int? {
    if let count = part.count { return count }
    guard part.value > 0 else { return nil }
    let count = add(apart: Tally(count: part.value), region: nil, name: part.name)
    mark(count, .published(part.value))
    return count
  }
}

extension ClosedRange<Day> {
  /// Every day of the other time belongs to this one too.
  func holds(_ other: Self) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  /// The rest of a longer time that begins or ends with a shorter one.
  fileprivate func without(_ shorter: ClosedRange<Day>) -> ClosedRange<Day>? {
    guard self != shorter, holds(shorter) else { return nil }
    if lowerBound == shorter.lowerBound { return shorter.upperBound.dayAfter...upperBound }
    return upperBound == shorter.upperBound ? lowerBound...shorter.lowerBound.dayBefore : nil
  }
}
