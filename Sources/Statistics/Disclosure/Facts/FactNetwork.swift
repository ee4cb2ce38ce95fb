import Periods

/// Every count that an edition prints or that follows from what it prints, and the sums that tie
/// them together.
///
/// Counts of the same definition are one count, wherever they stand: that two definitions meet the same
/// records no reader knows, unless a sum says so. It holds true counts and never leaves this target.
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
    /// When; a stock is that of the last day.
    let days: ClosedRange<Day>
    /// What a reader knows it to be at most.
    var most: Int?
    /// It only ties others together, and is no group of persons by itself.
    var isTie = false
    /// It stands behind several tables, and none prints it.
    var isJoint = false
    /// What an earlier edition said of it.
    var earlier: Earlier?

    /// Every reader knows that there is nobody.
    var isToldEmpty: Bool { most == 0 }

    /// It is printed, unless it has to be hidden, or was.
    var isPublic: Bool { isPrinted || wasPublished }

    var wasPublished: Bool {
      if case .published = earlier { true } else { false }
    }

    var isCorrected: Bool {
      if case .corrected = earlier { true } else { false }
    }

    /// The days in which a flow was counted, or the one of a stock.
    var countedOn: ClosedRange<Day> {
      region?.basis.isOfStocks == true ? days.upperBound...days.upperBound : days
    }
  }

  enum Earlier: Sendable, Hashable {
    case published(Int)
    case hidden
    /// Counted together with others, and hidden by no mark.
    case merged
    /// Published with a number that the records give no more; readers take it for true.
    case corrected(Int)
  }

  /// A definition that the edition prints or merges away, and its count.
  struct Place: Sendable {
    let region: Region
    let count: Int
    let measure: String
    /// The figure that prints it; nil for a sentence.
    let figure: String?
    let isMerged: Bool
    /// What a reader can tell of it who knows how rests are made.
    let bounds: ClosedRange<Int>?
  }

  /// What is said of some records, by this edition or by one before it.
  struct Statement: Sendable {
    let region: Region
    /// For a stock, those on the last of which it is counted.
    let days: ClosedRange<Day>
    /// Nil where it is said that there are none.
    let count: Int?
  }

  struct Sum: Sendable, Hashable {
    let total: Int
    let parts: [Int]
    /// Where a reader meets it.
    let note: String
  }

  /// The edition's own period.
  let period: ClosedRange<Day>
  private(set) var counts: [Count] = []
  private(set) var sums: [Sum] = []
  /// In the order met; the same region once for each figure.
  var places: [Place] = []
  /// Zeros that are printed, which are no counts of the network.
  var zeros: [Place] = []
  /// In the order met.
  var statements: [Statement] = []
  /// Categories that are merged away and that nobody belongs to; none of them is told apart from others.
  var mergedZeros: [Place] = []
  /// Those who left a group since an earlier edition counted it.
  var leavers: [Int] = []
  private var known: [Definition: Int] = [:]
  private var seen: Set<[Int]> = []

  init(of period: ClosedRange<Day>) { self.period = period }

  /// What hiding a count costs, by where it stands.
  enum Weight {
    static let cell = 10
    /// Of a table that not everybody belongs to.
    static let total = 30
    static let cited = 100
    /// Everybody: a headline.
    static let whole = 1_000
  }

  /// Whom a count counts, and when.
  struct Definition: Sendable, Hashable {
    let region: Region
    let days: ClosedRange<Day>
  }

  /// - `days`: nil for the edition's own.
  func index(of region: Region, days: ClosedRange<Day>? = nil) -> Int? {
    known[Definition(region: region, days: days ?? period)]
  }

  /// The count of a definition, added when it is new.
  ///
  /// - `days`: nil for the edition's own.
  mutating func add(
    _ tally: Tally, region: Region, days: ClosedRange<Day>? = nil, name: String
  ) -> Int {
    let definition = Definition(region: region, days: days ?? period)
    if let index = known[definition] { return index }
    let index = add(apart: tally, region: region, days: days, name: name)
    known[definition] = index
    return index
  }

  /// The count of a definition on some days, which is divided like what is printed; a stock is that of the last day.
  mutating func state(
    _ tally: Tally, _ region: Region, in days: ClosedRange<Day>, name: String
  ) -> Int {
    let isOwn = isOwn(days, of: region.basis)
    let count = add(tally, region: region, days: isOwn ? nil : days, name: name)
    statements.append(Statement(region: region, days: isOwn ? period : days, count: count))
    return count
  }

  /// What is counted on those days is of the edition's own time.
  func isOwn(_ days: ClosedRange<Day>, of basis: Region.Basis) -> Bool {
    basis.isOfStocks ? days.upperBound == period.upperBound : days == period
  }

  /// A count that no definition of the edition's own names.
  mutating func add(
    apart tally: Tally, region: Region?, days: ClosedRange<Day>? = nil, name: String
  ) -> Int {
    counts.append(Count(tally: tally, name: name, region: region, days: days ?? period))
    return counts.count - 1
  }

  mutating func print(_ index: Int, weight: Int, known: Int, name: String) {
    if !counts[index].isPrinted { counts[index].name = name }
    counts[index].isPrinted = true
    counts[index].weight = max(counts[index].weight, weight)
    counts[index].known = max(counts[index].known, known)
  }

  mutating func know(_ index: Int, atLeast known: Int, atMost most: Int? = nil) {
    counts[index].known = max(counts[index].known, known)
    if let most { counts[index].most = min(counts[index].most ?? most, most) }
  }

  mutating func markJoint(_ index: Int) {
    counts[index].isJoint = true
  }

  /// A count that only ties others together: two sums of them are the same.
  mutating func tie(_ left: [Int], _ right: [Int], name: String, note: String) {
    let count = left.reduce(0) { $0 + counts[$1].tally.count }
    let index = add(apart: Tally(count: count), region: nil, name: name)
    counts[index].isTie = true
    add(total: index, parts: left, note: note)
    add(total: index, parts: right, note: note)
  }

  mutating func mark(_ index: Int, _ earlier: Earlier) {
    switch counts[index].earlier {
    case .published, .corrected: return
    case .hidden where earlier == .merged: return
    case .hidden, .merged, nil: counts[index].earlier = earlier
    }
  }

  /// Ties a total to its parts; what says nothing new is left out.
  mutating func add(total: Int, parts: [Int], note: String) {
    guard parts != [total] else { return }
    let ordered = parts.sorted()
    guard seen.insert([total] + ordered).inserted else { return }
    sums.append(Sum(total: total, parts: ordered, note: note))
  }

  /// By count, the first figure that has a row or column for it.
  var figures: [Int: String] {
    Dictionary(
      places.compactMap { place in
        place.isMerged ? nil : place.figure.map { (place.count, $0) }
      }
    ) { first, _ in first }
  }

  /// Two counts may share their name, as rests of one dimension; the table that prints it, or a number, tells
  /// them apart.
  mutating func makeNamesUnique() {
    let figures = figures
    var taken: Set<String> = []
    for index in counts.indices {
      var name = counts[index].name
      if taken.contains(name), let figure = figures[index] {
        name += " in \(figure)"
        counts[index].name = name
      }
      var copy = 2
      while !taken.insert(counts[index].name).inserted {
        counts[index].name = "\(name) #\(copy)"
        copy += 1
      }
    }
  }
}
