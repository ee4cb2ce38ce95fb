/// Every count that an edition prints or that follows from what it prints, and the sums that tie
/// them together.
///
/// Counts of the same records are one count, wherever they stand. It holds true counts and never
/// leaves this target.
struct FactNetwork: Sendable {
  struct Count: Sendable {
    let tally: Tally
    /// As a citation names it, where one can.
    var name: String
    /// Some table or sentence would print it.
    var isPrinted = false
    /// What hiding it costs.
    var weight = 0
    /// What a reader knows of it while it is hidden.
    var known = 0
    /// A definition that it counts by.
    var region: Region?
    /// It stands behind several tables, and none prints it.
    var isJoint = false
    /// What an earlier edition said of it.
    var earlier: Earlier?
  }

  enum Earlier: Sendable, Hashable {
    case published(Int)
    case hidden
  }

  /// A definition that the edition prints or merges away, and its count.
  struct Place: Sendable {
    let region: Region
    let count: Int
    let measure: String
    /// By which a cube counts it.
    let dimensions: [String]
    /// The figure that prints it; nil for a sentence.
    let figure: String?
    let isMerged: Bool
  }

  struct Sum: Sendable, Hashable {
    let total: Int
    let parts: [Int]
    /// Where a reader meets it.
    let note: String
  }

  private(set) var counts: [Count] = []
  private(set) var sums: [Sum] = []
  /// In the order met; the same region once for each figure.
  var places: [Place] = []
  /// Zeros that are printed, which are no counts of the network.
  var zeros: [Place] = []
  private var byPrint: [UInt64: Int] = [:]
  /// Cells without records are told apart by what they would count.
  private var byEmptyRegion: [Region: Int] = [:]
  private var seen: Set<[Int]> = []

  /// What hiding a count costs, by where it stands.
  enum Weight {
    static let cell = 10
    /// Of a table that not everybody belongs to.
    static let total = 30
    static let cited = 100
    /// Everybody: a headline.
    static let whole = 1_000
  }

  func index(of tally: Tally, region: Region?) -> Int? {
    if tally.count > 0 { return byPrint[tally.print] }
    return region.flatMap { byEmptyRegion[$0] }
  }

  /// The count of a tally, added when it is new.
  mutating func add(_ tally: Tally, region: Region?, name: String) -> Int {
    if let index = index(of: tally, region: region) {
      if counts[index].region == nil { counts[index].region = region }
      return index
    }
    let index = counts.count
    counts.append(Count(tally: tally, name: name, region: region))
    if tally.count > 0 {
      byPrint[tally.print] = index
    } else if let region {
      byEmptyRegion[region] = index
    }
    return index
  }

  mutating func print(_ index: Int, weight: Int, known: Int, name: String) {
    if !counts[index].isPrinted { counts[index].name = name }
    counts[index].isPrinted = true
    counts[index].weight = max(counts[index].weight, weight)
    counts[index].known = max(counts[index].known, known)
  }

  mutating func know(_ index: Int, atLeast known: Int) {
    counts[index].known = max(counts[index].known, known)
  }

  mutating func markJoint(_ index: Int) {
    if !counts[index].isPrinted, counts[index].region == nil { counts[index].isJoint = true }
  }

  mutating func mark(_ index: Int, _ earlier: Earlier) {
    if case .published = counts[index].earlier { return }
    counts[index].earlier = earlier
  }

  /// Ties a total to its parts; what says nothing new is left out.
  mutating func add(total: Int, parts: [Int], note: String) {
    guard parts != [total] else { return }
    let ordered = parts.sorted()
    guard seen.insert([total] + ordered).inserted else { return }
    sums.append(Sum(total: total, parts: ordered, note: note))
  }

  /// Two rests of one dimension may share their name; a number tells them apart.
  mutating func makeNamesUnique() {
    var taken: Set<String> = []
    for index in counts.indices {
      let name = counts[index].name
      var copy = 2
      while !taken.insert(counts[index].name).inserted {
        counts[index].name = "\(name) #\(copy)"
        copy += 1
      }
    }
  }
}
