import Periods

/// Groups of whom it is public how many were there before, how many came and how many are there now.
///
/// Each of the three is divided by what is stated of it. By every set of dimensions, parts that
/// overlap are put together until all three are the same persons' places: the smallest groups that
/// all three add up to.
struct StockGroups {
  struct Part {
    var codes: [String: CodeSet]
    let value: Int
    /// In the network; nil for what is public, and where it is said that there are none.
    var count: Int?
    /// It was published before.
    var isFixed = false
    var name = ""
    /// Some figure shows it, unless it has to be hidden.
    var isTold = true

    fileprivate var isNobody: Bool { count == nil && value == 0 }

    fileprivate func isDivided(by kind: [String]) -> Bool {
      codes.count == kind.count && kind.allSatisfy { codes[$0] != nil }
    }
  }

  struct Group {
    /// As many codes of each dimension as its parts have.
    let codes: [String: CodeSet]
    let before: [Part]
    var came: [Part]
    let now: [Part]
    /// Persons who change from one class to another leave neither.
    var isKept: Bool { left >= 0 }

    /// Something of it is not public yet.
    var isOpen: Bool { (before + came + now).contains { $0.count != nil && !$0.isFixed } }

    var left: Int {
      (before + came).reduce(0) { $0 + $1.value } - now.reduce(0) { $0 + $1.value }
    }
  }

  private(set) var all: [Group] = []

  /// - `came`: with the days in which they did, all of them `between` the two stocks; nil for groups
  ///   that both stocks tell, whether newcomers are told or not.
  init(
    before: [Part], came: [Flows.Flow]?, now: [Part], _ between: ClosedRange<Day>
  ) {
    // Time is a dimension of those who came, and must be covered like any other.
    let starts = Set(
      (came ?? []).flatMap { [$0.days.lowerBound, $0.days.upperBound.dayAfter] } + [
        between.lowerBound
      ]
    ).filter(between.contains).sorted()
    func within(_ part: Part, _ days: ClosedRange<Day>) -> Part {
      var part = part
      part.codes[""] = CodeSet(starts.map(days.contains))
      return part
    }
    let before = before.map { within($0, between) }
    let now = now.map { within($0, between) }
    let came = came?.map { within($0.part, $0.days) }
    var kinds: [[String]] = []
    for part in before where !kinds.contains(where: part.isDivided) {
      kinds.append(part.codes.keys.sorted())
    }
    for kind in kinds {
      let told = before.filter { $0.isDivided(by: kind) }
      let before = StockGroups.apart(told)
      func apart(_ parts: [Part]) -> [Part] {
        let own = parts.filter { !$0.isNobody && $0.isDivided(by: kind) }
        return StockGroups.apart(own + StockGroups.nobody(parts, among: before))
      }
      all += StockGroups.groups(before, came.map(apart), apart(now))
      all += StockGroups.same(told, came, now, except: all.map(\.codes))
    }
  }

  /// Groups of which all three are told by the same codes, though they overlap with smaller ones.
  private static func same(
    _ before: [Part], _ came: [Part]?, _ now: [Part], except met: [[String: CodeSet]]
  ) -> [Group] {
    before.compactMap { part in
      var codes = part.codes
      codes[""] = nil
      func own(_ parts: [Part]) -> Part? { parts.first { $0.codes == part.codes } }
      guard !met.contains(codes), let present = own(now) else { return nil }
      guard let came else { return Group(codes: codes, before: [part], came: [], now: [present]) }
      return own(came).map { Group(codes: codes, before: [part], came: [$0], now: [present]) }
    }
  }

  /// Where it is said that there are none, there are none of any part either.
  private static func nobody(_ parts: [Part], among before: [Part]) -> [Part] {
    parts.filter(\.isNobody).flatMap { nobody in
      before.filter { nobody.codes.keys.allSatisfy($0.codes.keys.contains) }.map { part in
        Part(codes: part.codes.merging(nobody.codes) { $0.intersection($1) }, value: 0)
      }
    }
  }

  /// Parts that nobody belongs to two of, the smallest first.
  private static func apart(_ parts: [Part]) -> [Part] {
    var kept: [Part] = []
    let ordered = parts.enumerated().sorted { left, right in
      (left.element.codes.volume, left.offset) < (right.element.codes.volume, right.offset)
    }
    for (_, part) in ordered
    where part.codes.volume > 0 && !kept.contains(where: { $0.codes.overlap(part.codes) > 0 }) {
      kept.append(part)
    }
    return kept
  }

  private static func groups(_ before: [Part], _ told: [Part]?, _ now: [Part]) -> [Group] {
    let came = told ?? []
    let parts = before + came + now
    var group = Array(parts.indices)
    for first in parts.indices {
      for second in parts.indices[(first + 1)...]
      where group[first] != group[second] && parts[first].codes.overlap(parts[second].codes) > 0 {
        let (kept, dropped) = (group[first], group[second])
        for index in group.indices where group[index] == dropped { group[index] = kept }
      }
    }
    var groups: [Group] = []
    for start in before.indices where group[..<start].allSatisfy({ $0 != group[start] }) {
      func members(_ places: Range<Int>) -> [Part] {
        places.filter { group[$0] == group[start] }.map { parts[$0] }
      }
      let (was, arrived, present) = (
        members(0..<before.count), members(before.count..<(before.count + came.count)),
        members((before.count + came.count)..<parts.count)
      )
      guard told == nil || was.isSamePlace(as: arrived), was.isSamePlace(as: present) else {
        continue
      }
      var codes = was.dropFirst().reduce(was[0].codes) { codes, part in
        codes.merging(part.codes) { $0.union($1) }
      }
      codes[""] = nil
      groups.append(Group(codes: codes, before: was, came: arrived, now: present))
    }
    return groups
  }
}

extension [StockGroups.Part] {
  private var volume: Int { reduce(0) { $0 + $1.codes.volume } }

  /// Both cover the same combinations of codes.
  fileprivate func isSamePlace(as other: [StockGroups.Part]) -> Bool {
    let shared = reduce(0) { sum, part in
      sum + other.reduce(0) { $0 + part.codes.overlap($1.codes) }
    }
    return shared == volume && shared == other.volume
  }
}

extension [String: CodeSet] {
  /// How many combinations of codes it has.
  var volume: Int { values.reduce(1) { $0 * $1.count } }

  /// How many combinations belong to both, which restrict the same dimensions.
  func overlap(_ other: [String: CodeSet]) -> Int {
    var volume = 1
    for (name, codes) in self where volume > 0 {
      volume *= other[name].map { codes.intersection($0).count } ?? 0
    }
    return volume
  }
}
