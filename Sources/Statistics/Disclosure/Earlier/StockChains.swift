import Periods

/// Stocks of all days that anything tells of, and those who came and left between them.
///
/// Nothing but what is public is asked, so that it does not matter whether the records still give it. Who was there
/// and who came are together those who are there later and those who left: a number of today, of a group of which
/// every flow since was told, is one of years ago, where others of its line were hidden.
struct StockChains {
  let period: Period
  let declaration: StatisticsDeclaration
  let earlier: [EarlierCounts]
  let observations: [EarlierParts.Observation]
  /// By record set.
  let implications: [String: Implications]
  /// Times that are divided into classes with the edition’s own: what lies after them is tied elsewhere.
  let divided: Set<Moment>
  let excepted: Excepted
  /// Groups of the edition’s last day that it does not tell, though it tells parts of them.
  let wholes: [Region]

  /// So many of the last days of which stocks are told are looked at.
  private static let mostDays = 12

  /// What is told of one turnover, as cells.
  private struct Told {
    var stocks: [Day: StatedRegions] = [:]
    var came: [ClosedRange<Day>: StatedRegions] = [:]
    var left: [ClosedRange<Day>: StatedRegions] = [:]
    let none: StatedRegions

    mutating func state(
      _ region: Region, of turnover: Turnover, _ days: ClosedRange<Day>, _ cell: Int
    ) {
      switch region.basis {
      case turnover.stock:
        stocks[days.upperBound, default: none].state(region, cell)
      case turnover.came: came[days, default: none].state(region, cell)
      case turnover.left: left[days, default: none].state(region, cell)
      default: break
      }
    }
  }

  /// What a model has besides, once chains were added.
  struct Added {
    /// Those that older editions printed.
    var rests: [MergedRest] = []
    /// Cells whose numbers others told.
    var told: Set<Int> = []
  }

  /// - `protects`: whether nobody may be found among those of a region.
  func add(
    to model: inout AuditModel, _ network: FactNetwork, protects: (Region) -> Bool
  ) -> Added {
    var added = Added()
    for turnover in declaration.turnovers { add(turnover, network, protects, to: &model, &added) }
    return added
  }

  private func add(
    _ turnover: Turnover, _ network: FactNetwork, _ protects: (Region) -> Bool,
    to model: inout AuditModel, _ added: inout Added
  ) {
    guard let implied = implications[turnover.stock.recordSet] else { return }
    let bases = [turnover.stock, turnover.came, turnover.left]
    var told = Told(none: StatedRegions(implications))
    func state(_ region: Region, _ days: ClosedRange<Day>, _ cell: Int) {
      told.state(implied.canonical(region), of: turnover, days, cell)
    }
    for place in network.places where bases.contains(place.region.basis) {
      state(place.region, period.days, place.count)
    }
    for zero in network.zeros where bases.contains(zero.region.basis) {
      state(zero.region, period.days, model.cells.count)
      model.cells.append(.init(id: "0 of \(zero.measure) #\(model.cells.count)", value: 0))
    }
    for whole in wholes where whole.basis == turnover.stock {
      if let count = network.index(of: whole) { state(whole, period.days, count) }
    }
    let own = told.stocks[period.end]?.stated.map(\.region) ?? []
    for edition in earlier { add(edition, bases, network, state, to: &model, &added) }
    for observation in observations where bases.contains(observation.region.basis) {
      state(observation.region, observation.days, model.cells.count)
      added.told.insert(model.cells.count)
      model.cells.append(.init(id: observation.name, value: observation.value))
    }
    for region in own {
      let isProtected =
        protects(region) && !excepted.contains(region.codes, byAnyOf: bases)
      tie(region, turnover, isProtected ? .joint : .derived, &told, &model)
    }
  }

  /// - `role`: of those who came or left, where nothing tells how many they are.
  private func tie(
    _ region: Region, _ turnover: Turnover, _ role: AuditModel.Role, _ told: inout Told,
    _ model: inout AuditModel
  ) {
    let days = told.stocks.keys.filter { $0 <= period.end }.sorted().suffix(StockChains.mostDays)
    let present = days.compactMap { day in
      told.stocks[day]?.cell(of: region, &model).map { (day: day, cell: $0) }
    }
    for (place, last) in present.enumerated() {
      for (distance, first) in present[..<place].reversed().enumerated() {
        let between = first.day.dayAfter...last.day
        guard !isDivided(turnover, from: first.day, between, told) else { continue }
        let came = flow(turnover.came, region.codes, between, &told.came, &model)
        let left = flow(turnover.left, region.codes, between, &told.left, &model)
        // Where nothing is told of who came between far days, shorter times tell more.
        guard came != nil || distance == 0 && left != nil else { continue }
        func open(_ word: String) -> [Int] {
          let name = "\(model.cells[first.cell].id) – \(last.day), \(word)"
          model.cells.append(.init(id: name, value: nil, role: role))
          return [model.cells.count - 1]
        }
        tie(
          [first.cell] + (came ?? open("came")), [last.cell] + (left ?? open("left")),
          note: "\(model.cells[first.cell].id): those who came and left until \(last.day)",
          in: &model)
      }
    }
  }

  /// The records give all that was told of the time after a day.
  private func isDivided(
    _ turnover: Turnover, from day: Day, _ between: ClosedRange<Day>, _ told: Told
  ) -> Bool {
    func areDivided(_ basis: Region.Basis, _ times: some Sequence<ClosedRange<Day>>) -> Bool {
      times.allSatisfy { days in
        !between.holds(days) || period.days.holds(days)
          || divided.contains(Moment(basis: basis, days: days))
      }
    }
    return divided.contains(Moment(basis: turnover.stock, days: day...day))
      && areDivided(turnover.came, told.came.keys) && areDivided(turnover.left, told.left.keys)
  }

  /// Two sides that are equal.
  private func tie(_ one: [Int], _ other: [Int], note: String, in model: inout AuditModel) {
    let total = model.cells.count
    model.cells.append(.init(id: note, value: nil))
    model.sums.append(.init(total: total, parts: one, note: note))
    model.sums.append(.init(total: total, parts: other, note: note))
  }

  /// Those who came, or left, in times that make up a longer one; nil where some of it is not told.
  private func flow(
    _ basis: Region.Basis, _ codes: [String: CodeSet], _ between: ClosedRange<Day>,
    _ told: inout [ClosedRange<Day>: StatedRegions], _ model: inout AuditModel
  ) -> [Int]? {
    let region = Region(basis: basis, codes: codes)
    var cells: [Int] = []
    var next = between.lowerBound
    while next <= between.upperBound {
      let starting = told.keys.filter { $0.lowerBound == next && between.holds($0) }
        .sorted { $0.upperBound > $1.upperBound }
      var found: (days: ClosedRange<Day>, cell: Int)?
      for days in starting where found == nil {
        found = told[days]?.cell(of: region, &model).map { (days, $0) }
      }
      guard let found else { return nil }
      cells.append(found.cell)
      next = found.days.upperBound.dayAfter
    }
    return cells
  }

  private func add(
    _ edition: EarlierCounts, _ bases: [Region.Basis], _ network: FactNetwork,
    _ state: (Region, ClosedRange<Day>, Int) -> Void,
    to model: inout AuditModel, _ added: inout Added
  ) {
    var cells: [Int: Int] = [:]
    for (place, count) in edition.counts.enumerated() where bases.contains(count.region.basis) {
      let days = count.time.days
      let isOwn =
        days == period.days || count.region.basis.isOfStocks && days.upperBound == period.end
      let known = network.index(of: count.region, days: isOwn ? nil : days)
      if let known, model.cells[known].value == count.value {
        cells[place] = known
      } else {
        cells[place] = model.cells.count
        model.cells.append(
          .init(
            id: count.name, value: count.value, lower: count.least(by: edition.rules),
            role: count.isMerged ? .joint : .secondary))
      }
      if let cell = cells[place] { state(count.region, days, cell) }
    }
    for sum in edition.sums {
      let parts = sum.parts.compactMap { cells[$0] }
      guard let total = cells[sum.total], parts.count == sum.parts.count else { continue }
      let line = AuditModel.Sum(total: total, parts: parts, note: sum.figure)
      if model.canHold(line) { model.sums.append(line) }
    }
    added.told.formUnion(cells.values)
    added.rests += edition.rests.compactMap { rest in rest.placed { cells[$0] } }
  }
}
