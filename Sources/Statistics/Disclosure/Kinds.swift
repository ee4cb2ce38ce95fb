/// Of how many kinds some persons are.
struct Kinds {
  let reference: CellReference
  let dimension: Dimension
  /// The codes that could occur, with what was counted of each.
  let possible: [(number: Int, tally: Tally)]
  let persons: Int

  /// How many occur.
  var met: Int { possible.count { $0.tally.count > 0 } }

  /// Those that occur; of equal ones the first of the list first.
  var largestFirst: [(number: Int, tally: Tally)] {
    possible.filter { $0.tally.count > 0 }
      .sorted { ($1.tally.count, $0.number) < ($0.tally.count, $1.number) }
  }

  var areOneEach: Bool { possible.allSatisfy { $0.tally.count == 1 } }

  /// Whether the number may be told.
  ///
  /// Of few persons it divides them into groups that are smaller still, whoever decided to show how many they
  /// are; where there are nearly as many kinds as persons, most are of one person; and where it is not told
  /// who is nobody, it would tell.
  func mayBeTold(_ policy: DisclosurePolicy) -> Bool {
    guard persons > 0 else { return true }
    guard policy.showsZeros || met == possible.count else { return false }
    let dimensions = [dimension.id] + reference.conditions.map(\.dimension)
    guard policy.personal.map({ dimensions.contains(where: $0.contains) }) ?? true else {
      return true
    }
    return persons >= policy.threshold && persons - met >= policy.candidates - 1
  }
}

extension Counting {
  /// Nil where the reference names a rest that there is not.
  func kinds(of reference: CellReference, by name: String, rests: Rests) -> Kinds? {
    guard rests.hasRest(for: reference), let dimension = declaration.dimension(name) else {
      return nil
    }
    let margin = margin(of: dimension, within: reference, rests: rests)
    let counted = declaration.measure(reference.measure).flatMap {
      declaration.region(of: $0).codes[name]
    }
    let masks = masks(of: reference, rests: rests)
    let codes = declaration.codeList(of: dimension).codes
    return Kinds(
      reference: reference, dimension: dimension,
      possible: codes.indices.filter { number in
        codes[number].isCounted && masks[name]?[number] ?? true && counted?.contains(number) ?? true
      }.map { ($0, margin[$0]) },
      persons: tally(of: reference, rests: rests).count)
  }
}
