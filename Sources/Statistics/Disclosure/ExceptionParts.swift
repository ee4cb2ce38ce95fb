/// What the persons of exceptions are divided into, at the time of each exception: that as many are there
/// on a later day is told by no exception.
///
/// A group that can be computed tells nothing new where its persons are those of an exception, and
/// where it is put together from nothing else than what divides that one.
struct ExceptionParts: Sendable {
  private let tallies: [Tally]
  /// By count, the excepted counts within whose definition it lies.
  private var wholes: [Set<Int>]
  /// By count, whether it counts the persons of an exception and nobody else, though more could be counted by
  /// it: where nobody else is there, it is known as soon as the exception is.
  private(set) var isWholeException: [Bool]

  /// - `isExcepted`: shown though it is small.
  /// - `isDecided`: the same, of those that tell of persons.
  init(
    _ network: FactNetwork, isExcepted: [Bool], isDecided: [Bool], canonical: (Region) -> Region
  ) {
    let counts = network.counts
    tallies = counts.map(\.tally)
    wholes = counts.map { _ in [] }
    isWholeException = counts.map { _ in false }
    let excepted = counts.indices.compactMap { index in
      isExcepted[index]
        ? counts[index].region.map {
          (index: index, region: canonical($0), days: counts[index].countedOn)
        } : nil
    }
    // Zeros may be shown by exception too, and have no parts.
    guard let most = excepted.map({ counts[$0.index].tally.count }).max(), most > 0 else { return }
    for (index, count) in counts.enumerated() where (1...most).contains(count.tally.count) {
      guard let region = count.region.map(canonical) else { continue }
      let then = excepted.filter { $0.days == count.countedOn }
      // What declarations say of all records does not have to be said again.
      func isWithin(_ part: Region, _ whole: Region) -> Bool {
        part.isWithin(whole)
          || part.basis == whole.basis && canonical(part.intersection(whole)) == part
      }
      wholes[index] = Set(then.filter { isWithin(region, $0.region) }.map(\.index))
      isWholeException[index] = then.contains {
        isDecided[$0.index] && counts[$0.index].tally == count.tally && isWithin($0.region, region)
      }
    }
  }

  /// The persons of a group are those of an exception.
  func explain(_ leak: AttackResult.Leak) -> Bool {
    guard leak.kind == .implied, leak.cells.allSatisfy(tallies.indices.contains) else {
      return false
    }
    let members = leak.cells.filter { tallies[$0].count > 0 }
    guard let first = members.first else { return false }
    let shared = members.dropFirst().reduce(wholes[first]) { $0.intersection(wholes[$1]) }
    var together = Tally()
    for member in members { together += tallies[member] }
    return shared.contains { tallies[$0] == together }
  }
}
