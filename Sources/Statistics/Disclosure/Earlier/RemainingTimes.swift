import Periods

/// Times outside the edition’s own: those that earlier editions told of, and what longer ones leave of each other.
///
/// What is told of one region in times that overlap is tied to the shortest times that any of them tells apart, and
/// all regions of one time to the smallest groups that they tell apart.
struct RemainingTimes {
  private struct Time: Hashable {
    let basis: Region.Basis
    /// In order, counted from the year 0.
    let months: [Int]
  }

  private struct Group {
    let time: Time
    let region: Region
    let cell: Int
    /// What a reader knows to be its number.
    let value: Int?
  }

  /// In the order met.
  private var groups: [Group] = []
  private var places: [Time: [Region: Int]] = [:]
  /// Those of which only numbers of history.csv tell are not.
  private var divided: Set<Time> = []
  private let name: (Region) -> String
  private let all: (String, Region.Basis) -> CodeSet

  /// So many smallest groups of one set of dimensions are told apart.
  private static let mostGroups = 600
  /// So many times of one region are told apart.
  private static let mostTimes = 24

  /// - `name`: how a region is called in findings.
  /// - `all`: the codes of a dimension that some record may have.
  init(
    naming name: @escaping (Region) -> String, all: @escaping (String, Region.Basis) -> CodeSet
  ) {
    self.name = name
    self.all = all
  }

  /// Notes what was told of a time.
  mutating func note(
    _ region: Region, in months: Set<Int>, as cell: Int, value: Int?, isDivided: Bool
  ) {
    let time = Time(basis: region.basis, months: months.sorted())
    if isDivided { divided.insert(time) }
    guard places[time]?[region] == nil else { return }
    places[time, default: [:]][region] = groups.count
    groups.append(Group(time: time, region: region, cell: cell, value: value))
  }

  /// Those of a region in some months, as a cell.
  ///
  /// - `value`: what a reader knows that they are.
  mutating func cell(
    of region: Region, in months: Set<Int>, value: Int? = nil, isDivided: Bool,
    _ model: inout AuditModel
  ) -> Int {
    let time = Time(basis: region.basis, months: months.sorted())
    if isDivided { divided.insert(time) }
    if let known = places[time]?[region] { return groups[known].cell }
    let id = "\(name(region)) (\(RemainingTimes.text(of: months)))"
    model.cells.append(.init(id: id, value: nil, role: .joint))
    note(region, in: months, as: model.cells.count - 1, value: value, isDivided: isDivided)
    return model.cells.count - 1
  }

  /// Ties the times of each region, and the groups of each time.
  mutating func tie(in model: inout AuditModel) {
    var regions: [Region] = []
    for group in groups where !regions.contains(group.region) { regions.append(group.region) }
    for region in regions { tieTimes(of: region, in: &model) }
    var met: Set<Time> = []
    for group in groups where divided.contains(group.time) && met.insert(group.time).inserted {
      let own = groups.filter { $0.time == group.time }
      if RemainingTimes.fits(own) { tie(own, in: &model) }
    }
  }

  /// Each time is the shortest ones in it, and what it leaves of a longer one too.
  private mutating func tieTimes(of region: Region, in model: inout AuditModel) {
    let own = groups.filter { $0.region == region }
    var sets = own.map { Set($0.time.months) }
    guard own.count > 1, own.count <= RemainingTimes.mostTimes, RemainingTimes.fitTimes(own) else {
      return
    }
    for whole in own {
      for part in own where Set(part.time.months).isStrictSubset(of: whole.time.months) {
        let rest = Set(whole.time.months).subtracting(part.time.months)
        let isDivided = divided.contains(whole.time)
        let value = whole.value.flatMap { all in part.value.map { all - $0 } }
        _ = cell(of: region, in: rest, value: value, isDivided: isDivided, &model)
        if !sets.contains(rest) { sets.append(rest) }
      }
    }
    let shortest = RemainingTimes.apart(sets)
    for months in sets where !shortest.contains(months) {
      let time = Time(basis: region.basis, months: months.sorted())
      let isDivided = divided.contains(time)
      let parts = shortest.filter { $0.isSubset(of: months) }.map {
        cell(of: region, in: $0, isDivided: isDivided, &model)
      }
      let total = cell(of: region, in: months, isDivided: isDivided, &model)
      let sum = AuditModel.Sum(total: total, parts: parts, note: model.cells[total].id)
      if model.canHold(sum) { model.sums.append(sum) }
    }
  }

  /// Numbers that were corrected since may leave less than nothing.
  private static func fitTimes(_ groups: [Group]) -> Bool {
    groups.allSatisfy { whole in
      var left = Set(whole.time.months)
      var sum = 0
      for part in groups.sorted(by: { $0.time.months.count > $1.time.months.count })
      where part.time.months.count < whole.time.months.count
        && left.isSuperset(of: part.time.months)
      {
        guard let value = part.value else { continue }
        left.subtract(part.time.months)
        sum += value
      }
      return whole.value.map { left.isEmpty ? $0 == sum : $0 >= sum } ?? true
    }
  }

  private static func fits(_ groups: [Group]) -> Bool {
    groups.allSatisfy { $0.value ?? 0 >= 0 }
      && groups.allSatisfy { part in
        groups.allSatisfy { whole in
          guard let most = whole.value, let value = part.value else { return true }
          return value <= most || !part.region.isWithin(whole.region)
        }
      }
  }

  /// The shortest times that some times tell apart, in order.
  private static func apart(_ sets: [Set<Int>]) -> [Set<Int>] {
    let all = sets.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let alike = Dictionary(grouping: all) { month in sets.map { $0.contains(month) } }
    return alike.values.map(Set.init).sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
  }

  /// The longest periods that are those months.
  private static func text(of months: Set<Int>) -> String {
    var left = months
    var words: [(first: Int, word: String)] = []
    let years = Set(months.map { ($0 - 1) / 12 })
    let spans =
      [Period.Span.year] + (1...2).map { .half($0) } + (1...4).map { .quarter($0) }
      + (1...12).map { .month($0) }
    for span in spans {
      for year in years {
        let period = Period(year: year, span: span)
        guard period.months.isSubset(of: left) else { continue }
        left.subtract(period.months)
        words.append((period.months.min() ?? 0, period.id))
      }
    }
    return words.sorted { $0.first < $1.first }.map(\.word).joined(separator: ", ")
  }

  private func tie(_ groups: [Group], in model: inout AuditModel) {
    var kinds: [Set<String>] = []
    for group in groups where !kinds.contains(Set(group.region.codes.keys)) {
      kinds.append(Set(group.region.codes.keys))
    }
    for kind in kinds where !kinds.contains(where: kind.isStrictSubset) {
      let own = groups.filter { kind.isSuperset(of: $0.region.codes.keys) }
      guard own.count > 1 else { continue }
      let axes = kind.sorted().map { name in
        (
          name: name,
          sets: divided(all(name, own[0].region.basis), own.compactMap { $0.region.codes[name] })
        )
      }
      guard axes.reduce(1, { $0 * $1.sets.count }) <= RemainingTimes.mostGroups else { continue }
      var smallest: [[String: CodeSet]] = [[:]]
      for axis in axes {
        smallest = smallest.flatMap { codes in
          axis.sets.map { codes.merging([axis.name: $0]) { $1 } }
        }
      }
      var cells: [Int: Int] = [:]
      for group in own {
        let places = smallest.indices.filter { place in
          group.region.codes.allSatisfy { name, codes in
            smallest[place][name]?.isSubset(of: codes) ?? false
          }
        }
        let parts = places.map { place -> Int in
          if let known = cells[place] { return known }
          cells[place] = model.cells.count
          let region = Region(basis: group.region.basis, codes: smallest[place])
          let time = RemainingTimes.text(of: Set(group.time.months))
          model.cells.append(.init(id: "\(name(region)) (\(time))", value: nil, role: .joint))
          return model.cells.count - 1
        }
        model.sums.append(
          .init(total: group.cell, parts: parts, note: model.cells[group.cell].id))
      }
    }
  }

  /// The codes that some sets tell apart, and those in none of them.
  private func divided(_ all: CodeSet, _ sets: [CodeSet]) -> [CodeSet] {
    var divided = [all]
    for set in sets {
      divided = divided.flatMap { [$0.intersection(set), $0.subtracting(set)] }.filter {
        !$0.isEmpty
      }
    }
    return divided
  }
}
