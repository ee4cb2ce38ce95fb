/// All counts of an edition with the sums that tie them together, true values included.
///
/// It never leaves this target.
struct LinkedCounts: Sendable {
  struct Count: Sendable {
    let value: Int
    /// What a reader knows of it while it is hidden: 1 where zeros are always shown, else 0.
    let known: Int
    /// What a reader knows it to be at most.
    var most: Int?
    /// Two values are enough for it.
    var isNarrowed = false
    var standing: Standing
  }

  enum Standing: Sendable, Hashable {
    /// May be hidden at this cost.
    case printed(weight: Int)
    /// Must be hidden and stay uncertain.
    case primary
    /// Was hidden before and stays so, but needs no protection of its own.
    case hidden
    /// Is shown whatever happens.
    case fixed
    /// Is printed nowhere; uncertain for nothing.
    case unprinted
    /// Is printed nowhere, and nobody may compute it.
    case unprintedPrimary
  }

  struct Sum: Sendable {
    let total: Int
    let parts: [Int]
  }

  var counts: [Count]
  var sums: [Sum]
  /// Groups of counts that may be known together, however few they count.
  var excused: [[Int]] = []
}

/// What has to hold after cells were hidden.
struct HidingGoal: Sendable {
  /// How many values stay possible for a primary cell.
  let candidates: Int
  /// Hidden cells of a line never add up to less than this where their sum can be computed; 0 when
  /// that does not matter.
  let smallestGroup: Int

  /// How many other values a hidden node needs beside its own.
  func needed(_ node: CountNodes.Node) -> Int {
    node.isPrimary && !node.isNarrowed ? candidates - 1 : 1
  }
}
