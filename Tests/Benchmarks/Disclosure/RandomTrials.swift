import Statistics
import TestSupport

/// Random editions of each shape, half of them with zeros hidden.
struct RandomTrials {
  let count: Int
  let first: Int
  let size: EditionSize

  func run() throws {
    var unsafe = 0
    var refused = 0
    var empty = 0
    var shares: [Int] = []
    var times: [Int] = []
    for number in first..<(first + count) {
      let shapes = EditionShape.allCases
      let shape = shapes[number % shapes.count]
      let seed = UInt64(number / shapes.count)
      let edition = InventedEdition(shape, size: size, seed: seed)
      let showsZeros = seed.isMultiple(of: 2)
      let trial = try Trial(
        edition, policy: DisclosurePolicy(threshold: 5, showsZeros: showsZeros),
        isAttackedBlind: false)
      let cells = trial.knowledge.hidden + trial.knowledge.shown
      shares.append(100 * trial.knowledge.hidden / max(cells, 1))
      times.append(trial.protecting.inMilliseconds)
      print(
        "\(shape) \(seed): \(edition.tables.count) tables, \(cells) cells,",
        "\(trial.knowledge.hidden) hidden, \(trial.protecting.inMilliseconds) ms,",
        trial.isUnsure ? "but not looked at to the end," : "",
        "attacked in \(trial.auditing.inMilliseconds) ms",
        trial.isIncomplete ? "(not to the end)" : "")
      if !trial.errors.isEmpty {
        refused += 1
        print("  not built: \(trial.errors.count) errors")
        for error in trial.errors.prefix(3) { print("  \(error.message)") }
      } else if !trial.faults.isEmpty {
        unsafe += 1
        for fault in trial.faults.prefix(3) { print("  \(fault)") }
      } else if trial.knowledge.shown == 0 {
        empty += 1
      }
    }
    print(
      "\(count) random editions: \(unsafe) unsafe, \(refused) not built, \(empty) without a shown",
      "cell; hidden \(middle(shares)) % (median);",
      "protected in \(middle(times)) ms (median), \(times.max() ?? 0) ms (most)")
  }

  private func middle(_ values: [Int]) -> Int {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
