import Diagnostics
import FactLedger
import ReadingBack

/// The numbers of a place or file in their order, as the ledger has them and as they were read.
struct NumberRow {
  let file: ReadFile
  var expected: [(entry: LedgerEntry, number: NumberInPlace)] = []
  var read: [(origin: Int, number: NumberInPlace)] = []
  /// Where the place begins, for what is missing at its end.
  var end = 0

  /// - `names`: words that say whose a number is; none may give way to another beside one.
  init(
    _ file: ReadFile, expected: [LedgerPassage], read passages: [ReadPassage],
    names: NameWords = .none
  ) {
    self.file = file
    self.expected = expected.flatMap { $0.numbers(among: names) }
    for passage in passages {
      read += zip(passage.origins, passage.numbersInPlace(among: names)).map { ($0, $1) }
      end = passage.origin
    }
  }

  /// Numbers in the heads of columns that a narrow page breaks into lines or repeats for each row.
  var columnHeads: Set<String> = []

  func findings(anchor: (LedgerEntry?) -> String) -> [Diagnostic] {
    let alignment = Alignment(expected: expected.map(\.number), read: read.map(\.number))
    return alignment.differences.compactMap { difference in
      let entry = difference.expected.map { expected[$0].entry }
      if let entry, case .columnHead = entry.role, difference.read == nil,
        !columnHeads.isEmpty
      {
        return nil
      }
      let near = entry ?? self.entry(near: difference)
      let place = anchor(near)
      guard let index = difference.read else {
        let origin = read.indices.contains(difference.next) ? read[difference.next].origin : end
        return .missingNumber(entry?.text ?? "", in: place, at: file.location(origin))
      }
      if columnHeads.contains(read[index].number.reading), entry == nil { return nil }
      let location = file.location(read[index].origin)
      guard let entry else { return .unstated(in: place, at: location) }
      return entry.reading == read[index].number.reading
        ? .otherWords(around: entry.text, in: place, at: location)
        : .otherNumber(than: entry.text, in: place, at: location)
    }
  }

  /// The entry that stands about where a number was read.
  private func entry(near difference: Alignment.Difference) -> LedgerEntry? {
    guard !expected.isEmpty else { return nil }
    return expected[min(difference.next, expected.count - 1)].entry
  }
}
