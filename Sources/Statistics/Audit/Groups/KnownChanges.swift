/// Ways in which the counts of a component can change together without a published number changing.
///
/// A sum that can be computed changes with none of them. Where one raises the members that count somebody
/// by more than it takes from all counts of nobody, another member that counts somebody has to fall.
struct KnownChanges {
  typealias Change = [(place: Int, change: Int)]

  /// By number; each with its opposite.
  private(set) var all: [Change] = []
  /// By number, what it takes from counts of nobody.
  private(set) var losses: [Int] = []
  /// By place, which of them change it, and by how much.
  private(set) var ofPlace: [[(number: Int, change: Int)]]
  let countsNobody: [Bool]

  /// - `countsNobody`: by place, whether it is a count of nobody.
  init(countsNobody: [Bool]) {
    self.countsNobody = countsNobody
    ofPlace = Array(repeating: [], count: countsNobody.count)
  }

  mutating func add(_ change: Change) {
    append(change)
    append(change.map { ($0.place, -$0.change) })
  }

  private mutating func append(_ change: Change) {
    for entry in change { ofPlace[entry.place].append((all.count, entry.change)) }
    losses.append(change.reduce(0) { countsNobody[$1.place] ? $0 + max(0, -$1.change) : $0 })
    all.append(change)
  }

  /// By how much a change raises some places beyond what it takes from counts of nobody.
  func gain(of number: Int, for places: [Int]) -> Int {
    all[number].reduce(-losses[number]) { places.contains($1.place) ? $0 + $1.change : $0 }
  }
}
